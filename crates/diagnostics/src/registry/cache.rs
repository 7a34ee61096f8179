//! The rules `cache/…`, sorted by id.

super::rules! {
CACHE_MISSING_HEADER "cache/missing-header" Error false {
    "A response has no `Cache-Control` header."
    "Each cache then guesses for how long it may reuse the response (RFC 9111, section 4.2.2), often a tenth of the time since `Last-Modified`. A page can load a manifest of one release and chunks of another."
    "Send `Cache-Control` with every response: `no-cache` for entry URLs, `public, max-age=31536000, immutable` for files with a hash in their name. `fedseal headers` writes the configuration."
}
}
