//! Bytes and files that are hashed.

use fedseal_diagnostics::Diagnostic;
use fedseal_digest::{Algorithm, Digest, Place, Wanted};
use napi::{Error, Result};
use napi_derive::napi;

use super::{JsDiagnostic, twins};

/// Which hashes of a buffer are wanted.
#[napi(object, js_name = "Wanted", object_to_js = false)]
pub struct JsWanted {
    /// The SHA-256 in hex.
    pub content_hash: bool,
    /// The SRI string by this algorithm: `sha256`, `sha384` or `sha512`.
    #[napi(ts_type = "Algorithm")]
    pub integrity: Option<String>,
    /// Whether to look for bytes whose meaning depends on the encoding.
    pub encoding: Option<bool>,
}

impl TryFrom<JsWanted> for Wanted {
    type Error = Error;
    fn try_from(js: JsWanted) -> Result<Self> {
        Ok(Self {
            content_hash: js.content_hash,
            integrity: js.integrity.as_deref().map(algorithm).transpose()?,
            encoding: js.encoding.unwrap_or_default(),
        })
    }
}

/// A place in a text.
#[napi(object, js_name = "Place")]
#[derive(Clone)]
pub struct JsPlace {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}

impl From<Place> for JsPlace {
    fn from(Place { line, column }: Place) -> Self {
        Self { line, column }
    }
}

impl From<JsPlace> for Place {
    fn from(JsPlace { line, column }: JsPlace) -> Self {
        Self { line, column }
    }
}

/// The hashes of one buffer; those that were not wanted are missing.
#[napi(object, js_name = "Digest", object_from_js = false)]
pub struct JsDigest {
    /// SHA-256, 64 lower-case hex digits.
    pub content_hash: Option<String>,
    /// One SRI token.
    pub integrity: Option<String>,
    /// The first byte whose meaning depends on the encoding.
    pub encoding_dependent: Option<JsPlace>,
}

impl From<Digest> for JsDigest {
    fn from(core: Digest) -> Self {
        Self {
            content_hash: core.content_hash,
            integrity: core.integrity,
            encoding_dependent: core.encoding_dependent.map(Into::into),
        }
    }
}

/// The hashes of files, or why they could not be made.
#[napi(object, js_name = "DigestedFiles", object_from_js = false)]
pub struct JsDigestedFiles {
    /// One item a file; empty when a file could not be read.
    pub files: Vec<JsDigestedFile>,
    /// Not empty when a file could not be read.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// The hashes of one file.
#[napi(object, js_name = "DigestedFile", object_from_js = false)]
pub struct JsDigestedFile {
    /// Bytes.
    pub size: f64,
    /// Its hashes.
    pub digest: JsDigest,
}

impl From<std::result::Result<Vec<(u64, Digest)>, Vec<Diagnostic>>> for JsDigestedFiles {
    fn from(core: std::result::Result<Vec<(u64, Digest)>, Vec<Diagnostic>>) -> Self {
        let (files, wrong) = match core {
            Ok(files) => (files, vec![]),
            Err(wrong) => (vec![], wrong),
        };
        let files = files.into_iter().map(|(size, digest)| JsDigestedFile { size: size as f64, digest: digest.into() });
        Self { files: files.collect(), diagnostics: twins(wrong) }
    }
}

pub(crate) fn algorithm(name: &str) -> Result<Algorithm> {
    Algorithm::parse(name).ok_or_else(|| Error::from_reason(format!("{name:?} is not sha256, sha384 or sha512")))
}
