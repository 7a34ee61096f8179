//! The rules `cache/…`, sorted by id.

super::rules! {
CACHE_CONTRADICTORY_DIRECTIVES "cache/contradictory-directives" Error false {
    "Two directives of `Cache-Control` contradict each other."
    "Caches should apply the stricter one (RFC 9111, section 4.2.1), but not all of them do: the result depends on the browser, the proxy and the CDN."
    "Remove one of the two."
}
CACHE_CORS_WITHOUT_VARY "cache/cors-without-vary" Error false {
    "`Access-Control-Allow-Origin` names one origin, and `Vary` does not name `Origin`."
    "A cache serves the response that it stored for one shell to another one, whose browser refuses it. The failure comes and goes with the contents of the cache."
    "Send `Access-Control-Allow-Origin: *` for files that everybody may load, or add `Vary: Origin`."
}
CACHE_DUPLICATE_DIRECTIVE "cache/duplicate-directive" Error false {
    "`Cache-Control` has the same directive more than once."
    "One cache uses the first value, another the last, a third treats the response as stale (RFC 9111, section 4.2.1). Often a server and a proxy each add a header."
    "Send each directive once. Look for a second place that sets the header: a proxy, a CDN, `add_header` beside `expires`."
}
CACHE_ENCODING_WITHOUT_VARY "cache/encoding-without-vary" Error false {
    "A compressed response has no `Vary: Accept-Encoding`."
    "A shared cache may send the compressed bytes to a client that did not ask for them, and the file does not load there."
    "Send `Vary: Accept-Encoding` with compressed and plain responses (nginx: `gzip_vary on`)."
}
CACHE_ENTRY_IMMUTABLE "cache/entry-immutable" Error false {
    "An entry URL is served `immutable`."
    "Browsers do not ask again, not even when the page is reloaded (RFC 8246): visitors keep an old release, whose chunks may be gone, and no deployment reaches them."
    "Send `Cache-Control: no-cache` for manifests, remote entries and pages. Visitors who already have the old response need a new URL."
}
CACHE_ENTRY_SHARED_WITHOUT_PURGE "cache/entry-shared-without-purge" Error false {
    "Shared caches keep an entry URL for long, and nothing says that they are purged."
    "After a deployment the CDN goes on to serve the old manifest, while the files that it names may be gone."
    "Leave `s-maxage` out, or purge the entry URLs on each deployment and set `cache.purged` in the configuration."
}
CACHE_ENTRY_STALE_WHILE_REVALIDATE "cache/entry-stale-while-revalidate" Error false {
    "An entry URL is served with `stale-while-revalidate`."
    "The first page view after a release gets the previous release (RFC 5861, section 3), and asks for its chunks."
    "Send `Cache-Control: no-cache` for manifests, remote entries and pages."
}
CACHE_ENTRY_TOO_FRESH "cache/entry-too-fresh" Error false {
    "Caches reuse an entry URL for too long without asking."
    "Until then, visitors run the old release, or mix the manifest of one release with chunks of another. A rollback takes just as long to reach them."
    "Send `Cache-Control: no-cache`: caches store the response and ask before each reuse, which costs a 304 without a body. Or use a short `max-age`."
}
CACHE_HASHED_NOT_IMMUTABLE "cache/hashed-not-immutable" Error false {
    "A file with a hash in its name is served without `immutable`."
    "Each reload asks the server for files that cannot have changed."
    "Send `Cache-Control: public, max-age=31536000, immutable`."
}
CACHE_HASHED_PRIVATE "cache/hashed-private" Error false {
    "A file with a hash in its name is served as `private`."
    "No CDN and no proxy may store it, so that each visitor loads it from the origin."
    "Send `Cache-Control: public, max-age=31536000, immutable`."
}
CACHE_HASHED_REVALIDATED "cache/hashed-revalidated" Error false {
    "A file with a hash in its name is not reused without asking."
    "Each page view asks for it again, or loads it again, although new content would have another name."
    "Send `Cache-Control: public, max-age=31536000, immutable`."
}
CACHE_HASHED_SETS_COOKIE "cache/hashed-sets-cookie" Error false {
    "A file with a hash in its name is served with `Set-Cookie`."
    "Many CDNs do not store such a response. Those that do give the cookie of one visitor to all others."
    "Send no `Set-Cookie` with static files: serve them from a host or path without session middleware."
}
CACHE_HASHED_SHORT_LIVED "cache/hashed-short-lived" Error false {
    "A file with a hash in its name is kept for less than a year."
    "Visitors load it again although it cannot have changed."
    "Send `Cache-Control: public, max-age=31536000, immutable`."
}
CACHE_IGNORED_LINE "cache/ignored-line" Error false {
    "The platform ignores a line of `_headers`."
    "The header is not sent, and no build fails: the platform's default takes effect."
    "Correct the line as the finding says."
}
CACHE_INVALID_ARGUMENT "cache/invalid-argument" Error false {
    "A directive of `Cache-Control` has an argument that it cannot have."
    "Some caches treat the response as stale, some ignore the directive, and some read a part of the argument. A number of seconds that is too large is only a note: all caches read it as the largest (RFC 9111, section 1.2.2)."
    "Correct the argument as the finding says."
}
CACHE_INVALID_SYNTAX "cache/invalid-syntax" Error false {
    "`Cache-Control` is not a list of directives."
    "Caches disagree about malformed fields: one ignores the whole field, another reads a part of it, and both may then guess a lifetime."
    "Write directives separated by commas, such as `public, max-age=31536000, immutable` (RFC 9111, section 5.2)."
}
CACHE_MISSING_FILE_KEPT "cache/missing-file-kept" Error false {
    "Caches may keep the response for a file that does not exist."
    "A browser that asks for a file just before it is deployed keeps the 404, and cannot load the file afterwards."
    "Send no `Cache-Control` with a long `max-age` on errors: in nginx, `add_header … always` and `expires` in a wide `location` do that."
}
CACHE_MISSING_HEADER "cache/missing-header" Error false {
    "A response has no `Cache-Control` header."
    "Each cache then guesses for how long it may reuse the response (RFC 9111, section 4.2.2), often a tenth of the time since `Last-Modified`. A page can load a manifest of one release and chunks of another."
    "Send `Cache-Control` with every response: `no-cache` for entry URLs, `public, max-age=31536000, immutable` for files with a hash in their name. `fedseal headers` writes the configuration."
}
CACHE_MISSING_LIFETIME "cache/missing-lifetime" Error false {
    "`Cache-Control` does not say for how long a response may be reused."
    "Each cache then guesses (RFC 9111, section 4.2.2): `public` alone, for example, allows a reuse of days."
    "Add `max-age` or `no-cache`."
}
CACHE_MISSPELLED_DIRECTIVE "cache/misspelled-directive" Error false {
    "`Cache-Control` has an unknown directive whose name is close to that of a known one."
    "Caches ignore unknown directives, so it has no effect."
    "Write the name as the finding says."
}
CACHE_NAME_REUSED "cache/name-reused" Error false {
    "A file is cached for long, and its name had other content in the previous release."
    "Visitors of the previous release keep the old bytes under this name, and the seal of the new release refuses them."
    "Put a hash of the content into the name (`[contenthash]`), or serve the file with `Cache-Control: no-cache`."
}
CACHE_NO_VALIDATOR "cache/no-validator" Warning false {
    "A response that caches must revalidate has neither `ETag` nor `Last-Modified`."
    "The server cannot answer 304, so each revalidation downloads the whole file."
    "Send `ETag`, or `Last-Modified`."
}
CACHE_REQUEST_DIRECTIVE "cache/request-directive" Warning false {
    "A response has a directive of `Cache-Control` that only requests may carry."
    "Caches ignore it, so it has no effect."
    "Remove the directive from the response."
}
CACHE_TENANT_MANIFEST_PUBLIC "cache/tenant-manifest-public" Error false {
    "Shared caches may store a manifest that depends on who asks."
    "A CDN can serve the manifest of one tenant to another, and with it the code that the other runs."
    "Send `Cache-Control: private, no-cache`."
}
CACHE_TENANT_MANIFEST_WITHOUT_VARY "cache/tenant-manifest-without-vary" Error false {
    "A manifest depends on who asks, and `Vary` does not name the request header that it depends on."
    "After a user switches accounts, the browser reuses the manifest of the other account."
    "Send `Vary: Authorization`, or `Vary: Cookie` where a cookie says who asks."
}
CACHE_UNHASHED_IMMUTABLE "cache/unhashed-immutable" Error false {
    "A file without a content hash in its name is served `immutable`."
    "After the next release browsers keep the old bytes under the same name. A page that enforces the seal refuses them, on every visit, and a reload does not help."
    "Put a hash of the content into the name (`[contenthash]`), or send `Cache-Control: no-cache`."
}
CACHE_UNHASHED_TOO_FRESH "cache/unhashed-too-fresh" Error false {
    "Caches reuse a file without a content hash in its name for too long."
    "After a release, browsers use old bytes under the same name. A page that enforces the seal refuses them."
    "Put a hash of the content into the name (`[contenthash]`), or send `Cache-Control: no-cache`."
}
CACHE_UNKNOWN_DIRECTIVE "cache/unknown-directive" Warning false {
    "`Cache-Control` has a directive that no specification defines."
    "Caches ignore unknown directives, so it works in one product at best."
    "Remove it, or give the rule another level if a product that you use defines it."
}
CACHE_UNREAD_FIELD "cache/unread-field" Error true {
    "A response has a field for shared caches that fedseal does not read."
    "`Surrogate-Control`, `Edge-Control` and `X-Accel-Expires` have a syntax and a meaning that depend on the product, and go before `Cache-Control` there. What such a cache does was not checked."
    "Send `CDN-Cache-Control` (RFC 9213) instead. Of entries that each deployment purges from the CDN, say so with `cache.purged`."
}
CACHE_UNVERIFIED_HASH "cache/unverified-hash" Warning false {
    "A file is cached for long because of a hash in its name that fedseal could not verify."
    "If the name stays the same when the content changes, visitors keep old bytes, which the seal of the new release refuses."
    "Build with `[contenthash]` and `optimization.realContentHash` (on in production), or set `cache.previous` to the previous release's manifest: a name that changed together with its content is verified."
}
CACHE_VALIDATOR_IGNORED "cache/validator-ignored" Warning false {
    "The server does not answer 304 to its own validator."
    "Each revalidation downloads the whole file."
    "Make the server compare `If-None-Match` and `If-Modified-Since`, or find the proxy that removes them."
}
}
