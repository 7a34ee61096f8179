//! What fedseal tells people: one [`Diagnostic`] shape, the registry of [`RULES`], and the renderers.
#![forbid(unsafe_code)]

mod column;
mod diagnostic;
pub mod registry;
pub mod render;

pub use column::utf16_column;
pub use diagnostic::{Diagnostic, Location};
pub use registry::{RULES, Rule, Severity, rule};
