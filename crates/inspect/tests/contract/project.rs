//! Projects on a disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fedseal_inspect::contract::{ExtractOptions, Extracted, extract};
use tempfile::TempDir;

pub(crate) type Found = Vec<(&'static str, String, Option<(String, Option<u32>)>)>;

pub(crate) fn project(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), files);
    dir
}

pub(crate) fn write(dir: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

pub(crate) fn run(dir: &Path, exposes: &[(&str, &str)]) -> (Extracted, Found) {
    run_with(ExtractOptions { root: dir.to_owned(), exposes: owned(exposes), ..ExtractOptions::default() })
}

pub(crate) fn owned(exposes: &[(&str, &str)]) -> Vec<(String, String)> {
    exposes.iter().map(|(key, source)| ((*key).to_owned(), (*source).to_owned())).collect()
}

pub(crate) fn run_with(options: ExtractOptions) -> (Extracted, Found) {
    let (extracted, found) = extract(&options);
    let found =
        found.into_iter().map(|one| (one.rule.id, one.message, one.location.map(|at| (at.file, at.line)))).collect();
    (extracted, found)
}

pub(crate) fn texts(extracted: &Extracted) -> BTreeMap<&str, &str> {
    extracted.modules.iter().map(|one| (one.stub.as_str(), one.text.as_str())).collect()
}

#[cfg(unix)]
pub(crate) fn link(from: &Path, to: &Path) {
    std::os::unix::fs::symlink(from, to).unwrap();
}

#[cfg(windows)]
pub(crate) fn link(from: &Path, to: &Path) {
    std::os::windows::fs::symlink_dir(from, to).unwrap();
}
