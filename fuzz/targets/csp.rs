//! Any text as a policy, and any text as a URL: nothing panics, every place is in the text, and the same text in two policies
//! decides as it does in one.
#![no_main]

use fedseal_policy::csp::{Disposition, Origin, Page, Request, Subject, barred, decide, lint, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // The first line is asked about, the rest is the policy.
    let (url, text) = text.split_once('\n').unwrap_or(("/", text));
    let page = Page::parse("https://app.example/").expect("a page");
    for origin in [Origin::Header, Origin::Meta] {
        let policies = parse(text, origin, Disposition::Enforce).expect("short");
        for policy in &policies {
            for issue in lint(policy, &barred(&policies)) {
                assert!(text.get(issue.span.start..issue.span.end).is_some(), "{issue:?}");
            }
        }
        let Ok(url) = page.resolve(url) else { continue };
        let twice: Vec<_> = policies.iter().chain(&policies).cloned().collect();
        for directive in ["script-src", "style-src", "connect-src", "worker-src", "frame-src", "default-src"] {
            for subject in [Subject::Url(url.clone()), Subject::Inline(text)] {
                let Ok(request) = Request::new(directive, subject) else { continue };
                let answer = decide(&policies, &page, &request);
                assert_eq!(answer.allowed, decide(&twice, &page, &request).allowed);
                assert_eq!(answer.directive.is_some(), answer.policy.is_some());
                if let Some(span) = answer.span {
                    assert!(text.get(span.start..span.end).is_some());
                }
            }
        }
    }
});
