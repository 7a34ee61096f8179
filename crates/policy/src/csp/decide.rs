//! Whether a request is allowed or blocked, by which directive and expression, and why (sections 4.1, 4.2 and 6.7).

use super::directives::{fallback, governs};
use super::matching::Page;
use super::parse::{Disposition, Policy, Span};
use super::request::{Request, Subject};
use super::verdict::{Verdict, verdict};

/// The answer about one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether the browser lets it through.
    pub allowed: bool,
    /// The directive that decided, as the policy has it; nothing if no policy has one for such requests.
    pub directive: Option<String>,
    /// The source expression that decided; nothing if none matched.
    pub expression: Option<String>,
    /// Where the expression is, or else the directive, in the text of its policy.
    pub span: Option<Span>,
    /// The place of the policy that decided among those that were given.
    pub policy: Option<usize>,
    /// Why, in one or two sentences.
    pub reason: String,
    /// Which engines block it although the specification allows it, and why.
    pub disputed: Option<&'static str>,
    /// Policies of the disposition [`Disposition::Report`] that would have blocked it, by their places.
    pub reported: Vec<usize>,
}

/// Decides about a request of `page`: all policies that enforce have to let it through (section 4.1.2).
pub fn decide(policies: &[Policy<'_>], page: &Page, request: &Request<'_>) -> Answer {
    let enforced = |policy: &&Policy<'_>| policy.disposition == Disposition::Enforce;
    let upgraded = upgrade(policies, request);
    let request = upgraded.as_ref().unwrap_or(request);
    let verdicts: Vec<(usize, Verdict<'_>)> = policies
        .iter()
        .enumerate()
        .filter_map(|(index, policy)| Some((index, verdict(policy, page, request)?)))
        .collect();
    let enforces = |index: &usize| policies.get(*index).as_ref().is_some_and(enforced);
    let reported: Vec<usize> =
        verdicts.iter().filter(|(index, one)| !enforces(index) && !one.allowed).map(|(index, _)| *index).collect();
    let deciding: Vec<&(usize, Verdict<'_>)> = verdicts.iter().filter(|(index, _)| enforces(index)).collect();
    let blocks =
        |listed: bool| deciding.iter().find(|(_, one)| !one.allowed && listed == (one.directive.name != "sandbox"));
    // What a list lacks is lacking with another sandbox, too.
    let blocked = blocks(true).or_else(|| blocks(false));
    let count = policies.iter().filter(enforced).count();
    let mut answer = match blocked.or_else(|| deciding.first()) {
        Some((index, one)) => Answer {
            allowed: one.allowed,
            directive: Some(one.directive.name.clone()),
            expression: one.source.map(|source| source.text.to_owned()),
            span: Some(one.source.map_or(one.directive.span, |source| source.span)),
            policy: Some(*index),
            reason: one.reason.clone(),
            disputed: deciding.iter().find_map(|(_, one)| one.disputed).filter(|_| one.allowed),
            reported,
        },
        None => Answer {
            allowed: true,
            directive: None,
            expression: None,
            span: None,
            policy: None,
            reason: ungoverned(request.effective(), count),
            disputed: None,
            reported,
        },
    };
    if count > 1 && answer.policy.is_some() {
        answer.reason.push_str(&match answer.policy {
            Some(index) if !answer.allowed => {
                format!(" Policy {} of {} blocks it; all have to allow it.", index + 1, policies.len())
            }
            _ => format!(" All {count} enforced policies allow it."),
        });
    }
    if let Some(why) = answer.disputed {
        answer.reason.push_str(&format!(" {why}"));
    }
    if upgraded.is_some() {
        answer.reason.push_str(" `upgrade-insecure-requests` made the URL secure first.");
    }
    if !answer.reported.is_empty() {
        answer.reason.push_str(" A report-only policy reports it as a violation.");
    }
    answer
}

fn ungoverned(effective: &str, count: usize) -> String {
    if count == 0 {
        return "No policy is enforced.".into();
    }
    let names: Vec<String> = fallback(effective).iter().map(|name| format!("`{name}`")).collect();
    let names = match names.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("neither {} nor {last}", all.join(", ")),
        only => format!("no {}", only.join("")),
    };
    let policies = if count == 1 { "The policy has" } else { "The policies have" };
    format!("{policies} {names}, so {} are not restricted.", governs(effective))
}

/// Upgrade Insecure Requests, section 4.1: before the policies are asked.
fn upgrade<'a>(policies: &[Policy<'_>], request: &Request<'a>) -> Option<Request<'a>> {
    let Subject::Url(url) = &request.subject else { return None };
    let secure = match url.scheme() {
        "http" => "https",
        "ws" => "wss",
        _ => return None,
    };
    let fetches = request.effective().ends_with("-src") || request.effective().ends_with("-elem");
    let asked = policies
        .iter()
        .any(|one| one.disposition == Disposition::Enforce && one.directive("upgrade-insecure-requests").is_some());
    if !asked || !fetches {
        return None;
    }
    let mut url = url.clone();
    url.set_scheme(secure).ok()?;
    let mut request = request.clone();
    request.subject = Subject::Url(url);
    Some(request)
}
