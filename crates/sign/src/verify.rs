//! The verdict about a manifest and its sidecar.

use std::collections::BTreeMap;

use crate::key::{Algorithm, PublicKey};
use crate::sidecar::{Entry, Sidecar, signing_input};
use crate::statement::{SCHEMA, Statement};

/// Why a manifest is refused. In the order in which it is found out: what comes later got further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There is no sidecar.
    Missing,
    /// The sidecar, a protected header or the version of a statement is not what this version reads.
    Schema,
    /// An algorithm that is not on the list, or not that of the key.
    Algorithm,
    /// A key that is not pinned for this remote.
    UnknownKey,
    /// The signature is not one over these bytes by that key.
    Mismatch,
    /// Signed as the manifest of another remote.
    WrongRemote,
    /// Signed for another origin.
    WrongOrigin,
    /// Fetched by way of a redirect.
    Redirected,
    /// Signed for a time that has not come.
    NotYet,
    /// Signed for a time that is over.
    Expired,
    /// Below the floor of this remote and key.
    Rollback,
}

impl Reason {
    /// As in the error codes: `WRONG_REMOTE`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "MISSING",
            Self::Schema => "SCHEMA",
            Self::Algorithm => "ALGORITHM",
            Self::UnknownKey => "UNKNOWN_KEY",
            Self::Mismatch => "MISMATCH",
            Self::WrongRemote => "WRONG_REMOTE",
            Self::WrongOrigin => "WRONG_ORIGIN",
            Self::Redirected => "REDIRECTED",
            Self::NotYet => "NOT_YET",
            Self::Expired => "EXPIRED",
            Self::Rollback => "ROLLBACK",
        }
    }
}

/// A refusal: its reason, and what was found in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// What was found.
    pub message: String,
}

/// What a manifest has to be signed for. What is `None` is not asked.
#[derive(Debug, Clone, Default)]
pub struct Expected<'a> {
    /// The remote that was asked for.
    pub remote: Option<&'a str>,
    /// The origins that may serve it: the one that was fetched from, where there is one.
    pub origins: Option<&'a [&'a str]>,
    /// Unix time.
    pub now: Option<u64>,
    /// Seconds that two clocks may differ by.
    pub skew: u64,
    /// `kid` → the smallest `seq` that is still good.
    pub floors: BTreeMap<&'a str, u64>,
}

/// A manifest that is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What is said about it.
    pub statement: Statement,
    /// Whose key says so.
    pub kid: String,
}

/// Verifies the manifest's bytes. One signature that passes everything is enough; if none does, the reason is that of the one that
/// got furthest.
///
/// # Errors
/// The refusal.
pub fn verify(
    manifest: &[u8],
    sidecar: Option<&[u8]>,
    keys: &[PublicKey],
    expected: &Expected<'_>,
) -> Result<Accepted, Refusal> {
    let Some(sidecar) = sidecar else {
        return Err(Refusal { reason: Reason::Missing, message: "the manifest has no sidecar".to_owned() });
    };
    let read = Sidecar::read(sidecar);
    let entries = read.map_err(|message| Refusal { reason: Reason::Schema, message })?.entries;
    let mut furthest: Option<(u8, Refusal)> = None;
    for entry in &entries {
        match one(entry, manifest, keys, expected) {
            Ok(accepted) => return Ok(accepted),
            Err((step, reason, message)) => {
                if furthest.as_ref().is_none_or(|(before, _)| step > *before) {
                    furthest = Some((step, Refusal { reason, message }));
                }
            }
        }
    }
    // A sidecar has at least one signature; with none, nothing is proved.
    Err(furthest.map_or_else(
        || Refusal { reason: Reason::Missing, message: "the sidecar has no signature".to_owned() },
        |(_, refusal)| refusal,
    ))
}

/// Verifies by one signature; an error says at which step it ended.
fn one(
    entry: &Entry,
    manifest: &[u8],
    keys: &[PublicKey],
    expected: &Expected<'_>,
) -> Result<Accepted, (u8, Reason, String)> {
    let header = entry.header().map_err(|problem| (0, Reason::Schema, problem))?;
    let Some(algorithm) = Algorithm::parse(&header.alg) else {
        return Err((1, Reason::Algorithm, format!("`alg` is {:?}, which is not on the list", header.alg)));
    };
    let kid = &header.kid;
    let Some(key) = keys.iter().find(|key| key.kid() == *kid) else {
        return Err((
            2,
            Reason::UnknownKey,
            format!("it is signed by the key {kid:?}, which is not one of those given"),
        ));
    };
    if key.algorithm() != algorithm {
        let message = format!("`alg` is {:?}, and the key {kid:?} is one for {}", header.alg, key.algorithm().as_str());
        return Err((3, Reason::Algorithm, message));
    }
    if !key.verifies(&signing_input(&entry.protected, manifest), &entry.signature) {
        return Err((4, Reason::Mismatch, format!("the signature of the key {kid:?} is not one over these bytes")));
    }
    if header.schema != SCHEMA {
        return Err((5, Reason::Schema, format!("`schema` is {}; this version reads {SCHEMA}", header.schema)));
    }
    let Statement { remote, origin, seq, iat, exp, .. } = &header.statement;
    if let Some(wanted) = expected.remote.filter(|wanted| wanted != remote) {
        let message = format!("it is signed as a manifest of the remote {remote:?}, and {wanted:?} was asked for");
        return Err((6, Reason::WrongRemote, message));
    }
    if let Some(origins) = expected.origins.filter(|origins| !origins.contains(&origin.as_str())) {
        let message = format!("it is signed for the origin {origin:?}, not for {}", origins.join(" or "));
        return Err((7, Reason::WrongOrigin, message));
    }
    if let Some(now) = expected.now {
        let skew = expected.skew;
        if *iat > now.saturating_add(skew) {
            return Err((8, Reason::NotYet, format!("it counts from {iat}, and the time is {now} (Unix, in seconds)")));
        }
        if *exp <= now.saturating_sub(skew) {
            return Err((
                8,
                Reason::Expired,
                format!("it counted until {exp}, and the time is {now} (Unix, in seconds)"),
            ));
        }
    }
    if let Some(floor) = expected.floors.get(kid.as_str()).filter(|floor| seq < floor) {
        return Err((
            9,
            Reason::Rollback,
            format!("`seq` is {seq}, and the newest known release of the key has {floor}"),
        ));
    }
    Ok(Accepted { statement: header.statement, kid: header.kid })
}
