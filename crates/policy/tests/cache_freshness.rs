//! For how long a response is reused without asking.
use fedseal_policy::cache::{Response, freshness};

const DATE: (&str, &str) = ("Date", "Thu, 01 Jan 2026 00:00:00 GMT");

/// (browser, shared): seconds, `-` for not stored, `~` in front of a guess.
fn reuse(headers: &[(&str, &str)]) -> (String, String) {
    let found = freshness(&Response::ok(headers.iter().copied()));
    let text = |one: fedseal_policy::cache::Reuse| match one {
        one if !one.stored => "-".to_owned(),
        one if one.heuristic => format!("~{}", one.seconds),
        one => one.seconds.to_string(),
    };
    (text(found.browser), text(found.shared))
}

fn check(headers: &[(&str, &str)], browser: &str, shared: &str) {
    assert_eq!(reuse(headers), (browser.to_owned(), shared.to_owned()), "{headers:?}");
}

fn control(value: &str, browser: &str, shared: &str) {
    check(&[("Cache-Control", value)], browser, shared);
}

#[test]
fn directives() {
    control("max-age=60", "60", "60");
    control("max-age=0, s-maxage=600", "0", "600");
    control("private, max-age=60", "60", "-");
    control("private=\"set-cookie\", max-age=60", "60", "60");
    control("no-store, max-age=60", "-", "-");
    control("no-cache, max-age=60", "0", "0");
    control("no-cache=\"set-cookie\", max-age=60", "60", "60");
    control("must-revalidate, max-age=60", "60", "60");
    control("MAX-AGE=60", "60", "60");
    control("max-age=\"60\"", "60", "60");
    control("public", "~0", "~0");
}

#[test]
fn what_is_invalid_is_stale() {
    control("max-age=a", "0", "0");
    control("max-age", "0", "0");
    control("max-age=-1", "0", "0");
    control("max-age=60, max-age=70", "0", "0");
    control("max-age=60, max-age=60", "60", "60");
    control("max-age=99999999999999999999", "2147483648", "2147483648");
    control("public max-age=60", "~0", "~0");
}

#[test]
fn expires_age_and_guesses() {
    let tomorrow = ("Expires", "Fri, 02 Jan 2026 00:00:00 GMT");
    check(&[DATE, tomorrow], "86400", "86400");
    check(&[DATE, tomorrow, ("Cache-Control", "max-age=5")], "5", "5");
    check(&[DATE, tomorrow, ("Cache-Control", "s-maxage=5")], "86400", "5");
    check(&[DATE, ("Expires", "0")], "0", "0");
    check(&[DATE, ("Expires", "Wed, 31 Dec 2025 00:00:00 GMT")], "0", "0");
    check(&[DATE, tomorrow, ("Expires", "Sat, 03 Jan 2026 00:00:00 GMT")], "0", "0");
    // Without `Date`, caches count from when they receive the response (RFC 9110, section 6.6.1): later than 2025.
    let end = ("Expires", "Thu, 01 Jan 2099 00:00:00 GMT");
    check(&[end], "2303683200", "2303683200");
    check(&[end, ("Date", "now")], "2303683200", "2303683200");
    check(&[("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")], "0", "0");
    check(&[("Expires", "0")], "0", "0");
    assert!(freshness(&Response::ok([end])).browser.dated);
    assert!(!freshness(&Response::ok([DATE, end])).browser.dated);
    assert!(!freshness(&Response::ok([end, ("Cache-Control", "no-cache")])).browser.dated);
    check(&[DATE, ("Last-Modified", "Wed, 31 Dec 2025 00:00:00 GMT")], "~8640", "~8640");
    check(&[DATE, ("Last-Modified", "Friday, 02-Jan-26 00:00:00 GMT")], "~0", "~0");
    check(&[DATE], "~0", "~0");
    check(&[("Cache-Control", "max-age=60"), ("Age", "20")], "40", "40");
    check(&[("Cache-Control", "max-age=60"), ("Age", "200")], "0", "0");
    check(&[("Cache-Control", "max-age=60"), ("Age", "old")], "60", "60");
    check(&[("Cache-Control", "max-age=60"), ("Vary", "*")], "0", "0");
    check(&[("Cache-Control", "max-age=60"), ("CDN-Cache-Control", "max-age=600")], "60", "600");
    check(&[("Cache-Control", "max-age=60"), ("CDN-Cache-Control", "")], "60", "60");
}

#[test]
fn targeted_fields() {
    let own = ("Cache-Control", "max-age=60");
    // Each product has one of its own, and other caches go by `Cache-Control`: the longest counts.
    for name in [
        "Cloudflare-CDN-Cache-Control",
        "vercel-cdn-cache-control",
        "Netlify-CDN-Cache-Control",
        "Example-Cache-Control",
    ] {
        check(&[own, (name, "max-age=600")], "60", "600");
        check(&[own, (name, "no-store")], "60", "60");
    }
    check(&[own, ("CDN-Cache-Control", "no-store")], "60", "-");
    check(&[own, ("CDN-Cache-Control", "max-age=5"), ("Vercel-CDN-Cache-Control", "max-age=600")], "60", "600");
    check(&[("Cache-Control", "private"), ("Vercel-CDN-Cache-Control", "max-age=600")], "~0", "600");
    // Malformed, it is as if it were not there (RFC 9213, section 2.1).
    check(&[own, ("CDN-Cache-Control", "max-age=600 x")], "60", "60");
    // A cache that goes by it goes by no `Expires`.
    check(&[DATE, ("Expires", "Fri, 02 Jan 2026 00:00:00 GMT"), ("CDN-Cache-Control", "public")], "86400", "~0");
    check(&[own, ("X-Cache-Control", "max-age=600")], "60", "60");
}

#[test]
fn status_codes() {
    let of = |status, headers: &[(&str, &str)]| {
        let found = freshness(&Response { status, ..Response::ok(headers.iter().copied()) });
        (found.browser.stored, found.seconds())
    };
    assert_eq!(of(500, &[]), (false, 0));
    assert_eq!(of(500, &[("Cache-Control", "max-age=60")]), (true, 60));
    assert_eq!(of(404, &[DATE, ("Last-Modified", "Wed, 31 Dec 2025 00:00:00 GMT")]), (true, 8640));
    let changed = ("Last-Modified", "Wed, 31 Dec 2025 00:00:00 GMT");
    assert_eq!(of(302, &[("Cache-Control", "public"), DATE, changed]), (true, 8640));
    assert_eq!(of(302, &[("Cache-Control", "private"), DATE, changed]), (true, 0));
}

#[test]
fn stale_windows() {
    let window = |value: &str| {
        let found = freshness(&Response::ok([("Cache-Control", value)]));
        (found.browser.stale_while_revalidate, found.shared.stale_while_revalidate, found.browser.stale_if_error)
    };
    assert_eq!(window("max-age=1, stale-while-revalidate=60, stale-if-error=70"), (60, 60, 70));
    assert_eq!(window("max-age=1, must-revalidate, stale-while-revalidate=60"), (0, 0, 0));
    assert_eq!(window("max-age=1, proxy-revalidate, stale-while-revalidate=60"), (60, 0, 0));
    assert_eq!(window("max-age=1, s-maxage=1, stale-while-revalidate=60"), (60, 0, 0));
    assert_eq!(window("no-cache, stale-while-revalidate=60"), (0, 0, 0));
}
