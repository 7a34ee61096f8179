//! The grammar of `Cache-Control` (RFC 9111, section 5.2): `1#( token [ "=" ( token / quoted-string ) ] )`.

use super::directive::{Argument, Directive};
use super::tokens::{is_token, shown};

/// Why an element is not a directive.
pub(super) struct Fault {
    pub(super) what: String,
    pub(super) help: Option<String>,
}

fn fault<T>(what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { what: what.into(), help: None })
}

/// One element of the list: `token [ "=" ( token / quoted-string ) ]`, without white space around it.
pub(super) fn directive(element: &str) -> Result<Directive, Fault> {
    if let Some(char) = element.chars().find(|char| !char.is_ascii() || (char.is_control() && *char != '\t')) {
        let kind = if char.is_ascii() { "a control character" } else { "not ASCII" };
        return fault(format!(
            "U+{:04X} is {kind}, and directives are ASCII without control characters",
            u32::from(char)
        ));
    }
    let end = element.find(|char| !is_token(char)).unwrap_or(element.len());
    let (name, rest) = element.split_at(end);
    if name.is_empty() {
        return fault("a name is missing");
    }
    let name = name.to_ascii_lowercase();
    let Some(argument) = rest.strip_prefix('=') else {
        return if rest.is_empty() { Ok(Directive { name, argument: None }) } else { Err(separator(element, rest)) };
    };
    if argument.is_empty() {
        return fault("its argument is missing");
    }
    if argument.starts_with([' ', '\t']) {
        return fault("spaces around `=` are not allowed");
    }
    if let Some(quoted) = argument.strip_prefix('"') {
        return Ok(Directive { name, argument: Some(Argument::Quoted(quoted_string(element, quoted)?)) });
    }
    let end = argument.find(|char| !is_token(char)).unwrap_or(argument.len());
    let (value, rest) = argument.split_at(end);
    if rest.is_empty() {
        return Ok(Directive { name, argument: Some(Argument::Token(value.to_owned())) });
    }
    if value.is_empty() {
        return fault(format!("its argument cannot start with {}", shown(rest.get(..1).unwrap_or(rest))));
    }
    Err(separator(element, rest))
}

/// The content of a quoted string whose opening quote was taken.
fn quoted_string(element: &str, text: &str) -> Result<String, Fault> {
    let mut content = String::new();
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => {
                let rest = &text[at + 1..];
                return if rest.is_empty() { Ok(content) } else { Err(separator(element, rest)) };
            }
            '\\' => match chars.next() {
                Some((_, escaped)) => content.push(escaped),
                None => break,
            },
            other => content.push(other),
        }
    }
    fault("its quotation mark is not closed")
}

/// Something else than a comma behind a directive: the most frequent mistake, with the value that was meant.
fn separator(element: &str, rest: &str) -> Fault {
    let first = rest.chars().next().unwrap_or(' ');
    if rest.trim_start_matches([' ', '\t']).starts_with('=') {
        return Fault { what: "spaces around `=` are not allowed".into(), help: None };
    }
    let meant: Vec<&str> = element.split([' ', '\t', ';']).filter(|part| !part.is_empty()).collect();
    let readable = meant.len() > 1 && meant.iter().all(|part| directive(part).is_ok());
    let help = readable.then(|| {
        let text = meant.join(", ");
        format!("Separate directives with commas: `{}`.", shown(&text).trim_matches('`'))
    });
    match first {
        ' ' | '\t' => Fault { what: "directives are separated by commas, not by spaces".into(), help },
        ';' => Fault { what: "directives are separated by commas, not by semicolons".into(), help },
        ':' => Fault { what: "an argument follows `=`, not `:`".into(), help: None },
        other => Fault { what: format!("unexpected {}", shown(&other.to_string())), help: None },
    }
}

/// The elements of a list, without white space around them; commas in quoted strings separate nothing.
pub(super) fn split(line: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    // A quotation mark opens a string only behind `=`; elsewhere it is a fault that must not swallow the other elements.
    let mut before = ' ';
    for (at, char) in line.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if quoted => quoted = false,
            '"' if before == '=' => quoted = true,
            ',' if !quoted => {
                elements.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = char;
    }
    elements.push(&line[start..]);
    elements.into_iter().map(|element| element.trim_matches([' ', '\t'])).collect()
}
