//! Source expressions (section 2.3.1): one value of a directive, as its grammar reads it.

use super::directives::{self, nearest};

/// What a value of a source list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expression<'a> {
    /// `'none'`
    None,
    /// `*`
    Any,
    /// `'self'`
    SelfOrigin,
    /// Any other keyword.
    Keyword(Keyword),
    /// `'nonce-…'`, without its frame.
    Nonce(&'a str),
    /// `'sha256-…'`
    Hash(Algorithm, &'a str),
    /// `https:`, without the colon.
    Scheme(&'a str),
    /// `https://*.example.com:443/path/`
    Host(HostSource<'a>),
    /// Not in the grammar: browsers ignore it, most of them with a line on the console.
    Invalid(Fault),
    /// A value of a directive that has no source list.
    Opaque,
}

/// Keywords beside `'none'` and `'self'`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    /// `'unsafe-inline'`
    UnsafeInline,
    /// `'unsafe-eval'`
    UnsafeEval,
    /// `'wasm-unsafe-eval'`
    WasmUnsafeEval,
    /// `'strict-dynamic'`
    StrictDynamic,
    /// `'unsafe-hashes'`
    UnsafeHashes,
    /// A keyword that decides about nothing here: `'report-sample'` and others.
    Other,
}

const KEYWORDS: &[(&str, Keyword)] = &[
    ("'unsafe-inline'", Keyword::UnsafeInline),
    ("'unsafe-eval'", Keyword::UnsafeEval),
    ("'wasm-unsafe-eval'", Keyword::WasmUnsafeEval),
    ("'strict-dynamic'", Keyword::StrictDynamic),
    ("'unsafe-hashes'", Keyword::UnsafeHashes),
    ("'report-sample'", Keyword::Other),
    ("'unsafe-allow-redirects'", Keyword::Other),
    ("'trusted-types-eval'", Keyword::Other),
    ("'report-sha256'", Keyword::Other),
    ("'report-sha384'", Keyword::Other),
    ("'report-sha512'", Keyword::Other),
    ("'unsafe-webtransport-hashes'", Keyword::Other),
    // HTML, section 7.6.
    ("'inline-speculation-rules'", Keyword::Other),
];

/// Hash functions of `hash-source`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
}

impl Algorithm {
    /// `sha256`, in any case.
    pub fn parse(name: &str) -> Option<Self> {
        [(Self::Sha256, "sha256"), (Self::Sha384, "sha384"), (Self::Sha512, "sha512")]
            .into_iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(algorithm, _)| algorithm)
    }

    /// The length of a hash in base64, with padding.
    pub(super) fn length(self) -> usize {
        match self {
            Self::Sha256 => 44,
            Self::Sha384 => 64,
            Self::Sha512 => 88,
        }
    }
}

/// `[ scheme "://" ] host [ ":" port ] [ path ]`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostSource<'a> {
    /// As written, without `://`.
    pub scheme: Option<&'a str>,
    /// `*`, `*.example.com` or `example.com`.
    pub host: &'a str,
    /// Digits or `*`.
    pub port: Option<&'a str>,
    /// With its first `/`; may be empty.
    pub path: &'a str,
    /// What follows the path, from its `?` or `#`. The grammar has no place for it, and browsers ignore it.
    pub ignored: &'a str,
}

/// Why a value is no source expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A keyword that does not exist; the one that was probably meant.
    Keyword(Option<&'static str>),
    /// `'nonce-…'` with other characters than base64 has.
    Nonce,
    /// `'sha…'` with another algorithm, or with other characters than base64 has.
    Hash,
    /// A quote at one end only.
    Quote,
    /// A character that a path cannot have, or an empty first part.
    Path,
    /// A port that is no number.
    Port,
    /// A character that a host cannot have, or an empty label.
    Host,
    /// An address of IPv6, for which the grammar has no place.
    Ipv6,
    /// A comma: in a `<meta>` element it separates nothing.
    Comma,
}

