//! The output of a build, from its plan to what was written.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fedseal_inspect as inspect;
use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi::{Error, Result};
use napi_derive::napi;

use crate::task::{Guarded, guard};
use crate::twins::{JsDiagnostic, JsFilter, JsSealOptions, algorithm, twins};

/// A manifest of the build, as its producer wrote it.
#[napi(object, js_name = "PlannedManifest", object_to_js = false)]
pub struct JsPlannedManifest {
    /// Its bytes.
    pub bytes: Uint8Array,
    /// How it is sealed; `file` is its name.
    pub options: JsSealOptions,
}

/// What is sealed, as far as names decide it.
#[napi(object, js_name = "OutputPlan", object_to_js = false)]
pub struct JsPlan {
    /// The manifests.
    pub manifests: Vec<JsPlannedManifest>,
    /// All files of the build.
    pub names: Vec<String>,
    /// The files that the bundler itself calls chunks.
    pub code: Vec<String>,
    /// What the closure holds beside the default.
    pub filter: JsFilter,
    /// By which hash: `sha256`, `sha384` or `sha512`.
    #[napi(ts_type = "Algorithm")]
    pub algorithm: String,
    /// Whether to look for bytes of classic scripts whose meaning depends on the encoding.
    pub encoding: bool,
}

impl TryFrom<JsPlan> for inspect::Plan {
    type Error = Error;
    fn try_from(js: JsPlan) -> Result<Self> {
        let manifest = |one: JsPlannedManifest| {
            Ok(inspect::PlannedManifest { bytes: one.bytes.to_vec(), options: one.options.try_into()? })
        };
        Ok(Self {
            manifests: js.manifests.into_iter().map(manifest).collect::<Result<_>>()?,
            names: js.names,
            code: js.code,
            filter: js.filter.into(),
            algorithm: algorithm(&js.algorithm)?,
            encoding: js.encoding,
        })
    }
}

/// A build that was sealed.
#[napi(object, js_name = "SealedOutput", object_from_js = false)]
pub struct JsSealedOutput {
    /// In the order of the plan; empty when there is an error among the diagnostics.
    pub manifests: Vec<JsSealedManifest>,
    /// Files in the closure.
    pub files: f64,
    /// Their bytes.
    pub bytes: f64,
    /// How many of them were hashed anew.
    pub fresh: f64,
    /// Files that lay there before the build and were not written by it; `confirm` what has the bundler's bytes.
    pub unwritten: Vec<JsUnwritten>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// A sealed manifest that is still to be written.
#[napi(object, js_name = "SealedManifest", object_from_js = false)]
pub struct JsSealedManifest {
    /// Its name, relative to the output folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Uint8Array,
}

/// A file that the bundler found in the folder and left alone.
#[napi(object, js_name = "UnwrittenFile", object_from_js = false)]
pub struct JsUnwritten {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: f64,
    /// The SRI string of what lies there.
    pub integrity: String,
}

/// A file that has other bytes than were sealed.
#[napi(object, js_name = "ChangedFile", object_from_js = false)]
pub struct JsChanged {
    /// Its name.
    pub name: String,
    /// Bytes when it was sealed.
    pub before: f64,
    /// Bytes now.
    pub now: f64,
}

/// The files that changed since they were sealed.
#[napi(object, js_name = "ChangedOutput", object_from_js = false)]
pub struct JsChangedOutput {
    /// They have other bytes now.
    pub changed: Vec<JsChanged>,
    /// Why others cannot be read.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<inspect::SealedOutput> for JsSealedOutput {
    fn from(core: inspect::SealedOutput) -> Self {
        let manifest = |(name, bytes): (String, Vec<u8>)| JsSealedManifest { name, bytes: bytes.into() };
        let unwritten =
            |one: inspect::Unwritten| JsUnwritten { name: one.name, size: one.size as f64, integrity: one.integrity };
        Self {
            manifests: core.manifests.into_iter().map(manifest).collect(),
            files: core.files as f64,
            bytes: core.bytes as f64,
            fresh: core.fresh as f64,
            unwritten: core.unwritten.into_iter().map(unwritten).collect(),
            diagnostics: twins(core.diagnostics),
        }
    }
}

/// The builds of one compiler whose output is on the disk: what the bundler writes is hashed where it lies, and the bytes never
/// pass through JavaScript. One `plan`, `writing`, `seal`, `changed` after the other for each build.
#[napi]
#[derive(Default)]
pub struct Output(Arc<Mutex<inspect::Output>>);

#[napi]
impl Output {
    /// Nothing known yet.
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Before anything is written: takes over the plan, or says why it cannot be sealed.
    #[napi]
    pub fn plan(&self, plan: JsPlan) -> Result<Vec<JsDiagnostic>> {
        let plan = plan.try_into()?;
        guard("plan", || twins(lock(&self.0).plan(plan)))
    }

    /// Right before the bundler writes: what no write touches after this was there before.
    #[napi]
    pub fn writing(&self) -> Result<()> {
        guard("writing", || lock(&self.0).writing())
    }

    /// After the bundler has written: hashes the files in `folder` and seals the manifests. Writes nothing.
    #[napi(ts_return_type = "Promise<SealedOutput>")]
    pub fn seal(&self, folder: String) -> AsyncTask<Guarded<JsSealedOutput>> {
        let output = Arc::clone(&self.0);
        Guarded::task("seal", move || lock(&output).seal(&PathBuf::from(&folder)).into())
    }

    /// All `unwritten` files have the bundler's bytes.
    #[napi]
    pub fn confirm(&self) -> Result<()> {
        guard("confirm", || lock(&self.0).confirm())
    }

    /// When everybody else has had their turn: what of the sealed files in `folder` is not what was sealed any more.
    #[napi(ts_return_type = "Promise<ChangedOutput>")]
    pub fn changed(&self, folder: String) -> AsyncTask<Guarded<JsChangedOutput>> {
        let output = Arc::clone(&self.0);
        Guarded::task("changed", move || {
            let (changed, diagnostics) = lock(&output).changed(&PathBuf::from(&folder));
            let changed = changed.into_iter().map(|one| JsChanged {
                name: one.name,
                before: one.before as f64,
                now: one.now as f64,
            });
            JsChangedOutput { changed: changed.collect(), diagnostics: twins(diagnostics) }
        })
    }

    /// What of `names` was emitted after the plan was made, and would have had to be in it.
    #[napi]
    pub fn late(&self, names: Vec<String>, code: Vec<String>) -> Result<Vec<JsDiagnostic>> {
        guard("late", || twins(lock(&self.0).late(&names, &code)))
    }
}

fn lock(output: &Mutex<inspect::Output>) -> MutexGuard<'_, inspect::Output> {
    // What a panic left behind is replaced by the next plan.
    output.lock().unwrap_or_else(PoisonError::into_inner)
}
