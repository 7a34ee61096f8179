//! Directives that cannot hold together. Caches should apply the stricter one (RFC 9111, section 4.2.1), and do not all do so.

use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;

use super::field::CacheControl;

/// A finding for each pair of directives that contradict each other.
pub(super) fn contradictions(read: &CacheControl) -> Vec<Diagnostic> {
    let lives = |name: &str| read.seconds(name).is_some_and(|value| value > 0);
    let pairs = [
        (
            read.whole("public") && read.whole("private"),
            "public",
            "private",
            "one allows shared caches, the other forbids them",
        ),
        (read.has("no-store") && read.has("immutable"), "no-store", "immutable", "what is not stored cannot be kept"),
        (read.has("no-store") && read.whole("public"), "no-store", "public", "what is not stored cannot be shared"),
        (read.has("no-store") && lives("max-age"), "no-store", "max-age", "what is not stored cannot be reused"),
        (read.has("no-store") && lives("s-maxage"), "no-store", "s-maxage", "what is not stored cannot be reused"),
        (
            read.whole("no-cache") && read.has("immutable"),
            "no-cache",
            "immutable",
            "one asks before each reuse, the other never asks",
        ),
        (
            read.whole("no-cache") && lives("max-age"),
            "no-cache",
            "max-age",
            "one asks before each reuse, the other gives time without asking; caches take the stricter one (RFC 9111, section 4.2.1)",
        ),
        (
            read.whole("no-cache") && lives("s-maxage"),
            "no-cache",
            "s-maxage",
            "one asks before each reuse, the other gives time without asking",
        ),
        (
            read.whole("private") && read.has("s-maxage"),
            "private",
            "s-maxage",
            "one forbids shared caches, the other speaks to nobody else",
        ),
        (
            (read.has("must-revalidate") || read.whole("no-cache") || read.has("no-store"))
                && lives("stale-while-revalidate"),
            if read.has("must-revalidate") {
                "must-revalidate"
            } else if read.has("no-store") {
                "no-store"
            } else {
                "no-cache"
            },
            "stale-while-revalidate",
            "one forbids stale responses, the other allows them",
        ),
        (
            read.has("immutable") && read.seconds("max-age") == Some(0) && !read.whole("no-cache"),
            "immutable",
            "max-age=0",
            "`immutable` holds while a response is fresh (RFC 8246, section 2), and this one never is",
        ),
    ];
    pairs
        .into_iter()
        .filter(|(contradict, ..)| *contradict)
        .map(|(_, one, other, why)| {
            let message = format!("`{one}` and `{other}` contradict each other: {why}");
            Diagnostic::new(&rules::CACHE_CONTRADICTORY_DIRECTIVES, message)
                .with_help(format!("Send `{one}` or `{other}`, not both."))
        })
        .collect()
}
