//! The output of a build, hashed once, where the bundler wrote it.
//!
//! A build goes through four steps: [`plan`](Output::plan) while nothing is written yet, [`writing`](Output::writing) right
//! before that begins, [`seal`](Output::seal) when everything is written, and [`changed`](Output::changed) when everybody
//! else has had their turn. Where names are only known from the folder, the plan is made after the writing. An [`Output`]
//! lives as long as its compiler: what the bundler did not write again keeps its hashes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::time::Duration;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_digest::{Algorithm, Digest, Wanted};
use fedseal_seal::{Asset, Filter, Options, Selected, Unsealed, how_to_exclude, select_for};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::Progress;
use crate::folder::Folder;
use crate::stamp::{self, Stamp};

/// A manifest of the build, as its producer wrote it.
#[derive(Debug, Clone)]
pub struct PlannedManifest {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it is sealed; `file` is its name.
    pub options: Options,
}

/// What is sealed, as far as names decide it.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The manifests.
    pub manifests: Vec<PlannedManifest>,
    /// All files of the build.
    pub names: Vec<String>,
    /// The files that the bundler itself calls chunks.
    pub code: Vec<String>,
    /// What the closure holds.
    pub filter: Filter,
    /// By which hash.
    pub algorithm: Algorithm,
    /// Whether there are classic scripts to look into.
    pub encoding: bool,
}

/// A build that was sealed.
#[derive(Debug, Clone, Default)]
pub struct SealedOutput {
    /// Name and bytes of each manifest, in the order of the plan; none when there is an error.
    pub manifests: Vec<(String, Vec<u8>)>,
    /// Files in the closure.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// How many of them were hashed anew.
    pub fresh: usize,
    /// Files that lay there before the build and were not written by it.
    pub unwritten: Vec<Unwritten>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that the bundler found in the folder and left alone, trusting its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritten {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The SRI string of what lies there.
    pub integrity: String,
}

/// A file that has other bytes than were sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its name.
    pub name: String,
    /// Bytes when it was sealed.
    pub before: u64,
    /// Bytes now.
    pub now: u64,
}

/// The builds of one compiler.
#[derive(Debug, Default)]
pub struct Output {
    plan: Plan,
    /// The manifests of the plan, until they are sealed.
    unsealed: Vec<Unsealed>,
    wanted: Vec<(usize, Wanted)>,
    known: HashMap<String, Known>,
    /// When the bundler had not begun to write; nobody can tell what it wrote before that is known.
    since: Option<Duration>,
}

/// A file that was hashed in this build or an earlier one.
#[derive(Debug, Clone)]
struct Known {
    wanted: Wanted,
    stamp: Stamp,
    digest: Digest,
    /// Whether the bundler wrote it, or its bytes were compared with the bundler's.
    confirmed: bool,
}

impl Output {
    /// Takes over what the next build consists of. What names alone decide is decided here, so that a build that
    /// cannot be sealed writes nothing.
    ///
    /// # Errors
    /// All errors of [`select_for`] and of [`Unsealed::check`].
    pub fn plan(&mut self, plan: Plan) -> Vec<Diagnostic> {
        self.plan = Plan::default();
        self.wanted.clear();
        self.unsealed.clear();
        let names: Vec<&str> = plan.names.iter().map(String::as_str).collect();
        let read = read_all(&plan);
        let selected = match select_of(&plan, &read, &names) {
            Ok(selected) => selected,
            Err(errors) => return errors,
        };
        let unsealed: Vec<Unsealed> = read.into_iter().flatten().collect();
        let chosen: Vec<&str> = selected.iter().map(|one| names[one.index]).collect();
        let found = unsealed.iter().flat_map(|one| one.check(&chosen));
        let errors: Vec<Diagnostic> = found.filter(Diagnostic::is_error).collect();
        if errors.is_empty() {
            let wanted = |one: &Selected| Wanted {
                content_hash: one.entry,
                integrity: Some(plan.algorithm),
                encoding: plan.encoding && one.classic_script,
            };
            self.wanted = selected.iter().map(|one| (one.index, wanted(one))).collect();
            self.plan = plan;
            self.unsealed = unsealed;
        }
        errors
    }

    /// From now on the bundler writes: what no write touches after this was there before. Said anew for each build.
    pub fn writing(&mut self) {
        self.since = Some(stamp::now());
    }

    /// Hashes the files of the plan in `dir` and seals its manifests, once for each plan. Writes nothing.
    pub fn seal(&mut self, dir: &Path) -> SealedOutput {
        let mut out = SealedOutput::default();
        if let Err(errors) = self.hash(dir, &mut out) {
            out.diagnostics = errors;
            return out;
        }
        let mut assets = Vec::with_capacity(self.wanted.len());
        for (index, _) in &self.wanted {
            let name = &self.plan.names[*index];
            let Some(known) = self.known.get(name) else { continue };
            assets.push(Asset {
                name: name.clone(),
                size: known.stamp.size,
                integrity: known.digest.integrity.clone().unwrap_or_default(),
                content_hash: known.digest.content_hash.clone(),
                encoding_dependent: known.digest.encoding_dependent,
            });
        }
        out.files = assets.len();
        out.bytes = assets.iter().map(|asset| asset.size).sum();
        for (unsealed, one) in std::mem::take(&mut self.unsealed).into_iter().zip(&self.plan.manifests) {
            let (bytes, found) = unsealed.seal(&assets, &one.options);
            out.diagnostics.extend(found);
            out.manifests.extend(bytes.map(|bytes| (one.options.file.clone(), bytes)));
        }
        if out.diagnostics.iter().any(Diagnostic::is_error) {
            out.manifests.clear();
        }
        out
    }

