//! Signatures over manifests: the functions over `fedseal-sign`, each beside its shapes.
//!
//! A private key comes in as the text of its JWK and leaves only as the text of a new one ([`new_key`]); no error quotes it.

use fedseal_sign::{
    Algorithm, Carrier, Entry, Expected, Header, Inputs, KeyProblem, PrivateKey, PublicKey, Sidecar, Signed, Statement,
    Written, verify, write,
};
use napi::bindgen_prelude::Uint8Array;
use napi::{Error, Result};
use napi_derive::napi;

use crate::task::guard;

/// What a signature says about a manifest.
#[napi(object, js_name = "SignatureStatement")]
#[derive(Clone)]
pub struct JsStatement {
    /// The remote's name, as in the manifest.
    pub remote: String,
    /// The release that the manifest is of.
    pub release: String,
    /// The origin that serves it.
    pub origin: String,
    /// Grows from release to release.
    pub seq: f64,
    /// Unix time from which the signature counts.
    pub iat: f64,
    /// Unix time from which it no longer counts.
    pub exp: f64,
}

impl From<Statement> for JsStatement {
    fn from(core: Statement) -> Self {
        let Statement { remote, release, origin, seq, iat, exp } = core;
        Self { remote, release, origin, seq: seq as f64, iat: iat as f64, exp: exp as f64 }
    }
}

impl TryFrom<JsStatement> for Statement {
    type Error = String;
    fn try_from(js: JsStatement) -> std::result::Result<Self, String> {
        let integer = |name: &str, value: f64| {
            let is_integer = value.fract() == 0.0 && (0.0..=9_007_199_254_740_991.0).contains(&value);
            if is_integer { Ok(value as u64) } else { Err(format!("`{name}` is not an integer of 0 to 2^53 - 1")) }
        };
        let JsStatement { remote, release, origin, seq, iat, exp } = js;
        let (seq, iat, exp) = (integer("seq", seq)?, integer("iat", iat)?, integer("exp", exp)?);
        let statement = Self { remote, release, origin, seq, iat, exp };
        match statement.problem() {
            Some(problem) => Err(problem),
            None => Ok(statement),
        }
    }
}

/// A key, or why there is none.
#[napi(object, js_name = "ReadKey", object_from_js = false)]
#[derive(Default)]
pub struct JsReadKey {
    /// The key's public half.
    pub key: Option<JsPublicKey>,
    /// Why the text is not a key that can be used; holds nothing of the text.
    pub problem: Option<String>,
}

/// A key that verifies.
#[napi(object, js_name = "PublicKey", object_from_js = false)]
pub struct JsPublicKey {
    /// Its JWK thumbprint (RFC 7638).
    pub kid: String,
    /// `Ed25519` or `ES256`.
    #[napi(ts_type = "SignatureAlgorithm")]
    pub algorithm: String,
    /// Its JWK.
    pub jwk: String,
    /// The 32 bytes of an Ed25519 key in base64, as in `integrity="ed25519-…"`.
    pub raw: Option<String>,
}

impl From<std::result::Result<PublicKey, KeyProblem>> for JsReadKey {
    fn from(core: std::result::Result<PublicKey, KeyProblem>) -> Self {
        match core {
            Ok(key) => {
                let key = JsPublicKey {
                    kid: key.kid(),
                    algorithm: key.algorithm().as_str().to_owned(),
                    jwk: key.to_jwk().to_string(),
                    raw: key.raw_base64(),
                };
                Self { key: Some(key), problem: None }
            }
            Err(KeyProblem(problem)) => Self { key: None, problem: Some(problem) },
        }
    }
}

/// A pair of keys.
#[napi(object, js_name = "KeyPair", object_from_js = false)]
pub struct JsKeyPair {
    /// The private JWK: a secret.
    pub private_jwk: String,
    /// The public half.
    pub key: JsPublicKey,
}

/// Makes a pair of keys of 32 random bytes; nothing for the rare bytes that give no key.
#[napi]
pub fn new_key(
    #[napi(ts_arg_type = "SignatureAlgorithm")] algorithm: String,
    seed: Uint8Array,
) -> Result<Option<JsKeyPair>> {
    let algorithm =
        Algorithm::parse(&algorithm).ok_or_else(|| Error::from_reason(format!("{algorithm:?} is not an algorithm")))?;
    let seed: [u8; 32] = (*seed).try_into().map_err(|_| Error::from_reason("newKey: a seed has 32 bytes"))?;
    guard("newKey", || {
        let key = PrivateKey::from_seed(algorithm, &seed).ok()?;
        let public = JsReadKey::from(Ok(key.public())).key?;
        Some(JsKeyPair { private_jwk: key.to_jwk().to_string(), key: public })
    })
}

/// Reads a public JWK.
#[napi]
pub fn read_public_key(jwk: String) -> Result<JsReadKey> {
    guard("readPublicKey", || PublicKey::from_jwk(&jwk).into())
}

