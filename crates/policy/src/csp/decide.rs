//! Whether a request is allowed or blocked, by which directive and expression, and why (sections 4.1, 4.2 and 6.7).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::directives::{fallback, governs};
use super::matching::{Mismatch, Page, dispute, matches};
use super::parse::{Directive, Disposition, Policy, Source, Span};
use super::request::{Request, Subject};
use super::source::{Algorithm, Expression, Keyword};

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
    let blocked = deciding.iter().find(|(_, one)| !one.allowed);
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

/// What one policy says.
struct Verdict<'p> {
    allowed: bool,
    directive: &'p Directive<'p>,
    source: Option<&'p Source<'p>>,
    reason: String,
    disputed: Option<&'static str>,
}

/// Nothing when the policy has no directive for such requests.
fn verdict<'p>(policy: &'p Policy<'p>, page: &Page, request: &Request<'_>) -> Option<Verdict<'p>> {
    let directive = fallback(request.effective()).iter().find_map(|name| policy.directive(name))?;
    Some(match &request.subject {
        Subject::Url(_) => fetch(directive, page, request),
        Subject::Inline(text) => inline(directive, request, text),
        Subject::Eval => compile(directive, &[Keyword::UnsafeEval]),
        Subject::Wasm => compile(directive, &[Keyword::UnsafeEval, Keyword::WasmUnsafeEval]),
    })
}

fn allow<'p>(directive: &'p Directive<'p>, source: &'p Source<'p>, why: impl Into<String>) -> Verdict<'p> {
    Verdict { allowed: true, directive, source: Some(source), reason: why.into(), disputed: None }
}

fn block<'p>(directive: &'p Directive<'p>, source: Option<&'p Source<'p>>, why: impl Into<String>) -> Verdict<'p> {
    Verdict { allowed: false, directive, source, reason: why.into(), disputed: None }
}

fn keyword<'p>(directive: &'p Directive<'p>, keyword: Keyword) -> Option<&'p Source<'p>> {
    directive.sources.iter().find(|source| source.expression.is(keyword))
}

/// Section 6.7.1.1, or for everything that is not code, section 6.7.2.5.
fn fetch<'p>(directive: &'p Directive<'p>, page: &Page, request: &Request<'_>) -> Verdict<'p> {
    let name = &directive.name;
    let script = is_script(directive, request.effective());
    let style = request.effective().starts_with("style-src");
    if (script || style) && !request.nonce.is_empty() {
        let nonce = directive.sources.iter().find(|one| one.expression == Expression::Nonce(request.nonce));
        if let Some(source) = nonce {
            return allow(directive, source, format!("The nonce of the element is in `{name}`."));
        }
    }
    if script {
        if let Some(source) = integrity(directive, request.integrity) {
            return allow(directive, source, format!("Every hash in the element's `integrity` is in `{name}`."));
        }
        if let Some(source) = keyword(directive, Keyword::StrictDynamic) {
            return if request.parser_inserted {
                let why = format!(
                    "`'strict-dynamic'` in `{name}` switches host and scheme expressions off, and the element has no nonce or hash of the policy.",
                );
                block(directive, Some(source), why)
            } else {
                let why = format!(
                    "`'strict-dynamic'` in `{name}` lets scripts that run load any other script; host and scheme expressions are not asked.",
                );
                allow(directive, source, why)
            };
        }
    }
    listed(directive, page, request)
}

/// Whether the script checks decide (section 6.7.1). `worker-src` and `child-src` compare URLs only. `default-src` does for
/// workers what `script-src` would do: section 6.1.3 says otherwise, all three engines do it.
fn is_script(directive: &Directive<'_>, effective: &str) -> bool {
    match directive.name.as_str() {
        "script-src" | "script-src-elem" => true,
        "default-src" => matches!(effective, "script-src-elem" | "worker-src"),
        _ => false,
    }
}

/// Section 6.7.2.7.
fn listed<'p>(directive: &'p Directive<'p>, page: &Page, request: &Request<'_>) -> Verdict<'p> {
    let Subject::Url(url) = &request.subject else { return block(directive, None, String::new()) };
    let name = &directive.name;
    if let [only] = directive.sources.as_slice()
        && only.expression == Expression::None
    {
        return block(directive, Some(only), format!("`{name} 'none'` blocks all {}.", governs(request.effective())));
    }
    if directive.sources.is_empty() {
        let what = governs(request.effective());
        return block(directive, None, format!("`{name}` has no source expression, which blocks all {what}."));
    }
    let mut nearest: Option<(Mismatch, &Source<'_>)> = None;
    let mut disputed: Option<Verdict<'_>> = None;
    for source in &directive.sources {
        match matches(&source.expression, url, page, request.redirected) {
            Ok(()) => {
                let why = format!("`{}` in `{name}` matches the URL.", source.text);
                let verdict = allow(directive, source, why);
                match dispute(&source.expression, url, page) {
                    None => return verdict,
                    // Another expression may match in every engine.
                    why => disputed = disputed.or(Some(Verdict { disputed: why, ..verdict })),
                }
            }
            Err(mismatch) if nearest.is_none_or(|(best, _)| mismatch > best) => nearest = Some((mismatch, source)),
            Err(_) => {}
        }
    }
    if let Some(verdict) = disputed {
        return verdict;
    }
    let mut why = format!("No source expression in `{name}` matches {url}.");
    if let Some((mismatch @ (Mismatch::Port | Mismatch::Path), source)) = nearest {
        let part = if mismatch == Mismatch::Port { "port" } else { "path" };
        why.push_str(&format!(" `{}` has the same host and another {part}.", source.text));
    }
    block(directive, None, why)
}

