//! What holds for every policy and every request.
#![expect(clippy::expect_used, reason = "a test that fails panics")]

use fedseal_policy::csp::{Barred, Disposition, Origin, Page, Policy, Request, Subject, decide, lint, parse};
use proptest::prelude::*;

fn expression() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("*".to_owned()),
        Just("'self'".to_owned()),
        Just("'none'".to_owned()),
        Just("https:".to_owned()),
        Just("'strict-dynamic'".to_owned()),
        Just("'unsafe-inline'".to_owned()),
        "'nonce-[a-c]{1,2}'",
        "(https?://)?(\\*\\.)?[ab]\\.example(:(80|443|\\*))?(/[xy]/?)?",
        "[!-+\\--:<-~]{1,12}",
    ]
}

const NAMES: [&str; 6] = ["script-src", "default-src", "connect-src", "worker-src", "style-src", "img-src"];

fn directive() -> impl Strategy<Value = String> {
    let name = prop::sample::select(NAMES.to_vec());
    (name, prop::collection::vec(expression(), 0..4)).prop_map(|(name, list)| format!("{name} {}", list.join(" ")))
}

/// Directives of different names.
fn directives() -> impl Strategy<Value = Vec<String>> {
    let lists = prop::collection::vec(prop::collection::vec(expression(), 0..4), 5);
    (prop::sample::subsequence(NAMES.to_vec(), 1..5), lists).prop_map(|(names, lists)| {
        names.iter().zip(lists).map(|(name, list)| format!("{name} {}", list.join(" "))).collect()
    })
}

fn policy() -> impl Strategy<Value = String> {
    prop::collection::vec(directive(), 1..4).prop_map(|list| list.join("; "))
}

fn url() -> impl Strategy<Value = String> {
    "(https?|wss?)://(a\\.|b\\.a\\.|app\\.)example(:(80|443|8080))?/([xy]/)?[xy]"
}

fn asked() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["script-src", "style-src", "connect-src", "worker-src", "img-src", "frame-src"])
}

fn read(text: &str) -> Vec<Policy<'_>> {
    parse(text, Origin::Header, Disposition::Enforce).unwrap_or_default()
}

fn allowed(text: &str, directive: &str, url: &str, redirected: bool) -> bool {
    let page = Page::parse("https://app.example/").expect("a page");
    let subject = Subject::Url(page.resolve(url).expect("a URL"));
    let mut request = Request::new(directive, subject).expect("a request");
    request.redirected = redirected;
    decide(&read(text), &page, &request).allowed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_read_and_every_place_is_in_it(text in "\\PC{0,200}", directive in asked()) {
        for policy in read(&text) {
            for issue in lint(&policy, &Barred::default()) {
                prop_assert!(text.get(issue.span.start..issue.span.end).is_some(), "{issue:?}");
            }
        }
        allowed(&text, directive, "https://a.example/", false);
    }

    /// Every policy has to allow a request, so another one never allows more.
    #[test]
    fn another_policy_only_restricts(first in policy(), second in policy(), directive in asked(), url in url()) {
        let both = allowed(&format!("{first}, {second}"), directive, &url, false);
        prop_assert_eq!(both, allowed(&first, directive, &url, false) && allowed(&second, directive, &url, false));
    }

    #[test]
    fn the_order_of_directives_does_not_matter(list in directives(), directive in asked(), url in url()) {
        let reversed: Vec<String> = list.iter().rev().cloned().collect();
        let (text, other) = (list.join(";"), reversed.join(";"));
        prop_assert_eq!(allowed(&text, directive, &url, false), allowed(&other, directive, &url, false));
    }

    /// Paths are the only thing that a redirect leaves out.
    #[test]
    fn a_redirect_never_blocks_more(text in policy(), directive in asked(), url in url()) {
        prop_assert!(!allowed(&text, directive, &url, false) || allowed(&text, directive, &url, true));
    }

    /// A host more in a list blocks nothing.
    #[test]
    fn a_source_more_never_blocks_more(text in policy(), directive in asked(), url in url()) {
        let more: Vec<String> = text.split(';').map(|one| format!("{one} https://more.example")).collect();
        prop_assert!(!allowed(&text, directive, &url, false) || allowed(&more.join(";"), directive, &url, false));
    }

    #[test]
    fn a_policy_that_only_reports_blocks_nothing(text in policy(), directive in asked(), url in url()) {
        let policies = parse(&text, Origin::Header, Disposition::Report).unwrap_or_default();
        let page = Page::parse("https://app.example/").expect("a page");
        let request = Request::new(directive, Subject::Url(page.resolve(&url).expect("a URL"))).expect("a request");
        let answer = decide(&policies, &page, &request);
        prop_assert!(answer.allowed);
        prop_assert_eq!(!answer.reported.is_empty(), !allowed(&text, directive, &url, false));
    }
}
