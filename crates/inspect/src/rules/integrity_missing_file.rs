//! The manifest names a file that is not in the folder. One finding a file, however often it is named.

use std::collections::BTreeSet;

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::Kind;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    facts
        .claims
        .iter()
        .filter(|claim| !facts.names.contains(claim.file.as_str()) && seen.insert(&claim.file))
        .map(|claim| {
            let sealed = claim.integrity.is_some();
            let rule = match claim.kind {
                Kind::Types if !sealed => &rules::MANIFEST_TYPES_NOT_EMITTED,
                Kind::SsrRemoteEntry if !sealed => &rules::MANIFEST_SSR_ENTRY_NOT_EMITTED,
                _ => &rules::INTEGRITY_MISSING_FILE,
            };
            Diagnostic::new(rule, format!("{} is named, but is not in the folder", claim.file)).at(facts.at(claim))
        })
        .collect()
}
