//! An output folder: its files, its manifest, the hashes of its files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_digest::{Digest, Input, Stream, Wanted, digest};
use fedseal_manifest::{Claim, Kind, name};
use fedseal_seal::is_classic_entry;
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};
use walkdir::WalkDir;

use crate::Progress;
use crate::stamp::{self, Stamp};

/// The manifest's usual name.
const MANIFEST: &str = "mf-manifest.json";

/// Endings of compressed copies that servers send in place of a file.
pub(crate) const COPIES: [&str; 3] = [".gz", ".br", ".zst"];

/// An output folder, walked.
pub(crate) struct Folder {
    /// Its files, sorted by name.
    pub(crate) files: Vec<File>,
    /// What else is in it: folders that cannot be read or named.
    pub(crate) wrong: Vec<Diagnostic>,
}

/// One file of the folder.
pub(crate) struct File {
    /// Name relative to the folder, with `/`.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) size: u64,
    /// Why it cannot be read; counts only for files that have to be read.
    problem: Option<Diagnostic>,
}

/// Hashes files of `dir` by their names, without walking it; the result, with each file's size, is in the same order.
///
/// # Errors
/// `file/unreadable` or `file/changed-while-read` for every file that cannot be read whole.
pub fn digest_files(dir: &Path, files: &[(String, Wanted)]) -> Result<Vec<(u64, Digest)>, Vec<Diagnostic>> {
    let folder = Folder::of(dir, files.iter().map(|(name, _)| name.as_str()));
    let wanted: Vec<_> = files.iter().enumerate().map(|(index, (_, wanted))| (index, vec![*wanted])).collect();
    let (digests, wrong) = folder.hash(&wanted, &Progress::default());
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(folder.files.iter().map(|file| file.size).zip(digests.into_iter().flatten()).collect())
}

/// The bytes of a file, and its state when it had them.
type ReadFile = Result<(Vec<u8>, Stamp), Diagnostic>;

