//! A classic script that is other code when the server names another encoding.

use fedseal_diagnostics::Diagnostic;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    fedseal_seal::check_encoding(facts.file, facts.encoding_dependent).into_iter().collect()
}
