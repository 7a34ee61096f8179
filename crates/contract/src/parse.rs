//! Source text to syntax tree, and offsets to places.

use swc_core::common::BytePos;
use swc_core::common::comments::SingleThreadedComments;
use swc_core::ecma::ast::{EsVersion, Module};
use swc_core::ecma::parser::{Lexer, Parser, StringInput, Syntax, TsSyntax};

/// A place in a text; both count from 1, columns in UTF-16 code units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// What the parser could not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The parser's words.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// A parsed text.
pub(crate) struct Parsed {
    pub(crate) module: Module,
    pub(crate) comments: SingleThreadedComments,
    /// The first thing that the parser got over, but a compiler may not.
    pub(crate) doubt: Option<(BytePos, String)>,
}

/// Parses a source by the ending of its name.
pub(crate) fn source(path: &str, text: &str) -> Result<Parsed, SyntaxError> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let tsx = matches!(ending.as_str(), "tsx" | "jsx" | "js" | "mjs" | "cjs");
    parse(text, TsSyntax { tsx, decorators: true, dts: is_declaration(path), ..TsSyntax::default() })
}

/// Parses a declaration file.
pub(crate) fn declaration(text: &str) -> Result<Parsed, SyntaxError> {
    parse(text, TsSyntax { dts: true, decorators: true, ..TsSyntax::default() })
}

/// Whether a file of this name holds declarations.
pub(crate) fn is_declaration(path: &str) -> bool {
    [".d.ts", ".d.mts", ".d.cts"].iter().any(|ending| path.ends_with(ending))
}

/// No text that people or tools write comes near these; the parser is recursive, and a stack that is used up ends the
/// whole process.
const BRACKETS: usize = 4_000;
const TOKENS: usize = 20_000;

/// Where a text has more open brackets, or more tokens in one expression or type, than the stack is made for. Strings and
/// comments do not count; what this takes for one in a regular expression or in JSX may make it miscount, not more.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut open, mut tokens, mut at) = (0usize, 0usize, 0usize);
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'"' | b'\'' => {
                tokens += 1;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'\n') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                    if byte == bytes.get(start)? {
                        break;
                    }
                }
            }
            b'/' if bytes.get(at) == Some(&b'/') => {
                at = bytes.get(at..)?.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length);
            }
            b'/' if bytes.get(at) == Some(&b'*') => {
                at = text.get(at + 1..).and_then(|rest| rest.find("*/")).map_or(bytes.len(), |length| at + length + 3);
            }
            b'(' | b'[' | b'{' => {
                open += 1;
                tokens = if *byte == b'{' { 0 } else { tokens + 1 };
            }
            b')' | b']' | b'}' => {
                open = open.saturating_sub(1);
                tokens = if *byte == b'}' { 0 } else { tokens + 1 };
            }
            b',' | b';' => tokens = 0,
            byte if byte.is_ascii_whitespace() => {}
            byte if byte.is_ascii_alphanumeric() || *byte >= 0x80 => {
                let word = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte >= 0x80;
                at += bytes.get(at..).unwrap_or_default().iter().take_while(word).count();
                tokens += 1;
            }
            _ => tokens += 1,
        }
        if open > BRACKETS || tokens > TOKENS {
            return Some(start);
        }
    }
    None
}

fn parse(text: &str, syntax: TsSyntax) -> Result<Parsed, SyntaxError> {
    if let Some(at) = too_deep(text) {
        let at = BytePos(u32::try_from(at).unwrap_or(u32::MAX - 1).saturating_add(1));
        return Err(SyntaxError { message: "nested too deeply".to_owned(), place: place(text, at) });
    }
    let comments = SingleThreadedComments::default();
    let end = BytePos(u32::try_from(text.len()).unwrap_or(u32::MAX - 1).saturating_add(1));
    let input = StringInput::new(text, BytePos(1), end);
    let lexer = Lexer::new(Syntax::Typescript(syntax), EsVersion::latest(), input, Some(&comments));
    let mut parser = Parser::new_from(lexer);
    let wrong = |error: swc_core::ecma::parser::error::Error| {
        use swc_core::common::Spanned as _;
        (error.span().lo, error.kind().msg().into_owned())
    };
    let module = parser.parse_module().map_err(|error| {
        let (at, message) = wrong(error);
        SyntaxError { message, place: place(text, at) }
    })?;
    let doubt = parser.take_errors().into_iter().map(wrong).min_by_key(|(at, _)| *at);
    Ok(Parsed { module, comments, doubt })
}

/// The offset in the text of a position in its tree.
pub(crate) fn offset(at: BytePos) -> usize {
    (at.0 as usize).saturating_sub(1)
}

/// The place of a position.
pub(crate) fn place(text: &str, at: BytePos) -> Place {
    place_at(text, offset(at))
}

/// The place of a byte.
pub(crate) fn place_at(text: &str, byte: usize) -> Place {
    let mut offset = byte.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text.as_bytes()[..offset];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let column = text.get(start..offset).map_or(0, |text| text.chars().map(char::len_utf16).sum()) + 1;
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Place { line: number(line), column: number(column) }
}
