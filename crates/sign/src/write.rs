//! From a statement to both carriers: what has to be signed, and what is written with the signatures.

use crate::carrier::{Carrier, CarrierSignature};
use crate::key::{Algorithm, PublicKey, es256_from_outside};
use crate::sidecar::{Entry, Sidecar, signing_input};
use crate::statement::{Header, Statement};

/// What a key has to sign to make a statement about a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// For the sidecar.
    pub sidecar: Vec<u8>,
    /// For the response headers; only for Ed25519.
    pub headers: Option<Vec<u8>>,
}

impl Inputs {
    /// The inputs for a key.
    pub fn of(manifest: &[u8], statement: &Statement, key: &PublicKey) -> Self {
        let protected = Header::write(key.algorithm(), &key.kid(), statement);
        let base = |raw| Carrier::new(manifest).signature_base(&raw, statement.iat, statement.exp);
        Self { sidecar: signing_input(&protected, manifest), headers: key.raw().map(base) }
    }
}

/// A statement with the signatures over its [`Inputs`].
#[derive(Debug, Clone)]
pub struct Signed {
    /// What is said.
    pub statement: Statement,
    /// Whose key signed.
    pub key: PublicKey,
    /// The signature for the sidecar.
    pub sidecar: Vec<u8>,
    /// The signature for the response headers.
    pub headers: Option<Vec<u8>>,
}

/// Both carriers as files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// `<manifest>.sig`
    pub sidecar: Option<Vec<u8>>,
    /// `<manifest>.sig.headers`; `None` where no key is for Ed25519.
    pub headers: Option<Vec<u8>>,
}

/// Writes both carriers of a manifest. Every new signature is verified before. Signatures of `before` stay, but a new one takes the
/// place of one by the same key for the same origin.
///
/// # Errors
/// A signature that its key does not verify; carriers of before that cannot be read, or that are of other bytes.
pub fn write(manifest: &[u8], signed: Vec<Signed>, before: &Written) -> Result<Written, String> {
    let mut sidecar = before.sidecar.as_deref().map(Sidecar::read).transpose()?.unwrap_or_default();
    let mut carrier = before.headers.as_deref().map(Carrier::read).transpose()?;
    if carrier.as_ref().is_some_and(|carrier| !carrier.is_of(manifest)) {
        return Err("the file of response headers is of another manifest".to_owned());
    }
    for Signed { statement, key, sidecar: signature, headers } in signed {
        let protected = Header::write(key.algorithm(), &key.kid(), &statement);
        let signature = checked(&key, &signing_input(&protected, manifest), &signature)?.to_vec();
        let entry = Entry { protected, signature };
        let is_same = |one: &Entry| {
            one.header().is_ok_and(|old| old.kid == key.kid() && old.statement.origin == statement.origin)
        };
        let at = sidecar.entries.iter().position(is_same).unwrap_or(sidecar.entries.len());
        sidecar.entries.retain(|one| !is_same(one));
        sidecar.entries.insert(at, entry);
        if let (Some(raw), Some(signature)) = (key.raw(), headers) {
            let carrier = carrier.get_or_insert_with(|| Carrier::new(manifest));
            let (created, expires) = (statement.iat, statement.exp);
            let signature = checked(&key, &carrier.signature_base(&raw, created, expires), &signature)?;
            carrier.add(CarrierSignature { created, expires, key: raw, signature });
        }
    }
    Ok(Written { sidecar: Some(sidecar.write()?), headers: carrier.map(|carrier| carrier.write()) })
}

/// A signature that the key verifies, in the encoding that readers take.
fn checked(key: &PublicKey, input: &[u8], signature: &[u8]) -> Result<[u8; 64], String> {
    let (readings, form): (Vec<[u8; 64]>, _) = match key.algorithm() {
        Algorithm::Es256 => (es256_from_outside(signature).collect(), "`r || s` of 64 bytes, or DER (ES256)"),
        Algorithm::Ed25519 => (signature.try_into().into_iter().collect(), "64 bytes (Ed25519, RFC 8032)"),
    };
    if readings.is_empty() {
        return Err(format!("what was signed has {} bytes, and is not {form}", signature.len()));
    }
    readings
        .into_iter()
        .find(|one| key.verifies(input, one))
        .ok_or_else(|| format!("the signature is not one by the key {} over what was to be signed", key.kid()))
}
