//! The second carrier: response headers that Chromium checks by itself (RFC 9421, RFC 9530 with `Unencoded-Digest`), in exactly
//! the profile that it enforces. Only Ed25519.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::encoding::{base64, from_base64, object, only, text};
use crate::key::PublicKey;
use crate::statement::LARGEST_INTEGER;

/// Names of the headers, in the order that they are written in.
const HEADERS: [&str; 3] = ["Unencoded-Digest", "Signature-Input", "Signature"];

/// Headers of one manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    /// SHA-256 of the manifest's bytes.
    digest: [u8; 32],
    /// In the order of their labels, `sig0`, `sig1`, ….
    pub signatures: Vec<CarrierSignature>,
}

/// One signature in the headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarrierSignature {
    /// Unix time from which it counts.
    pub created: u64,
    /// Unix time from which it no longer counts.
    pub expires: u64,
    /// The 32 bytes of the key.
    pub key: [u8; 32],
    /// The signature over [`Carrier::signature_base`].
    pub signature: [u8; 64],
}

impl Carrier {
    /// Headers of a manifest, without a signature yet.
    pub fn new(manifest: &[u8]) -> Self {
        Self { digest: Sha256::digest(manifest).into(), signatures: vec![] }
    }

    /// Whether they are headers of these bytes.
    pub fn is_of(&self, manifest: &[u8]) -> bool {
        self.digest == <[u8; 32]>::from(Sha256::digest(manifest))
    }

    /// What is signed (RFC 9421, section 2.5).
    pub fn signature_base(&self, key: &[u8; 32], created: u64, expires: u64) -> Vec<u8> {
        let params = params(key, created, expires);
        format!("\"unencoded-digest\";sf: {}\n\"@signature-params\": {params}", self.digest_field()).into_bytes()
    }

    /// Adds a signature, in place of one by the same key.
    pub fn add(&mut self, signature: CarrierSignature) {
        match self.signatures.iter_mut().find(|one| one.key == signature.key) {
            Some(old) => *old = signature,
            None => self.signatures.push(signature),
        }
    }

    /// Names and values of the headers.
    pub fn headers(&self) -> [(&'static str, String); 3] {
        let list = |value: &dyn Fn(&CarrierSignature) -> String| {
            let items: Vec<String> =
                self.signatures.iter().enumerate().map(|(index, one)| format!("sig{index}={}", value(one))).collect();
            items.join(", ")
        };
        let inputs = list(&|one| params(&one.key, one.created, one.expires));
        let signatures = list(&|one| format!(":{}:", base64(&one.signature)));
        let [digest, input, signature] = HEADERS;
        [(digest, self.digest_field()), (input, inputs), (signature, signatures)]
    }

    /// The keys that sign, in base64, as in `integrity="ed25519-…"`.
    pub fn keys(&self) -> Vec<String> {
        self.signatures.iter().map(|one| base64(&one.key)).collect()
    }

    fn digest_field(&self) -> String {
        format!("sha-256=:{}:", base64(&self.digest))
    }

    /// The headers as a file: an object in JSON, one member a header.
    pub fn write(&self) -> Vec<u8> {
        let [digest, input, signature] = self.headers().map(|(_, value)| value);
        let [digest_name, input_name, signature_name] = HEADERS;
        let object = json!({ digest_name: digest, input_name: input, signature_name: signature });
        format!("{}\n", serde_json::to_string_pretty(&object).unwrap_or_default()).into_bytes()
    }

    /// Reads what [`Carrier::write`] wrote, and verifies each signature.
    ///
    /// # Errors
    /// What is wrong with it: anything that would be written otherwise, or a signature that its key does not verify.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        const WHAT: &str = "the file of response headers";
        if bytes.len() > crate::MAX_BYTES {
            return Err(format!("{WHAT} has {} bytes; at most {} are read", bytes.len(), crate::MAX_BYTES));
        }
        let root = object(bytes, WHAT)?;
        only(&root, &HEADERS, WHAT)?;
        let [digest, input, signature] = HEADERS;
        let other = || format!("{WHAT} is not as fedseal writes it");
        let read = parse(text(&root, digest, WHAT)?, text(&root, input, WHAT)?, text(&root, signature, WHAT)?)
            .ok_or_else(other)?;
        // One text for one value: what is not written again in the same way was not written by fedseal.
        if read.headers().iter().any(|(name, value)| root.get(*name).and_then(Value::as_str) != Some(value)) {
            return Err(other());
        }
        for one in &read.signatures {
            let key = PublicKey::ed25519(&one.key).map_err(|problem| format!("{WHAT}: a key: {}", problem.0))?;
            let base = read.signature_base(&one.key, one.created, one.expires);
            if !key.verifies(&base, &one.signature) {
                return Err(format!("{WHAT}: the signature of the key {:?} is not one over the digest", key.kid()));
            }
        }
        Ok(read)
    }
}

/// `@signature-params` of one signature.
fn params(key: &[u8; 32], created: u64, expires: u64) -> String {
    let key = base64(key);
    format!("(\"unencoded-digest\";sf);created={created};expires={expires};keyid=\"{key}\";tag=\"ed25519-integrity\"")
}

fn parse(digest: &str, input: &str, signature: &str) -> Option<Carrier> {
    let digest = from_base64(digest.strip_prefix("sha-256=:")?.strip_suffix(':')?)?.try_into().ok()?;
    let (inputs, signatures): (Vec<&str>, Vec<&str>) = (input.split(", ").collect(), signature.split(", ").collect());
    if inputs.len() != signatures.len() || inputs.len() > crate::MAX_SIGNATURES {
        return None;
    }
    let one = |(input, signature): (&str, &str)| {
        let integer = |name: &str| {
            let (_, rest) = input.split_once(&format!(";{name}="))?;
            rest.split(';').next()?.parse().ok().filter(|value| *value <= LARGEST_INTEGER)
        };
        let (_, key) = input.split_once(";keyid=\"")?;
        let (_, bytes) = signature.split_once("=:")?;
        Some(CarrierSignature {
            created: integer("created")?,
            expires: integer("expires")?,
            key: from_base64(key.split('"').next()?)?.try_into().ok()?,
            signature: from_base64(bytes.strip_suffix(':')?)?.try_into().ok()?,
        })
    };
    let signatures = inputs.into_iter().zip(signatures).map(one).collect::<Option<Vec<_>>>()?;
    Some(Carrier { digest, signatures })
}