/// Reads a private JWK and gives its public half.
#[napi]
pub fn public_half(private_jwk: String) -> Result<JsReadKey> {
    guard("publicHalf", || PrivateKey::from_jwk(&private_jwk).map(|key| key.public()).into())
}

/// Signs bytes.
#[napi]
pub fn sign_bytes(private_jwk: String, bytes: Uint8Array) -> Result<Uint8Array> {
    guard("signBytes", || {
        let key = PrivateKey::from_jwk(&private_jwk).map_err(|KeyProblem(problem)| Error::from_reason(problem))?;
        Ok(key.sign(&bytes).to_vec().into())
    })?
}

/// What has to be signed for a manifest, or why it cannot be.
#[napi(object, js_name = "SigningInputs", object_from_js = false)]
#[derive(Default)]
pub struct JsSigningInputs {
    /// For the sidecar.
    pub sidecar: Option<Uint8Array>,
    /// For the response headers; only for Ed25519.
    pub headers: Option<Uint8Array>,
    /// What is wrong with the statement.
    pub problem: Option<String>,
}

/// What a key has to sign to make a statement about a manifest.
#[napi]
pub fn signing_inputs(manifest: Uint8Array, statement: JsStatement, public_jwk: String) -> Result<JsSigningInputs> {
    guard("signingInputs", || {
        let key = public(&public_jwk)?;
        let statement = match Statement::try_from(statement) {
            Ok(statement) => statement,
            Err(problem) => return Ok(JsSigningInputs { problem: Some(problem), ..JsSigningInputs::default() }),
        };
        let Inputs { sidecar, headers } = Inputs::of(&manifest, &statement, &key);
        Ok(JsSigningInputs { sidecar: Some(sidecar.into()), headers: headers.map(Into::into), problem: None })
    })?
}

/// A statement with the signatures over its [`signing_inputs`].
#[napi(object, js_name = "SignedStatement", object_to_js = false)]
pub struct JsSignedStatement {
    /// What is said.
    pub statement: JsStatement,
    /// The public JWK.
    pub public_jwk: String,
    /// The signature for the sidecar.
    pub sidecar: Uint8Array,
    /// The signature for the response headers, for Ed25519.
    pub headers: Option<Uint8Array>,
}

impl TryFrom<JsSignedStatement> for Signed {
    type Error = String;
    fn try_from(js: JsSignedStatement) -> std::result::Result<Self, String> {
        Ok(Self {
            statement: js.statement.try_into()?,
            key: PublicKey::from_jwk(&js.public_jwk).map_err(|KeyProblem(problem)| problem)?,
            sidecar: js.sidecar.to_vec(),
            headers: js.headers.map(|one| one.to_vec()),
        })
    }
}

/// Both carriers, or why there are none.
#[napi(object, js_name = "Carriers", object_from_js = false)]
#[derive(Default)]
pub struct JsCarriers {
    /// The bytes of the sidecar.
    pub sidecar: Option<Uint8Array>,
    /// The bytes of the file with the response headers; nothing where no key is for Ed25519.
    pub headers: Option<Uint8Array>,
    /// What is wrong.
    pub problem: Option<String>,
}

/// Writes both carriers of a manifest. Each signature is verified before. `sidecar` and `headers` are those of before, whose other
/// signatures stay: a new one takes the place of one by the same key for the same origin.
#[napi]
pub fn write_carriers(
    manifest: Uint8Array,
    signed: Vec<JsSignedStatement>,
    sidecar: Option<Uint8Array>,
    headers: Option<Uint8Array>,
) -> Result<JsCarriers> {
    guard("writeCarriers", || {
        let signed = signed.into_iter().map(TryInto::try_into).collect::<std::result::Result<Vec<_>, String>>();
        let before = Written { sidecar: sidecar.map(|one| one.to_vec()), headers: headers.map(|one| one.to_vec()) };
        match signed.and_then(|signed| write(&manifest, signed, &before)) {
            Ok(Written { sidecar, headers }) => {
                JsCarriers { sidecar: sidecar.map(Into::into), headers: headers.map(Into::into), problem: None }
            }
            Err(problem) => JsCarriers { problem: Some(problem), ..JsCarriers::default() },
        }
    })
}

/// One signature of a sidecar, unverified.
#[napi(object, js_name = "SidecarEntry", object_from_js = false)]
pub struct JsSidecarEntry {
    /// Whose key it claims; nothing where the protected header cannot be read.
    pub kid: Option<String>,
    /// What it claims.
    pub statement: Option<JsStatement>,
    /// Why the protected header cannot be read.
    pub problem: Option<String>,
}

