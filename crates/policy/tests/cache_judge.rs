//! Roles against headers.
#![expect(clippy::expect_used, reason = "a test that fails panics")]
use fedseal_policy::cache::{Judging, Response, Role, judge, recommended};

fn rules(role: &str, headers: &[(&str, &str)], complete: bool) -> Vec<String> {
    let role = Role::parse(role).expect("a role");
    let judging = Judging { complete, ..Judging::new(role) };
    let found = judge(&Response::ok(headers.iter().copied()), judging);
    found.iter().map(|one| one.rule.id.trim_start_matches("cache/").to_owned()).collect()
}

fn value(role: &str, value: &str, expected: &[&str]) {
    assert_eq!(rules(role, &[("Cache-Control", value)], false), expected, "{role}: {value}");
}

#[test]
fn entries() {
    for fine in
        ["no-cache", "max-age=0, must-revalidate", "public, max-age=60", "max-age=300", "no-store", "private, no-cache"]
    {
        value("entry", fine, &[]);
    }
    value("entry", "public, max-age=31536000, immutable", &["entry-immutable"]);
    value("entry", "max-age=60, immutable", &["entry-immutable"]);
    value("entry", "max-age=31536000", &["entry-too-fresh"]);
    value("entry", "max-age=301", &["entry-too-fresh"]);
    value("entry", "max-age=60, stale-while-revalidate=86400", &["entry-stale-while-revalidate"]);
    value("entry", "max-age=0, s-maxage=3600", &["entry-shared-without-purge"]);
    value("entry", "max-age=0, s-maxage=60", &[]);
    value("entry", "public", &["missing-lifetime"]);
    value("entry", "s-maxage=60", &["missing-lifetime"]);
    value("entry", "", &["missing-lifetime"]);
    assert_eq!(rules("entry", &[], false), ["missing-header"]);
    assert_eq!(rules("entry", &[("Pragma", "no-cache")], false), ["missing-header"]);
    value("unhashed", "public, max-age=31536000, immutable", &["unhashed-immutable"]);
    value("unhashed", "no-cache", &[]);
}

#[test]
fn hashed_files() {
    value("hashed", "public, max-age=31536000, immutable", &[]);
    value("hashed", "max-age=63072000, immutable", &[]);
    value("hashed", "public, max-age=31536000", &["hashed-not-immutable"]);
    value("hashed", "max-age=3600, immutable", &["hashed-short-lived"]);
    value("hashed", "no-cache", &["hashed-revalidated"]);
    value("hashed", "no-store", &["hashed-revalidated"]);
    value("hashed", "private, max-age=31536000, immutable", &["hashed-private"]);
    value("hashed", "public, max-age=31536000, s-maxage=60, immutable", &["hashed-short-lived"]);
    value("hashed", "public max-age=31536000 immutable", &["invalid-syntax"]);
    let headers = [("Cache-Control", "public, max-age=31536000, immutable"), ("Set-Cookie", "a=b")];
    assert_eq!(rules("hashed", &headers, true), ["hashed-sets-cookie"]);
    // A response that has been in a cache for a while has the lifetime that the server gave.
    let headers = [("Cache-Control", "public, max-age=31536000, immutable"), ("Age", "1000")];
    assert_eq!(rules("hashed", &headers, true), [""; 0]);
}

#[test]
fn tenant_manifests() {
    value("tenant-manifest", "private, no-cache", &[]);
    value("tenant-manifest", "no-store", &[]);
    value("tenant-manifest", "no-cache", &["tenant-manifest-public"]);
    value("tenant-manifest", "public, max-age=60", &["tenant-manifest-public"]);
    let etag = ("ETag", "\"a\"");
    assert_eq!(
        rules("tenant-manifest", &[("Cache-Control", "private, no-cache"), etag], true),
        ["tenant-manifest-without-vary"]
    );
    for vary in ["Authorization", "Accept-Encoding, cookie", "*"] {
        assert_eq!(
            rules("tenant-manifest", &[("Cache-Control", "private, no-cache"), etag, ("Vary", vary)], true),
            [""; 0]
        );
    }
}

#[test]
fn an_end_without_a_date() {
    let end = ("Expires", "Thu, 01 Jan 2099 00:00:00 GMT");
    assert_eq!(rules("entry", &[end], false), ["entry-too-fresh"]);
    assert_eq!(rules("unhashed", &[end], false), ["unhashed-too-fresh"]);
    assert_eq!(rules("hashed", &[end], false), ["hashed-short-lived"]);
    assert_eq!(rules("tenant-manifest", &[end], false), ["tenant-manifest-public", "entry-too-fresh"]);
    assert_eq!(rules("entry", &[end, ("Cache-Control", "no-cache")], false), [""; 0]);
}

