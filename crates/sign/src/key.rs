//! Keys, as JSON Web Keys (RFC 7517, RFC 8037), and what they sign and verify.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use p256::ecdsa;
use p256::ecdsa::signature::Verifier as _;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::encoding::{base64, from_url64, object, text, url64};

/// A signature algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Algorithm {
    /// EdDSA over edwards25519 (RFC 8032).
    Ed25519,
    /// ECDSA over P-256 with SHA-256 (RFC 7518, section 3.4).
    Es256,
}

impl Algorithm {
    /// As fedseal writes it (RFC 9864, RFC 7518).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::Es256 => "ES256",
        }
    }

    /// The algorithm called `name` by a writer. `EdDSA` is the older name of what `Ed25519` says exactly.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "Ed25519" | "EdDSA" => Some(Self::Ed25519),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }
}

/// Why a text is not a key that can be used. Never holds any part of the text: it may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyProblem(pub String);

fn problem<T>(what: impl Into<String>) -> Result<T, KeyProblem> {
    Err(KeyProblem(what.into()))
}

/// A key that verifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(Verifying);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Verifying {
    Ed25519(VerifyingKey),
    Es256(ecdsa::VerifyingKey),
}

/// A key that signs. It has no `Debug`, so that no message can hold it.
pub struct PrivateKey(Signing);

enum Signing {
    Ed25519(Box<SigningKey>),
    Es256(ecdsa::SigningKey),
}

/// Members that say nothing about the key's bytes; WebCrypto writes the last two.
const DESCRIPTIVE: [&str; 5] = ["kid", "alg", "use", "key_ops", "ext"];

/// What both kinds of JWK have in common.
struct Jwk {
    members: Map<String, Value>,
    algorithm: Algorithm,
}

impl Jwk {
    fn read(jwk: &str) -> Result<Self, KeyProblem> {
        // The reader's message would quote keys of the text, so it is not passed on.
        let Ok(members) = object(jwk.as_bytes(), "the key") else {
            return problem("it is not a JWK: not an object in JSON, or with a member that stands twice");
        };
        let word = |name: &str| members.get(name).and_then(Value::as_str);
        let (algorithm, own): (_, &[&str]) = match (word("kty"), word("crv")) {
            (Some("OKP"), Some("Ed25519")) => (Algorithm::Ed25519, &["kty", "crv", "x", "d"]),
            (Some("EC"), Some("P-256")) => (Algorithm::Es256, &["kty", "crv", "x", "y", "d"]),
            _ => return problem("it is not a JWK of Ed25519 (`OKP`) or P-256 (`EC`)"),
        };
        if members.keys().any(|key| !own.contains(&key.as_str()) && !DESCRIPTIVE.contains(&key.as_str())) {
            return problem(format!(
                "it has a member beside {} and the descriptive {}",
                own.join(", "),
                DESCRIPTIVE.join(", ")
            ));
        }
        if members.contains_key("alg") && word("alg").and_then(Algorithm::parse) != Some(algorithm) {
            return problem(format!("its `alg` is not {}, which its curve is for", algorithm.as_str()));
        }
        if members.contains_key("use") && word("use") != Some("sig") {
            return problem("its `use` is not \"sig\"");
        }
        Ok(Self { members, algorithm })
    }

    fn bytes(&self, name: &str) -> Result<[u8; 32], KeyProblem> {
        let bytes = text(&self.members, name, "the key").ok().and_then(from_url64).and_then(|one| one.try_into().ok());
        bytes.ok_or_else(|| KeyProblem(format!("its `{name}` is not 32 bytes in base64url without padding")))
    }

    fn public(&self) -> Result<PublicKey, KeyProblem> {
        match self.algorithm {
            Algorithm::Ed25519 => PublicKey::ed25519(&self.bytes("x")?),
            Algorithm::Es256 => {
                let point = [&[4_u8][..], &self.bytes("x")?, &self.bytes("y")?].concat();
                match ecdsa::VerifyingKey::from_sec1_bytes(&point) {
                    Ok(key) => Ok(PublicKey(Verifying::Es256(key))),
                    Err(_) => problem("its point is not on the curve P-256"),
                }
            }
        }
    }
}

impl PublicKey {
    /// Reads a public JWK. A `kid` in it is not believed.
    ///
    /// # Errors
    /// A key that is private, of another kind, off its curve, of small order or not canonical.
    pub fn from_jwk(jwk: &str) -> Result<Self, KeyProblem> {
        let read = Jwk::read(jwk)?;
        if read.members.contains_key("d") {
            return problem("it is a private key: it has `d`, and belongs with who signs");
        }
        read.public()
    }

    /// An Ed25519 key by its 32 bytes.
    ///
    /// # Errors
    /// Bytes that are no point, not its canonical encoding, or a point of small order.
    pub fn ed25519(bytes: &[u8; 32]) -> Result<Self, KeyProblem> {
        let Ok(key) = VerifyingKey::from_bytes(bytes) else {
            return problem("its `x` is not a point of edwards25519");
        };
        if !is_canonical(bytes) {
            return problem("its `x` is not the canonical encoding of its point");
        }
        // Such keys accept one signature for many messages.
        if key.is_weak() {
            return problem("its `x` is a point of small order, for which signatures prove nothing");
        }
        Ok(Self(Verifying::Ed25519(key)))
    }

    /// Its algorithm.
    pub fn algorithm(&self) -> Algorithm {
        match self.0 {
            Verifying::Ed25519(_) => Algorithm::Ed25519,
            Verifying::Es256(_) => Algorithm::Es256,
        }
    }

