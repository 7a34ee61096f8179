//! A file is not the file that was sealed. One finding a file, however many places carry its hash.

use std::collections::BTreeMap;

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::Claim;

use crate::verify::{Facts, algorithm_of};

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut drifted: BTreeMap<&str, Vec<(&Claim, String)>> = BTreeMap::new();
    for claim in facts.claims {
        let file = claim.file.as_str();
        let integrity = claim.integrity.as_deref().and_then(|sealed| {
            let actual = facts.integrities.get(&(file, algorithm_of(sealed)?))?;
            (actual != sealed).then(|| format!("sealed as {sealed}, has {actual}"))
        });
        let content_hash = || {
            let (sealed, actual) = (claim.content_hash.as_deref()?, facts.content_hashes.get(file)?);
            (actual != sealed).then(|| format!("sealed as {sealed}, has {actual}"))
        };
        if let Some(words) = integrity.or_else(content_hash) {
            drifted.entry(file).or_default().push((claim, words));
        }
    }
    drifted
        .into_iter()
        .filter_map(|(file, places)| {
            let (claim, words) = places.first()?;
            let more = match places.len() {
                1 => String::new(),
                count => format!(" (named in {count} places)"),
            };
            let message = format!("{file} was {words}{more}");
            Some(Diagnostic::new(&rules::INTEGRITY_DRIFT, message).at(facts.at(claim)))
        })
        .collect()
}
