//! The rules of `fedseal verify`, one file each, named after the rule's id.

mod asset_encoding_dependent_script;
mod integrity_closure_missing;
mod integrity_drift;
mod integrity_entry_unsealed;
mod integrity_malformed_hash;
mod integrity_missing_file;
mod integrity_unlisted_file;
mod manifest_protocol;

use fedseal_diagnostics::Diagnostic;

use crate::verify::Facts;

/// Every rule over the same facts, in a fixed order.
pub(crate) fn all(facts: &Facts<'_>) -> Vec<Diagnostic> {
    [
        manifest_protocol::check,
        integrity_closure_missing::check,
        integrity_malformed_hash::check,
        integrity_missing_file::check,
        integrity_drift::check,
        integrity_unlisted_file::check,
        integrity_entry_unsealed::check,
        asset_encoding_dependent_script::check,
    ]
    .iter()
    .flat_map(|check| check(facts))
    .collect()
}
