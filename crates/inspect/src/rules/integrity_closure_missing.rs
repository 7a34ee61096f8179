//! The manifest has no `integrity` map, or an empty one.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use serde_json::Value;

use crate::verify::Facts;

pub(crate) fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    match facts.manifest.root.get("integrity").and_then(Value::as_object) {
        None => vec![
            Diagnostic::new(&rules::INTEGRITY_CLOSURE_MISSING, format!("{} is not sealed", facts.file))
                .at(Location::file(facts.file)),
        ],
        Some(closure) if closure.is_empty() => vec![
            Diagnostic::new(&rules::CLOSURE_EMPTY, format!("the closure of {} names no file", facts.file))
                .at(Location::pointer(facts.file, "/integrity")),
        ],
        Some(_) => vec![],
    }
}
