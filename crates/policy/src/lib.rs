//! Policies that servers send, as text: read strictly, and judged. Pure: text in, findings out.
#![forbid(unsafe_code)]

pub mod cache;
pub mod csp;
