//! Does a URL match a source expression (sections 6.7.2.8 to 6.7.2.12)?

use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::source::{Expression, HostSource};

/// The page that has the policy: `'self'`, and the scheme of expressions without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    url: Url,
}

impl Page {
    /// The page at `url`, whose origin is the policy's self-origin (section 2.2).
    pub fn new(url: Url) -> Self {
        Self { url }
    }

    /// The page at the address `text`.
    ///
    /// # Errors
    /// Why it is not an address that a page with a policy can have, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("the page {text:?} is not a URL: {error}"))?;
        if url.host().is_none() && url.scheme() != "file" {
            return Err(format!("the page {url} has no host; expected an address such as https://app.example.com/"));
        }
        Ok(Self::new(url))
    }

    /// Its address.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// A URL that is absolute or relative to the page.
    ///
    /// # Errors
    /// Why it is not a URL, in a sentence.
    pub fn resolve(&self, text: &str) -> Result<Url, String> {
        self.url.join(text).map_err(|error| format!("{text:?} is not a URL: {error}"))
    }
}

/// The first part of an expression that does not fit the URL. A later part is nearer to a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mismatch {
    /// Never matches a URL: nonces, hashes, other keywords, what is not in the grammar.
    Kind,
    /// `https:` against `http:`
    Scheme,
    /// Another host.
    Host,
    /// The same host on another port.
    Port,
    /// The same host and port with another path.
    Path,
}

/// Section 6.7.2.8. `redirected` is a redirect count above 0: paths are then left out, so that a page cannot find out where a
/// redirect leads.
pub(super) fn matches(expression: &Expression<'_>, url: &Url, page: &Page, redirected: bool) -> Result<(), Mismatch> {
    match expression {
        Expression::Any => {
            let fits = is_network(url.scheme()) || url.scheme() == page.url.scheme();
            if fits { Ok(()) } else { Err(Mismatch::Scheme) }
        }
        Expression::Scheme(scheme) => {
            if scheme_matches(scheme, url.scheme()) {
                Ok(())
            } else {
                Err(Mismatch::Scheme)
            }
        }
        Expression::Host(source) => host_source_matches(source, url, page, redirected),
        Expression::SelfOrigin => self_matches(url, &page.url),
        Expression::None
        | Expression::Keyword(_)
        | Expression::Nonce(_)
        | Expression::Hash(_, _)
        | Expression::Invalid(_)
        | Expression::Opaque => Err(Mismatch::Kind),
    }
}

/// HTTP(S) schemes, and those of WebSockets: Fetch makes `http` and `https` of them before it asks.
fn is_network(scheme: &str) -> bool {
    matches!(scheme, "http" | "https" | "ws" | "wss")
}

/// Section 6.7.2.9: `pattern` is from the policy. Secure variants match.
fn scheme_matches(pattern: &str, scheme: &str) -> bool {
    let is = |name: &str| pattern.eq_ignore_ascii_case(name);
    is(scheme)
        || (is("http") && scheme == "https")
        || (is("ws") && matches!(scheme, "wss" | "http" | "https"))
        || (is("wss") && scheme == "https")
}

fn host_source_matches(source: &HostSource<'_>, url: &Url, page: &Page, redirected: bool) -> Result<(), Mismatch> {
    let scheme = source.scheme.unwrap_or(page.url.scheme());
    if !scheme_matches(scheme, url.scheme()) {
        return Err(Mismatch::Scheme);
    }
    if !url.host().is_some_and(|host| host_matches(source.host, &host)) {
        return Err(Mismatch::Host);
    }
    if !port_matches(source.port, scheme, url) {
        return Err(Mismatch::Port);
    }
    if !redirected && !path_matches(source.path, url.path()) {
        return Err(Mismatch::Path);
    }
    Ok(())
}

/// Section 6.7.2.10.
fn host_matches(pattern: &str, host: &Host<&str>) -> bool {
    match host {
        Host::Domain(domain) => match pattern.strip_prefix('*') {
            Some("") => true,
            // The dot stays: `*.a.example` does not match `a.example`.
            Some(rest) => {
                let tail = domain.len().checked_sub(rest.len()).and_then(|start| domain.get(start..));
                tail.is_some_and(|tail| tail.eq_ignore_ascii_case(rest))
            }
            None => pattern.eq_ignore_ascii_case(domain),
        },
        Host::Ipv4(address) => pattern == "*" || pattern == address.to_string(),
        Host::Ipv6(_) => pattern == "*",
    }
}

/// Section 6.7.2.11, and of section 1.4: port 80 of `http` matches port 443 of `https`. The algorithm leaves that out; all three
/// engines do it.
fn port_matches(pattern: Option<&str>, scheme: &str, url: &Url) -> bool {
    match pattern {
        Some("*") => true,
        Some(digits) => digits.parse::<u16>().is_ok_and(|port| {
            let secured = port == 80 && scheme.eq_ignore_ascii_case("http") && url.scheme() == "https";
            Some(port) == url.port_or_known_default() || (secured && url.port().is_none())
        }),
        None => url.port().is_none(),
    }
}