impl Folder {
    /// These files of `dir`, which is not walked.
    pub(crate) fn of<'a>(dir: &Path, names: impl Iterator<Item = &'a str>) -> Self {
        let file = |name: &str| {
            let path = dir.join(name);
            // A file without a size is one that cannot be read either, and reading says why.
            let size = fs::metadata(&path).map(|meta| meta.len()).unwrap_or_default();
            File { name: name.to_owned(), path, size, problem: None }
        };
        Self { files: names.map(file).collect(), wrong: Vec::new() }
    }

    /// Walks `dir`. Links inside it are followed; links that lead out of it, and what is not a regular file, are kept
    /// as files that cannot be read.
    pub(crate) fn walk(dir: &Path) -> Result<Self, Vec<Diagnostic>> {
        let shown = shown(dir);
        let unreadable = |error: &dyn std::fmt::Display| {
            vec![Diagnostic::new(&rules::FILE_UNREADABLE, format!("the folder {shown} cannot be read: {error}"))]
        };
        let root = dir.canonicalize().map_err(|error| unreadable(&reason(&error)))?;
        if !root.is_dir() {
            return Err(unreadable(&"it is not a folder"));
        }
        let mut files = Vec::new();
        let mut wrong = Vec::new();
        let mut walk = WalkDir::new(&root).follow_links(true).min_depth(1).into_iter();
        while let Some(item) = walk.next() {
            let item = match item {
                Ok(item) => item,
                Err(error) => {
                    let path = error.path().unwrap_or(&root).to_owned();
                    let (name, _) = relative(&path, &root);
                    let why = match error.loop_ancestor() {
                        Some(_) => "it is a link to a folder that contains it".to_owned(),
                        None => error.io_error().map_or_else(|| "unknown".to_owned(), reason),
                    };
                    let problem = Diagnostic::new(&rules::FILE_UNREADABLE, format!("{name} cannot be read: {why}"))
                        .at(Location::file(&name));
                    // A broken link stands for a file; a folder that cannot be listed may hide anything.
                    if path.is_symlink() && error.loop_ancestor().is_none() {
                        files.push(File { name, path, size: 0, problem: Some(problem) });
                    } else {
                        wrong.push(problem);
                    }
                    continue;
                }
            };
            let path = item.path();
            let (name, exact) = relative(path, &root);
            let outside = item.path_is_symlink() && !path.canonicalize().is_ok_and(|target| target.starts_with(&root));
            let problem = if outside {
                Some(Diagnostic::new(&rules::FILE_SYMLINK_OUTSIDE, format!("{name} links to a place outside {shown}")))
            } else if !exact {
                Some(Diagnostic::new(&rules::ASSET_UNSAFE_NAME, format!("the name {name:?} is not UTF-8")))
            } else {
                None
            };
            let problem = problem.map(|problem| problem.at(Location::file(&name)));
            if item.file_type().is_dir() {
                if outside {
                    walk.skip_current_dir();
                }
                wrong.extend(problem);
                continue;
            }
            let size = item.metadata().map(|meta| meta.len()).unwrap_or_default();
            let problem = problem.or_else(|| {
                (!item.file_type().is_file()).then(|| {
                    Diagnostic::new(&rules::FILE_UNREADABLE, format!("{name} is not a regular file"))
                        .at(Location::file(&name))
                })
            });
            files.push(File { name, path: path.to_owned(), size, problem });
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { files, wrong })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&File> {
        self.position(name).map(|index| &self.files[index])
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.name.as_str().cmp(name)).ok()
    }

    /// Whether browsers run the remote's entry, and with it its chunks, as classic scripts.
    pub(crate) fn has_classic_entry(&self, claims: &[Claim]) -> bool {
        let entry = claims.iter().find(|claim| claim.kind == Kind::RemoteEntry).and_then(|claim| self.get(&claim.file));
        // An entry that cannot be read is said where it is hashed.
        entry.and_then(|entry| entry.read().ok()).is_none_or(|bytes| is_classic_entry(&bytes))
    }

    /// The compressed copies of these files that are in the folder, by name. One that is a link out of it, or not a file,
    /// is an error: it is going to be read, and perhaps written.
    pub(crate) fn copies<'a>(&self, files: impl Iterator<Item = &'a String>) -> (Vec<String>, Vec<Diagnostic>) {
        let names: Vec<String> = files.flat_map(|file| COPIES.map(|ending| format!("{file}{ending}"))).collect();
        self.readable(names.iter().map(String::as_str))
    }

    /// Those of these names that are files which can be read, and what is wrong with the others that are there.
    pub(crate) fn readable<'a>(&self, names: impl Iterator<Item = &'a str>) -> (Vec<String>, Vec<Diagnostic>) {
        let files = names.filter_map(|name| self.get(name));
        let mut names = Vec::new();
        let mut wrong = Vec::new();
        for file in files {
            match &file.problem {
                None => names.push(file.name.clone()),
                Some(problem) => wrong.push(problem.clone()),
            }
        }
        (names, wrong)
    }

    /// The manifest called `wanted`, or else the only `mf-manifest.json`, of which one at the top wins.
    pub(crate) fn manifest(&self, wanted: Option<&str>, dir: &Path) -> Result<&File, Diagnostic> {
        let shown = shown(dir);
        if let Some(wanted) = wanted {
            let name = name::normal(wanted).map_err(|error| {
                let message = format!("`--manifest`: {}", error.message);
                Diagnostic::new(&rules::OPTIONS_INVALID, message)
                    .with_help("Name a file relative to the folder: `--manifest <file>`.")
            })?;
            return self.get(&name).ok_or_else(|| {
                Diagnostic::new(&rules::MANIFEST_MISSING, format!("{shown} has no file {name}"))
                    .with_help("Name a file relative to the folder: `--manifest <file>`.")
            });
        }
        let found: Vec<&File> = match self.get(MANIFEST) {
            Some(top) => vec![top],
            None => self.files.iter().filter(|file| file.name.ends_with(&format!("/{MANIFEST}"))).collect(),
        };
        match found[..] {
            [one] => Ok(one),
            [] => Err(Diagnostic::new(&rules::MANIFEST_MISSING, format!("{shown} has no {MANIFEST}"))),
            _ => {
                let names: Vec<&str> = found.iter().map(|file| file.name.as_str()).collect();
                let message = format!("{shown} has several manifests: {}", names.join(", "));
                Err(Diagnostic::new(&rules::MANIFEST_AMBIGUOUS, message))
            }
        }
    }

    /// Reads and hashes files, many at once. `wanted` are (place in `files`, hashes wanted of it); the result is in the
    /// same order. A file that cannot be read has no hashes, and an error.
    pub(crate) fn hash(
        &self,
        wanted: &[(usize, Vec<Wanted>)],
        progress: &Progress,
    ) -> (Vec<Vec<Digest>>, Vec<Diagnostic>) {
        let (read, wrong) = self.hash_stamped(wanted, progress);
        (read.into_iter().map(|(digests, _)| digests).collect(), wrong)
    }

    /// [`hash`](Self::hash), with what each file was when it was read.
    pub(crate) fn hash_stamped(
        &self,
        wanted: &[(usize, Vec<Wanted>)],
        progress: &Progress,
    ) -> (Vec<(Vec<Digest>, Stamp)>, Vec<Diagnostic>) {
        let size = |job: usize| self.files[wanted[job].0].size;
        progress.start((0..wanted.len()).map(size).sum());
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.sort_by_key(|job| std::cmp::Reverse(size(*job)));

        let done = Mutex::new(vec![(Vec::new(), Stamp::default()); wanted.len()]);
        let wrong = Mutex::new(Vec::new());
        groups(&order, size).into_iter().par_bridge().for_each(|group| {
            let large = group.first().copied().filter(|job| size(*job) > BYTES);
            let in_pieces =
                large.and_then(|job| Some((job, self.files[wanted[job].0].hash_in_pieces(&wanted[job].1)?)));
            if let Some((job, read)) = in_pieces {
                match read {
                    Ok(hashed) => lock(&done)[job] = hashed,
                    Err(error) => lock(&wrong).push((job, error)),
                }
                progress.add(size(job));
                return;
            }
            let read: Vec<(usize, ReadFile)> =
                group.iter().map(|job| (*job, self.files[wanted[*job].0].read_stamped())).collect();
            let mut inputs = Vec::new();
            let mut owners = Vec::new();
            for (job, bytes) in &read {
                match bytes {
                    Ok((bytes, stamp)) => {
                        for wanted in &wanted[*job].1 {
                            inputs.push(Input { bytes, wanted: *wanted });
                            owners.push((*job, *stamp));
                        }
                    }
                    Err(error) => lock(&wrong).push((*job, error.clone())),
                }
            }
            let hashed = digest(&inputs);
            let mut done = lock(&done);
            for ((job, stamp), digest) in owners.into_iter().zip(hashed) {
                done[job].0.push(digest);
                done[job].1 = stamp;
            }
            progress.add(group.iter().map(|job| size(*job)).sum());
        });
        let mut wrong = wrong.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        wrong.sort_by_key(|(job, _)| *job);
        let done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        (done, wrong.into_iter().map(|(_, error)| error).collect())
    }
}

