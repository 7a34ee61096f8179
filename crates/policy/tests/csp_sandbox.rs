//! `sandbox`: what a page may do at all.
#![expect(clippy::expect_used, reason = "a test that fails panics")]
use fedseal_policy::csp::{Answer, Barred, Disposition, Origin, Page, Request, Subject, decide, lint, parse};

const LISTS: &str = "script-src 'self'; worker-src 'self'; form-action 'self'; connect-src 'self'";

fn answer(text: &str, directive: &str) -> Answer {
    let page = Page::parse("https://app.example/").expect("a page");
    let subject = Subject::Url(page.resolve("/x.js").expect("a URL"));
    let policies = parse(text, Origin::Header, Disposition::Enforce).expect("short");
    decide(&policies, &page, &Request::new(directive, subject).expect("a request"))
}

fn allowed(text: &str) -> [bool; 4] {
    let text = format!("{LISTS}; {text}");
    ["script-src", "worker-src", "form-action", "connect-src"].map(|directive| answer(&text, directive).allowed)
}

#[test]
fn flags() {
    assert_eq!(allowed("sandbox"), [false, false, false, true]);
    assert_eq!(allowed("sandbox allow-scripts"), [true, false, false, true]);
    assert_eq!(allowed("sandbox ALLOW-scripts allow-same-origin"), [true, true, false, true]);
    assert_eq!(allowed("sandbox allow-same-origin allow-forms"), [false, false, true, true]);
    assert_eq!(allowed("sandbox allow-scripts allow-same-origin allow-forms"), [true; 4]);
    // Every policy restricts.
    assert_eq!(
        allowed("img-src 'none', sandbox allow-scripts, sandbox allow-same-origin"),
        [false, false, false, true]
    );
}

#[test]
fn all_scripts() {
    let page = Page::parse("https://app.example/").expect("a page");
    let policies = parse("sandbox", Origin::Header, Disposition::Enforce).expect("short");
    for (directive, subject) in [
        ("script-src", Subject::Inline("x")),
        ("script-src-attr", Subject::Inline("x")),
        ("script-src", Subject::Eval),
        ("script-src", Subject::Wasm),
    ] {
        let answer = decide(&policies, &page, &Request::new(directive, subject).expect("a request"));
        assert_eq!((answer.allowed, answer.directive.as_deref()), (false, Some("sandbox")));
    }
}

#[test]
fn a_list_that_blocks_is_the_answer() {
    assert_eq!(answer("sandbox; script-src 'none'", "script-src").directive.as_deref(), Some("script-src"));
    assert_eq!(answer("sandbox, script-src 'none'", "script-src").directive.as_deref(), Some("script-src"));
}

#[test]
fn where_it_has_no_effect() {
    let page = Page::parse("https://app.example/").expect("a page");
    for (origin, disposition) in [(Origin::Meta, Disposition::Enforce), (Origin::Header, Disposition::Report)] {
        let policies = parse("sandbox", origin, disposition).expect("short");
        let request = Request::new("script-src", Subject::Inline("x")).expect("a request");
        let answer = decide(&policies, &page, &request);
        assert_eq!((answer.allowed, answer.reported), (true, vec![]));
    }
}

#[test]
fn what_is_wrong_with_one() {
    let found = |text: &str| -> Vec<String> {
        let policies = parse(text, Origin::Header, Disposition::Enforce).expect("short");
        let issues = policies.iter().flat_map(|one| lint(one, &Barred::default()));
        issues.map(|one| format!("{} {}", one.severity.as_str(), one.rule.id)).collect()
    };
    assert_eq!(found("sandbox"), ["error csp/page-sandboxed"]);
    assert_eq!(found("sandbox allow-scripts"), ["warning csp/page-sandboxed"]);
    assert_eq!(found("sandbox allow-scripts allow-same-origin"), Vec::<String>::new());
    assert_eq!(
        found("sandbox allow-script allow-same-origin"),
        ["error csp/page-sandboxed", "warning csp/page-sandboxed"]
    );
    let missing = found("sandbox allow-scripts allow-same-origin script-src 'self'");
    assert_eq!(missing, ["error csp/missing-semicolon", "warning csp/page-sandboxed"]);
}
