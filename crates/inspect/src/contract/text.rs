//! The text of sources, in the encodings that TypeScript reads.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// Reads a text. As in TypeScript, a byte order mark says that it is UTF-16, and is no part of the text; without one it is
/// UTF-8. TypeScript replaces bytes that are neither; here they are an error.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    decode(fs::read(path)?)
        .ok_or_else(|| Error::new(ErrorKind::InvalidData, "it is neither UTF-8 nor UTF-16 with a byte order mark"))
}

fn decode(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
}
