//! One text for what tsc and the fast way write differently.

use swc_core::ecma::codegen::to_code_with_comments;

use crate::parse::{self, SyntaxError};

/// The canonical text of a declaration.
///
/// # Errors
/// What the parser could not read.
pub fn normalize(text: &str) -> Result<String, SyntaxError> {
    let parsed = parse::declaration(text)?;
    Ok(to_code_with_comments(None, &parsed.module))
}
