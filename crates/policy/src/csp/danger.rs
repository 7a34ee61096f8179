//! Expressions that allow more than anybody can have meant: the danger list.

use std::collections::{HashMap, HashSet};

use fedseal_diagnostics::Severity;

use super::directives::fallback;
use super::parse::{Directive, Disposition, Policy, Source};
use super::source::{Expression, Keyword};

/// Why an expression is dangerous in its directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Danger {
    /// [`Severity::Error`] where it lets an attacker's code run, [`Severity::Warning`] where it opens another way.
    pub severity: Severity,
    /// What an attacker can do with it, in one sentence.
    pub why: &'static str,
}

/// What a directive decides about, as far as an attacker is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Power {
    /// Scripts of the page.
    Script,
    /// What else makes code run in the page: plugins, and the base of relative URLs.
    Code,
    /// Code in workers, which has no access to the document.
    Worker,
    /// Styles, which can change what people see and read attributes.
    Style,
    /// Where data may be sent.
    Outlet,
    /// Images, fonts, media.
    Passive,
}

/// The danger of `source` in `directive` of `policy`; nothing for what is narrow, or switched off.
pub fn danger(policy: &Policy<'_>, directive: &Directive<'_>, source: &Source<'_>) -> Option<Danger> {
    danger_beside(policy, &Barred::default(), directive, source)
}

/// The same on a page whose policies bar something.
pub(super) fn danger_beside(
    policy: &Policy<'_>,
    barred: &Barred,
    directive: &Directive<'_>,
    source: &Source<'_>,
) -> Option<Danger> {
    let power = power(policy, barred, directive, way(&source.expression)?);
    match source.expression {
        Expression::Any => anywhere(power, directive),
        Expression::Scheme(scheme) => match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" | "ws" | "wss" => anywhere(power, directive),
            "data" | "filesystem" => inlined(power, directive),
            "blob" => blob(power, directive),
            _ => None,
        },
        Expression::Host(host) if host.host == "*" => anywhere(power, directive),
        Expression::Host(host) if host.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http")) => {
            let local = matches!(host.host, "localhost" | "127.0.0.1") || host.host.ends_with(".localhost");
            let code =
                matches!(power, Power::Script | Power::Code | Power::Worker) && !local && !is_dynamic(power, directive);
            code.then_some(warning("code can come over a connection that anybody on the way can change."))
        }
        Expression::Keyword(keyword) => unsafe_keyword(power, directive, keyword),
        _ => None,
    }
}

/// The way that a dangerous expression opens. What comes in one way has to be allowed that way by every policy of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Way {
    /// Servers.
    Network,
    /// Code written into a URL.
    Url,
    /// `blob:`.
    Blob,
    /// Code in the HTML: `'unsafe-inline'` allows what `'unsafe-hashes'` does.
    Inline,
    /// Text that runs.
    Eval,
}

const WAYS: [Way; 5] = [Way::Network, Way::Url, Way::Blob, Way::Inline, Way::Eval];

fn way(expression: &Expression<'_>) -> Option<Way> {
    match expression {
        Expression::Any | Expression::Host(_) => Some(Way::Network),
        Expression::Scheme(scheme) => match scheme.to_ascii_lowercase().as_str() {
            "data" | "filesystem" => Some(Way::Url),
            "blob" => Some(Way::Blob),
            _ => Some(Way::Network),
        },
        Expression::Keyword(Keyword::UnsafeInline | Keyword::UnsafeHashes) => Some(Way::Inline),
        Expression::Keyword(Keyword::UnsafeEval) => Some(Way::Eval),
        _ => None,
    }
}

/// Effective directives and what they decide about, the most powerful first. The second list is left out for `default-src`: `eval`
/// alone does not make a danger of its hosts.
const POWERS: [(Power, &[&str], &[&str]); 5] = [
    (Power::Script, &["script-src-elem", "script-src-attr"], &["script-src"]),
    (Power::Code, &["object-src", "base-uri"], &[]),
    (Power::Worker, &["worker-src"], &[]),
    (Power::Style, &["style-src-elem", "style-src-attr"], &[]),
    (Power::Outlet, &["connect-src", "form-action"], &[]),
];

/// The most powerful of what the directive decides about, where the page does not bar it.
fn power(policy: &Policy<'_>, barred: &Barred, directive: &Directive<'_>, way: Way) -> Power {
    let decides = |name: &&&str| {
        let governs = governing(policy, name).is_some_and(|one| one.name == directive.name);
        governs && !barred.0.contains(&(**name, way))
    };
    let default = directive.name == "default-src";
    POWERS
        .iter()
        .find(|(_, names, more)| {
            names.iter().any(|name| decides(&name)) || (!default && more.iter().any(|name| decides(&name)))
        })
        .map_or(Power::Passive, |(power, ..)| *power)
}

