//! The characters of HTTP field values (RFC 9110, section 5.6).

/// A character of a token (RFC 9110, section 5.6.2).
pub(crate) fn is_token(char: char) -> bool {
    char.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(char)
}

/// True for a whole token.
pub(crate) fn is_token_text(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_token)
}

/// The elements of a list without quoted strings, such as `Vary` (RFC 9110, section 5.6.1), in lower case.
pub(crate) fn list<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    lines
        .flat_map(|line| line.split(','))
        .map(|item| item.trim_matches([' ', '\t']).to_ascii_lowercase())
        .filter(|item| !item.is_empty())
        .collect()
}

/// A text of a stranger for a message: control characters escaped, cut after `LONGEST` characters.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).flat_map(escaped).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}

fn escaped(char: char) -> Vec<char> {
    if char.is_control() { char.escape_unicode().collect() } else { vec![char] }
}
