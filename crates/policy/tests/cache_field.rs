//! The strict reader of `Cache-Control`: what it reads, and what it says about everything else.
use fedseal_policy::cache::{MAX_BYTES, MAX_DIRECTIVES, read};

/// The rules that a value breaks, with `?` behind those that only warn.
fn rules(lines: &[&str]) -> Vec<String> {
    let mark = |error| if error { "" } else { "?" };
    read(lines.iter().copied())
        .diagnostics
        .iter()
        .map(|one| format!("{}{}", one.rule.id.trim_start_matches("cache/"), mark(one.is_error())))
        .collect()
}

fn check(value: &str, expected: &[&str]) {
    assert_eq!(rules(&[value]), expected, "{value}");
}

#[test]
fn values_without_a_fault() {
    for value in [
        "",
        " ",
        "no-cache",
        "No-Cache",
        "public, max-age=31536000, immutable",
        "PUBLIC , MAX-AGE=31536000\t,\timmutable",
        "public,max-age=0,must-revalidate",
        "private, no-cache",
        "no-store",
        "no-cache, no-store, must-revalidate, max-age=0",
        "no-cache=\"set-cookie, x-other\"",
        "private=\"set-cookie\", max-age=60",
        "max-age=60, stale-while-revalidate=30, stale-if-error=86400",
        "max-age=0, s-maxage=600, proxy-revalidate, no-transform",
        "max-age=00060",
        "must-understand, no-store",
    ] {
        check(value, &[]);
    }
}

#[test]
fn separators() {
    check("public max-age=0", &["invalid-syntax"]);
    check("public; max-age=0", &["invalid-syntax"]);
    check("max-age:60", &["invalid-syntax"]);
    check("max-age = 60", &["invalid-syntax"]);
    check("max-age= 60", &["invalid-syntax"]);
    check("max-age =60", &["invalid-syntax"]);
    check("max-age=60 immutable", &["invalid-syntax"]);
    check("public,, max-age=0", &["invalid-syntax?"]);
    check("public, max-age=0,", &["invalid-syntax?"]);
    check(",public", &["invalid-syntax?"]);
    check(",", &["invalid-syntax"]);
    let help = |value| read([value]).diagnostics[0].help().to_owned();
    assert_eq!(help("public max-age=0"), "Separate directives with commas: `public, max-age=0`.");
    assert_eq!(help("public;max-age=0;immutable"), "Separate directives with commas: `public, max-age=0, immutable`.");
}

#[test]
fn quotes() {
    check("max-age=\"60\"", &["invalid-argument"]);
    check("no-cache=\"set-cookie", &["invalid-syntax"]);
    check("no-cache=\"set-cookie\"x", &["invalid-syntax"]);
    check("no-cache=\"a\\\"b\"", &["invalid-argument"]);
    check("no-cache=\"\"", &["invalid-argument"]);
    check("no-cache=set-cookie", &["invalid-argument"]);
    check("no-cache=\"a, b\", max-age=\"1\"", &["invalid-argument"]);
    check("\"no-cache\"", &["invalid-syntax"]);
    check("'no-cache'", &["misspelled-directive"]);
    check("\"a, max-age=60", &["invalid-syntax"]);
    assert_eq!(
        read(["x=\"a\\\"b, c\""]).directives[0].argument.as_ref().map(|one| one.text().to_owned()),
        Some("a\"b, c".into())
    );
}

#[test]
fn arguments() {
    for value in [
        "max-age",
        "max-age=-1",
        "max-age=+1",
        "max-age=1.5",
        "max-age=60s",
        "max-age=1y",
        "max-age=0x10",
        "max-age=1e3",
        "s-maxage=a",
        "stale-while-revalidate",
        "stale-if-error=\"x\"",
        "no-store=1",
        "immutable=true",
        "public=x",
        "must-revalidate=\"x\"",
    ] {
        check(value, &["invalid-argument"]);
    }
    // All caches read them as the largest number (RFC 9111, section 1.2.2).
    check("max-age=2147483648", &["invalid-argument?"]);
    check("s-maxage=99999999999999999999999999", &["invalid-argument?"]);
    check("max-age=", &["invalid-syntax"]);
    check("=60", &["invalid-syntax"]);
    check("max-age=1,000", &["unknown-directive?"]);
}

