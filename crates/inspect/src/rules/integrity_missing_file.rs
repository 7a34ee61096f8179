//! The manifest names a file that is not in the folder. One finding a file, however often it is named.

use std::collections::BTreeMap;

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::entry::may_lack_ssr_entry;
use fedseal_manifest::{Claim, Kind};

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut missing: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in facts.claims.iter().filter(|claim| !facts.names.contains(claim.file.as_str())) {
        missing.entry(&claim.file).or_default().push(claim);
    }
    missing
        .into_iter()
        .filter_map(|(file, claims)| {
            // What anything vouches for has to be there, whatever else names it.
            let claim = claims.iter().find(|claim| claim.integrity.is_some()).or(claims.first())?;
            let rule = match claim.kind {
                Kind::Types if claim.integrity.is_none() => &rules::MANIFEST_TYPES_NOT_EMITTED,
                Kind::SsrRemoteEntry if claim.integrity.is_none() && may_lack_ssr_entry(facts.manifest) => return None,
                Kind::SsrRemoteEntry if claim.integrity.is_none() => &rules::MANIFEST_SSR_ENTRY_NOT_EMITTED,
                _ => &rules::INTEGRITY_MISSING_FILE,
            };
            let message = format!("{file} is named, but is not in the folder");
            Some(Diagnostic::new(rule, message).at(facts.at(claim)))
        })
        .collect()
}
