//! A loadable file that the closure does not name.

use std::collections::BTreeSet;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_manifest::Kind;
use fedseal_seal::{how_to_exclude, is_loadable};

use crate::folder::COPIES;
use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    if facts.manifest.root.get("integrity").is_none() {
        // Nothing is listed: said once, by integrity/closure-missing.
        return vec![];
    }
    let claimed = |kind: Kind| facts.claims.iter().filter(move |claim| claim.kind == kind);
    let mut listed: BTreeSet<&str> = claimed(Kind::Closure).map(|claim| claim.file.as_str()).collect();
    // A types archive is not code and not in the closure; a script that is called one is.
    listed.extend(claimed(Kind::Types).map(|claim| claim.file.as_str()).filter(|file| !is_loadable(file)));
    let unlisted = facts.loadable.difference(&listed).map(|file| (*file, "is not in the closure"));
    // A server may send a compressed copy for a name that has nothing else behind it.
    let orphans = facts.names.iter().filter_map(|name| {
        let stem = COPIES.iter().find_map(|ending| name.strip_suffix(ending))?;
        let orphan = is_loadable(stem) && !facts.names.contains(stem);
        orphan.then_some((*name, "is a compressed copy of a file that is not there"))
    });
    let found = |(file, what): (&str, &str)| {
        Diagnostic::new(&rules::INTEGRITY_UNLISTED_FILE, format!("{file} {what}")).at(Location::file(file))
    };
    let unlisted: Vec<(&str, &str)> = unlisted.collect();
    let names: Vec<&str> = unlisted.iter().map(|(name, _)| *name).collect();
    let help = format!("{} {}", rules::INTEGRITY_UNLISTED_FILE.fix, how_to_exclude(&names));
    let unlisted = unlisted.into_iter().map(|one| found(one).with_help(help.clone()));
    unlisted.chain(orphans.map(|(name, what)| found((name, what)))).collect()
}
