//! Whether a response may be cached as it asks to be, given the role of its URL.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Rule};

use super::field::{CacheControl, read};
use super::freshness::{Freshness, Reuse, freshness};
use super::response::Response;
use super::targeted::{Targeted, targeted, unread};
use super::tokens::{list, shown};

/// What a URL stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A URL that never changes and whose content does: manifest, remote entry, page, signature.
    Entry,
    /// A file whose name contains a hash of its content, so that new content has a new URL.
    Hashed,
    /// A file of the closure whose name says nothing of its content.
    Unhashed,
    /// A manifest that depends on who asks for it.
    TenantManifest,
}

impl Role {
    /// The role called `name`: `entry`, `hashed`, `unhashed` or `tenant-manifest`.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "entry" => Some(Self::Entry),
            "hashed" => Some(Self::Hashed),
            "unhashed" => Some(Self::Unhashed),
            "tenant-manifest" => Some(Self::TenantManifest),
            _ => None,
        }
    }

    /// The value of `Cache-Control` that is right for it.
    pub fn recommended(self) -> &'static str {
        match self {
            Self::Entry | Self::Unhashed => "no-cache",
            Self::Hashed => "public, max-age=31536000, immutable",
            Self::TenantManifest => "private, no-cache",
        }
    }
}

/// The value of `Cache-Control` that is right for a response: an error is none of the file.
pub fn recommended(response: &Response, role: Role) -> &'static str {
    if response.status >= 400 { Role::Entry.recommended() } else { role.recommended() }
}

/// What a judgement takes for right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judging {
    /// The role of the URL.
    pub role: Role,
    /// Whether the response has all its header fields, so that a missing one is a finding.
    pub complete: bool,
    /// Seconds for which an entry may be reused without asking.
    pub entry_seconds: u64,
    /// Whether each deployment purges shared caches, so that `s-maxage` of an entry does no harm.
    pub purged: bool,
    /// Whether the server sends one `Access-Control-Allow-Origin` to everybody, so that it does not depend on `Origin`.
    pub same_for_all_origins: bool,
}

impl Judging {
    /// The defaults for a role: five minutes for an entry, no purge.
    pub fn new(role: Role) -> Self {
        Self { role, complete: true, entry_seconds: 300, purged: false, same_for_all_origins: false }
    }
}

/// A year, in seconds.
const YEAR: u64 = 31_536_000;

/// Everything that is wrong with a response for its role: first the syntax, then the meaning.
pub fn judge(response: &Response, judging: Judging) -> Vec<Diagnostic> {
    let control = read(response.lines("cache-control"));
    let found = control.diagnostics.clone();
    let mut found = Judge { response, control: &control, targeted: targeted(response), judging, found };
    found.targeted();
    let freshness = freshness(response);
    if response.status >= 400 {
        found.missing(&freshness);
        return found.found;
    }
    if found.lifetime(&freshness) {
        match judging.role {
            Role::Entry | Role::Unhashed => found.entry(&freshness),
            Role::Hashed => found.hashed(&freshness),
            Role::TenantManifest => found.tenant(&freshness),
        }
    }
    found.validator(&freshness);
    found.vary();
    found.found
}

struct Judge<'a> {
    response: &'a Response,
    control: &'a CacheControl,
    targeted: Vec<Targeted>,
    judging: Judging,
    found: Vec<Diagnostic>,
}