/// Section 6.7.2.4: every hash of the element has to be in the list. Returns the expression of the first.
fn integrity<'p>(directive: &'p Directive<'p>, metadata: &str) -> Option<&'p Source<'p>> {
    let mut first = None;
    for token in metadata.split_ascii_whitespace() {
        // SRI, "parse metadata": options after `?` are ignored, and so are hash functions that nobody knows.
        let hash = token.split('?').next().unwrap_or_default();
        let (name, value) = hash.split_once('-').unwrap_or((hash, ""));
        let Some(algorithm) = Algorithm::parse(name) else { continue };
        // The specification wants the same text; engines compare hashes, in either alphabet of base64.
        let listed = |one: &&Source<'_>| match one.expression {
            Expression::Hash(known, listed) => known == algorithm && base64(listed) == base64(value),
            _ => false,
        };
        let found = directive.sources.iter().find(listed)?;
        first = first.or(Some(found));
    }
    first
}

/// Section 6.7.3.3.
fn inline<'p>(directive: &'p Directive<'p>, request: &Request<'_>, text: &str) -> Verdict<'p> {
    let name = &directive.name;
    let script = request.effective().starts_with("script-src");
    let attribute = request.effective().ends_with("-attr");
    let what = if script { "script" } else { "style" };
    let unsafe_inline = keyword(directive, Keyword::UnsafeInline);
    // Section 6.7.3.2: any of these switches 'unsafe-inline' off.
    let overriding = directive.sources.iter().find(|one| match one.expression {
        Expression::Nonce(_) | Expression::Hash(_, _) => true,
        Expression::Keyword(Keyword::StrictDynamic) => script,
        _ => false,
    });
    if let (Some(source), None) = (unsafe_inline, overriding) {
        return allow(directive, source, format!("`'unsafe-inline'` in `{name}` allows all inline {what}s."));
    }
    if !attribute && !request.nonce.is_empty() {
        let nonce = directive.sources.iter().find(|one| one.expression == Expression::Nonce(request.nonce));
        if let Some(source) = nonce {
            return allow(directive, source, format!("The nonce of the element is in `{name}`."));
        }
    }
    if !attribute || keyword(directive, Keyword::UnsafeHashes).is_some() {
        for source in &directive.sources {
            if source.expression.is(Keyword::StrictDynamic) && script && !attribute && !request.parser_inserted {
                let why = format!("`'strict-dynamic'` in `{name}` allows scripts that a running script inserts.");
                return allow(directive, source, why);
            }
            if let Expression::Hash(algorithm, value) = source.expression
                && hash(algorithm, text) == base64(value)
            {
                return allow(directive, source, format!("The hash of the {what} is in `{name}`."));
            }
        }
    }
    let why = match (unsafe_inline, overriding) {
        (Some(_), Some(by)) => {
            format!(
                "`{}` in `{name}` switches `'unsafe-inline'` off, and neither nonce nor hash of the inline {what} is in the list.",
                by.text
            )
        }
        _ => format!("`{name}` has neither `'unsafe-inline'` nor a nonce or hash of the inline {what}."),
    };
    block(directive, overriding.filter(|_| unsafe_inline.is_some()), why)
}

/// A value in the alphabet of base64 instead of base64url.
fn base64(value: &str) -> String {
    value.replace('-', "+").replace('_', "/")
}

fn hash(algorithm: Algorithm, text: &str) -> String {
    match algorithm {
        Algorithm::Sha256 => STANDARD.encode(Sha256::digest(text)),
        Algorithm::Sha384 => STANDARD.encode(Sha384::digest(text)),
        Algorithm::Sha512 => STANDARD.encode(Sha512::digest(text)),
    }
}

/// Section 4.4: code from strings, and WebAssembly.
fn compile<'p>(directive: &'p Directive<'p>, keywords: &[Keyword]) -> Verdict<'p> {
    let name = &directive.name;
    match keywords.iter().find_map(|one| keyword(directive, *one)) {
        Some(source) => allow(directive, source, format!("`{}` in `{name}` allows it.", source.text)),
        None if keywords.len() > 1 => {
            block(directive, None, format!("`{name}` has neither `'wasm-unsafe-eval'` nor `'unsafe-eval'`."))
        }
        None => block(directive, None, format!("`{name}` does not have `'unsafe-eval'`.")),
    }
}
