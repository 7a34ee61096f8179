//! The directives that exist, and which of them stand in for one another.

/// What a directive is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Where something may be fetched from, or what may run (section 6.1).
    Fetch,
    /// The document itself: `base-uri`, `sandbox` (section 6.3).
    Document,
    /// Where the page may be sent to, and who may embed it (section 6.4).
    Navigation,
    /// Where reports go (section 6.5).
    Reporting,
    /// Defined elsewhere: mixed content, Trusted Types, WebRTC.
    Other,
    /// In no specification any more; browsers ignore it.
    Obsolete,
}

/// Every directive, with its kind.
pub(super) const DIRECTIVES: &[(&str, Kind)] = &[
    ("child-src", Kind::Fetch),
    ("connect-src", Kind::Fetch),
    ("default-src", Kind::Fetch),
    ("font-src", Kind::Fetch),
    ("frame-src", Kind::Fetch),
    ("img-src", Kind::Fetch),
    ("manifest-src", Kind::Fetch),
    ("media-src", Kind::Fetch),
    ("object-src", Kind::Fetch),
    ("script-src", Kind::Fetch),
    ("script-src-attr", Kind::Fetch),
    ("script-src-elem", Kind::Fetch),
    ("style-src", Kind::Fetch),
    ("style-src-attr", Kind::Fetch),
    ("style-src-elem", Kind::Fetch),
    ("worker-src", Kind::Fetch),
    // Not in CSP3: fenced frames fall back as frames do.
    ("fenced-frame-src", Kind::Fetch),
    ("base-uri", Kind::Document),
    ("sandbox", Kind::Document),
    ("form-action", Kind::Navigation),
    ("frame-ancestors", Kind::Navigation),
    ("report-to", Kind::Reporting),
    ("report-uri", Kind::Reporting),
    ("require-trusted-types-for", Kind::Other),
    ("trusted-types", Kind::Other),
    ("upgrade-insecure-requests", Kind::Other),
    ("webrtc", Kind::Other),
    ("block-all-mixed-content", Kind::Obsolete),
    ("navigate-to", Kind::Obsolete),
    ("plugin-types", Kind::Obsolete),
    ("prefetch-src", Kind::Obsolete),
    ("referrer", Kind::Obsolete),
    ("reflected-xss", Kind::Obsolete),
    ("require-sri-for", Kind::Obsolete),
];

/// The kind of the directive called `name`, which is in lower case; nothing for a name that does not exist.
pub fn kind(name: &str) -> Option<Kind> {
    DIRECTIVES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// Whether the values of a directive are source expressions (section 2.3.1).
pub(super) fn lists_sources(name: &str) -> bool {
    matches!(kind(name), Some(Kind::Fetch)) || matches!(name, "base-uri" | "form-action" | "frame-ancestors")
}

/// The directives that are asked about a request, the most specific first (section 6.8.3). `child-src` and `default-src` are no
/// effective directives of CSP3; they stand for the frames, workers and hints that they would govern.
pub fn fallback(name: &str) -> &'static [&'static str] {
    match name {
        "script-src-elem" => &["script-src-elem", "script-src", "default-src"],
        "script-src-attr" => &["script-src-attr", "script-src", "default-src"],
        // `eval` and WebAssembly ask `script-src` and its fallback only (section 4.4).
        "script-src" => &["script-src", "default-src"],
        "style-src-elem" => &["style-src-elem", "style-src", "default-src"],
        "style-src-attr" => &["style-src-attr", "style-src", "default-src"],
        "style-src" => &["style-src", "default-src"],
        "worker-src" => &["worker-src", "child-src", "script-src", "default-src"],
        "frame-src" => &["frame-src", "child-src", "default-src"],
        "fenced-frame-src" => &["fenced-frame-src", "frame-src", "child-src", "default-src"],
        "child-src" => &["child-src", "default-src"],
        "connect-src" => &["connect-src", "default-src"],
        "manifest-src" => &["manifest-src", "default-src"],
        "object-src" => &["object-src", "default-src"],
        "media-src" => &["media-src", "default-src"],
        "font-src" => &["font-src", "default-src"],
        "img-src" => &["img-src", "default-src"],
        "default-src" => &["default-src"],
        "base-uri" => &["base-uri"],
        "form-action" => &["form-action"],
        _ => &[],
    }
}

/// What requests of an effective directive are, for sentences.
pub fn governs(name: &str) -> &'static str {
    match name {
        "script-src" => "code from strings",
        "script-src-elem" => "script elements",
        "script-src-attr" => "event handler attributes",
        "style-src" | "style-src-elem" => "style sheets",
        "style-src-attr" => "style attributes",
        "worker-src" => "workers",
        "frame-src" => "frames",
        "fenced-frame-src" => "fenced frames",
        "child-src" => "frames and workers",
        "connect-src" => "connections",
        "manifest-src" => "web app manifests",
        "object-src" => "plugins",
        "media-src" => "audio and video",
        "font-src" => "fonts",
        "img-src" => "images",
        "base-uri" => "the base URL",
        "form-action" => "form submissions",
        _ => "these requests",
    }
}

/// The directive that was probably meant by `name`.
pub(super) fn near(name: &str) -> Option<&'static str> {
    nearest(name, DIRECTIVES.iter().map(|(known, _)| *known))
}

/// The nearest of `names`, if it is near: a typing mistake or two.
pub(super) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    // The distance takes time in proportion to the length, and no name that is meant is this long.
    if name.len() > 64 {
        return None;
    }
    names
        .map(|known| (strsim::osa_distance(&name, known), known))
        .filter(|(distance, known)| *distance <= 2.min(known.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fallback_starts_with_the_directive_itself() {
        for (name, kind) in DIRECTIVES {
            let list = fallback(name);
            assert_eq!(list.first().copied(), (!list.is_empty()).then_some(*name));
            assert!(*kind != Kind::Fetch || !list.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_typing_mistake_is_recognised() {
        assert_eq!(near("scrip-src"), Some("script-src"));
        assert_eq!(near("default_src"), Some("default-src"));
        assert_eq!(near("conect-src"), Some("connect-src"));
        assert_eq!(near("sources"), None);
    }
}