impl Judge<'_> {
    fn add(&mut self, rule: &'static Rule, message: impl Into<String>) {
        self.found.push(Diagnostic::new(rule, message).with_help(self.send()));
    }

    /// The remedy: the exact value.
    fn send(&self) -> String {
        format!("Send `Cache-Control: {}`.", self.judging.role.recommended())
    }

    /// The syntax of targeted fields (RFC 9213), which have the same directives, and fields that cannot be read.
    fn targeted(&mut self) {
        for Targeted { name, control } in &self.targeted {
            for mut finding in control.diagnostics.clone() {
                finding.message = format!("in {}: {}", shown(name), finding.message);
                self.found.push(finding);
            }
        }
        // A file that cannot change may be kept for as long as anybody likes, and what is purged is asked for again.
        let harmless =
            self.judging.role == Role::Hashed || (self.judging.purged && self.judging.role != Role::TenantManifest);
        for name in unread(self.response).into_iter().filter(|_| !harmless) {
            let message =
                format!("`{name}` has a syntax of its own, so for how long its caches reuse the response is not known");
            self.found.push(Diagnostic::new(&rules::CACHE_UNREAD_FIELD, message));
        }
    }

    /// An error, most of all 404: the file may be there a moment later.
    fn missing(&mut self, freshness: &Freshness) {
        let limit = self.judging.entry_seconds;
        let kept = |reuse: &Reuse| !reuse.heuristic && reuse.seconds > limit;
        let who = if kept(&freshness.browser) {
            Some(("browsers keep", &freshness.browser))
        } else if kept(&freshness.shared) && !self.judging.purged {
            Some(("shared caches keep", &freshness.shared))
        } else {
            None
        };
        if let Some((keep, reuse)) = who {
            let message = format!("{keep} the answer {} {}", self.response.status, how_long(reuse));
            self.found.push(Diagnostic::new(&rules::CACHE_MISSING_FILE_KEPT, message));
        }
    }

    /// Whether the server says how long the response may be reused. A guess of a cache is right for no role.
    fn lifetime(&mut self, freshness: &Freshness) -> bool {
        let missing = !self.response.has("cache-control");
        if missing && !self.response.has("expires") {
            let guess = match freshness.browser {
                Reuse { heuristic: true, seconds, .. } if seconds > 0 => {
                    format!("; browsers will guess {}", duration(seconds))
                }
                _ => String::new(),
            };
            let pragma = if self.response.has("pragma") {
                "; `Pragma` means nothing in a response (RFC 9111, section 5.4)"
            } else {
                ""
            };
            self.add(&rules::CACHE_MISSING_HEADER, format!("there is no `Cache-Control`{guess}{pragma}"));
            return false;
        }
        // Directives that could not be read have their own findings; what they would have said is not known.
        let unreadable = self.found.iter().any(|finding| {
            [&rules::CACHE_INVALID_SYNTAX, &rules::CACHE_MISSPELLED_DIRECTIVE].contains(&finding.rule)
                && finding.is_error()
        });
        let guesses = freshness.browser.heuristic || freshness.shared.heuristic;
        if guesses && !unreadable {
            let who = if freshness.browser.heuristic { "caches" } else { "shared caches" };
            self.add(
                &rules::CACHE_MISSING_LIFETIME,
                format!("`Cache-Control` does not say for how long the response may be reused, so {who} guess"),
            );
        }
        !(freshness.browser.heuristic && freshness.shared.heuristic)
    }

    fn entry(&mut self, freshness: &Freshness) {
        let hashless = self.judging.role == Role::Unhashed;
        let limit = self.judging.entry_seconds;
        let immutable = self.control.has("immutable");
        if immutable {
            let (rule, why): (_, &str) = if hashless {
                (&rules::CACHE_UNHASHED_IMMUTABLE, "`immutable` on a name that stays when the content changes")
            } else {
                (&rules::CACHE_ENTRY_IMMUTABLE, "`immutable` on a URL whose content changes with each release")
            };
            self.add(rule, format!("{why}: browsers do not ask again{}", within(freshness.browser.seconds)));
        }
        let browser = &freshness.browser;
        // The remedy of `immutable` is that of a long lifetime: one finding for both.
        if browser.seconds > limit && !immutable && !browser.heuristic {
            let rule = if hashless { &rules::CACHE_UNHASHED_TOO_FRESH } else { &rules::CACHE_ENTRY_TOO_FRESH };
            let message = format!(
                "browsers reuse it {} without asking; {} is the limit for a URL whose content changes",
                how_long(browser),
                duration(limit)
            );
            self.add(rule, message);
        }
        let shared = freshness.shared.seconds;
        let own = self.control.has("s-maxage") || self.targeted.iter().any(Targeted::counts);
        if own && shared > limit && !self.judging.purged && !freshness.shared.heuristic {
            let message = format!("shared caches serve it {} without asking", how_long(&freshness.shared));
            let finding = Diagnostic::new(&rules::CACHE_ENTRY_SHARED_WITHOUT_PURGE, message);
            self.found.push(finding.with_help(format!(
                "{} If each deployment purges this URL from the CDN, say so with `cache.purged`.",
                self.send()
            )));
        }
        let stale = self.control.seconds("stale-while-revalidate").unwrap_or(0);
        if stale > 0 && freshness.browser.stored {
            self.add(
                &rules::CACHE_ENTRY_STALE_WHILE_REVALIDATE,
                format!("`stale-while-revalidate` lets pages use the previous release for {} more", duration(stale)),
            );
        }
        let counting = self.targeted.iter().filter(|one| one.counts() && !self.judging.purged);
        let stale: Vec<(String, u64)> = counting
            .map(|one| (one.name.clone(), one.control.seconds("stale-while-revalidate").unwrap_or(0)))
            .filter(|(_, seconds)| *seconds > 0)
            .collect();
        for (name, seconds) in stale {
            let message = format!(
                "`stale-while-revalidate` in {} lets shared caches serve the previous release for {} more",
                shown(&name),
                duration(seconds)
            );
            self.add(&rules::CACHE_ENTRY_STALE_WHILE_REVALIDATE, message);
        }
    }

    fn hashed(&mut self, freshness: &Freshness) {
        let control = self.control;
        if self.response.has("set-cookie") {
            let finding = Diagnostic::new(
                &rules::CACHE_HASHED_SETS_COOKIE,
                "`Set-Cookie` comes with a file that is the same for everybody",
            );
            self.found.push(finding.with_help("Send no `Set-Cookie` with static files."));
        }
        let forbidden = ["no-store", "no-cache"].into_iter().find(|name| control.whole(name));
        if let Some(name) = forbidden {
            let message = format!("`{name}` makes every page view ask again for a file that cannot change");
            return self.add(&rules::CACHE_HASHED_REVALIDATED, message);
        }
        if list(self.response.lines("vary")).iter().any(|name| name == "*") {
            let finding = Diagnostic::new(&rules::CACHE_HASHED_REVALIDATED, "`Vary: *` lets no cache reuse the file");
            self.found.push(finding.with_help("Send `Vary` with the request headers that the response depends on."));
        }
        if control.whole("private") {
            let message = "`private` keeps the file out of shared caches, although it is the same for everybody";
            self.add(&rules::CACHE_HASHED_PRIVATE, message);
        }
        let lifetime = control.seconds("max-age").unwrap_or(freshness.browser.seconds);
        if freshness.browser.dated {
            let message = format!(
                "browsers keep it {}; a file that cannot change is kept for a year",
                how_long(&freshness.browser)
            );
            self.add(&rules::CACHE_HASHED_SHORT_LIVED, message);
        } else if lifetime < YEAR {
            let message =
                format!("browsers keep it for {}; a file that cannot change is kept for a year", duration(lifetime));
            self.add(&rules::CACHE_HASHED_SHORT_LIVED, message);
        } else if !control.has("immutable") {
            let message = "without `immutable`, a reload asks again for a file that cannot change (RFC 8246)";
            self.add(&rules::CACHE_HASHED_NOT_IMMUTABLE, message);
        }
        let targeted = self.targeted.iter().filter(|one| one.counts()).filter_map(|one| one.control.seconds("max-age"));
        let shared = control.seconds("s-maxage").into_iter().chain(targeted).min();
        if let Some(shared) = shared.filter(|seconds| *seconds < YEAR) {
            let message = format!("shared caches keep it for {}", duration(shared));
            self.add(&rules::CACHE_HASHED_SHORT_LIVED, message);
        }
    }

    fn tenant(&mut self, freshness: &Freshness) {
        if freshness.shared.stored {
            let message = if self.control.whole("no-cache") {
                "shared caches may store a manifest that depends on who asks; one that does not ask serves it to others"
            } else {
                "shared caches may store a manifest that depends on who asks, and serve it to others"
            };
            self.add(&rules::CACHE_TENANT_MANIFEST_PUBLIC, message);
        }
        if freshness.browser.stored && self.judging.complete {
            let vary = list(self.response.lines("vary"));
            if !vary.iter().any(|name| matches!(name.as_str(), "*" | "authorization" | "cookie")) {
                let finding = Diagnostic::new(
                    &rules::CACHE_TENANT_MANIFEST_WITHOUT_VARY,
                    "`Vary` does not name the header that says who asks",
                );
                self.found.push(
                    finding.with_help("Send `Vary: Authorization`, or `Vary: Cookie` where a cookie says who asks."),
                );
            }
        }
        self.entry(freshness);
    }

    /// Without a validator each question is a full download.
    fn validator(&mut self, freshness: &Freshness) {
        let asks = self.judging.role != Role::Hashed && freshness.browser.stored;
        if self.judging.complete && asks && !self.response.has("etag") && !self.response.has("last-modified") {
            let finding =
                Diagnostic::new(&rules::CACHE_NO_VALIDATOR, "the response has neither `ETag` nor `Last-Modified`");
            self.found.push(finding.with_help("Send `ETag`, or `Last-Modified`."));
        }
    }

    fn vary(&mut self) {
        let vary = list(self.response.lines("vary"));
        let varies = |name: &str| vary.iter().any(|own| own == "*" || own == name);
        if let Some(origin) = self.response.first("access-control-allow-origin")
            && origin != "*"
            && !self.judging.same_for_all_origins
            && !varies("origin")
        {
            let message =
                format!("`Access-Control-Allow-Origin` names one origin, {}, without `Vary: Origin`", shown(origin));
            let finding = Diagnostic::new(&rules::CACHE_CORS_WITHOUT_VARY, message);
            self.found.push(finding.with_help("Send `Access-Control-Allow-Origin: *`, or add `Vary: Origin`."));
        }
        if self.response.has("content-encoding") && !varies("accept-encoding") {
            let finding = Diagnostic::new(
                &rules::CACHE_ENCODING_WITHOUT_VARY,
                "the response is compressed, without `Vary: Accept-Encoding`",
            );
            self.found.push(finding.with_help("Send `Vary: Accept-Encoding` with compressed and plain responses."));
        }
    }
}

fn within(seconds: u64) -> String {
    if seconds == 0 { String::new() } else { format!(" for {}", duration(seconds)) }
}

/// For how long a cache reuses a response, as far as that is known.
fn how_long(reuse: &Reuse) -> String {
    if reuse.dated {
        "until the date in `Expires`, as there is no `Date` to count from".into()
    } else {
        format!("for {}", duration(reuse.seconds))
    }
}

/// Seconds for people: `5 minutes`, `1 year`, `90 seconds`.
fn duration(seconds: u64) -> String {
    let units = [(YEAR, "year"), (86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")];
    let (size, name) =
        units.into_iter().find(|(size, _)| seconds >= *size && seconds.is_multiple_of(*size)).unwrap_or((1, "second"));
    let count = seconds / size;
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}