/// Engines that block what the specification lets `expression` match; each was measured.
pub(super) fn dispute(expression: &Expression<'_>, url: &Url, page: &Page) -> Option<&'static str> {
    let scheme = match expression {
        Expression::Scheme(scheme) => *scheme,
        Expression::Host(source) => {
            if source.host.ends_with('.') {
                return Some("Firefox matches no host with a dot at its end.");
            }
            let scheme = source.scheme.unwrap_or(page.url.scheme());
            let upgraded = scheme.eq_ignore_ascii_case("http") && url.scheme() == "https";
            if upgraded && url.port().is_some() && source.port != Some("*") {
                return Some("Chromium upgrades `http` to `https` on port 443 only, and blocks it.");
            }
            scheme
        }
        _ => return None,
    };
    let socket = scheme.eq_ignore_ascii_case("ws") || scheme.eq_ignore_ascii_case("wss");
    (socket && matches!(url.scheme(), "http" | "https"))
        .then_some("Chromium and Firefox let `ws:` and `wss:` match WebSockets only, and block it.")
}

/// Section 6.7.2.12. An empty path matches everything, one that ends in `/` everything below it, any other itself.
fn path_matches(pattern: &str, path: &str) -> bool {
    if pattern.is_empty() || (pattern == "/" && path.is_empty()) {
        return true;
    }
    let folder = pattern.strip_suffix('/');
    let wanted: Vec<&str> = folder.unwrap_or(pattern).split('/').collect();
    let pieces: Vec<&str> = path.split('/').collect();
    // A folder has to have something after its slash, if only the empty name.
    let length = if folder.is_some() { wanted.len() < pieces.len() } else { wanted.len() == pieces.len() };
    length && wanted.iter().zip(&pieces).all(|(wanted, piece)| percent_decode_str(wanted).eq(percent_decode_str(piece)))
}

/// `'self'`: section 6.7.2.8, step 4.
fn self_matches(url: &Url, page: &Url) -> Result<(), Mismatch> {
    // The origin of a `blob:` URL is that of its maker, but no browser takes it for `'self'`.
    if url.scheme() == "blob" {
        return Err(Mismatch::Scheme);
    }
    let origin = page.origin();
    if origin.is_tuple() && origin == url.origin() {
        return Ok(());
    }
    let secure = matches!(url.scheme(), "https" | "wss");
    let plain = page.scheme() == "http" && matches!(url.scheme(), "http" | "ws");
    if !secure && !plain {
        return Err(Mismatch::Scheme);
    }
    if page.host().is_none() || page.host() != url.host() {
        return Err(Mismatch::Host);
    }
    let same = page.port_or_known_default() == url.port_or_known_default();
    let defaults = page.port().is_none() && url.port().is_none();
    if same || defaults { Ok(()) } else { Err(Mismatch::Port) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(expression: &str, url: &str, page: &str) -> Result<(), Mismatch> {
        let (Ok(url), Ok(page)) = (Url::parse(url), Url::parse(page)) else { unreachable!("{url} {page}") };
        matches(&Expression::parse(expression), &url, &Page::new(page), false)
    }

    #[test]
    fn the_tables_of_the_specification() {
        let page = "https://app.example/";
        for (expression, url, wanted) in [
            ("*", "https://a.example/", Ok(())),
            ("*", "data:,x", Err(Mismatch::Scheme)),
            ("*", "wss://a.example/", Ok(())),
            ("http:", "https://a.example/", Ok(())),
            ("https:", "http://a.example/", Err(Mismatch::Scheme)),
            ("ws:", "https://a.example/", Ok(())),
            ("a.example", "http://a.example/", Err(Mismatch::Scheme)),
            ("*.a.example", "https://b.A.example/", Ok(())),
            ("*.a.example", "https://a.example/", Err(Mismatch::Host)),
            ("*.a.example", "https://xa.example/", Err(Mismatch::Host)),
            ("a.example", "https://a.example:8443/", Err(Mismatch::Port)),
            ("a.example:*", "https://a.example:8443/", Ok(())),
            ("a.example:0443", "https://a.example/", Ok(())),
            ("http://a.example:80", "https://a.example/", Ok(())),
            ("a.example:80", "https://a.example/", Err(Mismatch::Port)),
            ("http://a.example:80", "https://a.example:8443/", Err(Mismatch::Port)),
            ("a.example:99999", "https://a.example/", Err(Mismatch::Port)),
            ("a.example/x", "https://a.example/x/y", Err(Mismatch::Path)),
            ("a.example/x/", "https://a.example/x/y", Ok(())),
            ("a.example/x/", "https://a.example/x", Err(Mismatch::Path)),
            ("a.example/x/", "https://a.example/x/", Ok(())),
            ("a.example/%78", "https://a.example/x", Ok(())),
            ("a.example/x?y#z", "https://a.example/x", Ok(())),
            ("a.example/X", "https://a.example/x", Err(Mismatch::Path)),
            ("a.example/", "https://a.example/anything", Ok(())),
            ("'self'", "https://app.example/x", Ok(())),
            ("'self'", "wss://app.example/x", Ok(())),
            ("'self'", "http://app.example/x", Err(Mismatch::Scheme)),
            ("'self'", "https://app.example:8443/x", Err(Mismatch::Port)),
            ("'self'", "blob:https://app.example/x", Err(Mismatch::Scheme)),
            ("'nonce-abc'", "https://a.example/", Err(Mismatch::Kind)),
        ] {
            assert_eq!(matched(expression, url, page), wanted, "{expression} {url}");
        }
        assert_eq!(matched("'self'", "https://app.example/", "http://app.example/"), Ok(()));
        assert_eq!(matched("'self'", "https://app.example:8080/", "http://app.example:8080/"), Ok(()));
        assert_eq!(matched("a.example", "https://a.example/", "http://app.example/"), Ok(()));
    }
}
