//! Folders that are sealed and verified.

use fedseal_diagnostics::Diagnostic;
use fedseal_inspect::{Named, SealOptions, Sealed, Verified, VerifyOptions};
use fedseal_seal::Options;
use napi::bindgen_prelude::Uint8Array;
use napi::{Error, Result};
use napi_derive::napi;

use super::digest::algorithm;
use super::seal::form;
use super::{JsDiagnostic, JsFilter, JsRelease, twins};

/// How a folder is sealed.
#[napi(object, js_name = "SealFolderOptions", object_to_js = false)]
pub struct JsSealFolderOptions {
    /// The manifest, relative to the folder; found when missing.
    pub manifest: Option<String>,
    /// `sha256`, `sha384` or `sha512`; when missing, as it was sealed before, else `sha384`.
    #[napi(ts_type = "Algorithm")]
    pub algorithm: Option<String>,
    /// `object` or `string`; when missing, as it was sealed before, else `object`.
    #[napi(ts_type = "Entries")]
    pub entries: Option<String>,
    /// Globs of files that are loadable although their name does not say so.
    pub include: Option<Vec<String>>,
    /// Globs of files that no page loads.
    pub exclude: Option<Vec<String>>,
    /// The release.
    pub release: Option<JsRelease>,
}

impl TryFrom<JsSealFolderOptions> for SealOptions {
    type Error = Error;
    fn try_from(js: JsSealFolderOptions) -> Result<Self> {
        Ok(Self {
            manifest: js.manifest,
            algorithm: js.algorithm.as_deref().map(algorithm).transpose()?,
            form: js.entries.as_deref().map(form).transpose()?,
            filter: JsFilter { include: js.include, exclude: js.exclude }.into(),
            seal: Options { release: js.release.map(Into::into).unwrap_or_default(), ..Options::default() },
        })
    }
}

/// What was sealed.
#[napi(object, js_name = "SealedFolder", object_from_js = false)]
pub struct JsSealedFolder {
    /// The manifest, relative to the folder; missing when none was found.
    pub manifest: Option<String>,
    /// Files in the closure.
    pub files: f64,
    /// Their bytes.
    pub bytes: f64,
    /// Whether the manifest was written.
    pub changed: bool,
    /// Compressed copies of the manifest in the folder; they are not renewed here.
    pub copies: Vec<String>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Sealed, Vec<Diagnostic>)> for JsSealedFolder {
    fn from((core, diagnostics): (Sealed, Vec<Diagnostic>)) -> Self {
        Self {
            manifest: core.manifest,
            files: core.files as f64,
            bytes: core.bytes as f64,
            changed: core.changed,
            copies: core.copies,
            diagnostics: twins(diagnostics),
        }
    }
}

/// What of a folder is checked.
#[napi(object, js_name = "VerifyFolderOptions", object_to_js = false)]
pub struct JsVerifyFolderOptions {
    /// The manifest, relative to the folder; found when missing.
    pub manifest: Option<String>,
    /// Globs, as when it was sealed.
    pub include: Option<Vec<String>>,
    /// Globs, as when it was sealed.
    pub exclude: Option<Vec<String>>,
}

impl From<JsVerifyFolderOptions> for VerifyOptions {
    fn from(js: JsVerifyFolderOptions) -> Self {
        Self { manifest: js.manifest, filter: JsFilter { include: js.include, exclude: js.exclude }.into() }
    }
}

/// What was checked.
#[napi(object, js_name = "VerifiedFolder", object_from_js = false)]
pub struct JsVerifiedFolder {
    /// The manifest, relative to the folder; missing when none was found.
    pub manifest: Option<String>,
    /// The manifest's bytes that were checked.
    pub manifest_bytes: Option<Uint8Array>,
    /// Files that were hashed and compared, sorted.
    pub files: Vec<String>,
    /// Their bytes.
    pub bytes: f64,
    /// Compressed copies in the folder of the manifest and of those files; what they hold is not checked.
    pub copies: Vec<String>,
    /// Compressed copies of loadable files that are not beside them; what they hold is not checked.
    pub orphans: Vec<String>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Verified, Vec<Diagnostic>)> for JsVerifiedFolder {
    fn from((core, diagnostics): (Verified, Vec<Diagnostic>)) -> Self {
        Self {
            manifest: core.manifest,
            manifest_bytes: core.manifest_bytes.map(Into::into),
            files: core.files,
            bytes: core.bytes as f64,
            copies: core.copies,
            orphans: core.orphans,
            diagnostics: twins(diagnostics),
        }
    }
}

/// The files that a manifest names.
#[napi(object, js_name = "NamedFiles", object_from_js = false)]
pub struct JsNamed {
    /// Relative to the output folder, sorted, each once; empty when there is a diagnostic.
    pub files: Vec<String>,
    /// `metaData.publicPath`, where the manifest gives one.
    pub public_path: Option<String>,
    /// Why the manifest cannot be read.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<std::result::Result<Named, Vec<Diagnostic>>> for JsNamed {
    fn from(core: std::result::Result<Named, Vec<Diagnostic>>) -> Self {
        let (Named { files, public_path }, wrong) = match core {
            Ok(named) => (named, vec![]),
            Err(wrong) => (Named::default(), wrong),
        };
        Self { files, public_path, diagnostics: twins(wrong) }
    }
}
