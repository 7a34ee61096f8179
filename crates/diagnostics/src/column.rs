//! The unit of columns: UTF-16 code units.

/// The column of a byte of a text, in UTF-16 code units from 1. `line` and `byte` count from 1, as serde_json counts.
///
/// A byte that is not UTF-8 counts as one unit, which is how editors show it.
pub fn utf16_column(text: &[u8], line: usize, byte: usize) -> u32 {
    let line = text.split(|byte| *byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let mut end = byte.saturating_sub(1).min(line.len());
    // Inside a character: the character's own column.
    while end > 0 && line.get(end).is_some_and(|byte| byte & 0xc0 == 0x80) {
        end -= 1;
    }
    let units: usize = line[..end]
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().map(char::len_utf16).sum::<usize>() + chunk.invalid().len())
        .sum();
    u32::try_from(units + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::utf16_column;

    #[test]
    fn code_units_not_bytes_and_not_characters() {
        let text = "é\n\"é😀\": x\n".as_bytes();
        // The quote before, é (2 bytes, 1 unit), 😀 (4 bytes, 2 units), the quote after.
        for (byte, column) in [(1, 1), (2, 2), (4, 3), (6, 3), (8, 5), (11, 8), (99, 9)] {
            assert_eq!(utf16_column(text, 2, byte), column, "byte {byte}");
        }
        assert_eq!(utf16_column(text, 9, 5), 1);
        assert_eq!(utf16_column(text, 0, 0), 1);
        assert_eq!(utf16_column(b"\xff\xfex", 1, 3), 3);
    }
}
