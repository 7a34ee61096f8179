//! What holds for a manifest beside its shape: `manifest/unsupported-schema-version`, `manifest/public-path-without-slash`.

use fedseal_diagnostics::Diagnostic;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    fedseal_seal::check(facts.manifest, facts.file)
}
