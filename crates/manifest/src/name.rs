//! File names of assets: which ones mean the same file to a bundler, a server, a browser and Node.

use std::borrow::Cow;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Rule};

/// `path` and `name` of an entry as one name relative to the output folder: joined by `/`, empty and `.` parts dropped.
///
/// # Errors
/// See [`normal`].
pub fn join(path: &str, name: &str) -> Result<String, Diagnostic> {
    let path = path.trim_matches('/');
    // Behind a path, a name that starts with a slash would be taken for an absolute one by some readers only.
    if path.is_empty() || name.starts_with('/') {
        normal(name).map(Cow::into_owned)
    } else {
        normal(&format!("{path}/{name}")).map(Cow::into_owned)
    }
}

/// A name relative to the output folder, with empty and `.` parts dropped.
///
/// # Errors
/// `asset/unsafe-name` for one that is empty, absolute, has `..`, `\`, a scheme or drive, or control characters;
/// `asset/ambiguous-url` for one with `#`, `?` or `%`.
pub fn normal(name: &str) -> Result<Cow<'_, str>, Diagnostic> {
    let refuse = |rule: &'static Rule, reason: &str| Err(Diagnostic::new(rule, format!("the name {name:?} {reason}")));
    if name.starts_with('/') {
        return refuse(&rules::ASSET_UNSAFE_NAME, "is absolute");
    }
    if name.contains('\\') {
        return refuse(&rules::ASSET_UNSAFE_NAME, "has a backslash");
    }
    if name.chars().any(char::is_control) {
        return refuse(&rules::ASSET_UNSAFE_NAME, "has a control character");
    }
    let mut parts = name.split('/').filter(|part| !is_void(part));
    if name.split('/').any(|part| part == "..") {
        return refuse(&rules::ASSET_UNSAFE_NAME, "leaves the folder (`..`)");
    }
    let Some(first) = parts.next() else {
        return refuse(&rules::ASSET_UNSAFE_NAME, "is empty");
    };
    if has_scheme(first) {
        return refuse(&rules::ASSET_UNSAFE_NAME, "reads as a URL with a scheme, or as a drive");
    }
    if let Some(found) = name.chars().find(|c| matches!(c, '#' | '?' | '%')) {
        return refuse(&rules::ASSET_AMBIGUOUS_URL, &format!("has `{found}`"));
    }
    if !name.split('/').any(is_void) {
        return Ok(Cow::Borrowed(name));
    }
    let normal = parts.fold(first.to_owned(), |normal, part| normal + "/" + part);
    Ok(Cow::Owned(normal))
}

/// A part of a path that means nothing.
fn is_void(part: &str) -> bool {
    matches!(part, "" | ".")
}

/// RFC 3986, section 3.1: `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":"`.
fn has_scheme(part: &str) -> bool {
    part.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, expected) in [
            ("a.js", Ok("a.js")),
            ("./static//js/./a.js", Ok("static/js/a.js")),
            ("with space/ünï.js", Ok("with space/ünï.js")),
            ("dots..js", Ok("dots..js")),
            ("1:2.js", Ok("1:2.js")),
            ("../a.js", Err("asset/unsafe-name")),
            ("a/../../b.js", Err("asset/unsafe-name")),
            ("/etc/passwd", Err("asset/unsafe-name")),
            ("a\\b.js", Err("asset/unsafe-name")),
            ("C:/b.js", Err("asset/unsafe-name")),
            ("https://x/b.js", Err("asset/unsafe-name")),
            ("a\nb.js", Err("asset/unsafe-name")),
            ("", Err("asset/unsafe-name")),
            ("./", Err("asset/unsafe-name")),
            ("a.js?v=1", Err("asset/ambiguous-url")),
            ("a#b.js", Err("asset/ambiguous-url")),
            ("a%2e.js", Err("asset/ambiguous-url")),
        ] {
            let found = normal(name);
            assert_eq!(found.as_deref().map_err(|error| error.rule.id), expected, "{name}");
        }
    }

    #[test]
    fn joins() {
        for (path, name, expected) in [
            ("", "a.js", "a.js"),
            ("/", "a.js", "a.js"),
            ("static/js/", "a.js", "static/js/a.js"),
            ("/static", "a.js", "static/a.js"),
            ("static", "not:a-scheme.js", "static/not:a-scheme.js"),
        ] {
            assert_eq!(join(path, name).as_deref(), Ok(expected));
        }
        assert!(join("static", "/a.js").is_err());
        assert!(join("..", "a.js").is_err());
    }
}
