//! The Module Federation manifest as data: read it, find its entries, turn string entries into object entries, write
//! it back with everything fedseal does not own left as it was.
#![forbid(unsafe_code)]

pub mod entry;
pub mod hash;
pub mod name;
mod read;
mod write;

pub use entry::{Claim, Form, Kind, Seal, claims, readable_claims};
pub use read::{MAX_BYTES, read};

use serde_json::{Map, Value};

/// A manifest that was read: a JSON object of the right shape, and how it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// The document; always an object.
    pub root: Value,
    style: Style,
}

impl Manifest {
    /// The top-level object.
    pub fn object(&self) -> Option<&Map<String, Value>> {
        self.root.as_object()
    }

    /// The manifest as bytes, in the indentation, line ends and closing white space it was read with.
    pub fn to_bytes(&self) -> Vec<u8> {
        write::to_bytes(&self.root, &self.style)
    }
}

/// How a JSON text is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Style {
    /// White space of one level; `None` for one line.
    indent: Option<String>,
    crlf: bool,
    /// What follows the closing brace.
    tail: String,
}