impl<'a> Expression<'a> {
    /// Reads one value. Keywords, schemes and the names of algorithms are the same in any case.
    pub fn parse(text: &'a str) -> Self {
        if text == "*" {
            return Self::Any;
        }
        if text.starts_with('\'') || text.ends_with('\'') {
            return quoted(text);
        }
        if let Some(scheme) = text.strip_suffix(':').filter(|scheme| is_scheme(scheme)) {
            return Self::Scheme(scheme);
        }
        host_source(text).map_or_else(Self::Invalid, Self::Host)
    }

    /// The keyword that is meant by a host that is spelled like one: `self` for `'self'`.
    pub fn unquoted(text: &str) -> Option<String> {
        let quoted = format!("'{}'", text.to_ascii_lowercase());
        let known = quoted == "'none'" || quoted == "'self'" || KEYWORDS.iter().any(|(name, _)| *name == quoted);
        let framed = matches!(Expression::parse(&format!("'{text}'")), Expression::Nonce(_) | Expression::Hash(_, _));
        (known || framed).then(|| if framed { format!("'{text}'") } else { quoted })
    }

    /// Whether it is the keyword.
    pub fn is(&self, keyword: Keyword) -> bool {
        *self == Self::Keyword(keyword)
    }
}

fn quoted(text: &str) -> Expression<'_> {
    let Some(inner) = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) else {
        return Expression::Invalid(Fault::Quote);
    };
    if inner.eq_ignore_ascii_case("none") {
        return Expression::None;
    }
    if inner.eq_ignore_ascii_case("self") {
        return Expression::SelfOrigin;
    }
    if let Some((_, keyword)) = KEYWORDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        return Expression::Keyword(*keyword);
    }
    let invalid = || {
        let names = KEYWORDS.iter().map(|(name, _)| *name).chain(["'none'", "'self'"]);
        Expression::Invalid(Fault::Keyword(nearest(text, names)))
    };
    let Some((name, value)) = inner.split_once('-') else { return invalid() };
    if name.eq_ignore_ascii_case("nonce") {
        return if is_base64(value) { Expression::Nonce(value) } else { Expression::Invalid(Fault::Nonce) };
    }
    match Algorithm::parse(name) {
        Some(algorithm) if is_base64(value) => Expression::Hash(algorithm, value),
        Some(_) => Expression::Invalid(Fault::Hash),
        None if is_hash_name(name) => Expression::Invalid(Fault::Hash),
        None => invalid(),
    }
}

/// The name of a hash function that CSP does not have, for example `sha1`.
fn is_hash_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let number = name.strip_prefix("sha").unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `base64-value`: characters of both alphabets, then at most two `=`.
fn is_base64(value: &str) -> bool {
    let digits = value.trim_end_matches('=');
    let digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    !digits.is_empty() && value.len() - digits.len() <= 2 && digits.bytes().all(digit)
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn host_source(text: &str) -> Result<HostSource<'_>, Fault> {
    if text.contains(',') {
        return Err(Fault::Comma);
    }
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, text),
    };
    // All three engines take the expression without it, with a line on the console.
    let (rest, ignored) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if authority.starts_with('[') {
        return Err(Fault::Ipv6);
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    if !is_host(host) {
        return Err(Fault::Host);
    }
    if port.is_some_and(|port| port != "*" && (port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()))) {
        return Err(Fault::Port);
    }
    if !is_path(path) {
        return Err(Fault::Path);
    }
    // Without a path, browsers drop the whole expression.
    if path.is_empty() && !ignored.is_empty() {
        return Err(Fault::Path);
    }
    Ok(HostSource { scheme, host, port, path, ignored })
}

/// `"*" / [ "*." ] 1*host-char *( "." 1*host-char ) [ "." ]`
fn is_host(host: &str) -> bool {
    if host == "*" {
        return true;
    }
    let labels = host.strip_prefix("*.").unwrap_or(host);
    let label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    labels.strip_suffix('.').unwrap_or(labels).split('.').all(label)
}

