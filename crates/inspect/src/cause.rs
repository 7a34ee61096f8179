//! Why a file's bytes differ from its seal, as far as the sealed hash alone can tell: undo what tools commonly do to a
//! file, hash the result, and compare. A cause is only named when undoing it gives exactly the sealed bytes.

use std::borrow::Cow;

use fedseal_digest::{Algorithm, Input, Wanted, digest};

/// The hash that a file was sealed with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sealed<'a> {
    /// An SRI string and its algorithm (SRI, section 3.1).
    Integrity(&'a str, Algorithm),
    /// A SHA-256 in lower-case hex.
    ContentHash(&'a str),
}

/// What is said of an HTML page, which no sealed file is.
pub(crate) const PAGE: &str = "it holds an HTML page in place of the file";
/// UTF-8's byte order mark.
const BOM: &[u8] = b"\xef\xbb\xbf";
/// Lines at either end that a tool may have added: a banner, a debug id, its snippet, a source map comment.
const MOST_LINES: usize = 4;
/// A larger file is not hashed again and again.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// What was done to the file, as a clause that follows its name; `None` where no known change leads back to the seal. Copies
/// the bytes a few times: the caller keeps them below [`LARGEST`].
pub(crate) fn cause(bytes: &[u8], sealed: Sealed<'_>) -> Option<String> {
    if bytes.is_empty() {
        return Some("it is empty now".into());
    }
    let candidates = candidates(bytes);
    let wanted = match sealed {
        Sealed::Integrity(_, algorithm) => Wanted { content_hash: false, integrity: Some(algorithm), encoding: false },
        Sealed::ContentHash(_) => Wanted { content_hash: true, integrity: None, encoding: false },
    };
    // One after the other: most files are explained by one of the first.
    for (words, candidate) in &candidates {
        let hashed = digest(&[Input { bytes: candidate, wanted }]);
        let same = hashed.first().is_some_and(|digest| match sealed {
            Sealed::Integrity(text, _) => digest.integrity.as_deref() == Some(text),
            Sealed::ContentHash(text) => digest.content_hash.as_deref() == Some(text),
        });
        if same {
            return Some(words.clone());
        }
    }
    is_page(bytes).then(|| PAGE.into())
}

/// Every known change, undone.
fn candidates(bytes: &[u8]) -> Vec<(String, Cow<'_, [u8]>)> {
    let mut out = Vec::new();
    let mut add = |words: &str, candidate| out.push((words.to_owned(), candidate));
    let without_bom = bytes.strip_prefix(BOM);
    if let Some(rest) = without_bom {
        add("only a byte order mark was added", rest.into());
    } else {
        add("only its byte order mark was removed", [BOM, bytes].concat().into());
    }
    if bytes.windows(2).any(|pair| pair == b"\r\n") {
        let unix = to_unix(bytes);
        if let Some(rest) = unix.strip_prefix(BOM) {
            add("only a byte order mark was added and its line ends became CRLF", rest.to_vec().into());
        }
        add("only its line ends differ: they became CRLF", unix.into());
    } else if bytes.contains(&b'\n') {
        add("only its line ends differ: they were CRLF", to_windows(bytes).into());
    }
    add("only a line end at the end was removed", [bytes, b"\n"].concat().into());
    add("only a line end at the end was removed", [bytes, b"\r\n"].concat().into());
    for end in [&b"\r\n"[..], b"\n"] {
        if let Some(rest) = bytes.strip_suffix(end) {
            add("only a line end at the end was added", rest.into());
            break;
        }
    }
    out.extend(without_lines(bytes).into_iter().map(|(words, part)| (words, Cow::Borrowed(part))));
    let mut add = |words: &str, candidate| out.push((words.to_owned(), candidate));
    if let Some(rest) = without_banner(bytes) {
        add("only a banner at its start was added", Cow::Borrowed(rest));
    }
    out
}

/// The file without some of its first and last lines.
fn without_lines(bytes: &[u8]) -> Vec<(String, &[u8])> {
    let mut starts = vec![0];
    let mut rest = 0;
    while starts.len() <= MOST_LINES {
        let Some(at) = bytes[rest..].iter().position(|byte| *byte == b'\n') else { break };
        rest += at + 1;
        starts.push(rest);
    }
    // Where the last lines start; each with and without the line end before it.
    let mut ends = vec![(0, bytes.len())];
    let mut end = bytes.len();
    for lines in 1..=MOST_LINES {
        let body = bytes[..end].strip_suffix(b"\n").unwrap_or(&bytes[..end]);
        let Some(at) = body.iter().rposition(|byte| *byte == b'\n') else { break };
        end = at + 1;
        ends.push((lines, end));
        let cut = &bytes[..at];
        ends.push((lines, cut.strip_suffix(b"\r").unwrap_or(cut).len()));
    }
    let mut out = Vec::new();
    for (first, start) in starts.iter().enumerate() {
        for (last, end) in &ends {
            if (first, *last) == (0, 0) || start >= end {
                continue;
            }
            let words = match (first, *last) {
                (0, last) => format!("only {} at its end {} added{}", lines(last), was(last), debug_id(&bytes[*end..])),
                (first, 0) => format!("only {} at its start {} added", lines(first), was(first)),
                (first, last) => format!(
                    "only {} at its start and {} at its end were added{}",
                    lines(first),
                    lines(last),
                    debug_id(&bytes[*end..])
                ),
            };
            out.push((words, &bytes[*start..*end]));
        }
    }
    // The smallest change first.
    out.sort_by_key(|(_, part)| std::cmp::Reverse(part.len()));
    out
}

/// Names what the added lines are, where that is plain.
fn debug_id(added: &[u8]) -> &'static str {
    let has = |text: &[u8]| added.windows(text.len()).any(|part| part == text);
    if has(b"debugId=") {
        " (a debug id)"
    } else if has(b"sourceMappingURL=") {
        " (a source map comment)"
    } else {
        ""
    }
}

