//! Content Security Policy for JavaScript: read policies, decide about requests.

use fedseal_policy::csp;
use napi::{Error, Result};
use napi_derive::napi;

use crate::task::guard;

/// The text of one header, or of one `<meta>` element.
#[napi(object, js_name = "CspText", object_to_js = false)]
pub struct JsCspText {
    /// The header's value, which may hold several policies, or the element's `content`.
    pub text: String,
    /// Whether it is of `Content-Security-Policy-Report-Only`.
    pub report_only: Option<bool>,
    /// Whether it is of a `<meta>` element.
    pub meta: Option<bool>,
}

/// A request that policies are asked about. It has one of `url`, `inline`, `eval` and `wasm`.
#[napi(object, js_name = "CspRequest", object_to_js = false)]
pub struct JsCspRequest {
    /// The directive for such requests, for example `script-src` or `connect-src`.
    pub directive: String,
    /// The URL, absolute or relative to the page.
    pub url: Option<String>,
    /// The text of an inline script or style.
    pub inline: Option<String>,
    /// Whether it is code from a string.
    pub eval: Option<bool>,
    /// Whether it is WebAssembly.
    pub wasm: Option<bool>,
    /// The `nonce` of the element.
    pub nonce: Option<String>,
    /// The `integrity` of the element.
    pub integrity: Option<String>,
    /// Whether the HTML parser inserted the script.
    pub parser_inserted: Option<bool>,
    /// Whether a redirect led to the URL.
    pub redirected: Option<bool>,
}

/// Answers to requests, or why there are none.
#[napi(object, js_name = "CspAnswers", object_from_js = false)]
pub struct JsCspAnswers {
    /// One per request, in their order; empty when there is an error.
    pub answers: Vec<JsCspAnswer>,
    /// What could not be understood.
    pub error: Option<String>,
}

/// The answer to one request.
#[napi(object, js_name = "CspAnswer", object_from_js = false)]
pub struct JsCspAnswer {
    /// Whether the browser lets it through.
    pub allowed: bool,
    /// The directive that decided; nothing if no policy restricts such requests.
    pub directive: Option<String>,
    /// The source expression that decided; nothing if none matched.
    pub expression: Option<String>,
    /// Why.
    pub reason: String,
    /// Which of the texts decided.
    pub text: Option<u32>,
    /// Where the expression or the directive starts in that text, in UTF-16 code units.
    pub start: Option<u32>,
    /// Which engines block it although the specification allows it.
    pub disputed: Option<String>,
    /// Whether a policy that only reports would have blocked it.
    pub reported: bool,
}

/// What a text says.
#[napi(object, js_name = "CspRead", object_from_js = false)]
pub struct JsCspRead {
    /// Its policies.
    pub policies: Vec<JsCspPolicy>,
    /// What is wrong with them.
    pub issues: Vec<JsCspIssue>,
    /// Its length in bytes, if it is too long to be read; policies and issues are then empty.
    pub too_large: Option<u32>,
}

/// One policy.
#[napi(object, js_name = "CspPolicy", object_from_js = false)]
pub struct JsCspPolicy {
    /// Where it starts in the text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What browsers keep of it.
    pub directives: Vec<JsCspDirective>,
}

/// One directive.
#[napi(object, js_name = "CspDirective", object_from_js = false)]
pub struct JsCspDirective {
    /// In lower case.
    pub name: String,
    /// Where it starts in the text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its values.
    pub sources: Vec<JsCspSource>,
}

/// One value of a directive.
#[napi(object, js_name = "CspSource", object_from_js = false)]
pub struct JsCspSource {
    /// As written.
    pub text: String,
    /// What it is.
    #[napi(ts_type = "CspSourceKind")]
    pub kind: String,
    /// Where it starts in the text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Why it is on the danger list, if it is.
    pub danger: Option<String>,
}

