//! A file is not the file that was sealed. One finding a file, however many places carry its hash.

use std::collections::BTreeMap;

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use fedseal_manifest::Claim;

use crate::cause::{PAGE, Sealed};
use crate::verify::{Facts, algorithm_of};

/// So many files are read once more to find out why they differ.
const EXPLAINED: usize = 100;

const PAGE_HELP: &str = "A server or an upload put its page for what it does not know in the place of the file. Upload the file again; to seal this would seal the page.";

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut drifted: BTreeMap<&str, Vec<(&Claim, Sealed<'_>, String)>> = BTreeMap::new();
    for claim in facts.claims {
        let file = claim.file.as_str();
        let integrity = claim.integrity.as_deref().and_then(|sealed| {
            let algorithm = algorithm_of(sealed)?;
            let actual = facts.integrities.get(&(file, algorithm))?;
            let words = || (Sealed::Integrity(sealed, algorithm), format!("sealed as {sealed}, has {actual}"));
            (actual != sealed).then(words)
        });
        let content_hash = || {
            let (sealed, actual) = (claim.content_hash.as_deref()?, facts.content_hashes.get(file)?);
            (actual != sealed).then(|| (Sealed::ContentHash(sealed), format!("sealed as {sealed}, has {actual}")))
        };
        if let Some((sealed, words)) = integrity.or_else(content_hash) {
            drifted.entry(file).or_default().push((claim, sealed, words));
        }
    }
    drifted
        .into_iter()
        .enumerate()
        .filter_map(|(index, (file, places))| {
            let (claim, sealed, words) = places.first()?;
            let more = match places.len() {
                1 => String::new(),
                count => format!(" (named in {count} places)"),
            };
            // One step that changes files changes them all alike: the first ones tell which.
            let cause = if index < EXPLAINED { (facts.cause)(file, *sealed) } else { None };
            let is_page = cause.as_deref() == Some(PAGE);
            let cause = cause.map(|cause| format!(": {cause}")).unwrap_or_default();
            let message = format!("{file} was {words}{more}{cause}");
            let found = Diagnostic::new(&rules::INTEGRITY_DRIFT, message).at(facts.at(claim));
            Some(if is_page { found.with_help(PAGE_HELP) } else { found })
        })
        .collect()
}
