//! The same questions to this crate and to `content-security-policy`, the CSP implementation of Servo. Every difference is one
//! of those that `differences.md` explains, and each of those occurs.
#![expect(clippy::expect_used, reason = "a test that fails panics")]

use std::collections::BTreeMap;

use content_security_policy as peer;
use fedseal_policy::csp;
use url::Url;

const CASES: usize = 40_000;
const DIFFERENCES: &str = include_str!("differences.md");

/// A small generator of its own: the same cases on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const DIRECTIVES: &[&str] = &[
    "script-src",
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "default-src",
    "default-src",
    "connect-src",
    "img-src",
    "font-src",
    "media-src",
    "object-src",
    "frame-src",
    "child-src",
    "worker-src",
    "manifest-src",
    "Script-SRC",
    "sandbox",
    "unknown-src",
    "report-uri",
];
const SCHEMES: &[&str] = &["http", "https", "HTTPS", "ws", "wss", "data", "blob", "custom"];
const HOSTS: &[&str] = &[
    "a.example",
    "A.Example",
    "b.a.example",
    "*.a.example",
    "*.example",
    "*",
    "self",
    "a.example.",
    "127.0.0.1",
    "10.0.0.1",
];
const PORTS: &[&str] = &[":80", ":443", ":8080", ":*", ":0443"];
const PATHS: &[&str] = &["/", "/x", "/x/", "/x/y.js", "/%78", "/x%2Fy", "/X", "/x?y", "//x", "/%zz"];
const KEYWORDS: &[&str] = &[
    "'self'",
    "'SELF'",
    "'none'",
    "'None'",
    "*",
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'wasm-unsafe-eval'",
    "'strict-dynamic'",
    "'Strict-Dynamic'",
    "'unsafe-hashes'",
    "'report-sample'",
    "'nonce-abc'",
    "'nonce-ABC'",
    "'NONCE-abc'",
    "'nonce-a=b'",
    "'nonce-abc==='",
    "self",
    "'wrong'",
    "https:",
    "http:",
    "data:",
    "blob:",
    "wss:",
    "ws:",
    "'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='",
    "'sha256-n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg='",
    "'sha384-aaaa'",
    "'sha512-bbbb'",
    "'sha1-cccc'",
];
const URLS: &[&str] = &[
    "https://a.example/",
    "https://a.example/x",
    "https://a.example/x/y.js",
    "https://a.example:8080/x",
    "http://a.example/x",
    "http://a.example:8080/x/y.js",
    "https://b.a.example/x",
    "https://c.b.a.example/X",
    "https://app.example/x",
    "http://app.example/x",
    "https://app.example:8080/x",
    "wss://a.example/x",
    "ws://a.example/x",
    "wss://app.example/x",
    "data:text/plain,x",
    "custom:x",
    "blob:https://app.example/1234",
    "https://127.0.0.1/x",
    "http://10.0.0.1/x",
    "https://[::1]/x",
    "https://a.example./x",
    "https://a.example/x%2Fy",
    "https://a.example//x",
];
const PAGES: &[&str] =
    &["https://app.example/", "http://app.example/", "http://app.example:8080/", "https://a.example/x"];
const NONCES: &[&str] = &["", "", "abc", "ABC", "a=b"];
const INTEGRITY: &[&str] = &[
    "",
    "",
    "sha384-aaaa",
    "sha384-aaaa sha512-bbbb",
    "sha384-aaaa?option",
    "sha999-x",
    "sha384-aaaa sha999-x",
    "SHA384-aaaa",
    "sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
    "x-sha384-aaaa",
];
/// A destination and its effective directive.
const DESTINATIONS: &[(&str, peer::Destination)] = &[
    ("script-src", peer::Destination::Script),
    ("script-src-elem", peer::Destination::Script),
    ("style-src", peer::Destination::Style),
    ("connect-src", peer::Destination::None),
    ("img-src", peer::Destination::Image),
    ("font-src", peer::Destination::Font),
    ("worker-src", peer::Destination::Worker),
    ("frame-src", peer::Destination::IFrame),
    ("media-src", peer::Destination::Video),
    ("object-src", peer::Destination::Object),
    ("manifest-src", peer::Destination::Manifest),
];

struct Case {
    policies: Vec<String>,
    page: &'static str,
    question: Question,
}

#[derive(Clone, Copy)]
enum Question {
    Url {
        place: usize,
        url: &'static str,
        nonce: &'static str,
        integrity: &'static str,
        parser: bool,
        redirected: bool,
    },
    Inline {
        style: bool,
        attribute: bool,
        nonce: &'static str,
        text: &'static str,
        parser: bool,
    },
    Eval,
    Wasm,
}

