//! Sealing a finished output folder.

use std::path::Path;

use fedseal_diagnostics::Diagnostic;
use fedseal_digest::{Algorithm, Wanted};
use fedseal_seal::{Asset, Filter, Options, select};

use crate::folder::Folder;
use crate::{Progress, write};

/// How to seal a folder.
#[derive(Debug, Clone, Default)]
pub struct SealOptions {
    /// The manifest, relative to the folder; found when `None`.
    pub manifest: Option<String>,
    /// By which hash.
    pub algorithm: Algorithm,
    /// What the closure holds.
    pub filter: Filter,
    /// How the manifest is sealed; its `file` is filled in here.
    pub seal: Options,
}

/// What was sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sealed {
    /// The manifest, relative to the folder; `None` when none was found.
    pub manifest: Option<String>,
    /// Files in the closure.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Whether the manifest's bytes are others than before.
    pub changed: bool,
}

/// Seals `dir` and writes its manifest, if there is no error among the diagnostics and the bytes are new.
pub fn seal(dir: &Path, options: &SealOptions, progress: &Progress) -> (Sealed, Vec<Diagnostic>) {
    let mut sealed = Sealed::default();
    let mut out = Vec::new();
    if let Err(errors) = seal_into(dir, options, progress, &mut sealed, &mut out) {
        out.extend(errors);
    }
    (sealed, out)
}

fn seal_into(
    dir: &Path,
    options: &SealOptions,
    progress: &Progress,
    sealed: &mut Sealed,
    out: &mut Vec<Diagnostic>,
) -> Result<(), Vec<Diagnostic>> {
    let folder = Folder::walk(dir)?;
    let manifest = folder.manifest(options.manifest.as_deref(), dir).map_err(|error| vec![error])?;
    sealed.manifest = Some(manifest.name.clone());
    let bytes = manifest.read().map_err(|error| vec![error])?;

    let names: Vec<&str> = folder.files.iter().map(|file| file.name.as_str()).collect();
    let selected = select(&[(&manifest.name, &bytes)], &names, &options.filter)?;
    let wanted: Vec<(usize, Vec<Wanted>)> = selected
        .iter()
        .map(|one| (one.index, vec![Wanted { content_hash: one.entry, integrity: Some(options.algorithm) }]))
        .collect();
    let digests = folder.hash(&wanted, progress)?;

    let assets: Vec<Asset> = selected
        .iter()
        .zip(digests.into_iter().flatten())
        .map(|(one, digest)| Asset {
            name: folder.files[one.index].name.clone(),
            size: folder.files[one.index].size,
            integrity: digest.integrity.unwrap_or_default(),
            content_hash: digest.content_hash,
        })
        .collect();
    sealed.files = assets.len() as u64;
    sealed.bytes = assets.iter().map(|asset| asset.size).sum();

    let options = Options { file: manifest.name.clone(), ..options.seal.clone() };
    let (new, diagnostics) = fedseal_seal::seal(&bytes, &assets, &options);
    out.extend(diagnostics);
    if let Some(new) = new.filter(|new| *new != bytes) {
        write(&manifest.path, &new).map_err(|error| vec![error])?;
        sealed.changed = true;
    }
    Ok(())
}