impl File {
    /// Its bytes; an error if it cannot be read, or has changed since the folder was walked.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Diagnostic> {
        self.read_stamped().map(|(bytes, _)| bytes)
    }

    /// Its bytes, and what the file was when it had them.
    fn read_stamped(&self) -> ReadFile {
        self.read_by(|path| stamp::read(path, self.size))
    }

    /// Its hashes, without holding its bytes; `None` where one of them takes all bytes at once.
    fn hash_in_pieces(&self, wanted: &[Wanted]) -> Option<Result<(Vec<Digest>, Stamp), Diagnostic>> {
        let mut streams = wanted.iter().map(|wanted| Stream::new(*wanted)).collect::<Option<Vec<_>>>()?;
        let stamp = self.read_by(|path| {
            let take = |piece: &[u8]| streams.iter_mut().for_each(|stream| stream.update(piece));
            stamp::read_in_pieces(path, self.size, take).map(|stamp| ((), stamp))
        });
        Some(stamp.map(|((), stamp)| (streams.into_iter().map(Stream::finish).collect(), stamp)))
    }

    fn read_by<T>(&self, read: impl FnOnce(&Path) -> io::Result<(T, Option<Stamp>)>) -> Result<(T, Stamp), Diagnostic> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let unreadable = |error: io::Error| {
            Diagnostic::new(&rules::FILE_UNREADABLE, format!("{} cannot be read: {}", self.name, reason(&error)))
                .at(Location::file(&self.name))
        };
        match read(&self.path).map_err(unreadable)? {
            (value, Some(stamp)) if stamp.size == self.size => Ok((value, stamp)),
            _ => {
                let message = format!("{} changed while it was being read", self.name);
                Err(Diagnostic::new(&rules::FILE_CHANGED_WHILE_READ, message).at(Location::file(&self.name)))
            }
        }
    }
}