fn expression(random: &mut Random) -> String {
    if random.chance(45) {
        return random.of(KEYWORDS).into();
    }
    let mut text = String::new();
    if random.chance(50) {
        text.push_str(random.of(SCHEMES));
        text.push_str("://");
    }
    text.push_str(random.of(HOSTS));
    if random.chance(30) {
        text.push_str(random.of(PORTS));
    }
    if random.chance(40) {
        text.push_str(random.of(PATHS));
    }
    text
}

fn policy(random: &mut Random) -> String {
    let directives: Vec<String> = (0..=random.below(3))
        .map(|_| {
            let sources: Vec<String> = (0..random.below(5)).map(|_| expression(random)).collect();
            format!("{} {}", random.of(DIRECTIVES), sources.join(" "))
        })
        .collect();
    directives.join(random.of(&["; ", ";", " ;; "]))
}

fn case(random: &mut Random) -> Case {
    let policies = (0..=random.below(2)).map(|_| policy(random)).collect();
    let page = random.of(PAGES);
    let question = match random.below(10) {
        0 => Question::Inline {
            style: random.chance(40),
            attribute: random.chance(30),
            nonce: random.of(NONCES),
            text: random.of(&["test", "other"]),
            parser: random.chance(50),
        },
        1 if random.chance(50) => Question::Eval,
        1 => Question::Wasm,
        _ => Question::Url {
            place: random.below(DESTINATIONS.len()),
            url: random.of(URLS),
            nonce: random.of(NONCES),
            integrity: random.of(INTEGRITY),
            parser: random.chance(50),
            redirected: random.chance(20),
        },
    };
    Case { policies, page, question }
}

fn ours(case: &Case) -> csp::Answer {
    let header = case.policies.join(", ");
    let policies = csp::parse(&header, csp::Origin::Header, csp::Disposition::Enforce).expect("short");
    let page = csp::Page::parse(case.page).expect("a page");
    let request = match case.question {
        Question::Url { place, url, nonce, integrity, parser, redirected } => {
            let subject = csp::Subject::Url(page.resolve(url).expect("a URL"));
            let mut request = csp::Request::new(DESTINATIONS[place].0, subject).expect("a request");
            request.nonce = nonce;
            request.integrity = integrity;
            request.parser_inserted = parser;
            request.redirected = redirected;
            request
        }
        Question::Inline { style, attribute, nonce, text, parser } => {
            let part = if attribute { "attr" } else { "elem" };
            let directive = format!("{}-src-{part}", if style { "style" } else { "script" });
            let mut request = csp::Request::new(&directive, csp::Subject::Inline(text)).expect("a request");
            request.nonce = nonce;
            request.parser_inserted = parser;
            request
        }
        Question::Eval => csp::Request::new("script-src", csp::Subject::Eval).expect("a request"),
        Question::Wasm => csp::Request::new("script-src", csp::Subject::Wasm).expect("a request"),
    };
    csp::decide(&policies, &page, &request)
}

fn theirs(case: &Case) -> bool {
    let header = case.policies.join(", ");
    let list = peer::CspList::parse(&header, peer::PolicySource::Header, peer::PolicyDisposition::Enforce);
    let page = Url::parse(case.page).expect("a page");
    match case.question {
        Question::Url { place, url, nonce, integrity, parser, redirected } => {
            let url = Url::parse(url).expect("a URL");
            let request = peer::Request {
                url: url.clone(),
                current_url: url,
                origin: page.origin(),
                redirect_count: u32::from(redirected),
                destination: DESTINATIONS[place].1,
                initiator: peer::Initiator::None,
                nonce: nonce.into(),
                integrity_metadata: integrity.into(),
                parser_metadata: if parser { peer::ParserMetadata::ParserInserted } else { peer::ParserMetadata::None },
            };
            list.should_request_be_blocked(&request).0 == peer::CheckResult::Allowed
        }
        Question::Inline { style, attribute, nonce, text, .. } => {
            let element = peer::Element { nonce: (!nonce.is_empty()).then(|| nonce.into()) };
            let kind = match (style, attribute) {
                (false, false) => peer::InlineCheckType::Script,
                (false, true) => peer::InlineCheckType::ScriptAttribute,
                (true, false) => peer::InlineCheckType::Style,
                (true, true) => peer::InlineCheckType::StyleAttribute,
            };
            list.should_elements_inline_type_behavior_be_blocked(&element, kind, text).0 == peer::CheckResult::Allowed
        }
        Question::Eval => list.is_js_evaluation_allowed("x").0 == peer::CheckResult::Allowed,
        Question::Wasm => list.is_wasm_evaluation_allowed().0 == peer::CheckResult::Allowed,
    }
}

