//! The directives that a response may carry, and what each takes.

/// A directive that was read, in its normal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Its name in lower case: names are compared without regard to case (RFC 9111, section 5.2).
    pub name: String,
    /// What stands behind `=`.
    pub argument: Option<Argument>,
}

/// An argument as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A token (RFC 9110, section 5.6.2).
    Token(String),
    /// A quoted string (RFC 9110, section 5.6.4), without quotes and escapes.
    Quoted(String),
}

impl Argument {
    /// The text, whichever way it was written.
    pub fn text(&self) -> &str {
        match self {
            Self::Token(text) | Self::Quoted(text) => text,
        }
    }
}

/// What a directive takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// No argument.
    Nothing,
    /// Seconds (RFC 9111, section 1.2.2).
    Seconds,
    /// Field names, or nothing.
    Fields,
}

/// A directive that a specification defines.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
    /// Where it is defined.
    pub(crate) section: &'static str,
    /// False for directives that only requests carry.
    pub(crate) response: bool,
}

const fn known(name: &'static str, takes: Takes, section: &'static str, response: bool) -> Known {
    Known { name, takes, section, response }
}

/// All directives that are defined for responses or requests.
static KNOWN: &[Known] = &[
    known("immutable", Takes::Nothing, "RFC 8246, section 2", true),
    known("max-age", Takes::Seconds, "RFC 9111, section 5.2.2.1", true),
    known("max-stale", Takes::Seconds, "RFC 9111, section 5.2.1.2", false),
    known("min-fresh", Takes::Seconds, "RFC 9111, section 5.2.1.3", false),
    known("must-revalidate", Takes::Nothing, "RFC 9111, section 5.2.2.2", true),
    known("must-understand", Takes::Nothing, "RFC 9111, section 5.2.2.3", true),
    known("no-cache", Takes::Fields, "RFC 9111, section 5.2.2.4", true),
    known("no-store", Takes::Nothing, "RFC 9111, section 5.2.2.5", true),
    known("no-transform", Takes::Nothing, "RFC 9111, section 5.2.2.6", true),
    known("only-if-cached", Takes::Nothing, "RFC 9111, section 5.2.1.7", false),
    known("private", Takes::Fields, "RFC 9111, section 5.2.2.7", true),
    known("proxy-revalidate", Takes::Nothing, "RFC 9111, section 5.2.2.8", true),
    known("public", Takes::Nothing, "RFC 9111, section 5.2.2.9", true),
    known("s-maxage", Takes::Seconds, "RFC 9111, section 5.2.2.10", true),
    known("stale-if-error", Takes::Seconds, "RFC 5861, section 4", true),
    known("stale-while-revalidate", Takes::Seconds, "RFC 5861, section 3", true),
];

/// The directive with this name, in lower case.
pub(crate) fn find(name: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.name == name)
}

/// The response directive that `name` is a slip of the pen for: other separators, or few other letters.
pub(crate) fn nearest(name: &str) -> Option<&'static str> {
    // `maxage`, `max_age`, `stalewhilerevalidate`: the same letters.
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let candidates = || KNOWN.iter().filter(|known| known.response).map(|known| known.name);
    if let Some(same) = candidates().find(|known| letters(known) == letters(name)) {
        return Some(same);
    }
    // A third of the letters may be wrong, and never more than three: `community` is an extension, not a slip.
    candidates()
        .map(|known| (strsim::damerau_levenshtein(known, name), known))
        .filter(|(distance, known)| *distance <= (known.len() / 3).min(3))
        .min()
        .map(|(_, known)| known)
}

/// The value of `delta-seconds` above which caches may stop counting (RFC 9111, section 1.2.2).
pub(crate) const LARGEST: u64 = 1 << 31;

/// Seconds as written; one that is too large is [`LARGEST`]. `None` where it is not `1*DIGIT`.
pub(crate) fn seconds(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse().map_or(LARGEST, |value: u64| value.min(LARGEST)))
}