    fn hash(&mut self, dir: &Path, out: &mut SealedOutput) -> Result<(), Vec<Diagnostic>> {
        let name = |index: usize| self.plan.names[index].as_str();
        // What is the same file as last time need not be read: only looked at.
        let is_known = |(index, wanted): &&(usize, Wanted)| {
            let known = self.known.get(name(*index)).filter(|known| known.confirmed && known.wanted == *wanted);
            known.is_some_and(|known| Stamp::at(&dir.join(name(*index))).is_ok_and(|stamp| stamp == known.stamp))
        };
        let unknown: Vec<(usize, Wanted)> = if self.known.is_empty() {
            self.wanted.clone()
        } else {
            self.wanted.par_iter().filter(|one| !is_known(one)).copied().collect()
        };
        let folder = Folder::of(dir, unknown.iter().map(|(index, _)| name(*index)));
        let jobs: Vec<(usize, Vec<Wanted>)> =
            unknown.iter().enumerate().map(|(place, (_, wanted))| (place, vec![*wanted])).collect();
        let (hashed, wrong) = folder.hash_stamped(&jobs, &Progress::default());
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let names: HashSet<&str> = self.wanted.iter().map(|(index, _)| name(*index)).collect();
        let mut known = std::mem::take(&mut self.known);
        known.retain(|name, _| names.contains(name.as_str()));
        for ((index, wanted), (digests, stamp)) in unknown.iter().zip(hashed) {
            let name = name(*index);
            let digest = digests.into_iter().next().unwrap_or_default();
            let confirmed = self.since.is_some_and(|since| !stamp.is_older_than(since));
            if !confirmed {
                let integrity = digest.integrity.clone().unwrap_or_default();
                out.unwritten.push(Unwritten { name: name.to_owned(), size: stamp.size, integrity });
            }
            known.insert(name.to_owned(), Known { wanted: *wanted, stamp, digest, confirmed });
        }
        out.fresh = unknown.len();
        self.known = known;
        Ok(())
    }

    /// All that was [`unwritten`](SealedOutput::unwritten) has the bundler's bytes.
    pub fn confirm(&mut self) {
        for known in self.known.values_mut() {
            known.confirmed = true;
        }
    }

    /// The files that are not what was sealed any more, and what is wrong with those that cannot be read. Only what was
    /// written to since is read again.
    pub fn changed(&mut self, dir: &Path) -> (Vec<Changed>, Vec<Diagnostic>) {
        let touched: Vec<(&String, &Known)> = self
            .known
            .iter()
            .collect::<Vec<_>>()
            .par_iter()
            .filter(|(name, known)| !Stamp::at(&dir.join(name)).is_ok_and(|stamp| stamp == known.stamp))
            .copied()
            .collect();
        let touched: BTreeMap<&str, &Known> = touched.into_iter().map(|(name, known)| (name.as_str(), known)).collect();
        let folder = Folder::of(dir, touched.keys().copied());
        let jobs: Vec<(usize, Vec<Wanted>)> =
            touched.values().enumerate().map(|(place, known)| (place, vec![known.wanted])).collect();
        let (hashed, wrong) = folder.hash_stamped(&jobs, &Progress::default());
        let mut changed = Vec::new();
        let mut same = Vec::new();
        for ((name, known), (digests, stamp)) in touched.into_iter().zip(hashed) {
            match digests.first() {
                Some(digest) if *digest == known.digest => same.push((name.to_owned(), stamp)),
                Some(_) => changed.push(Changed { name: name.to_owned(), before: known.stamp.size, now: stamp.size }),
                // It could not be read, which is said in `wrong`.
                None => {}
            }
        }
        for (name, stamp) in same {
            if let Some(known) = self.known.get_mut(&name) {
                known.stamp = stamp;
            }
        }
        for one in &changed {
            self.known.remove(&one.name);
        }
        (changed, wrong)
    }

    /// The files among `names` that the plan would have had to seal, and does not.
    ///
    /// # Errors
    /// Of [`select_for`].
    pub fn late(&self, names: &[String], code: &[String]) -> Vec<Diagnostic> {
        let sealed: BTreeSet<&str> = self.wanted.iter().map(|(index, _)| self.plan.names[*index].as_str()).collect();
        let planned: BTreeSet<&str> = self.plan.names.iter().map(String::as_str).collect();
        let new: Vec<&str> = names.iter().map(String::as_str).filter(|name| !planned.contains(name)).collect();
        if new.is_empty() {
            return Vec::new();
        }
        let plan = Plan { code: code.to_vec(), ..self.plan.clone() };
        match select_of(&plan, &read_all(&plan), &new) {
            Ok(selected) => {
                let late: Vec<&str> =
                    selected.iter().map(|one| new[one.index]).filter(|name| !sealed.contains(name)).collect();
                let help = format!(
                    "Emit it before sealing, at a stage of processAssets up to REPORT. {}",
                    how_to_exclude(&late)
                );
                let finding = |name: &str| {
                    let message = format!("{name} was emitted after sealing");
                    let found = Diagnostic::new(&rules::INTEGRITY_UNLISTED_FILE, message);
                    found.with_help(help.clone()).at(Location::file(name))
                };
                late.into_iter().map(finding).collect()
            }
            Err(errors) => errors,
        }
    }
}

fn read_all(plan: &Plan) -> Vec<Result<Unsealed, Vec<Diagnostic>>> {
    plan.manifests.iter().map(|one| Unsealed::read(&one.bytes, &one.options.file)).collect()
}

fn select_of(
    plan: &Plan,
    manifests: &[Result<Unsealed, Vec<Diagnostic>>],
    names: &[&str],
) -> Result<Vec<Selected>, Vec<Diagnostic>> {
    let code = plan.code.iter().map(String::as_str).collect();
    select_for(manifests, names, &code, &plan.filter)
}
