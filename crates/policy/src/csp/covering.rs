//! Whether one source expression lets in all that another one does.

use super::matching::Page;
use super::source::{Expression, HostSource};

/// What an expression about hosts matches: URLs of these schemes, hosts, ports and paths.
struct Reach<'a> {
    schemes: Vec<&'a str>,
    host: &'a str,
    port: Port,
    path: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Port {
    Any,
    /// The one of the scheme.
    Default,
    Number(u16),
    /// A number that no port has.
    None,
}

/// Whether every URL that `inner` matches is matched by `outer`, for a directive that decides about WebSockets or not. What is not
/// about URLs covers itself only. "No" may be wrong where ports and paths are written in unusual ways, "yes" is not.
pub fn covers(outer: &Expression<'_>, inner: &Expression<'_>, page: &Page, sockets: bool) -> bool {
    if outer == inner {
        return true;
    }
    match (outer, inner) {
        (Expression::Any, Expression::Scheme(scheme)) => {
            matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "ws" | "wss")
        }
        (Expression::Any, inner) => reach(inner, page)
            .is_some_and(|inner| inner.schemes.iter().all(|one| one.starts_with("http") || one.starts_with("ws"))),
        (Expression::Scheme(outer), Expression::Scheme(inner)) => within(&matched(inner), &matched(outer), sockets),
        (Expression::Scheme(outer), inner) => {
            reach(inner, page).is_some_and(|inner| within(&inner.schemes, &matched(outer), sockets))
        }
        (outer, inner) => match (reach(outer, page), reach(inner, page)) {
            (Some(outer), Some(inner)) => {
                within(&inner.schemes, &outer.schemes, sockets)
                    && host_covers(outer.host, inner.host)
                    && port_covers(&outer, &inner)
                    && path_covers(outer.path, inner.path)
            }
            _ => false,
        },
    }
}

fn reach<'a>(expression: &Expression<'a>, page: &'a Page) -> Option<Reach<'a>> {
    match expression {
        Expression::Host(HostSource { scheme, host, port, path, .. }) => {
            let port = match port {
                None => Port::Default,
                Some("*") => Port::Any,
                Some(digits) => digits.parse().map_or(Port::None, Port::Number),
            };
            Some(Reach { schemes: matched(scheme.unwrap_or(page.url().scheme())), host, port, path })
        }
        Expression::SelfOrigin => {
            let schemes = match page.url().scheme() {
                "https" => vec!["https", "wss"],
                "http" => vec!["http", "https", "ws", "wss"],
                _ => return None,
            };
            let port = page.url().port().map_or(Port::Default, Port::Number);
            Some(Reach { schemes, host: page.url().host_str()?, port, path: "" })
        }
        _ => None,
    }
}

/// The schemes of URLs that a scheme of a policy matches (section 6.7.2.9).
fn matched(scheme: &str) -> Vec<&str> {
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    match () {
        () if is("http") => vec!["http", "https"],
        () if is("https") => vec!["https"],
        () if is("ws") => vec!["ws", "wss", "http", "https"],
        () if is("wss") => vec!["wss", "https"],
        () => vec![scheme],
    }
}

fn within(inner: &[&str], outer: &[&str], sockets: bool) -> bool {
    let counts = |scheme: &&&str| sockets || !scheme.starts_with("ws");
    inner.iter().filter(counts).all(|one| outer.iter().any(|other| other.eq_ignore_ascii_case(one)))
}

fn host_covers(outer: &str, inner: &str) -> bool {
    match outer.strip_prefix('*') {
        Some("") => true,
        // `*.a.example` covers `*.b.a.example`, and not `a.example`.
        Some(rest) => {
            let tail = inner.len().checked_sub(rest.len()).and_then(|start| inner.get(start..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(rest))
        }
        None => outer.eq_ignore_ascii_case(inner),
    }
}

fn port_covers(outer: &Reach<'_>, inner: &Reach<'_>) -> bool {
    // Of `http`, port 80 is not only the default: it is a port of `https`, too.
    let secure = |reach: &Reach<'_>| !reach.schemes.iter().any(|one| matches!(*one, "http" | "ws"));
    match (outer.port, inner.port) {
        (Port::Any, _) | (_, Port::None) => true,
        (outer, inner) if outer == inner => true,
        (Port::Default, Port::Number(443)) | (Port::Number(443), Port::Default) => secure(inner),
        (Port::Number(80), Port::Default) => outer.schemes.contains(&"http") && inner.schemes.contains(&"http"),
        _ => false,
    }
}

fn path_covers(outer: &str, inner: &str) -> bool {
    matches!(outer, "" | "/") || outer == inner || (outer.ends_with('/') && inner.starts_with(outer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(outer: &str, inner: &str, page: &str, sockets: bool) -> bool {
        let Ok(page) = Page::parse(page) else { unreachable!("{page}") };
        covers(&Expression::parse(outer), &Expression::parse(inner), &page, sockets)
    }

    #[test]
    fn what_lets_in_no_more() {
        for (outer, inner) in [
            ("https://cdn.example", "https://CDN.example"),
            ("https://cdn.example", "cdn.example"),
            ("https://cdn.example", "https://cdn.example/shop/"),
            ("https://cdn.example", "https://cdn.example:443"),
            ("https://cdn.example:443", "https://cdn.example"),
            ("https://cdn.example/shop/", "https://cdn.example/shop/a.js"),
            ("https://cdn.example:*", "https://cdn.example:8443"),
            ("http://cdn.example", "https://cdn.example"),
            ("*.example", "a.b.example"),
            ("*.example", "*.b.example"),
            ("https:", "https://a.example"),
            ("http:", "https:"),
            ("*", "https:"),
            ("*", "http://a.example"),
            ("*", "'self'"),
            ("https:", "'self'"),
            ("'self'", "https://app.example"),
            ("'self'", "app.example/x"),
            ("https://app.example", "'self'"),
            ("data:", "data:"),
        ] {
            assert!(covered(outer, inner, "https://app.example/", false), "{outer} {inner}");
        }
        assert!(covered("'self'", "http://app.example", "http://app.example/", true));
        assert!(covered("'self'", "https://app.example:8443", "https://app.example:8443/", true));
    }

    #[test]
    fn what_lets_in_more() {
        for (outer, inner) in [
            ("https://cdn.example", "https://cdn.example:*"),
            ("https://cdn.example", "https://cdn.example:8443"),
            ("https://cdn.example", "http://cdn.example"),
            ("https://cdn.example", "https:"),
            ("https://cdn.example", "https://*.cdn.example"),
            ("https://cdn.example", "https://cdn.example.evil"),
            ("https://cdn.example/shop/", "https://cdn.example"),
            ("https://cdn.example/shop/", "https://cdn.example/"),
            ("https://cdn.example/shop/", "https://cdn.example/shop"),
            ("*.example", "example"),
            ("https:", "http:"),
            ("https:", "*"),
            ("*", "data:"),
            ("'self'", "http://app.example"),
            ("'self'", "https://app.example:*"),
            ("'self'", "*"),
            ("https://cdn.example", "'self'"),
            ("'nonce-a'", "'nonce-b'"),
        ] {
            assert!(!covered(outer, inner, "https://app.example/", false), "{outer} {inner}");
        }
        // `'self'` is for WebSockets, too.
        assert!(!covered("https://app.example", "'self'", "https://app.example/", true));
    }
}
