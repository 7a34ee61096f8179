//! A loadable file that the closure does not name.

use std::collections::BTreeSet;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_manifest::Kind;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    if facts.manifest.root.get("integrity").is_none() {
        // Nothing is listed: said once, by integrity/closure-missing.
        return vec![];
    }
    let listed: BTreeSet<&str> = facts
        .claims
        .iter()
        .filter(|claim| matches!(claim.kind, Kind::Closure | Kind::Types))
        .map(|claim| claim.file.as_str())
        .collect();
    facts
        .loadable
        .difference(&listed)
        .map(|file| {
            Diagnostic::new(&rules::INTEGRITY_UNLISTED_FILE, format!("{file} is not in the closure"))
                .at(Location::file(*file))
        })
        .collect()
}
