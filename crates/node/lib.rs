//! The Node addon: converts arguments, runs the work off the main thread, converts results. No logic of its own.
//!
//! Every task runs inside [`task::Guarded`], because a panic that leaves a napi task ends the Node process.

pub mod cache;
pub mod csp;
pub mod output;
pub mod sign;
mod task;
mod twins;

use std::path::PathBuf;
use std::sync::Arc;

use fedseal_contract as contract;
use fedseal_diagnostics::{Diagnostic, RULES, render as text, rule as find};
use fedseal_digest::{Input, digest as hash};
use fedseal_inspect as inspect;
use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi::{Error, Result};
use napi_derive::napi;

use task::{Guarded, guard};
use twins::{
    JsAsset, JsDiagnostic, JsDigest, JsDigestedFiles, JsExtractOptions, JsExtracted, JsFilter, JsManifest, JsNamed,
    JsReport, JsRule, JsSealFolderOptions, JsSealOptions, JsSealed, JsSealedFolder, JsSelection, JsVerifiedFolder,
    JsVerifyFolderOptions, JsWanted, unreadable,
};

type Work<T> = AsyncTask<Guarded<T>>;

/// Hashes many buffers on the thread pool without copying them; do not change their bytes until the promise settles.
/// `wanted` has one item a buffer. The result is in the same order.
#[napi(ts_return_type = "Promise<Array<Digest>>")]
pub fn digest(buffers: Vec<Uint8Array>, wanted: Vec<JsWanted>) -> Result<Work<Vec<JsDigest>>> {
    if buffers.len() != wanted.len() {
        return Err(Error::from_reason("digest: one `wanted` a buffer"));
    }
    let wanted: Vec<_> = wanted.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    Ok(Guarded::task("digest", move || {
        let inputs: Vec<Input<'_>> =
            buffers.iter().zip(&wanted).map(|(bytes, wanted)| Input { bytes, wanted: *wanted }).collect();
        hash(&inputs).into_iter().map(Into::into).collect()
    }))
}

/// Hashes files of a folder by their names, which never pass through JavaScript; `wanted` has one item a name. The result is
/// in the same order.
#[napi(ts_return_type = "Promise<DigestedFiles>")]
pub fn digest_files(folder: String, names: Vec<String>, wanted: Vec<JsWanted>) -> Result<Work<JsDigestedFiles>> {
    if names.len() != wanted.len() {
        return Err(Error::from_reason("digestFiles: one `wanted` a name"));
    }
    let wanted: Vec<_> = wanted.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    let files: Vec<_> = names.into_iter().zip(wanted).collect();
    Ok(Guarded::task("digestFiles", move || inspect::digest_files(&PathBuf::from(&folder), &files).into()))
}