/// Something that is wrong with a policy.
#[napi(object, js_name = "CspIssue", object_from_js = false)]
pub struct JsCspIssue {
    /// The rule's id.
    pub rule: String,
    /// How much it weighs here.
    #[napi(ts_type = "Severity")]
    pub severity: String,
    /// What happened.
    pub message: String,
    /// What to do, where it is more than the rule says.
    pub help: Option<String>,
    /// Where it starts in the text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// Reads the policies of a text, and says what is wrong with them. `beside` are the other texts of the page: what they block is not
/// dangerous.
#[napi]
pub fn read_csp(text: JsCspText, beside: Option<Vec<JsCspText>>) -> Result<JsCspRead> {
    guard("readCsp", || {
        match csp::parse(&text.text, kinds(&text).0, kinds(&text).1) {
            Ok(mut policies) => {
                let own = policies.len();
                let beside = beside.as_deref().unwrap_or_default();
                // What is too large is a finding about its own text, and blocks nothing here.
                policies.extend(
                    beside.iter().filter_map(|one| csp::parse(&one.text, kinds(one).0, kinds(one).1).ok()).flatten(),
                );
                read(&text.text, &policies, own)
            }
            Err(error) => {
                let bytes = u32::try_from(error.bytes).unwrap_or(u32::MAX);
                JsCspRead { policies: vec![], issues: vec![], too_large: Some(bytes) }
            }
        }
    })
}

/// Decides about requests of a page: all policies that enforce have to allow them.
#[napi]
pub fn test_csp(texts: Vec<JsCspText>, page: String, requests: Vec<JsCspRequest>) -> Result<JsCspAnswers> {
    guard("testCsp", || match answers(&texts, &page, &requests) {
        Ok(answers) => JsCspAnswers { answers, error: None },
        Err(error) => JsCspAnswers { answers: vec![], error: Some(error) },
    })
}

/// Whether a source expression `outer` lets in all that `inner` does in a directive of a page, so that `inner` beside it opens
/// nothing. Throws where the page is not an address.
#[napi]
pub fn covers_csp(outer: String, inner: String, page: String, directive: String) -> Result<bool> {
    let page = csp::Page::parse(&page).map_err(Error::from_reason)?;
    guard("coversCsp", || {
        let sockets = directive == "connect-src";
        csp::covers(&csp::Expression::parse(&outer), &csp::Expression::parse(&inner), &page, sockets)
    })
}

fn kinds(text: &JsCspText) -> (csp::Origin, csp::Disposition) {
    let origin = if text.meta == Some(true) { csp::Origin::Meta } else { csp::Origin::Header };
    let report = text.report_only == Some(true);
    (origin, if report { csp::Disposition::Report } else { csp::Disposition::Enforce })
}

/// The first policies are those of the text, the others those of the rest of the page.
fn read(text: &str, all: &[csp::Policy<'_>], own: usize) -> JsCspRead {
    let policies = all.get(..own).unwrap_or(all);
    let units = Units::new(text);
    let source = |policy: &csp::Policy<'_>, directive: &csp::Directive<'_>, one: &csp::Source<'_>| JsCspSource {
        text: one.text.to_owned(),
        kind: kind(&one.expression).to_owned(),
        start: units.at(one.span.start),
        end: units.at(one.span.end),
        danger: csp::danger(policy, directive, one).map(|danger| danger.why.to_owned()),
    };
    let policy = |policy: &csp::Policy<'_>| JsCspPolicy {
        start: units.at(policy.span.start),
        end: units.at(policy.span.end),
        directives: policy
            .directives
            .iter()
            .map(|directive| JsCspDirective {
                name: directive.name.clone(),
                start: units.at(directive.span.start),
                end: units.at(directive.span.end),
                sources: directive.sources.iter().map(|one| source(policy, directive, one)).collect(),
            })
            .collect(),
    };
    let issue = |one: csp::Issue| JsCspIssue {
        rule: one.rule.id.to_owned(),
        severity: one.severity.as_str().to_owned(),
        message: one.message,
        help: one.help,
        start: units.at(one.span.start),
        end: units.at(one.span.end),
    };
    let barred = csp::barred(all);
    JsCspRead {
        policies: policies.iter().map(policy).collect(),
        issues: policies.iter().flat_map(|one| csp::lint(one, &barred)).map(issue).collect(),
        too_large: None,
    }
}

