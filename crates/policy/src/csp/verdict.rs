//! What one policy says about a request (sections 6.7.1 to 6.7.3).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::directives::{fallback, governs};
use super::matching::{Mismatch, Page, dispute, matches};
use super::parse::{Directive, Policy, Source};
use super::request::{Request, Subject};
use super::sandbox;
use super::source::{Algorithm, Expression, Keyword};

/// What one policy says.
pub(super) struct Verdict<'p> {
    pub(super) allowed: bool,
    /// The directive that governs.
    pub(super) directive: &'p Directive<'p>,
    /// The source expression that decided.
    pub(super) source: Option<&'p Source<'p>>,
    pub(super) reason: String,
    /// Which engines do something else.
    pub(super) disputed: Option<&'static str>,
}

/// Nothing when the policy has no directive for such requests.
pub(super) fn verdict<'p>(policy: &'p Policy<'p>, page: &Page, request: &Request<'_>) -> Option<Verdict<'p>> {
    let directive = fallback(request.effective()).iter().find_map(|name| policy.directive(name));
    let listed = directive.map(|directive| match &request.subject {
        Subject::Url(_) => fetch(directive, page, request),
        Subject::Inline(text) => inline(directive, request, text),
        Subject::Eval => compile(directive, &[Keyword::UnsafeEval]),
        Subject::Wasm => compile(directive, &[Keyword::UnsafeEval, Keyword::WasmUnsafeEval]),
    });
    match listed {
        Some(one) if !one.allowed => Some(one),
        allowed => sandbox::blocked(policy, request).or(allowed),
    }
}

fn allow<'p>(directive: &'p Directive<'p>, source: &'p Source<'p>, why: impl Into<String>) -> Verdict<'p> {
    Verdict { allowed: true, directive, source: Some(source), reason: why.into(), disputed: None }
}

pub(super) fn block<'p>(
    directive: &'p Directive<'p>,
    source: Option<&'p Source<'p>>,
    why: impl Into<String>,
) -> Verdict<'p> {
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