#[test]
fn every_difference_is_explained() {
    let mut random = Random(0x5EED);
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unexplained = Vec::new();
    let mut blocked = 0;
    for _ in 0..CASES {
        let case = case(&mut random);
        let answer = ours(&case);
        blocked += usize::from(!answer.allowed);
        if answer.allowed == theirs(&case) {
            continue;
        }
        // The list allows what each of its policies allows: at least one of them differs by itself.
        let before = found.len() + unexplained.len() + found.values().sum::<usize>();
        for policy in &case.policies {
            let alone = Case { policies: vec![policy.clone()], ..case };
            let answer = ours(&alone);
            if answer.allowed == theirs(&alone) {
                continue;
            }
            match explain(&alone, &answer) {
                Some(why) => *found.entry(why).or_default() += 1,
                None => unexplained.push(describe(&alone, &answer)),
            }
        }
        assert!(
            found.len() + unexplained.len() + found.values().sum::<usize>() > before,
            "{}",
            describe(&case, &answer)
        );
    }
    assert!(
        unexplained.is_empty(),
        "{} differences, for example\n{}",
        unexplained.len(),
        unexplained[..unexplained.len().min(12)].join("\n")
    );
    assert!(blocked > CASES / 5 && blocked < CASES * 4 / 5, "{blocked} of {CASES} are blocked");
    let headings: Vec<&str> = DIFFERENCES.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(
        headings,
        found.keys().copied().collect::<Vec<_>>(),
        "differences.md has a heading for each kind that occurs"
    );
}

/// The heading in `differences.md` that a difference belongs to. Each looks at the one cause that it is about.
fn explain(case: &Case, answer: &csp::Answer) -> Option<&'static str> {
    let by = answer.expression.as_deref().unwrap_or_default();
    let policy = &case.policies[0];
    if !answer.allowed && answer.directive.as_deref() == Some("sandbox") {
        return Some("The directive `sandbox`");
    }
    match &case.question {
        Question::Url { place, url, integrity, nonce, .. } => {
            let url = Url::parse(url).expect("a URL");
            let socket = matches!(url.scheme(), "ws" | "wss");
            let address = !matches!(url.host(), Some(url::Host::Domain(_)) | None);
            if answer.allowed {
                return match by {
                    "*" if socket => Some("WebSockets and `*`"),
                    _ if address => Some("IP addresses"),
                    _ if by.contains('?') => Some("Queries in source expressions"),
                    _ if by.eq_ignore_ascii_case("'self'") => Some("`'self'` and default ports"),
                    _ if by.starts_with("'NONCE-") => Some("Nonces and hashes in capitals"),
                    _ if by.contains(":80") && url.scheme() == "https" => Some("Port 80 and port 443"),
                    _ if by.starts_with("'sha") && by.contains(['-', '_']) && integrity.contains('+') => {
                        Some("Both alphabets of base64")
                    }
                    _ if DESTINATIONS[*place].0 == "worker-src"
                        && answer.directive.as_deref() == Some("default-src") =>
                    {
                        Some("Workers under `default-src`")
                    }
                    _ => None,
                };
            }
            let strict = policy.to_ascii_lowercase().contains("'strict-dynamic'");
            if policy.contains("//x") || policy.contains("/%zz") {
                return Some("Paths outside of the grammar");
            }
            if integrity.starts_with("x-") {
                return Some("Metadata that only contains a hash");
            }
            if policy.contains("===") && *nonce == "abc" {
                return Some("Padding of nonces");
            }
            if DESTINATIONS[*place].0 == "worker-src" && answer.directive.as_deref() == Some("default-src") && strict {
                return Some("Workers under `default-src`");
            }
            None
        }
        Question::Inline { parser: false, .. } if answer.allowed && by.eq_ignore_ascii_case("'strict-dynamic'") => {
            Some("Inline scripts that scripts insert")
        }
        Question::Inline { .. } if answer.allowed && by.starts_with("'NONCE-") => Some("Nonces and hashes in capitals"),
        Question::Inline { .. } if !answer.allowed && policy.contains("'Strict-Dynamic'") => {
            Some("Keywords in capitals beside `'unsafe-inline'`")
        }
        Question::Inline { .. } if !answer.allowed && policy.contains("'NONCE-") => {
            Some("Nonces and hashes in capitals")
        }
        Question::Inline { .. } if policy.contains("===") => Some("Padding of nonces"),
        _ => None,
    }
}

fn describe(case: &Case, answer: &csp::Answer) -> String {
    let question = match &case.question {
        Question::Url { place, url, nonce, integrity, parser, redirected } => format!(
            "{} {url} nonce={nonce} integrity={integrity} parser={parser} redirected={redirected}",
            DESTINATIONS[*place].0
        ),
        Question::Inline { style, attribute, nonce, text, parser } => {
            format!("inline style={style} attribute={attribute} nonce={nonce} text={text} parser={parser}")
        }
        Question::Eval => "eval".into(),
        Question::Wasm => "wasm".into(),
    };
    format!(
        "{}\n  {question} on {}\n  we: {} {:?} {:?} {}",
        case.policies.join("  ,  "),
        case.page,
        answer.allowed,
        answer.directive,
        answer.expression,
        answer.reason
    )
}