/// Says which of a build's files have to be hashed: everything loadable, the bundler's own chunks (`code`), what the
/// filter adds, and what the manifests name.
#[napi]
pub fn select(
    manifests: Vec<JsManifest>,
    names: Vec<String>,
    code: Vec<String>,
    filter: JsFilter,
) -> Result<JsSelection> {
    guard("select", || {
        let manifests: Vec<(&str, &[u8])> = manifests.iter().map(|one| (one.name.as_str(), &*one.bytes)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let code = code.iter().map(String::as_str).collect();
        fedseal_seal::select(&manifests, &names, &code, &filter.into()).into()
    })
}

/// Seals a manifest. `manifest` is missing from the result when there is an error among the diagnostics.
#[napi(ts_return_type = "Promise<Sealed>")]
pub fn seal(manifest: Uint8Array, assets: Vec<JsAsset>, options: JsSealOptions) -> Result<Work<JsSealed>> {
    let options = options.try_into()?;
    Ok(Guarded::task("seal", move || {
        let assets: Vec<_> = assets.iter().cloned().map(Into::into).collect();
        fedseal_seal::seal(&manifest, &assets, &options).into()
    }))
}

/// Seals a finished output folder and replaces its manifest atomically.
#[napi(ts_return_type = "Promise<SealedFolder>")]
pub fn seal_folder(folder: String, options: JsSealFolderOptions, progress: &Progress) -> Result<Work<JsSealedFolder>> {
    let options = options.try_into()?;
    let progress = Arc::clone(&progress.0);
    Ok(Guarded::task("sealFolder", move || inspect::seal(&PathBuf::from(&folder), &options, &progress).into()))
}

/// Hashes the files of a folder again and compares them with its manifest.
#[napi(ts_return_type = "Promise<VerifiedFolder>")]
pub fn verify_folder(folder: String, options: JsVerifyFolderOptions, progress: &Progress) -> Work<JsVerifiedFolder> {
    let options = options.into();
    let progress = Arc::clone(&progress.0);
    Guarded::task("verifyFolder", move || inspect::verify(&PathBuf::from(&folder), &options, &progress).into())
}

/// Lists the files that a manifest names; `name` is its own, for locations.
#[napi]
pub fn named_files(manifest: Uint8Array, name: String) -> Result<JsNamed> {
    guard("namedFiles", || inspect::named(&manifest, &name).into())
}

/// Extracts the contract of a project: the declarations of what it exposes. Modules that only TypeScript can declare are
/// `pending`; after it has, a second call takes what it wrote (`emitted`).
#[napi(ts_return_type = "Promise<Extracted>")]
pub fn extract_contract(options: JsExtractOptions) -> Work<JsExtracted> {
    let options = options.into();
    Guarded::task("extractContract", move || inspect::contract::extract(&options).into())
}

/// The canonical text of a declaration: the same for all that mean the same. Throws when it cannot be parsed.
#[napi]
pub fn normalize_declaration(text: String) -> Result<String> {
    guard("normalizeDeclaration", || {
        inspect::contract::roomy(|| contract::normalize(&text)).map_err(|error| unreadable(&error))
    })?
}

/// Replaces a file: temporary file, sync, rename. Returns what went wrong, or nothing.
#[napi]
pub fn write_file(path: String, bytes: Uint8Array) -> Result<Option<JsDiagnostic>> {
    guard("writeFile", || inspect::write(&PathBuf::from(&path), &bytes).err().map(Into::into))
}

/// How far a folder's hashing has come.
#[napi]
#[derive(Default)]
pub struct Progress(Arc<inspect::Progress>);

#[napi]
impl Progress {
    /// Nothing done yet.
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes hashed so far.
    #[napi(getter)]
    pub fn done(&self) -> f64 {
        self.0.done() as f64
    }

    /// Bytes to hash; 0 until known.
    #[napi(getter)]
    pub fn total(&self) -> f64 {
        self.0.total() as f64
    }
}

/// Every rule, sorted by id.
#[napi]
pub fn rules() -> Vec<JsRule> {
    RULES.iter().map(|rule| (*rule).into()).collect()
}

/// A rule with its reason and remedy, in Markdown; nothing for an id that does not exist.
#[napi]
pub fn explain(rule: String) -> Option<String> {
    find(&rule).map(text::explain)
}

/// Diagnostics in one of the formats `text`, `json`, `github`, `sarif`.
#[napi]
pub fn render(report: JsReport, format: String) -> Result<String> {
    guard("render", || {
        let format = text::Format::parse(&format)
            .ok_or_else(|| Error::from_reason(format!("render: {format:?} is not a format")))?;
        let findings: Vec<Diagnostic> = report.findings.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
        let areas = report.areas.map(Into::into);
        let report = text::Report {
            findings: &findings,
            area: &report.area,
            base: &report.base,
            areas: areas.as_ref(),
            limit: report.limit.map(|limit| limit as usize),
            width: report.width.map(|width| width as usize),
        };
        Ok(text::render(&report, format))
    })?
}