fn governing<'p>(policy: &'p Policy<'p>, name: &str) -> Option<&'p Directive<'p>> {
    fallback(name).iter().find_map(|name| policy.directive(name))
}

/// Effective directives, and the ways for which some policy of a page lets in nothing dangerous there: as all policies have to allow a
/// request, nothing dangerous gets in that way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Barred(HashSet<(&'static str, Way)>);

/// What the policies of one page bar.
pub fn barred(page: &[Policy<'_>]) -> Barred {
    let mut found = HashSet::new();
    for policy in page.iter().filter(|policy| policy.disposition == Disposition::Enforce) {
        let open: HashMap<&str, HashSet<Way>> = policy
            .directives
            .iter()
            .map(|one| {
                let dangerous = one.sources.iter().filter(|source| danger(policy, one, source).is_some());
                (one.name.as_str(), dangerous.filter_map(|source| way(&source.expression)).collect())
            })
            .collect();
        for name in POWERS.iter().flat_map(|(_, names, more)| names.iter().chain(*more)) {
            let Some(open) = governing(policy, name).and_then(|one| open.get(one.name.as_str())) else { continue };
            found.extend(WAYS.into_iter().filter(|way| !open.contains(way)).map(|way| (*name, way)));
        }
    }
    Barred(found)
}

/// `'strict-dynamic'` switches hosts and schemes off for scripts, and they stand there for browsers without it.
fn is_dynamic(power: Power, directive: &Directive<'_>) -> bool {
    power == Power::Script && directive.sources.iter().any(|one| one.expression.is(Keyword::StrictDynamic))
}

fn error(why: &'static str) -> Danger {
    Danger { severity: Severity::Error, why }
}

fn warning(why: &'static str) -> Danger {
    Danger { severity: Severity::Warning, why }
}

fn anywhere(power: Power, directive: &Directive<'_>) -> Option<Danger> {
    match power {
        Power::Script if is_dynamic(power, directive) => None,
        Power::Script | Power::Code => Some(error("code from any server may run in the page.")),
        Power::Worker => Some(warning("workers may start from any server.")),
        Power::Style => Some(warning("style sheets of any server can change the page and read attributes from it.")),
        Power::Outlet => Some(warning("injected code can send data to any server.")),
        Power::Passive => None,
    }
}

fn inlined(power: Power, directive: &Directive<'_>) -> Option<Danger> {
    match power {
        Power::Script if is_dynamic(power, directive) => None,
        Power::Script | Power::Code => {
            Some(error("code can be written into the URL, which is the same as inline code."))
        }
        Power::Worker => Some(warning("the code of a worker can be written into the URL.")),
        Power::Style => Some(warning("a style sheet can be written into the URL.")),
        Power::Outlet | Power::Passive => None,
    }
}

fn blob(power: Power, directive: &Directive<'_>) -> Option<Danger> {
    match power {
        Power::Script if is_dynamic(power, directive) => None,
        Power::Script | Power::Code => {
            Some(warning("any text that a script of the page makes a blob of may run as code."))
        }
        Power::Worker => Some(warning("any text that a script of the page makes a blob of may run in a worker.")),
        Power::Style | Power::Outlet | Power::Passive => None,
    }
}

fn unsafe_keyword(power: Power, directive: &Directive<'_>, keyword: Keyword) -> Option<Danger> {
    let switched_off = directive.sources.iter().any(|one| match one.expression {
        Expression::Nonce(_) | Expression::Hash(_, _) => true,
        // Section 6.7.3.2: for scripts only.
        Expression::Keyword(Keyword::StrictDynamic) => power != Power::Style,
        _ => false,
    });
    let script = power == Power::Script;
    match keyword {
        Keyword::UnsafeInline if switched_off => None,
        Keyword::UnsafeInline if script => Some(error("code that somebody injects into the HTML runs.")),
        Keyword::UnsafeInline if power == Power::Style => {
            Some(warning("styles that somebody injects into the HTML apply."))
        }
        Keyword::UnsafeEval if script => Some(warning(
            "`eval` and `new Function` run text; nothing that fedseal or Module Federation loads needs it.",
        )),
        Keyword::UnsafeHashes if script || power == Power::Style => {
            Some(warning("event handlers and style attributes with these hashes can be injected anywhere."))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csp::{Disposition, Origin, parse};

    fn found(text: &str) -> Vec<String> {
        let policies = parse(text, Origin::Header, Disposition::Enforce).unwrap_or_default();
        policies
            .iter()
            .flat_map(|policy| policy.directives.iter().map(move |directive| (policy, directive)))
            .flat_map(|(policy, directive)| {
                directive.sources.iter().filter_map(move |source| {
                    let found = danger(policy, directive, source)?;
                    Some(format!("{} {} {}", directive.name, source.text, found.severity.as_str()))
                })
            })
            .collect()
    }

    #[test]
    fn the_list() {
        assert_eq!(
            found("script-src * https: data: blob: 'unsafe-inline' 'unsafe-eval' 'unsafe-hashes' http://a.example"),
            [
                "script-src * error",
                "script-src https: error",
                "script-src data: error",
                "script-src blob: warning",
                "script-src 'unsafe-inline' error",
                "script-src 'unsafe-eval' warning",
                "script-src 'unsafe-hashes' warning",
                "script-src http://a.example warning",
            ]
        );
        assert_eq!(
            found("connect-src https://*:* ws:; style-src 'unsafe-inline'"),
            ["connect-src https://*:* warning", "connect-src ws: warning", "style-src 'unsafe-inline' warning"]
        );
    }

    #[test]
    fn what_is_switched_off_or_passive_is_not_dangerous() {
        assert_eq!(found("script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'"), Vec::<String>::new());
        assert_eq!(found("img-src * data: blob:; font-src data:; media-src https:"), Vec::<String>::new());
        assert_eq!(found("script-src 'self' http://localhost:3000"), Vec::<String>::new());
        assert_eq!(found("object-src 'unsafe-inline'; base-uri 'unsafe-eval'"), Vec::<String>::new());
    }

    #[test]
    fn strict_dynamic_is_about_scripts_only() {
        assert_eq!(found("object-src 'strict-dynamic' https:"), ["object-src https: error"]);
        assert_eq!(found("worker-src 'strict-dynamic' https:"), ["worker-src https: warning"]);
    }

    #[test]
    fn what_another_policy_blocks_is_not_dangerous() {
        let all = |text: &str| {
            let policies = parse(text, Origin::Header, Disposition::Enforce).unwrap_or_default();
            let barred = barred(&policies);
            let each = policies.iter().flat_map(|policy| policy.directives.iter().map(move |one| (policy, one)));
            each.flat_map(|(policy, one)| {
                one.sources.iter().filter_map(|source| {
                    let found = danger_beside(policy, &barred, one, source)?;
                    Some(format!("{} {} {}", one.name, source.text, found.severity.as_str()))
                })
            })
            .collect::<Vec<_>>()
        };
        assert_eq!(all("default-src 'self'; base-uri 'none', default-src *"), Vec::<String>::new());
        assert_eq!(all("default-src *, default-src 'self'"), Vec::<String>::new());
        assert_eq!(all("script-src 'self'; object-src 'none', default-src *"), ["default-src * warning"]);
        assert_eq!(all("script-src 'self', script-src 'unsafe-eval' https:"), Vec::<String>::new());
        assert_eq!(all("script-src-elem 'self', script-src 'unsafe-inline'"), ["script-src 'unsafe-inline' error"]);
        // Each blocks what the other one lets in.
        assert_eq!(all("script-src 'self' 'unsafe-inline', script-src * 'unsafe-eval'"), Vec::<String>::new());
        assert_eq!(all("script-src 'self' data:, script-src blob: https:"), Vec::<String>::new());
        assert_eq!(
            all("script-src 'unsafe-inline', script-src 'unsafe-inline' *"),
            ["script-src 'unsafe-inline' error", "script-src 'unsafe-inline' error"]
        );
        // `'unsafe-inline'` allows event handlers, too.
        assert_eq!(all("script-src 'unsafe-inline', script-src 'unsafe-hashes' 'unsafe-inline'").len(), 3);
        // Neither of them is narrow.
        assert_eq!(all("script-src https:, script-src *"), ["script-src https: error", "script-src * error"]);
        assert_eq!(all("img-src 'self', script-src *"), ["script-src * error"]);
        let report = parse("script-src 'self'", Origin::Header, Disposition::Report).unwrap_or_default();
        assert_eq!(barred(&report), Barred::default());
    }

    #[test]
    fn default_src_has_the_power_of_what_it_stands_for() {
        assert_eq!(found("default-src https:"), ["default-src https: error"]);
        assert_eq!(found("default-src https:; script-src 'self'; object-src 'none'"), ["default-src https: warning"]);
        let rest = "script-src 'self'; object-src 'none'; worker-src 'self'; style-src 'self'; connect-src 'self'";
        assert_eq!(found(&format!("default-src https: data:; {rest}")), Vec::<String>::new());
    }
}
