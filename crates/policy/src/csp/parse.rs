//! From the text of a header or a `<meta>` element to policies (sections 2.2.1 and 2.2.2). Nothing in a text is an error:
//! browsers drop what they do not understand, so this keeps what they keep and notes what they drop.

use std::collections::HashMap;

use super::directives;
use super::source::Expression;

/// The longest text that is read, in bytes. Servers refuse headers of a hundredth of it.
pub const MAX_BYTES: usize = 1 << 20;

/// The text is longer than [`MAX_BYTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// Its length in bytes.
    pub bytes: usize,
}

/// A part of the text that was parsed, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Whether a policy blocks or only reports (section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Disposition {
    /// `Content-Security-Policy`
    #[default]
    Enforce,
    /// `Content-Security-Policy-Report-Only`
    Report,
}

/// How a policy reaches the page (section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// A response header; commas separate policies.
    #[default]
    Header,
    /// `<meta http-equiv="Content-Security-Policy">`; one policy.
    Meta,
}

/// One policy: every request has to pass all policies of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy<'a> {
    /// What browsers keep, in the order of the text.
    pub directives: Vec<Directive<'a>>,
    /// What browsers drop.
    pub dropped: Vec<Dropped<'a>>,
    /// Whether it blocks.
    pub disposition: Disposition,
    /// How it reaches the page.
    pub origin: Origin,
    /// Where its text is.
    pub span: Span,
    by_name: HashMap<String, usize>,
}

/// A directive: a name and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive<'a> {
    /// In lower case.
    pub name: String,
    /// Where the name is.
    pub name_span: Span,
    /// Its values, in the order of the text.
    pub sources: Vec<Source<'a>>,
    /// From its name to its last value.
    pub span: Span,
}

/// A value of a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source<'a> {
    /// As written.
    pub text: &'a str,
    /// What it means; [`Expression::Opaque`] in directives whose values are no source expressions.
    pub expression: Expression<'a>,
    /// Where it is.
    pub span: Span,
}

/// A part of a policy that browsers drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped<'a> {
    /// A directive with a character outside of ASCII (section 2.2.1, step 3.2).
    NotAscii {
        /// The directive.
        text: &'a str,
        /// Where it is.
        span: Span,
    },
    /// A directive whose name the policy has already (step 3.5).
    Duplicate {
        /// The directive that is dropped.
        directive: Directive<'a>,
        /// The place of the one that counts in [`Policy::directives`].
        first: usize,
    },
    /// A directive that has no effect in a `<meta>` element (section 3.3).
    InMeta(Directive<'a>),
}

impl<'a> Policy<'a> {
    /// The directive called `name`, which is in lower case.
    pub fn directive(&self, name: &str) -> Option<&Directive<'a>> {
        self.by_name.get(name).and_then(|&index| self.directives.get(index))
    }
}

/// Directives that a `<meta>` element cannot have (section 3.3).
const NOT_IN_META: [&str; 3] = ["report-uri", "frame-ancestors", "sandbox"];

/// Reads a header's value, or the `content` of a `<meta>` element. Policies without a directive are left out (section 2.2.2),
/// unless something was dropped from them.
///
/// # Errors
/// [`TooLarge`] for a text of more than [`MAX_BYTES`].
pub fn parse(text: &str, origin: Origin, disposition: Disposition) -> Result<Vec<Policy<'_>>, TooLarge> {
    if text.len() > MAX_BYTES {
        return Err(TooLarge { bytes: text.len() });
    }
    // A `<meta>` element has one policy: HTML parses its content as a serialized CSP, not as a list.
    let parts: Vec<(usize, &str)> = match origin {
        Origin::Header => split(text, ',').collect(),
        Origin::Meta => vec![(0, text)],
    };
    let policies = parts.into_iter().map(|(start, part)| policy(part, start, origin, disposition));
    Ok(policies.filter(|policy| !policy.directives.is_empty() || !policy.dropped.is_empty()).collect())
}