#[test]
fn characters() {
    for value in [
        "max-age=60\0",
        "no\u{7f}cache",
        "públic",
        "max-age=６０",
        "no-cache\u{a0}",
        "public, \u{feff}max-age=1",
        "“no-cache”",
        "no-cache\n",
    ] {
        check(value, &["invalid-syntax"]);
    }
}

#[test]
fn names() {
    for (wrong, right) in [
        ("maxage=60", "max-age"),
        ("max_age=60", "max-age"),
        ("max-aeg=60", "max-age"),
        ("s-max-age=60", "s-maxage"),
        ("immutible", "immutable"),
        ("nocache", "no-cache"),
        ("no-cahce", "no-cache"),
        ("nostore", "no-store"),
        ("must-revalidated", "must-revalidate"),
        ("stale-while-revalidation=60", "stale-while-revalidate"),
        ("pubic", "public"),
    ] {
        check(wrong, &["misspelled-directive"]);
        let message = &read([wrong]).diagnostics[0].message;
        assert!(message.ends_with(&format!("is probably `{right}`")), "{message}");
    }
    for extension in ["community=\"UCI\"", "pre-check=0", "post-check=0", "x-vendor", "no-vary-search"] {
        check(extension, &["unknown-directive?"]);
    }
    for request in ["max-stale", "max-stale=60", "min-fresh=60", "only-if-cached"] {
        check(request, &["request-directive?"]);
    }
}

#[test]
fn duplicates_and_several_lines() {
    assert_eq!(rules(&["public", "max-age=60"]), [""; 0]);
    assert_eq!(rules(&["no-cache", "no-cache"]), ["duplicate-directive?"]);
    assert_eq!(rules(&["max-age=60", "max-age=0"]), ["duplicate-directive"]);
    assert_eq!(rules(&["max-age=60, Max-Age=60, max-age=60"]), ["duplicate-directive?"]);
    assert_eq!(rules(&["no-cache, no-cache=\"a\""]), ["duplicate-directive"]);
    // A proxy that adds its own header: every contradiction shows.
    assert_eq!(
        rules(&["public, max-age=31536000, immutable", "no-cache"]),
        ["contradictory-directives", "contradictory-directives"]
    );
    assert_eq!(rules(&["", "no-cache"]), [""; 0]);
}

#[test]
fn contradictions() {
    for value in [
        "public, private",
        "no-store, immutable",
        "no-store, max-age=60",
        "no-cache, max-age=60",
        "no-cache, s-maxage=60",
        "private, s-maxage=60",
        "max-age=60, must-revalidate, stale-while-revalidate=60",
        "max-age=0, immutable",
    ] {
        check(value, &["contradictory-directives"]);
    }
    for value in [
        "private=\"set-cookie\", public",
        "no-cache=\"set-cookie\", max-age=60",
        "max-age=0, stale-while-revalidate=60",
    ] {
        check(value, &[]);
    }
}

#[test]
fn bombs() {
    let long = "a".repeat(MAX_BYTES + 1);
    check(&long, &["invalid-syntax"]);
    let many = vec!["max-age=1"; MAX_DIRECTIVES + 10].join(",");
    assert!(rules(&[&many]).contains(&"invalid-syntax".to_owned()));
    let faults = vec!["a b"; MAX_DIRECTIVES * 10].join(",");
    let found = read([faults.as_str()]).diagnostics;
    assert_eq!(found.len(), 17);
    assert_eq!(found[16].message, "`Cache-Control` has 624 more faults like these");
    assert!(found.iter().all(|one| one.message.len() < 400));
    let commas = ",".repeat(MAX_BYTES);
    check(&commas, &["invalid-syntax"]);
}

#[test]
fn what_is_readable_is_read() {
    let read = read(["public max-age=0, s-maxage=5, immutable"]);
    assert!(!read.has("public"));
    assert_eq!(read.seconds("s-maxage"), Some(5));
    assert!(read.has("immutable"));
}
