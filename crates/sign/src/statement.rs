//! What a signature says about a manifest, and the protected header that says it.

use serde_json::{Map, Value};
use url::Url;

use crate::encoding::{from_url64, object, only, text, url64};
use crate::key::Algorithm;

/// `typ` of the protected header.
pub const TYPE: &str = "mf-manifest+jws";

/// `schema` of the protected header: this version of the statement.
pub const SCHEMA: u64 = 1;

/// The largest integer that every reader of JSON understands alike, 2^53 - 1.
pub const LARGEST_INTEGER: u64 = (1 << 53) - 1;

/// Members of the protected header, in the order that fedseal writes.
const MEMBERS: [&str; 12] =
    ["alg", "kid", "typ", "crit", "b64", "schema", "remote", "release", "origin", "seq", "iat", "exp"];

/// What is said about a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The remote's name, as in the manifest.
    pub remote: String,
    /// The release that the manifest is of.
    pub release: String,
    /// The origin that serves it, as [`is_origin`] wants it.
    pub origin: String,
    /// Grows from release to release; hosts refuse what is below the largest they know.
    pub seq: u64,
    /// Unix time from which the signature counts.
    pub iat: u64,
    /// Unix time from which it no longer counts.
    pub exp: u64,
}

impl Statement {
    /// What is wrong with it, if anything.
    pub fn problem(&self) -> Option<String> {
        if self.remote.is_empty() {
            return Some("`remote` is empty".to_owned());
        }
        if self.release.is_empty() {
            return Some("`release` is empty".to_owned());
        }
        if !is_origin(&self.origin) {
            return Some(format!(
                "`origin` is {:?}, which is not an origin such as https://cdn.example.com (lower case, no default port, no path)",
                self.origin
            ));
        }
        for (name, value) in [("seq", self.seq), ("iat", self.iat), ("exp", self.exp)] {
            if value > LARGEST_INTEGER {
                return Some(format!("`{name}` is above 2^53 - 1"));
            }
        }
        (self.exp <= self.iat).then(|| format!("`exp` ({}) is not after `iat` ({})", self.exp, self.iat))
    }
}

/// Whether `text` is the origin of a web address, written as browsers serialise it.
pub fn is_origin(text: &str) -> bool {
    // `*` is a letter of a host to the standard of URLs, and a pattern to everybody else.
    let is_plain = !text.contains('*');
    let url = Url::parse(text);
    is_plain
        && url.is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.origin().ascii_serialization() == text)
}

/// A protected header of the right shape. Its `alg` and `schema` may be unknown: the order of verification says when that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The algorithm's name.
    pub alg: String,
    /// Whose key signed, as the signer says.
    pub kid: String,
    /// The version of the statement.
    pub schema: u64,
    /// What is said.
    pub statement: Statement,
}

impl Header {
    /// The header for a statement, as base64url: the same statement gives the same text.
    pub fn write(algorithm: Algorithm, kid: &str, statement: &Statement) -> String {
        let (alg, kid, statement) = (algorithm.as_str().to_owned(), kid.to_owned(), statement.clone());
        url64(Self { alg, kid, schema: SCHEMA, statement }.text().as_bytes())
    }

    /// Its one text.
    fn text(&self) -> String {
        let Statement { remote, release, origin, seq, iat, exp } = &self.statement;
        let values: [Value; 12] = [
            self.alg.as_str().into(),
            self.kid.as_str().into(),
            TYPE.into(),
            Value::Array(vec!["b64".into()]),
            false.into(),
            self.schema.into(),
            remote.as_str().into(),
            release.as_str().into(),
            origin.as_str().into(),
            (*seq).into(),
            (*iat).into(),
            (*exp).into(),
        ];
        let object: Map<String, Value> = MEMBERS.iter().map(|name| (*name).to_owned()).zip(values).collect();
        Value::Object(object).to_string()
    }

    /// Reads a protected header.
    ///
    /// # Errors
    /// What is wrong with its shape, in words that follow "the protected header".
    pub fn read(protected: &str) -> Result<Self, String> {
        const WHAT: &str = "the protected header";
        let bytes = from_url64(protected).ok_or("`protected` is not base64url without padding")?;
        let header = object(&bytes, WHAT)?;
        only(&header, &MEMBERS, WHAT)?;
        let word = |name: &str| text(&header, name, WHAT).map(str::to_owned);
        if word("typ")? != TYPE {
            return Err(format!("`typ` is not {TYPE:?}"));
        }
        // A reader that does not know an extension must refuse (RFC 7515, section 4.1.11).
        if header["crit"] != Value::Array(vec!["b64".into()]) {
            return Err("`crit` is not [\"b64\"]".to_owned());
        }
        if header["b64"] != Value::Bool(false) {
            return Err("`b64` is not false".to_owned());
        }
        let integer = |name: &str| match header[name].as_u64() {
            Some(value) if value <= LARGEST_INTEGER => Ok(value),
            _ => Err(format!("{name:?} of {WHAT} is not an integer of 0 to 2^53 - 1")),
        };
        let statement = Statement {
            remote: word("remote")?,
            release: word("release")?,
            origin: word("origin")?,
            seq: integer("seq")?,
            iat: integer("iat")?,
            exp: integer("exp")?,
        };
        if let Some(problem) = statement.problem() {
            return Err(format!("{WHAT}: {problem}"));
        }
        let read = Self { alg: word("alg")?, kid: word("kid")?, schema: integer("schema")?, statement };
        // One text for one statement: hosts refuse every other, so that no two readers take one header for two statements.
        if read.text().as_bytes() != bytes {
            return Err(format!(
                "{WHAT} is not written as fedseal writes it: its members in this order, without spaces and needless escapes: {}",
                MEMBERS.join(", ")
            ));
        }
        Ok(read)
    }
}
