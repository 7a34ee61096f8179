//! Caching of responses: the functions over `fedseal-policy`, each beside its shapes.

use fedseal_policy::cache::{self, Freshness, Judging, NameHash, Response, Reuse, Role};
use napi::bindgen_prelude::Uint8Array;
use napi::{Error, Result};
use napi_derive::napi;

use crate::task::guard;
use crate::twins::{JsDiagnostic, twins};

/// A header field line.
#[napi(object, js_name = "HeaderLine", object_to_js = false)]
pub struct JsHeaderLine {
    /// The field's name, in any case.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What a judgement of a response takes for right.
#[napi(object, js_name = "CacheJudging", object_to_js = false)]
pub struct JsJudging {
    /// What the URL stands for.
    #[napi(ts_type = "CacheRole")]
    pub role: String,
    /// Whether the response has all its header fields, so that a missing one is a finding; default true.
    pub complete: Option<bool>,
    /// Seconds for which an entry may be reused without asking; default 300.
    pub entry_seconds: Option<u32>,
    /// Whether each deployment purges shared caches; default false.
    pub purged: Option<bool>,
    /// Whether every origin gets the same `Access-Control-Allow-Origin`; default false.
    pub same_for_all_origins: Option<bool>,
}

impl TryFrom<JsJudging> for Judging {
    type Error = Error;
    fn try_from(js: JsJudging) -> Result<Self> {
        let role = Role::parse(&js.role)
            .ok_or_else(|| Error::from_reason(format!("judgeResponse: {:?} is not a role", js.role)))?;
        let default = Self::new(role);
        Ok(Self {
            role,
            complete: js.complete.unwrap_or(default.complete),
            entry_seconds: js.entry_seconds.map_or(default.entry_seconds, u64::from),
            purged: js.purged.unwrap_or(default.purged),
            same_for_all_origins: js.same_for_all_origins.unwrap_or(default.same_for_all_origins),
        })
    }
}

/// What one kind of cache does with a response.
#[napi(object, js_name = "Reuse", object_from_js = false)]
pub struct JsReuse {
    /// Whether the cache may store it.
    pub stored: bool,
    /// Seconds of reuse without asking the server.
    pub seconds: f64,
    /// Whether the server gave no lifetime, so that the cache guesses.
    pub heuristic: bool,
    /// Whether the response ends with a date and has none to count from: `seconds` is then the longest time that it can be.
    pub dated: bool,
    /// Further seconds in which a stale response is used while the cache asks (RFC 5861, section 3).
    pub stale_while_revalidate: f64,
    /// Further seconds in which a stale response is used when the server fails (RFC 5861, section 4).
    pub stale_if_error: f64,
    /// Whether not even a reload asks (RFC 8246).
    pub immutable: bool,
}

impl From<Reuse> for JsReuse {
    fn from(core: Reuse) -> Self {
        Self {
            stored: core.stored,
            seconds: core.seconds as f64,
            heuristic: core.heuristic,
            dated: core.dated,
            stale_while_revalidate: core.stale_while_revalidate as f64,
            stale_if_error: core.stale_if_error as f64,
            immutable: core.immutable,
        }
    }
}

/// A response, judged.
#[napi(object, js_name = "JudgedResponse", object_from_js = false)]
pub struct JsJudgedResponse {
    /// What is wrong.
    pub diagnostics: Vec<JsDiagnostic>,
    /// The longest time, in seconds, that a cache reuses the response without asking.
    pub reusable_for_seconds: f64,
    /// What the cache of one browser does.
    pub browser: JsReuse,
    /// What a cache that many share does.
    pub shared: JsReuse,
    /// The value of `Cache-Control` that is right for the role.
    pub recommended: String,
}

/// Judges the caching of a response by the role of its URL (RFC 9111, RFC 8246, RFC 5861).
#[napi]
pub fn judge_response(status: u16, headers: Vec<JsHeaderLine>, judging: JsJudging) -> Result<JsJudgedResponse> {
    let judging = Judging::try_from(judging)?;
    guard("judgeResponse", || {
        let headers = headers.into_iter().map(|JsHeaderLine { name, value }| (name, value)).collect();
        let response = Response { status, headers };
        let diagnostics = twins(cache::judge(&response, judging));
        let freshness: Freshness = cache::freshness(&response);
        JsJudgedResponse {
            diagnostics,
            reusable_for_seconds: freshness.seconds() as f64,
            browser: freshness.browser.into(),
            shared: freshness.shared.into(),
            recommended: cache::recommended(&response, judging.role).to_owned(),
        }
    })
}

/// A part of a file's name that looks like a hash; `algorithm` is there when it is one of the content.
#[napi(object, js_name = "NameHash", object_from_js = false)]
pub struct JsNameHash {
    /// The part of the name.
    pub part: String,
    /// The hash that it is the beginning of; missing when no hash of the content begins so.
    pub algorithm: Option<String>,
}

/// Looks for a hash of `bytes` in a file's name; nothing where no part of the name looks like a hash.
#[napi]
pub fn name_hash(name: String, bytes: Uint8Array) -> Result<Option<JsNameHash>> {
    guard("nameHash", || match cache::name_hash(&name, &bytes) {
        NameHash::Verified { part, algorithm } => Some(JsNameHash { part, algorithm: Some(algorithm.to_owned()) }),
        NameHash::Unverified { part } => Some(JsNameHash { part, algorithm: None }),
        NameHash::None => None,
    })
}
