//! Checking a folder against its manifest: read once, hash once, then every rule looks at the same facts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_digest::{Algorithm, Place, Wanted};
use fedseal_manifest::{Claim, Manifest, hash, read, readable_claims};
use fedseal_seal::{Filter, Said, select_readable};

use crate::cause::{self, Sealed};
use crate::folder::{COPIES, Folder};
use crate::{Progress, rules};

/// What to check.
#[derive(Debug, Clone, Default)]
pub struct VerifyOptions {
    /// The manifest, relative to the folder; found when `None`.
    pub manifest: Option<String>,
    /// What the closure has to hold; the same as when it was sealed.
    pub filter: Filter,
}

/// What was checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// The manifest, relative to the folder; `None` when none was found.
    pub manifest: Option<String>,
    /// The manifest's bytes that were checked: whoever signs them signs what was checked, whatever is in the file by then.
    pub manifest_bytes: Option<Vec<u8>>,
    /// Files that were hashed and compared, sorted.
    pub files: Vec<String>,
    /// Their bytes.
    pub bytes: u64,
    /// Compressed copies in the folder of the manifest and of those files, by their names. What they hold is not
    /// checked here: this crate cannot decompress.
    pub copies: Vec<String>,
    /// Compressed copies of loadable files that are not beside them. A server may send one for a name that has nothing else
    /// behind it.
    pub orphans: Vec<String>,
}

/// What every rule looks at.
pub(crate) struct Facts<'a> {
    /// The manifest's name.
    pub(crate) file: &'a str,
    pub(crate) manifest: &'a Manifest,
    pub(crate) claims: &'a [Claim],
    /// All files of the folder.
    pub(crate) names: &'a BTreeSet<&'a str>,
    /// Files that the closure has to name.
    pub(crate) loadable: &'a BTreeSet<&'a str>,
    /// (file, algorithm) → SRI string, for every well-formed claim on a file that is there.
    pub(crate) integrities: &'a BTreeMap<(&'a str, Algorithm), String>,
    /// file → SHA-256 in hex, likewise.
    pub(crate) content_hashes: &'a BTreeMap<&'a str, String>,
    /// Files that a hash was compared with.
    pub(crate) compared: &'a BTreeSet<&'a str>,
    /// Classic scripts that are other code in other encodings, and the place of the first byte that makes them so.
    pub(crate) encoding_dependent: &'a [(&'a str, Place)],
    /// Why a file's bytes are not those of a hash, where that can be found out.
    pub(crate) cause: &'a dyn Fn(&str, Sealed<'_>) -> Option<String>,
}

impl Facts<'_> {
    /// The place of a claim.
    pub(crate) fn at(&self, claim: &Claim) -> Location {
        Location::pointer(self.file, &claim.pointer)
    }
}

/// Hashes the files of `dir` again and compares them with its manifest. What keeps one file from being compared is a finding, and
/// the others are compared all the same; where it is the manifest that says less than it should, the finding is undecided whatever
/// its rule.
pub fn verify(dir: &Path, options: &VerifyOptions, progress: &Progress) -> (Verified, Vec<Diagnostic>) {
    let mut verified = Verified::default();
    // What ends the run leaves files uncompared, whatever its rule.
    let found = verify_into(dir, options, progress, &mut verified)
        .unwrap_or_else(|errors| errors.into_iter().map(Diagnostic::as_undecided).collect());
    (verified, found)
}

