//! Sealing a finished output folder.

use std::collections::BTreeSet;
use std::path::Path;

use fedseal_diagnostics::Diagnostic;
use fedseal_digest::{Algorithm, Wanted};
use fedseal_manifest::{Claim, Kind};
use fedseal_seal::{Asset, Filter, Form, Options, Unsealed, select_for};

use crate::folder::Folder;
use crate::verify::algorithm_of;
use crate::{Progress, write};

/// How to seal a folder.
#[derive(Debug, Clone, Default)]
pub struct SealOptions {
    /// The manifest, relative to the folder; found when `None`.
    pub manifest: Option<String>,
    /// By which hash; `None`: as the manifest was sealed before, else SHA-384.
    pub algorithm: Option<Algorithm>,
    /// How entries are written; `None`: as the manifest was sealed before, else as objects.
    pub form: Option<Form>,
    /// What the closure holds.
    pub filter: Filter,
    /// How the manifest is sealed; its `file` and `form` are filled in here.
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
    /// Compressed copies of the manifest in the folder, by their names; they are not renewed here.
    pub copies: Vec<String>,
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
    // Sealed whole or not at all.
    let whole = |wrong: Vec<Diagnostic>| if wrong.is_empty() { Ok(()) } else { Err(wrong) };
    whole(folder.wrong.clone())?;
    let manifest = folder.manifest(options.manifest.as_deref(), dir).map_err(|error| vec![error])?;
    sealed.manifest = Some(manifest.name.clone());
    let bytes = manifest.read().map_err(|error| vec![error])?;

    // Known before anything is written: a copy that cannot be renewed is a reason not to begin.
    let (copies, wrong) = folder.copies([&manifest.name].into_iter());
    whole(wrong)?;
    sealed.copies = copies;

    let unsealed = Unsealed::read(&bytes, &manifest.name)?;
    let claims = unsealed.claims().to_vec();
    let algorithm = options.algorithm.or_else(|| sealed_by(&claims)).unwrap_or_default();
    let form = options.form.or_else(|| sealed_as(&claims)).unwrap_or_default();

    let names: Vec<&str> = folder.files.iter().map(|file| file.name.as_str()).collect();
    let manifests = [Ok(unsealed)];
    let selected = select_for(&manifests, &names, &BTreeSet::new(), &options.filter)?;
    let [unsealed] = manifests;
    let classic = folder.has_classic_entry(&claims);
    let wanted: Vec<(usize, Vec<Wanted>)> = selected
        .iter()
        .map(|one| {
            let wanted =
                Wanted { content_hash: one.entry, integrity: Some(algorithm), encoding: classic && one.classic_script };
            (one.index, vec![wanted])
        })
        .collect();
    let (digests, wrong) = folder.hash(&wanted, progress);
    whole(wrong)?;

    let assets: Vec<Asset> = selected
        .iter()
        .zip(digests.into_iter().flatten())
        .map(|(one, digest)| Asset {
            name: folder.files[one.index].name.clone(),
            size: folder.files[one.index].size,
            integrity: digest.integrity.unwrap_or_default(),
            content_hash: digest.content_hash,
            encoding_dependent: digest.encoding_dependent,
        })
        .collect();
    sealed.files = assets.len() as u64;
    sealed.bytes = assets.iter().map(|asset| asset.size).sum();

    let options = Options { file: manifest.name.clone(), form, ..options.seal.clone() };
    let (new, diagnostics) = unsealed?.seal(&assets, &options);
    let hinted = diagnostics.into_iter().map(|one| match hint(&folder, &manifest.name, &claims, &one) {
        Some(help) => one.with_help(help),
        None => one,
    });
    out.extend(hinted);
    if let Some(new) = new.filter(|new| *new != bytes) {
        write(&manifest.path, &new).map_err(|error| vec![error])?;
        sealed.changed = true;
    }
    Ok(())
}

/// What to do where a manifest in a folder further down names files beside itself, and not from the top.
fn hint(folder: &Folder, manifest: &str, claims: &[Claim], found: &Diagnostic) -> Option<String> {
    let (below, _) = manifest.rsplit_once('/')?;
    let missing = found.rule.id == "manifest/entry-not-emitted";
    let beside = claims.iter().any(|claim| folder.get(&format!("{below}/{}", claim.file)).is_some());
    (missing && beside).then(|| {
        format!("The manifest is in {below}, and names files in that folder: give it in place of the one above, `fedseal seal <dir>/{below}`.")
    })
}

/// The algorithm of an earlier seal: sealing again after a late step must not change how hosts read the manifest.
fn sealed_by(claims: &[Claim]) -> Option<Algorithm> {
    let closure = claims.iter().find(|claim| claim.kind == Kind::Closure)?;
    closure.integrity.as_deref().and_then(algorithm_of)
}

/// The form of the entries of an earlier seal.
fn sealed_as(claims: &[Claim]) -> Option<Form> {
    sealed_by(claims)?;
    let mut assets = claims.iter().filter(|claim| claim.kind == Kind::Asset).peekable();
    assets.peek()?;
    Some(if assets.any(|claim| claim.object) { Form::Object } else { Form::String })
}