fn lines(count: usize) -> String {
    if count == 1 { "one line".into() } else { format!("{count} lines") }
}

fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// Without the block comment that it starts with, and the white space after that: for banners of minimized files.
fn without_banner(bytes: &[u8]) -> Option<&[u8]> {
    let body = bytes.strip_prefix(b"/*")?;
    let end = body.windows(2).position(|pair| pair == b"*/")?;
    let rest = &body[end + 2..];
    Some(rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest))
}

fn to_unix(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if !(*byte == b'\r' && bytes.get(index + 1) == Some(&b'\n')) {
            out.push(*byte);
        }
    }
    out
}

fn to_windows(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    for byte in bytes {
        if *byte == b'\n' {
            out.push(b'\r');
        }
        out.push(*byte);
    }
    out
}

fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(BOM).unwrap_or(bytes).trim_ascii_start();
    let is = |text: &[u8]| start.get(..text.len()).is_some_and(|head| head.eq_ignore_ascii_case(text));
    is(b"<!doctype html") || is(b"<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integrity(bytes: &[u8]) -> String {
        let wanted = Wanted { content_hash: false, integrity: Some(Algorithm::Sha384), encoding: false };
        digest(&[Input { bytes, wanted }]).remove(0).integrity.unwrap()
    }

    fn told(sealed: &[u8], now: &[u8]) -> Option<String> {
        cause(now, Sealed::Integrity(&integrity(sealed), Algorithm::Sha384))
    }

    #[test]
    fn each_change_is_named() {
        let text: &[u8] = b"a();\nb();\nc();\n";
        let crlf: &[u8] = b"a();\r\nb();\r\nc();\r\n";
        let cases: &[(&[u8], &[u8], &str)] = &[
            (text, crlf, "only its line ends differ: they became CRLF"),
            (crlf, text, "only its line ends differ: they were CRLF"),
            (text, b"\xef\xbb\xbfa();\nb();\nc();\n", "only a byte order mark was added"),
            (b"\xef\xbb\xbfx", b"x", "only its byte order mark was removed"),
            (
                text,
                b"\xef\xbb\xbfa();\r\nb();\r\nc();\r\n",
                "only a byte order mark was added and its line ends became CRLF",
            ),
            (b"a()", b"a()\n", "only a line end at the end was added"),
            (b"a()\n", b"a()", "only a line end at the end was removed"),
            (text, b"a();\nb();\nc();\n//# debugId=1-2\n", "only one line at its end was added (a debug id)"),
            (
                b"a()",
                b"a()\n//# sourceMappingURL=a.js.map",
                "only one line at its end was added (a source map comment)",
            ),
            (text, b"// (c) x\na();\nb();\nc();\n", "only one line at its start was added"),
            (
                text,
                b"// 1\n// 2\na();\nb();\nc();\n// 3\n",
                "only 2 lines at its start and one line at its end were added",
            ),
            (b"a()", b"/*! 1\n2\n3\n4\n5\n6 */\na()", "only a banner at its start was added"),
            (b"a()", b"/*! x */a()", "only a banner at its start was added"),
            (b"a()", b"", "it is empty now"),
            (b"a()", b"<!DOCTYPE html><p>", "it holds an HTML page in place of the file"),
        ];
        for (sealed, now, words) in cases {
            assert_eq!(told(sealed, now).as_deref(), Some(*words), "{:?}", String::from_utf8_lossy(now));
        }
    }

    #[test]
    fn another_file_has_no_cause() {
        assert_eq!(told(b"a();\nb();\n", b"a();\nc();\n"), None);
        assert_eq!(told(b"a", b"\n"), None);
    }

    #[test]
    fn a_content_hash_does_as_well() {
        let wanted = Wanted { content_hash: true, integrity: None, encoding: false };
        let sealed = digest(&[Input { bytes: b"a\n", wanted }]).remove(0).content_hash.unwrap();
        assert_eq!(
            cause(b"a\r\n", Sealed::ContentHash(&sealed)).as_deref(),
            Some("only its line ends differ: they became CRLF")
        );
    }
}
