//! A loadable file that the closure does not name.

use std::collections::BTreeSet;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_manifest::Kind;
use fedseal_seal::{how_to_exclude, is_loadable};

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
    let names: Vec<&str> = facts.loadable.difference(&listed).copied().collect();
    let help = format!("{} {}", rules::INTEGRITY_UNLISTED_FILE.fix, how_to_exclude(&names));
    let found = |file: &&str| {
        let message = format!("{file} is not in the closure");
        Diagnostic::new(&rules::INTEGRITY_UNLISTED_FILE, message).with_help(help.clone()).at(Location::file(*file))
    };
    names.iter().map(found).collect()
}
