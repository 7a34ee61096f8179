//! An entry that nothing vouches for: an object that lost a hash, or a string outside the closure.

use std::collections::BTreeSet;

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::Kind;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    if facts.manifest.root.get("integrity").is_none() {
        return vec![];
    }
    let closure: BTreeSet<&str> =
        facts.claims.iter().filter(|claim| claim.kind == Kind::Closure).map(|claim| claim.file.as_str()).collect();
    facts
        .claims
        .iter()
        // A file that is not there is reported as missing.
        .filter(|claim| claim.kind != Kind::Closure)
        .filter(|claim| facts.names.contains(claim.file.as_str()))
        .filter_map(|claim| {
            let lost = match (&claim.integrity, &claim.content_hash) {
                (None, _) if claim.kind == Kind::Types => "no integrity",
                _ if claim.kind == Kind::Types => return None,
                _ if !claim.object => "no hash, and the closure does not name it",
                (None, None) => "neither integrity nor contentHash",
                (None, Some(_)) => "no integrity",
                (Some(_), None) => "no contentHash",
                (Some(_), Some(_)) => return None,
            };
            if !claim.object && closure.contains(claim.file.as_str()) {
                return None;
            }
            let message = format!("the entry {} has {lost}", claim.file);
            Some(Diagnostic::new(&rules::INTEGRITY_ENTRY_UNSEALED, message).at(facts.at(claim)))
        })
        .collect()
}
