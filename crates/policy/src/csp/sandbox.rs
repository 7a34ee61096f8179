//! The directive `sandbox` (section 6.3.2): what a page may do at all, whatever the other directives allow.

use fedseal_diagnostics::Severity;
use fedseal_diagnostics::registry as rules;

use super::directives::nearest;
use super::lint::{Issue, issue};
use super::parse::{Directive, Disposition, Policy};
use super::request::{Request, Subject};
use super::source::is_directive;
use super::verdict::{Verdict, block};

const SCRIPTS: &str = "allow-scripts";
const SAME_ORIGIN: &str = "allow-same-origin";
const FORMS: &str = "allow-forms";

/// What HTML knows ("parse a sandboxing directive"), and Storage Access API.
const FLAGS: [&str; 14] = [
    "allow-downloads",
    FORMS,
    "allow-modals",
    "allow-orientation-lock",
    "allow-pointer-lock",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
    "allow-presentation",
    SAME_ORIGIN,
    SCRIPTS,
    "allow-storage-access-by-user-activation",
    "allow-top-navigation",
    "allow-top-navigation-by-user-activation",
    "allow-top-navigation-to-custom-protocols",
];

/// The sandbox of a policy. One that only reports has none.
fn sandbox<'p>(policy: &'p Policy<'p>) -> Option<&'p Directive<'p>> {
    policy.directive("sandbox").filter(|_| policy.disposition == Disposition::Enforce)
}

fn has(directive: &Directive<'_>, flag: &str) -> bool {
    directive.sources.iter().any(|one| one.text.eq_ignore_ascii_case(flag))
}

/// A request that the sandbox does not let happen. HTML takes the sandbox of the last policy that has one ("CSP-derived sandboxing
/// flags"); all three engines take what every one of them leaves.
pub(super) fn blocked<'p>(policy: &'p Policy<'p>, request: &Request<'_>) -> Option<Verdict<'p>> {
    let directive = sandbox(policy)?;
    let effective = request.effective();
    let worker = effective == "worker-src";
    let lacks = |flag: &str| !has(directive, flag);
    // Their origin is that of the page that made them.
    let own = matches!(&request.subject, Subject::Url(url) if matches!(url.scheme(), "blob" | "data"));
    let why = if (effective.starts_with("script-src") || worker) && lacks(SCRIPTS) {
        "`sandbox` has no `allow-scripts`, so no script of the page runs."
    } else if worker && !own && lacks(SAME_ORIGIN) {
        "`sandbox` has no `allow-same-origin`, so the page has an origin of its own, and workers start from the page's origin only."
    } else if effective == "form-action" && lacks(FORMS) {
        "`sandbox` has no `allow-forms`, so no form is sent."
    } else {
        return None;
    };
    Some(block(directive, None, why))
}

/// What is wrong with the sandbox of a page that loads remotes.
pub(super) fn lint(policy: &Policy<'_>) -> Vec<Issue> {
    let Some(directive) = sandbox(policy) else { return vec![] };
    let rule = &rules::CSP_PAGE_SANDBOXED;
    let mut found = Vec::new();
    for source in &directive.sources {
        let text: String = source.text.chars().take(120).collect();
        if FLAGS.iter().any(|flag| flag.eq_ignore_ascii_case(source.text)) {
            continue;
        }
        if is_directive(source.text) {
            let message = format!("`{text}` stands among the flags of `sandbox`: a `;` is missing before it");
            let help = Some(format!("Write `; {text}`."));
            found.push(Issue { help, ..issue(&rules::CSP_MISSING_SEMICOLON, source.span, message) });
            continue;
        }
        let near = nearest(source.text, FLAGS.into_iter());
        let meant = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let message = format!("`{text}` is not a flag of `sandbox`, so browsers ignore it{meant}");
        let help = near.map(|near| format!("Write `{near}`."));
        found.push(Issue { severity: Severity::Warning, help, ..issue(rule, source.span, message) });
    }
    if !has(directive, SCRIPTS) {
        let message = "`sandbox` has no `allow-scripts`, so no script of the page runs, and no remote loads".into();
        found.push(issue(rule, directive.span, message));
    } else if !has(directive, SAME_ORIGIN) {
        let message = "`sandbox` has no `allow-same-origin`: the page has no storage, starts no worker from a URL, and asks servers with `Origin: null`".into();
        let help =
            Some("Add `allow-same-origin`, or make sure that servers send `Access-Control-Allow-Origin: *`.".into());
        found.push(Issue { severity: Severity::Warning, help, ..issue(rule, directive.span, message) });
    }
    found
}
