//! For how long caches reuse a response without asking (RFC 9111, section 4.2).

use super::field::{CacheControl, read};
use super::response::Response;
use super::targeted::targeted;
use super::tokens::list;

/// What one kind of cache does with a response. Seconds count from when the response was received.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reuse {
    /// Whether the cache may store the response.
    pub stored: bool,
    /// Seconds of reuse without asking the server: the freshness lifetime less `Age`.
    pub seconds: u64,
    /// Whether the server gave no lifetime, so that the cache guesses (section 4.2.2). `seconds` is then a tenth of the time
    /// from `Last-Modified` to `Date`, and 0 where there is nothing to guess from.
    pub heuristic: bool,
    /// Whether the server gave an end, `Expires`, and no `Date`: caches count from when they receive the response (RFC 9110,
    /// section 6.6.1), which a text does not say. `seconds` is then the longest time that it can be.
    pub dated: bool,
    /// Further seconds in which a stale response is used while the cache asks (RFC 5861, section 3).
    pub stale_while_revalidate: u64,
    /// Further seconds in which a stale response is used when the server fails (RFC 5861, section 4).
    pub stale_if_error: u64,
    /// Whether not even a reload asks (RFC 8246): only while the response is fresh.
    pub immutable: bool,
}

/// Reuse by the cache of one browser, and by a cache that many share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Freshness {
    /// A private cache.
    pub browser: Reuse,
    /// A proxy or a CDN: the one of them that keeps the response longest. `CDN-Cache-Control` stands for `Cache-Control` there,
    /// and the field of one product in caches of that product (RFC 9213).
    pub shared: Reuse,
}

impl Freshness {
    /// The longest time that either reuses the response without asking.
    pub fn seconds(&self) -> u64 {
        self.browser.seconds.max(self.shared.seconds)
    }
}

/// What caches do with a response to a `GET` request without credentials.
pub fn freshness(response: &Response) -> Freshness {
    let own = read(response.lines("cache-control"));
    let mut fields = targeted(response);
    fields.retain(|one| one.counts());
    let mut shared: Vec<Reuse> = fields.iter().map(|one| reuse(&one.control, response, Cache::Targeted)).collect();
    if !fields.iter().any(|one| one.is_of_all()) {
        shared.push(reuse(&own, response, Cache::Shared));
    }
    // The last of equals: `Cache-Control` itself.
    let longest = shared.into_iter().max_by_key(|one| (one.stored, one.heuristic, one.seconds)).unwrap_or_default();
    Freshness { browser: reuse(&own, response, Cache::Browser), shared: longest }
}

/// Whose cache it is, and what it goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cache {
    Browser,
    Shared,
    /// A shared one that goes by a field of its own, and neither by `Cache-Control` nor by `Expires` (RFC 9213, section 2.2).
    Targeted,
}

/// Status codes that caches may store without being told (RFC 9110, section 15.1).
const HEURISTIC: [u16; 12] = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501];

fn reuse(control: &CacheControl, response: &Response, cache: Cache) -> Reuse {
    let shared = cache != Cache::Browser;
    // `must-understand` lifts `no-store` only in caches that implement it (section 5.2.2.3), which browsers do not: a
    // response that depends on it counts as not stored.
    if control.has("no-store") || (shared && control.whole("private")) {
        return Reuse::default();
    }
    let explicit = lifetime(control, response, cache);
    // Section 3: a response is stored for a reason.
    let known = HEURISTIC.contains(&response.status);
    let reason = known
        || (cache != Cache::Targeted && response.has("expires"))
        || control.whole("public")
        || control.has("max-age")
        || (shared && control.has("s-maxage"))
        || (!shared && control.has("private"));
    if !reason {
        return Reuse::default();
    }
    // Section 4.2.2: caches guess for these only; anything else without a lifetime is stale.
    let heuristic = explicit.is_none() && !control.whole("no-cache") && (known || control.whole("public"));
    let guess = Lifetime { seconds: if heuristic { guessed(response) } else { 0 }, dated: false };
    let full = explicit.unwrap_or(guess);
    // What is not asked for again is what matches: `Vary: *` never does (section 4.1).
    let asks = control.whole("no-cache") || list(response.lines("vary")).iter().any(|name| name == "*");
    let seconds = if asks { 0 } else { full.seconds.saturating_sub(age(response)) };
    // Section 4.2.4: these forbid stale responses.
    let strict = asks
        || control.has("must-revalidate")
        || (shared && (control.has("proxy-revalidate") || control.has("s-maxage")));
    let window = |name| if strict { 0 } else { control.seconds(name).unwrap_or(0) };
    Reuse {
        stored: true,
        seconds,
        heuristic,
        dated: full.dated && seconds > 0,
        stale_while_revalidate: window("stale-while-revalidate"),
        stale_if_error: window("stale-if-error"),
        immutable: control.has("immutable") && seconds > 0,
    }
}

/// A freshness lifetime.
struct Lifetime {
    seconds: u64,
    /// See [`Reuse::dated`].
    dated: bool,
}

/// Seconds from 1970 to 2026: no response is received before this program was written.
const EARLIEST: u64 = 1_767_225_600;

/// The freshness lifetime that the server gave (section 4.2.1).
fn lifetime(control: &CacheControl, response: &Response, cache: Cache) -> Option<Lifetime> {
    let certain = |seconds| Some(Lifetime { seconds, dated: false });
    if cache != Cache::Browser
        && let Some(seconds) = control.seconds("s-maxage")
    {
        return certain(seconds);
    }
    if let Some(seconds) = control.seconds("max-age") {
        return certain(seconds);
    }
    if cache == Cache::Targeted {
        return None;
    }
    let mut lines = response.lines("expires");
    let first = lines.next()?;
    // Several values, and dates that cannot be read, are in the past (sections 4.2.1 and 5.3).
    if lines.any(|other| other != first) {
        return certain(0);
    }
    let Some(expires) = date(first.trim_matches([' ', '\t'])) else { return certain(0) };
    match response.first("date").and_then(date) {
        Some(sent) => certain(expires.saturating_sub(sent)),
        None => Some(Lifetime { seconds: expires.saturating_sub(EARLIEST), dated: true }),
    }
}

/// A tenth of the time since the last change, as section 4.2.2 suggests and browsers do.
fn guessed(response: &Response) -> u64 {
    match (response.first("last-modified").and_then(date), response.first("date").and_then(date)) {
        (Some(changed), Some(sent)) => sent.saturating_sub(changed) / 10,
        _ => 0,
    }
}

/// Seconds that the response has been in caches (section 5.1); what cannot be read is ignored there.
fn age(response: &Response) -> u64 {
    response.first("age").and_then(super::directive::seconds).unwrap_or(0)
}

/// Seconds from 1970 to an HTTP date (RFC 9110, section 5.6.7).
fn date(text: &str) -> Option<u64> {
    let date = httpdate::parse_http_date(text).ok()?;
    date.duration_since(std::time::UNIX_EPOCH).ok().map(|time| time.as_secs())
}