/// Section 2.2.1.
fn policy(text: &str, offset: usize, origin: Origin, disposition: Disposition) -> Policy<'_> {
    let mut policy = Policy {
        directives: Vec::new(),
        dropped: Vec::new(),
        disposition,
        origin,
        span: Span { start: offset, end: offset + text.len() },
        by_name: HashMap::new(),
    };
    for (start, token) in split(text, ';') {
        let (start, token) = trim(offset + start, token);
        if token.is_empty() {
            continue;
        }
        if !token.is_ascii() {
            let span = Span { start, end: start + token.len() };
            policy.dropped.push(Dropped::NotAscii { text: token, span });
            continue;
        }
        let directive = directive(token, start);
        if origin == Origin::Meta && NOT_IN_META.contains(&directive.name.as_str()) {
            policy.dropped.push(Dropped::InMeta(directive));
        } else if let Some(&first) = policy.by_name.get(&directive.name) {
            policy.dropped.push(Dropped::Duplicate { directive, first });
        } else {
            policy.by_name.insert(directive.name.clone(), policy.directives.len());
            policy.directives.push(directive);
        }
    }
    policy
}

/// `token` is ASCII, not empty, and starts with its name.
fn directive(token: &str, start: usize) -> Directive<'_> {
    let mut words = words(token, start);
    let (name_start, name) = words.next().unwrap_or((start, token));
    let name_span = Span { start: name_start, end: name_start + name.len() };
    let name = name.to_ascii_lowercase();
    let lists = directives::lists_sources(&name);
    let sources: Vec<Source<'_>> = words
        .map(|(start, text)| Source {
            text,
            expression: if lists { Expression::parse(text) } else { Expression::Opaque },
            span: Span { start, end: start + text.len() },
        })
        .collect();
    Directive { name, name_span, sources, span: Span { start, end: start + token.len() } }
}

/// The parts between `separator`, with their places.
fn split(text: &str, separator: char) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(separator).map(move |part| {
        let here = start;
        start += part.len() + separator.len_utf8();
        (here, part)
    })
}

/// Without ASCII white space around it, which is not all that Unicode calls white space.
fn trim(start: usize, text: &str) -> (usize, &str) {
    let left = text.trim_start_matches(is_space);
    (start + text.len() - left.len(), left.trim_end_matches(is_space))
}

fn words(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    text.split(is_space).filter_map(move |word| {
        let here = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((here, word))
    })
}

/// ASCII white space of the Infra Standard; no vertical tab.
fn is_space(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\x0C' | '\r' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<Policy<'_>> {
        parse(text, Origin::Header, Disposition::Enforce).unwrap_or_default()
    }

    #[test]
    fn places_are_places_in_the_text() {
        let text = " script-src\t'self'  https://a.example ;, IMG-src *";
        for policy in header(text) {
            for directive in &policy.directives {
                let name = &text[directive.name_span.start..directive.name_span.end];
                assert_eq!(name.to_ascii_lowercase(), directive.name);
                for source in &directive.sources {
                    assert_eq!(&text[source.span.start..source.span.end], source.text);
                }
            }
        }
        assert_eq!(header(text).len(), 2);
    }

    #[test]
    fn commas_separate_policies_in_headers_only() {
        let text = "script-src a.example, script-src b.example";
        assert_eq!(header(text).len(), 2);
        let meta = parse(text, Origin::Meta, Disposition::Enforce).unwrap_or_default();
        assert_eq!(meta.len(), 1);
    }

    #[test]
    fn the_first_of_two_directives_counts() {
        let policies = header("script-src 'none'; SCRIPT-SRC *");
        let [policy] = policies.as_slice() else { unreachable!("one policy") };
        assert_eq!(policy.directive("script-src").map(|one| one.sources.len()), Some(1));
        assert!(matches!(policy.dropped.as_slice(), [Dropped::Duplicate { first: 0, .. }]));
    }

    #[test]
    fn a_directive_outside_of_ascii_is_dropped_and_no_other() {
        let policies = header("script-src https://münchen.example; img-src 'self'");
        let [policy] = policies.as_slice() else { unreachable!("one policy") };
        assert!(policy.directive("script-src").is_none());
        assert!(policy.directive("img-src").is_some());
    }

    #[test]
    fn a_vertical_tab_is_no_white_space() {
        let policies = header("script-src\x0B'self'");
        assert_eq!(policies[0].directives[0].name, "script-src\x0b'self'");
    }

    #[test]
    fn a_text_has_a_largest_size() {
        let text = "a".repeat(MAX_BYTES + 1);
        assert_eq!(parse(&text, Origin::Header, Disposition::Enforce), Err(TooLarge { bytes: MAX_BYTES + 1 }));
        assert!(parse(&text[1..], Origin::Header, Disposition::Enforce).is_ok());
    }

    #[test]
    fn a_megabyte_of_directives_is_read() {
        let text: String = (0..60_000).map(|index| format!("x{index} a b;")).collect();
        assert_eq!(header(&text)[0].directives.len(), 60_000);
    }
}