fn verify_into(
    dir: &Path,
    options: &VerifyOptions,
    progress: &Progress,
    verified: &mut Verified,
) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let folder = Folder::walk(dir)?;
    let file = folder.manifest(options.manifest.as_deref(), dir).map_err(|error| vec![error])?;
    verified.manifest = Some(file.name.clone());
    let bytes = file.read().map_err(|error| vec![error])?;
    verified.manifest_bytes = Some(bytes.clone());
    let manifest = read(&bytes, &file.name).map_err(|error| vec![error])?;
    let mut wrong = folder.wrong.clone();
    let (claims, unnamed) = readable_claims(&manifest, &file.name);
    if unnamed.iter().any(|error| error.undecided) {
        // Not a manifest: what is in it means nothing.
        return Err(unnamed);
    }
    wrong.extend(unnamed.into_iter().map(Diagnostic::as_undecided));

    let names: Vec<&str> = folder.files.iter().map(|file| file.name.as_str()).collect();
    let mut said = Said::default();
    said.add(&file.name, &manifest, &claims);
    let (selected, refused) = select_readable(&said, &names, &BTreeSet::new(), &options.filter);
    if refused.iter().any(|error| error.undecided) {
        // Globs that cannot be read: nobody knows what is loadable.
        return Err(refused);
    }
    // A file that the manifest cannot name is a finding like one that it does not name.
    wrong.extend(refused);
    let classic = folder.has_classic_entry(&claims);
    let scripts: BTreeSet<usize> =
        selected.iter().filter(|one| classic && one.classic_script).map(|one| one.index).collect();
    let loadable: BTreeSet<&str> = selected.iter().map(|one| names[one.index]).collect();

    let mut jobs: BTreeMap<usize, BTreeSet<Option<Algorithm>>> = BTreeMap::new();
    for claim in &claims {
        let Some(index) = folder.position(&claim.file) else { continue };
        let wanted = jobs.entry(index).or_default();
        if claim.content_hash.as_deref().is_some_and(hash::is_content_hash) {
            wanted.insert(None);
        }
        wanted.extend(claim.integrity.as_deref().and_then(algorithm_of).map(Some));
    }
    jobs.retain(|_, wanted| !wanted.is_empty());
    let jobs: Vec<(usize, Vec<Wanted>)> = jobs
        .into_iter()
        .map(|(index, wanted)| {
            let mut wanted: Vec<Wanted> = wanted
                .into_iter()
                .map(|integrity| Wanted { content_hash: integrity.is_none(), integrity, encoding: false })
                .collect();
            // Once is enough.
            if let Some(first) = wanted.first_mut() {
                first.encoding = scripts.contains(&index);
            }
            (index, wanted)
        })
        .collect();
    let (digests, unread) = folder.hash(&jobs, progress);
    wrong.extend(unread.into_iter().map(Diagnostic::as_undecided));

    let mut integrities = BTreeMap::new();
    let mut content_hashes = BTreeMap::new();
    let mut encoding_dependent = Vec::new();
    for ((index, wanted), digests) in jobs.iter().zip(digests) {
        if digests.is_empty() {
            continue;
        }
        let file = &folder.files[*index];
        verified.files.push(file.name.clone());
        verified.bytes += file.size;
        for (wanted, digest) in wanted.iter().zip(digests) {
            if let (Some(algorithm), Some(integrity)) = (wanted.integrity, digest.integrity) {
                integrities.insert((file.name.as_str(), algorithm), integrity);
            }
            if let Some(place) = digest.encoding_dependent {
                encoding_dependent.push((file.name.as_str(), place));
            }
            if let Some(content_hash) = digest.content_hash {
                content_hashes.insert(file.name.as_str(), content_hash);
            }
        }
    }
    let names: BTreeSet<&str> = names.into_iter().collect();
    let compared: BTreeSet<&str> = verified.files.iter().map(String::as_str).collect();
    let (copies, unread) = folder.copies([&file.name].into_iter().chain(&verified.files));
    verified.copies = copies;
    if manifest.root.get("integrity").is_some() {
        let (orphans, unread) = orphans(&folder, &said, &names, &options.filter);
        verified.orphans = orphans;
        wrong.extend(unread.into_iter().map(Diagnostic::as_undecided));
    }
    wrong.extend(unread.into_iter().map(Diagnostic::as_undecided));
    let cause = |name: &str, sealed: Sealed<'_>| {
        let file = folder.get(name)?;
        // A file that cannot be read now was reported when it was hashed.
        if file.size > cause::LARGEST { None } else { cause::cause(&file.read().ok()?, sealed) }
    };
    let facts = Facts {
        cause: &cause,
        file: &file.name,
        manifest: &manifest,
        claims: &claims,
        names: &names,
        loadable: &loadable,
        integrities: &integrities,
        content_hashes: &content_hashes,
        compared: &compared,
        encoding_dependent: &encoding_dependent,
    };
    wrong.extend(rules::all(&facts));
    Ok(wrong)
}

/// The compressed copies whose files are not beside them, and would be loadable if they were; and what is wrong with those that
/// are not going to be read, as they are links out of the folder, or not files.
fn orphans(folder: &Folder, said: &Said, names: &BTreeSet<&str>, filter: &Filter) -> (Vec<String>, Vec<Diagnostic>) {
    let orphans = names.iter().filter_map(|name| {
        let stem = COPIES.iter().find_map(|ending| name.strip_suffix(ending))?;
        (!names.contains(stem)).then_some((*name, stem))
    });
    let (copies, stems): (Vec<&str>, Vec<&str>) = orphans.unzip();
    let (selected, _) = select_readable(said, &stems, &BTreeSet::new(), filter);
    folder.readable(selected.iter().map(|one| copies[one.index]))
}

/// The algorithm of a well-formed SRI string.
pub(crate) fn algorithm_of(integrity: &str) -> Option<Algorithm> {
    hash::integrity_algorithm(integrity).and_then(Algorithm::parse)
}
