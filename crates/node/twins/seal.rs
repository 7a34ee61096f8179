//! Manifests of a build, and their seals.

use fedseal_diagnostics::Diagnostic;
use fedseal_seal::{Asset, Filter, Form, Options, Release, Selected};
use napi::bindgen_prelude::Uint8Array;
use napi::{Error, Result};
use napi_derive::napi;

use super::{JsDiagnostic, JsPlace, twins};

/// A manifest of the build.
#[napi(object, js_name = "Manifest", object_to_js = false)]
pub struct JsManifest {
    /// Its name, relative to the output folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Uint8Array,
}

/// What the closure holds beside the default.
#[napi(object, js_name = "Filter", object_to_js = false)]
pub struct JsFilter {
    /// Globs of files that are loadable although their name does not say so.
    pub include: Option<Vec<String>>,
    /// Globs of files that no page loads.
    pub exclude: Option<Vec<String>>,
}

impl From<JsFilter> for Filter {
    fn from(js: JsFilter) -> Self {
        Self { include: js.include.unwrap_or_default(), exclude: js.exclude.unwrap_or_default() }
    }
}

/// The files to hash, or why that cannot be said.
#[napi(object, js_name = "Selection", object_from_js = false)]
pub struct JsSelection {
    /// Places in the list of names that was given.
    pub selected: Vec<JsSelected>,
    /// Not empty when nothing could be selected.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// A file to hash.
#[napi(object, js_name = "Selected", object_from_js = false)]
pub struct JsSelected {
    /// Its place in the list of names that was given.
    pub index: u32,
    /// Whether a manifest has an entry for it, which needs a `contentHash`.
    pub entry: bool,
    /// Whether browsers load it as a classic script, whose encoding the server names.
    pub classic_script: bool,
}

impl From<std::result::Result<Vec<Selected>, Vec<Diagnostic>>> for JsSelection {
    fn from(core: std::result::Result<Vec<Selected>, Vec<Diagnostic>>) -> Self {
        let (selected, wrong) = match core {
            Ok(selected) => (selected, vec![]),
            Err(wrong) => (vec![], wrong),
        };
        let selected = selected
            .into_iter()
            // An array of JavaScript has fewer than 2^32 items.
            .map(|one| JsSelected { index: one.index as u32, entry: one.entry, classic_script: one.classic_script })
            .collect();
        Self { selected, diagnostics: twins(wrong) }
    }
}

/// A file of the build and its hashes.
#[napi(object, js_name = "Asset", object_to_js = false)]
#[derive(Clone)]
pub struct JsAsset {
    /// Name relative to the output folder.
    pub name: String,
    /// Bytes.
    pub size: f64,
    /// The SRI string.
    pub integrity: String,
    /// The SHA-256 in hex; for files with an entry.
    pub content_hash: Option<String>,
    /// The first byte that makes a classic script other code in other encodings.
    pub encoding_dependent: Option<JsPlace>,
}

impl From<JsAsset> for Asset {
    fn from(js: JsAsset) -> Self {
        Self {
            name: js.name,
            size: js.size as u64,
            integrity: js.integrity,
            content_hash: js.content_hash,
            encoding_dependent: js.encoding_dependent.map(Into::into),
        }
    }
}

/// A release; what is missing is taken from the manifest or derived from the closure.
#[napi(object, js_name = "Release", object_to_js = false)]
pub struct JsRelease {
    /// Names the release.
    pub id: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_name: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_version: Option<String>,
}

impl From<JsRelease> for Release {
    fn from(js: JsRelease) -> Self {
        Self { id: js.id, build_name: js.build_name, build_version: js.build_version }
    }
}

/// How a manifest is sealed.
#[napi(object, js_name = "SealOptions", object_to_js = false)]
pub struct JsSealOptions {
    /// The manifest's name, for messages.
    pub file: String,
    /// `object` (default) or `string`.
    #[napi(ts_type = "Entries")]
    pub entries: Option<String>,
    /// The release.
    pub release: Option<JsRelease>,
    /// For `metaData.pluginVersion` where the producer left it out.
    pub plugin_version: Option<String>,
    /// For `sharing`, as the text of a JSON object.
    pub sharing: Option<String>,
}

impl TryFrom<JsSealOptions> for Options {
    type Error = Error;
    fn try_from(js: JsSealOptions) -> Result<Self> {
        Ok(Self {
            file: js.file,
            form: js.entries.as_deref().map(form).transpose()?.unwrap_or_default(),
            release: js.release.map(Into::into).unwrap_or_default(),
            plugin_version: js.plugin_version,
            sharing: js.sharing,
        })
    }
}

/// A sealed manifest.
#[napi(object, js_name = "Sealed", object_from_js = false)]
pub struct JsSealed {
    /// Its bytes; missing when there is an error among the diagnostics.
    pub manifest: Option<Uint8Array>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Option<Vec<u8>>, Vec<Diagnostic>)> for JsSealed {
    fn from((manifest, diagnostics): (Option<Vec<u8>>, Vec<Diagnostic>)) -> Self {
        Self { manifest: manifest.map(Into::into), diagnostics: twins(diagnostics) }
    }
}

pub(super) fn form(name: &str) -> Result<Form> {
    match name {
        "object" => Ok(Form::Object),
        "string" => Ok(Form::String),
        other => Err(Error::from_reason(format!("{other:?} is not object or string"))),
    }
}
