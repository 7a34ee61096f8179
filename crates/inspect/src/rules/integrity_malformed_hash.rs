//! A hash that a browser would ignore.

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::hash;

use crate::verify::{Facts, algorithm_of};

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for claim in facts.claims {
        let mut malformed = |key: &str, value: &str| {
            let message = format!("the {key} of {} is {value:?}", claim.file);
            let found = Diagnostic::new(&rules::INTEGRITY_MALFORMED_HASH, message).at(facts.at(claim));
            // The file is there, and nothing else says which bytes it should have.
            let file = claim.file.as_str();
            let unchecked = facts.names.contains(file) && !facts.compared.contains(file);
            out.push(if unchecked { found.as_undecided() } else { found });
        };
        if let Some(integrity) = claim.integrity.as_deref().filter(|text| algorithm_of(text).is_none()) {
            malformed("integrity", integrity);
        }
        if let Some(content_hash) = claim.content_hash.as_deref().filter(|text| !hash::is_content_hash(text)) {
            malformed("contentHash", content_hash);
        }
    }
    out
}
