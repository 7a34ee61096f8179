//! Fields for the caches of one kind or product (RFC 9213), and fields for them that nobody can read without the product's manual.

use super::field::{CacheControl, read_with};
use super::response::Response;
use fedseal_diagnostics::registry as rules;

/// A field that stands for `Cache-Control` in some shared caches.
#[derive(Debug, Clone)]
pub(super) struct Targeted {
    /// Its name, as its specification writes it.
    pub(super) name: String,
    pub(super) control: CacheControl,
}

impl Targeted {
    /// Whether a cache that knows the field goes by it: one that is empty or malformed is as if it were not there (section 2.1).
    pub(super) fn counts(&self) -> bool {
        let malformed =
            self.control.diagnostics.iter().any(|one| one.rule == &rules::CACHE_INVALID_SYNTAX && one.is_error());
        !self.control.directives.is_empty() && !malformed
    }

    /// Whether all caches of content delivery networks go by it, and not those of one product.
    pub(super) fn is_of_all(&self) -> bool {
        self.name == GENERIC
    }
}

const GENERIC: &str = "CDN-Cache-Control";

/// How products write the names; headers of HTTP/2 come in lower case.
const NAMES: [&str; 4] =
    [GENERIC, "Cloudflare-CDN-Cache-Control", "Netlify-CDN-Cache-Control", "Vercel-CDN-Cache-Control"];

/// Fields that tell shared caches how long to keep a response in a syntax of their own.
const OTHERS: [&str; 3] = ["Surrogate-Control", "Edge-Control", "X-Accel-Expires"];

/// The targeted fields of a response, in their order. Their names end in `-Cache-Control` (section 3.1).
pub(super) fn targeted(response: &Response) -> Vec<Targeted> {
    let mut found: Vec<Targeted> = Vec::new();
    for (name, _) in &response.headers {
        let lower = name.to_ascii_lowercase();
        // `X-Cache-Control` is what proxies call a copy for people to look at.
        let is_targeted = lower.ends_with("-cache-control") && lower != "x-cache-control";
        if !is_targeted || found.iter().any(|one| one.name.eq_ignore_ascii_case(name)) {
            continue;
        }
        let known = NAMES.into_iter().find(|known| known.eq_ignore_ascii_case(name));
        // Netlify keeps such a response in one place for all its servers.
        let extensions: &[&str] = if lower == "netlify-cdn-cache-control" { &["durable"] } else { &[] };
        let control = read_with(response.lines(name), extensions);
        found.push(Targeted { name: known.unwrap_or(name).to_owned(), control });
    }
    found
}

/// Fields of a response that some shared caches go by, and that are not read here.
pub(super) fn unread(response: &Response) -> Vec<&'static str> {
    OTHERS.into_iter().filter(|name| response.has(name)).collect()
}