#[test]
fn errors() {
    let of = |status, role: &str, value: &str, purged| {
        let judging = Judging { purged, ..Judging::new(Role::parse(role).expect("a role")) };
        let found = judge(&Response { status, ..Response::ok([("Cache-Control", value)]) }, judging);
        found.iter().map(|one| one.rule.id.trim_start_matches("cache/").to_owned()).collect::<Vec<_>>()
    };
    for role in ["entry", "hashed", "unhashed", "tenant-manifest"] {
        for status in [404, 410, 500] {
            assert_eq!(of(status, role, "public, max-age=31536000, immutable", false), ["missing-file-kept"]);
            assert_eq!(of(status, role, "no-cache", false), [""; 0]);
            assert_eq!(of(status, role, "max-age=60", false), [""; 0]);
        }
    }
    assert_eq!(of(404, "hashed", "max-age=0, s-maxage=86400", false), ["missing-file-kept"]);
    assert_eq!(of(404, "hashed", "max-age=0, s-maxage=86400", true), [""; 0]);
    assert_eq!(of(404, "hashed", "max-age 60", false), ["invalid-syntax"]);
    let missing = Response { status: 404, ..Response::ok([("Expires", "Thu, 01 Jan 2099 00:00:00 GMT")]) };
    assert_eq!(judge(&missing, Judging::new(Role::Hashed)).len(), 1);
    assert_eq!(recommended(&missing, Role::Hashed), "no-cache");
}

#[test]
fn fields_for_shared_caches() {
    let entry = |name: &str, value: &str| rules("entry", &[("Cache-Control", "no-cache"), (name, value)], false);
    for name in
        ["CDN-Cache-Control", "Cloudflare-CDN-Cache-Control", "Vercel-CDN-Cache-Control", "netlify-cdn-cache-control"]
    {
        assert_eq!(entry(name, "max-age=86400"), ["entry-shared-without-purge"], "{name}");
        assert_eq!(entry(name, "max-age=60, stale-while-revalidate=60"), ["entry-stale-while-revalidate"], "{name}");
        assert_eq!(entry(name, "max-age 60"), ["invalid-syntax"], "{name}");
        assert_eq!(
            rules("tenant-manifest", &[("Cache-Control", "private, no-cache"), (name, "max-age=60")], false),
            ["tenant-manifest-public"]
        );
        let hashed = ("Cache-Control", "public, max-age=31536000, immutable");
        assert_eq!(rules("hashed", &[hashed, (name, "max-age=60")], false), ["hashed-short-lived"]);
    }
    assert_eq!(entry("Netlify-CDN-Cache-Control", "max-age=60, durable"), [""; 0]);
    assert_eq!(entry("CDN-Cache-Control", "max-age=60, durable"), ["unknown-directive"]);
    for name in ["Surrogate-Control", "edge-control", "X-Accel-Expires"] {
        assert_eq!(entry(name, "max-age=86400"), ["unread-field"], "{name}");
    }
    let hashed = [("Cache-Control", "public, max-age=31536000, immutable"), ("Surrogate-Control", "max-age=60")];
    assert_eq!(rules("hashed", &hashed, false), [""; 0]);
    let response = Response::ok([("Cache-Control", "private, no-cache"), ("Surrogate-Control", "max-age=60")]);
    let purged = |role| judge(&response, Judging { purged: true, complete: false, ..Judging::new(role) }).len();
    assert_eq!((purged(Role::Entry), purged(Role::TenantManifest)), (0, 1));
}

#[test]
fn seconds_that_are_too_many() {
    // RFC 9111, section 1.2.2, says how they are read.
    let found = |value: &str| judge(&Response::ok([("Cache-Control", value)]), Judging::new(Role::Hashed));
    let [only] = &found("public, max-age=4294967296, immutable")[..] else { unreachable!("one finding") };
    assert_eq!((only.rule.id, only.is_error(), only.severity.as_str()), ("cache/invalid-argument", false, "note"));
    assert!(found("public, max-age=\"4294967296\", immutable").iter().any(|one| one.is_error()));
}

#[test]
fn validators_and_vary() {
    assert_eq!(rules("entry", &[("Cache-Control", "no-cache")], true), ["no-validator"]);
    assert_eq!(rules("entry", &[("Cache-Control", "no-store")], true), [""; 0]);
    assert_eq!(rules("entry", &[("Cache-Control", "no-cache"), ("Last-Modified", "x")], true), [""; 0]);
    let cors = ("Access-Control-Allow-Origin", "https://a.example");
    let hashed = ("Cache-Control", "public, max-age=31536000, immutable");
    assert_eq!(rules("hashed", &[hashed, cors], true), ["cors-without-vary"]);
    assert_eq!(rules("hashed", &[hashed, cors, ("Vary", "accept-encoding, ORIGIN")], true), [""; 0]);
    assert_eq!(rules("hashed", &[hashed, ("Access-Control-Allow-Origin", "*")], true), [""; 0]);
    assert_eq!(rules("hashed", &[hashed, ("Content-Encoding", "gzip")], true), ["encoding-without-vary"]);
    assert_eq!(rules("hashed", &[hashed, ("CDN-Cache-Control", "max-age=1 x")], true), ["invalid-syntax"]);
}
