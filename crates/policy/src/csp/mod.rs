//! Content Security Policy Level 3: reading policies ([`parse`]), deciding about requests ([`decide`]), and what is
//! wrong with a policy whatever is asked of it ([`lint()`]).
//!
//! Section numbers in this module are those of CSP3 (<https://www.w3.org/TR/CSP3/>).

mod covering;
mod danger;
mod decide;
mod directives;
mod lint;
mod matching;
mod parse;
mod request;
mod sandbox;
mod source;
mod verdict;

pub use covering::covers;
pub use danger::{Barred, Danger, barred, danger};
pub use decide::{Answer, decide};
pub use directives::{Kind, fallback, governs, kind};
pub use lint::{Issue, lint};
pub use matching::{Mismatch, Page};
pub use parse::{Directive, Disposition, MAX_BYTES, Origin, Policy, Source, Span, TooLarge, parse};
pub use request::{Request, RequestError, Subject};
pub use source::{Algorithm, Expression, Fault, HostSource, Keyword};