/// The signatures of a sidecar, or why there are none.
#[napi(object, js_name = "ReadSidecar", object_from_js = false)]
pub struct JsReadSidecar {
    /// In the order of the file.
    pub entries: Vec<JsSidecarEntry>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

/// Reads a sidecar; verifies nothing.
#[napi]
pub fn read_sidecar(bytes: Uint8Array) -> Result<JsReadSidecar> {
    guard("readSidecar", || match Sidecar::read(&bytes) {
        Ok(sidecar) => {
            let entry = |one: &Entry| match one.header() {
                Ok(Header { kid, statement, .. }) => {
                    JsSidecarEntry { kid: Some(kid), statement: Some(statement.into()), problem: None }
                }
                Err(problem) => JsSidecarEntry { kid: None, statement: None, problem: Some(problem) },
            };
            JsReadSidecar { entries: sidecar.entries.iter().map(entry).collect(), problem: None }
        }
        Err(problem) => JsReadSidecar { entries: vec![], problem: Some(problem) },
    })
}

/// What a manifest has to be signed for; what is missing is not asked.
#[napi(object, js_name = "ExpectedSignature", object_to_js = false)]
#[derive(Default)]
pub struct JsExpected {
    /// The remote that was asked for.
    pub remote: Option<String>,
    /// The origins that may serve it.
    pub origins: Option<Vec<String>>,
    /// Unix time.
    pub now: Option<f64>,
    /// Seconds that two clocks may differ by; default 0.
    pub skew: Option<u32>,
}

/// The verdict about a manifest: either what is said about it, or why it is refused.
#[napi(object, js_name = "VerifiedManifest", object_from_js = false)]
pub struct JsVerified {
    /// Whose key says it.
    pub kid: Option<String>,
    /// What is said.
    pub statement: Option<JsStatement>,
    /// Why it is refused: `MISMATCH`, `EXPIRED`, ….
    #[napi(ts_type = "RefusalReason")]
    pub reason: Option<String>,
    /// What was found.
    pub message: Option<String>,
}

/// Verifies a manifest's bytes under public keys.
#[napi]
pub fn verify_manifest(
    manifest: Uint8Array,
    sidecar: Option<Uint8Array>,
    public_jwks: Vec<String>,
    expected: JsExpected,
) -> Result<JsVerified> {
    guard("verifyManifest", || {
        let keys = public_jwks.iter().map(|jwk| public(jwk)).collect::<Result<Vec<_>>>()?;
        let origins: Option<Vec<&str>> = expected.origins.as_ref().map(|all| all.iter().map(String::as_str).collect());
        let wanted = Expected {
            remote: expected.remote.as_deref(),
            origins: origins.as_deref(),
            now: expected.now.map(|now| now as u64),
            skew: expected.skew.unwrap_or_default().into(),
            ..Expected::default()
        };
        Ok(match verify(&manifest, sidecar.as_deref(), &keys, &wanted) {
            Ok(good) => {
                JsVerified { kid: Some(good.kid), statement: Some(good.statement.into()), reason: None, message: None }
            }
            Err(refusal) => JsVerified {
                kid: None,
                statement: None,
                reason: Some(refusal.reason.as_str().to_owned()),
                message: Some(refusal.message),
            },
        })
    })?
}

/// Response headers, or why there are none.
#[napi(object, js_name = "ReadHeaders", object_from_js = false)]
pub struct JsReadHeaders {
    /// In the order that they are sent in.
    pub headers: Vec<JsResponseHeader>,
    /// The keys that sign, as in `integrity="ed25519-…"`.
    pub keys: Vec<String>,
    /// For each key, until when its signature counts: Unix time.
    pub expires: Vec<f64>,
    /// What is wrong with the file.
    pub problem: Option<String>,
}

/// A response header.
#[napi(object, js_name = "ResponseHeader", object_from_js = false)]
pub struct JsResponseHeader {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Reads the file with the response headers of a manifest and verifies it against the manifest's bytes.
#[napi]
pub fn read_headers(manifest: Uint8Array, bytes: Uint8Array) -> Result<JsReadHeaders> {
    guard("readHeaders", || {
        let wrong =
            |problem: String| JsReadHeaders { headers: vec![], keys: vec![], expires: vec![], problem: Some(problem) };
        match Carrier::read(&bytes) {
            Ok(carrier) if carrier.is_of(&manifest) => JsReadHeaders {
                headers: carrier
                    .headers()
                    .into_iter()
                    .map(|(name, value)| JsResponseHeader { name: name.to_owned(), value })
                    .collect(),
                keys: carrier.keys(),
                expires: carrier.signatures.iter().map(|one| one.expires as f64).collect(),
                problem: None,
            },
            Ok(_) => wrong("the file of response headers is of another manifest".to_owned()),
            Err(problem) => wrong(problem),
        }
    })
}

fn public(jwk: &str) -> Result<PublicKey> {
    PublicKey::from_jwk(jwk).map_err(|KeyProblem(problem)| Error::from_reason(problem))
}