/// What a group holds at most; a larger file is one by itself, and read in pieces where that is possible.
const BYTES: u64 = 16 * 1024 * 1024;

/// Cuts `order` into groups that are read and hashed together: few enough bytes to stay bounded in memory, enough
/// files that a kernel for many messages at once has something to work on.
fn groups(order: &[usize], size: impl Fn(usize) -> u64) -> Vec<Vec<usize>> {
    const FILES: usize = 64;
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut bytes = 0;
    for job in order {
        match out.last_mut() {
            Some(group) if group.len() < FILES && bytes + size(*job) <= BYTES => {
                group.push(*job);
                bytes += size(*job);
            }
            _ => {
                out.push(vec![*job]);
                bytes = size(*job);
            }
        }
    }
    out
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The path below `root` with `/`, and whether it could be written exactly.
fn relative(path: &Path, root: &Path) -> (String, bool) {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str()).collect();
    let exact = parts.iter().all(|part| part.to_str().is_some());
    (parts.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"), exact)
}

pub(crate) fn shown(dir: &Path) -> String {
    dir.display().to_string()
}

/// The operating system's words, without the number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut rest = text.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `file/changed-while-read`
    #[test]
    fn a_file_that_changes_between_walking_and_reading() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.js");
        fs::write(&path, "old").unwrap();
        let folder = Folder::walk(dir.path()).unwrap();
        assert_eq!(folder.files[0].read().unwrap(), b"old");
        fs::write(&path, "newer").unwrap();
        assert_eq!(folder.files[0].read().unwrap_err().rule.id, "file/changed-while-read");
        let Err(error) = folder.files[0].hash_in_pieces(&[Wanted::default()]).unwrap() else { panic!("it was hashed") };
        assert_eq!(error.rule.id, "file/changed-while-read");
    }

    /// In pieces, because it is larger than a group: the hashes that it has as a whole.
    #[test]
    fn a_file_that_is_too_large_for_a_group() {
        let dir = tempfile::tempdir().unwrap();
        let bytes: Vec<u8> = (0..BYTES + 12_345).map(|index| index.to_le_bytes()[0]).collect();
        fs::write(dir.path().join("large.wasm"), &bytes).unwrap();
        fs::write(dir.path().join("small.wasm"), b"small").unwrap();
        let folder = Folder::walk(dir.path()).unwrap();
        let wanted = Wanted { content_hash: true, integrity: Some(fedseal_digest::Algorithm::Sha384), encoding: false };
        let (hashed, wrong) =
            folder.hash(&[(1, vec![wanted]), (0, vec![wanted, Wanted::default()])], &Progress::default());
        assert!(wrong.is_empty());
        let whole = digest(&[Input { bytes: b"small", wanted }, Input { bytes: &bytes, wanted }]);
        assert_eq!(hashed, [vec![whole[0].clone()], vec![whole[1].clone(), Digest::default()]]);
    }
}