    /// The 32 bytes of an Ed25519 key.
    pub fn raw(&self) -> Option<[u8; 32]> {
        match &self.0 {
            Verifying::Ed25519(key) => Some(key.to_bytes()),
            Verifying::Es256(_) => None,
        }
    }

    /// Those bytes in base64, as in `integrity="ed25519-…"`.
    pub fn raw_base64(&self) -> Option<String> {
        self.raw().map(|raw| base64(&raw))
    }

    /// Its JWK thumbprint (RFC 7638): SHA-256 over the members that make the key, in the order of their names.
    pub fn kid(&self) -> String {
        let text = match self.coordinates() {
            (x, None) => format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#),
            (x, Some(y)) => format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#),
        };
        url64(&Sha256::digest(text))
    }

    /// Its JWK, with `kid`, `alg` and `use`.
    pub fn to_jwk(&self) -> Value {
        let (alg, kid) = (self.algorithm().as_str(), self.kid());
        match self.coordinates() {
            (x, None) => json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid, "alg": alg, "use": "sig" }),
            (x, Some(y)) => {
                json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": kid, "alg": alg, "use": "sig" })
            }
        }
    }

    fn coordinates(&self) -> (String, Option<String>) {
        match &self.0 {
            Verifying::Ed25519(key) => (url64(key.as_bytes()), None),
            Verifying::Es256(key) => {
                let point = key.to_sec1_point(false);
                let half = |from: usize| url64(point.as_bytes().get(from..from + 32).unwrap_or_default());
                (half(1), Some(half(33)))
            }
        }
    }

    /// Whether `signature` is the one encoding that this key gives for `message`: 64 bytes; for Ed25519 with `S < L` and without
    /// points of small order, for ES256 raw `r || s` with the lower `s`.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.0 {
            Verifying::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Verifying::Es256(key) => ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| signature.normalize_s() == signature && key.verify(message, &signature).is_ok()),
        }
    }
}

/// An encoding of a point is canonical when its `y` is below `p = 2^255 - 19`, and `x = 0` has no sign (RFC 8032, section 5.1.3).
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let mut y = *bytes;
    y[31] &= 0x7f;
    let below_p = y[31] < 0x7f || y[1..31].iter().any(|one| *one != 0xff) || y[0] < 0xed;
    // `x` is 0 for `y = 1` and `y = -1` only.
    let is_one = y[0] == 1 && y[1..].iter().all(|one| *one == 0);
    let is_minus_one = y[0] == 0xec && y[1..31].iter().all(|one| *one == 0xff) && y[31] == 0x7f;
    below_p && !((is_one || is_minus_one) && bytes[31] & 0x80 != 0)
}

impl PrivateKey {
    /// The key of 32 random bytes.
    ///
    /// # Errors
    /// For P-256, bytes that are 0 or not below the group's order: one draw of 2^32.
    pub fn from_seed(algorithm: Algorithm, seed: &[u8; 32]) -> Result<Self, KeyProblem> {
        Ok(Self(match algorithm {
            Algorithm::Ed25519 => Signing::Ed25519(Box::new(SigningKey::from_bytes(seed))),
            Algorithm::Es256 => match ecdsa::SigningKey::from_slice(seed) {
                Ok(key) => Signing::Es256(key),
                Err(_) => return problem("its `d` is not below the order of P-256"),
            },
        }))
    }

    /// Reads a private JWK.
    ///
    /// # Errors
    /// A key that is public only, of another kind, or whose halves do not belong together.
    pub fn from_jwk(jwk: &str) -> Result<Self, KeyProblem> {
        let read = Jwk::read(jwk)?;
        if !read.members.contains_key("d") {
            return problem("it is a public key: it has no `d`, and cannot sign");
        }
        let key = Self::from_seed(read.algorithm, &read.bytes("d")?)?;
        if key.public() != read.public()? {
            return problem("its public half is not that of its `d`");
        }
        Ok(key)
    }

    /// The key that verifies what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(match &self.0 {
            Signing::Ed25519(key) => Verifying::Ed25519(key.verifying_key()),
            Signing::Es256(key) => Verifying::Es256(*key.verifying_key()),
        })
    }

    /// Its JWK: the members that make the key, and nothing else.
    pub fn to_jwk(&self) -> Value {
        let d = match &self.0 {
            Signing::Ed25519(key) => url64(key.as_bytes()),
            Signing::Es256(key) => url64(&key.to_bytes()),
        };
        match self.public().coordinates() {
            (x, None) => json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "d": d }),
            (x, Some(y)) => json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y, "d": d }),
        }
    }

    /// Signs. The same message gives the same signature with both algorithms (RFC 8032, RFC 6979).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        match &self.0 {
            Signing::Ed25519(key) => key.sign(message).to_bytes(),
            Signing::Es256(key) => {
                let signature: ecdsa::Signature = key.sign(message);
                signature.normalize_s().to_bytes().into()
            }
        }
    }
}

/// The one encoding of an ES256 signature that readers take, raw with the lower `s`, from each that signers outside give: raw
/// `r || s` (RFC 7518, section 3.4) and DER (RFC 3279, section 2.2.3), with either `s`.
pub(crate) fn es256_from_outside(signature: &[u8]) -> impl Iterator<Item = [u8; 64]> {
    let readings = [ecdsa::Signature::from_slice(signature), ecdsa::Signature::from_der(signature)];
    readings.into_iter().flatten().map(|signature| signature.normalize_s().to_bytes().into())
}