/// `path-absolute` of RFC 3986, section 3.3, or nothing.
fn is_path(path: &str) -> bool {
    if path.is_empty() || path == "/" {
        return true;
    }
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => [bytes.next(), bytes.next()].iter().all(|b| b.is_some_and(|b| b.is_ascii_hexdigit())),
            b'/' | b':' | b'@' | b'-' | b'.' | b'_' | b'~' => true,
            b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b'=' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        if !fits {
            return false;
        }
    }
    path.starts_with('/') && !path.starts_with("//")
}

impl Fault {
    /// What is wrong, for a sentence that starts with the value.
    pub(super) fn describe(self) -> String {
        match self {
            Self::Keyword(_) => "is not a keyword of CSP".into(),
            Self::Nonce => "is not a nonce: it needs 1 or more characters of base64".into(),
            Self::Hash => "is not a hash: expected 'sha256-…', 'sha384-…' or 'sha512-…' in base64".into(),
            Self::Quote => "has a quote at one end only".into(),
            Self::Path => "has a path that the grammar of CSP does not have; browsers disagree about it".into(),
            Self::Port => "has a port that is not a number or `*`".into(),
            Self::Host => {
                "is not a host: `*` may only stand alone or as the first label, and labels have letters, digits and `-`"
                    .into()
            }
            Self::Ipv6 => "is an address of IPv6, which CSP has no syntax for".into(),
            Self::Comma => "has a comma: in a `<meta>` element, Chromium and WebKit start another policy there and Firefox does not".into(),
        }
    }
}

/// Whether a value is the name of a directive: a `;` is missing before it.
pub(super) fn is_directive(text: &str) -> bool {
    directives::kind(&text.to_ascii_lowercase()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> Option<HostSource<'_>> {
        match Expression::parse(text) {
            Expression::Host(host) => Some(host),
            _ => None,
        }
    }

    #[test]
    fn hosts() {
        let all = HostSource { scheme: Some("https"), host: "*.a.example", port: Some("*"), path: "/x/", ignored: "" };
        assert_eq!(host("https://*.a.example:*/x/"), Some(all));
        assert_eq!(host("localhost:3000").map(|one| one.port), Some(Some("3000")));
        for text in
            ["a..example", "*a.example", "a.*.example", "a_b.example", "https://", "a.example:", "a.example:x", "//a"]
        {
            assert_eq!(host(text), None, "{text}");
        }
        for text in
            ["a.example/%", "a.example/%2", "a.example//x", "a.example?x", "a.example/<", "[::1]", "https://[::1]:80"]
        {
            assert_eq!(host(text), None, "{text}");
        }
    }

    #[test]
    fn everything_else() {
        assert_eq!(Expression::parse("HTTPS:"), Expression::Scheme("HTTPS"));
        assert_eq!(Expression::parse("'NONE'"), Expression::None);
        assert_eq!(Expression::parse("'NONCE-aB-_+/=='"), Expression::Nonce("aB-_+/=="));
        assert_eq!(Expression::parse("'nonce-a==='"), Expression::Invalid(Fault::Nonce));
        assert_eq!(Expression::parse("'SHA256-ab'"), Expression::Hash(Algorithm::Sha256, "ab"));
        assert_eq!(Expression::parse("'sha1-ab'"), Expression::Invalid(Fault::Hash));
        assert_eq!(Expression::parse("'slef'"), Expression::Invalid(Fault::Keyword(Some("'self'"))));
        assert_eq!(Expression::parse("'self"), Expression::Invalid(Fault::Quote));
        assert_eq!(Expression::parse("'"), Expression::Invalid(Fault::Quote));
        assert_eq!(Expression::unquoted("SELF").as_deref(), Some("'self'"));
        assert_eq!(Expression::unquoted("nonce-abc").as_deref(), Some("'nonce-abc'"));
        assert_eq!(Expression::unquoted("cdn"), None);
    }
}
