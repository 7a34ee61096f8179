//! Bytes of a script that mean something else in another encoding.
//!
//! A browser decodes a classic script in the encoding that its `Content-Type` names. All encodings of the WHATWG Encoding
//! standard read most bytes below 0x80 as ASCII. The exceptions, and how they are closed:
//!
//! - Every byte from 0x80 on: the encodings differ, and in some (Shift_JIS, Big5, GBK) one takes the ASCII byte after it along.
//! - 0x1B, 0x0E and 0x0F: ISO-2022-JP reads them as escape and shift codes.
//! - 0x00: UTF-16LE and UTF-16BE read two bytes as one code unit, so that only with a zero byte one is an ASCII character.
//!   Without zero bytes, no quote, operator or parenthesis can come out: the script breaks, but it calls nothing.
//! - `replacement` (ISO-2022-KR, HZ and others) makes one U+FFFD of all bytes: a syntax error.
//!
//! A byte order mark comes before the header: after one of UTF-8, a script is UTF-8.

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1. Everything before it in the line is ASCII, so that bytes and characters are the same.
    pub column: u32,
}

/// The first byte whose meaning depends on the encoding; `None` where the text is the same in all of them.
pub fn first_encoding_dependent(bytes: &[u8]) -> Option<Place> {
    if bytes.starts_with(UTF8_MARK) {
        return None;
    }
    // By blocks without an early exit, which compilers turn into vector instructions.
    const BLOCK: usize = 1024;
    let block = bytes.chunks(BLOCK).position(|block| block.iter().fold(false, |found, byte| found | depends(*byte)))?;
    let start = block * BLOCK;
    let index = start + bytes[start..].iter().position(|byte| depends(*byte))?;
    let before = &bytes[..index];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Some(Place { line: number(line), column: number(index - line_start + 1) })
}

#[inline]
fn depends(byte: u8) -> bool {
    byte >= 0x80 || matches!(byte, 0x00 | 0x0e | 0x0f | 0x1b)
}

/// A script of more than 4 GiB is loaded by nobody.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line: u32, column: u32) -> Option<Place> {
        Some(Place { line, column })
    }

    #[test]
    fn ascii_is_the_same_in_every_encoding() {
        let text: Vec<u8> = (0x01..0x80).filter(|byte| !matches!(byte, 0x0e | 0x0f | 0x1b)).collect();
        assert_eq!(first_encoding_dependent(&text), None);
        assert_eq!(first_encoding_dependent(b""), None);
    }

    #[test]
    fn the_first_byte_that_is_not() {
        for byte in (0x80..=0xff).chain([0x00, 0x0e, 0x0f, 0x1b]) {
            assert_eq!(first_encoding_dependent(&[b'a', byte, b'b', byte]), place(1, 2), "{byte:#x}");
        }
        assert_eq!(first_encoding_dependent("a\r\nb\n\n\"groß\"".as_bytes()), place(4, 5));
    }

    #[test]
    fn the_place_does_not_depend_on_blocks() {
        for ascii in 0..3000 {
            let text = [vec![b'x'; ascii], vec![0xc3, 0x9f]].concat();
            assert_eq!(first_encoding_dependent(&text), place(1, ascii as u32 + 1));
        }
    }

    #[test]
    fn a_byte_order_mark_of_utf_8_comes_before_the_header() {
        assert_eq!(first_encoding_dependent("\u{feff}\"groß\"".as_bytes()), None);
        // Anywhere else it is a character.
        assert_eq!(first_encoding_dependent(" \u{feff}".as_bytes()), place(1, 2));
    }
}
