//! Which files a manifest names, for whoever fetches them from a server.

use std::collections::BTreeSet;

use fedseal_diagnostics::Diagnostic;
use fedseal_manifest::{read, readable_claims};

/// The files of a manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Files relative to the output folder, sorted, each once.
    pub files: Vec<String>,
    /// `metaData.publicPath`; `None` where the manifest gives none (it may have `getPublicPath`).
    pub public_path: Option<String>,
}

/// Reads the manifest called `name` and lists the files that it names. Names that are no names of files (`asset/…`) are left
/// out: whoever compares the files reports them.
///
/// # Errors
/// Everything that makes a manifest unreadable (`manifest/…`), and `manifest/unsupported-schema-version`.
pub fn named(bytes: &[u8], name: &str) -> Result<Named, Vec<Diagnostic>> {
    let manifest = read(bytes, name).map_err(|error| vec![error])?;
    let newer: Vec<Diagnostic> =
        fedseal_seal::check(&manifest, name).into_iter().filter(|found| found.undecided).collect();
    if !newer.is_empty() {
        return Err(newer);
    }
    let (claims, wrong) = readable_claims(&manifest, name);
    if wrong.iter().any(|error| error.undecided) {
        return Err(wrong);
    }
    let files: BTreeSet<String> = claims.into_iter().map(|claim| claim.file).collect();
    let public_path = manifest.root.pointer("/metaData/publicPath").and_then(|value| value.as_str()).map(str::to_owned);
    Ok(Named { files: files.into_iter().collect(), public_path })
}