fn kind(expression: &csp::Expression<'_>) -> &'static str {
    match expression {
        csp::Expression::None => "none",
        csp::Expression::Any => "any",
        csp::Expression::SelfOrigin => "self",
        csp::Expression::Keyword(csp::Keyword::StrictDynamic) => "strict-dynamic",
        csp::Expression::Keyword(csp::Keyword::UnsafeInline) => "unsafe-inline",
        csp::Expression::Keyword(_) => "keyword",
        csp::Expression::Nonce(_) => "nonce",
        csp::Expression::Hash(_, _) => "hash",
        csp::Expression::Scheme(_) => "scheme",
        csp::Expression::Host(_) => "host",
        csp::Expression::Invalid(_) => "invalid",
        csp::Expression::Opaque => "opaque",
    }
}

fn answers(
    texts: &[JsCspText],
    page: &str,
    requests: &[JsCspRequest],
) -> std::result::Result<Vec<JsCspAnswer>, String> {
    let page = csp::Page::parse(page)?;
    let mut policies = Vec::new();
    // The text that each policy is from.
    let mut from = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let (origin, disposition) = kinds(text);
        let read = csp::parse(&text.text, origin, disposition).map_err(|error| {
            format!("a policy of {} bytes is too long: the limit is {} bytes", error.bytes, csp::MAX_BYTES)
        })?;
        from.extend(std::iter::repeat_n(index, read.len()));
        policies.extend(read);
    }
    let units: Vec<Units> = texts.iter().map(|text| Units::new(&text.text)).collect();
    requests
        .iter()
        .map(|js| {
            let answer = csp::decide(&policies, &page, &request(js, &page)?);
            let text = answer.policy.and_then(|policy| from.get(policy)).copied();
            let place = text.and_then(|text| units.get(text)).zip(answer.span);
            Ok(JsCspAnswer {
                allowed: answer.allowed,
                directive: answer.directive,
                expression: answer.expression,
                reason: answer.reason,
                text: text.map(|text| u32::try_from(text).unwrap_or(u32::MAX)),
                start: place.map(|(units, span)| units.at(span.start)),
                disputed: answer.disputed.map(str::to_owned),
                reported: !answer.reported.is_empty(),
            })
        })
        .collect()
}

fn request<'a>(js: &'a JsCspRequest, page: &csp::Page) -> std::result::Result<csp::Request<'a>, String> {
    let subject = match (&js.url, &js.inline, js.eval == Some(true), js.wasm == Some(true)) {
        (Some(url), None, false, false) => csp::Subject::Url(page.resolve(url)?),
        (None, Some(text), false, false) => csp::Subject::Inline(text),
        (None, None, true, false) => csp::Subject::Eval,
        (None, None, false, true) => csp::Subject::Wasm,
        _ => return Err("a request has exactly one of a URL, an inline text, eval and wasm".into()),
    };
    let mut request = csp::Request::new(&js.directive, subject).map_err(|error| wrong(&js.directive, &error))?;
    request.nonce = js.nonce.as_deref().unwrap_or_default();
    request.integrity = js.integrity.as_deref().unwrap_or_default();
    request.parser_inserted = js.parser_inserted == Some(true);
    request.redirected = js.redirected == Some(true);
    Ok(request)
}

fn wrong(directive: &str, error: &csp::RequestError) -> String {
    match error {
        csp::RequestError::Directive(Some(near)) => format!("{directive:?} is not a directive; did you mean {near:?}?"),
        csp::RequestError::Directive(None) => format!(
            "{directive:?} is not a directive that decides about requests; expected one such as \"script-src\", \"style-src\", \"connect-src\", \"img-src\", \"font-src\", \"worker-src\" or \"frame-src\""
        ),
        csp::RequestError::Subject => format!(
            "{directive:?} does not decide about that: attributes are inline, eval and wasm are of \"script-src\", and only scripts and styles are inline"
        ),
    }
}

/// Bytes of a text as UTF-16 code units.
struct Units {
    /// For each byte the units before it; empty for ASCII, where both are the same.
    before: Vec<u32>,
}

impl Units {
    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { before: vec![] };
        }
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut units = 0;
        for character in text.chars() {
            before.extend(std::iter::repeat_n(units, character.len_utf8()));
            units += character.len_utf16() as u32;
        }
        before.push(units);
        Self { before }
    }

    fn at(&self, byte: usize) -> u32 {
        self.before.get(byte).copied().unwrap_or_else(|| u32::try_from(byte).unwrap_or(u32::MAX))
    }
}
