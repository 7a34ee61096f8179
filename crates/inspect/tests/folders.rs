//! Folders on disk: sealed, verified, changed by one byte, and the ones that cannot be read.
#![expect(clippy::expect_used, reason = "a test that fails panics")]

use std::fs;
use std::path::Path;

use fedseal_diagnostics::Diagnostic;
use fedseal_inspect::{Progress, SealOptions, VerifyOptions, seal, verify};
use proptest::prelude::*;

const MANIFEST: &str = r#"{
  "name": "r",
  "metaData": { "remoteEntry": { "name": "remoteEntry.js" } },
  "shared": [],
  "exposes": [{ "name": "a", "assets": { "js": { "sync": ["js/a.js"], "async": [] } } }]
}"#;

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("js")).expect("a folder");
    for (name, text) in [("mf-manifest.json", MANIFEST), ("remoteEntry.js", "entry"), ("js/a.js", "a")] {
        fs::write(dir.path().join(name), text).expect("a file");
    }
    dir
}

fn ids(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.rule.id).collect()
}

fn sealed(dir: &Path) -> Vec<&'static str> {
    ids(&seal(dir, &SealOptions::default(), &Progress::default()).1)
}

fn verified(dir: &Path) -> Vec<&'static str> {
    ids(&verify(dir, &VerifyOptions::default(), &Progress::default()).1)
}

/// Any bytes are a script here, and most are not ASCII: warnings do not count.
fn errors(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.into_iter().filter(Diagnostic::is_error).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes seal and verify; any one-byte change is found, in the file that has it.
    #[test]
    fn one_changed_byte_is_found(
        bytes in prop::collection::vec(any::<u8>(), 1..5000),
        place in any::<prop::sample::Index>(),
        change in 1u8..,
        file in prop::sample::select(vec!["js/a.js", "remoteEntry.js", "js/only-in-the-closure.wasm"]),
    ) {
        let dir = folder();
        let path = dir.path().join(file);
        fs::write(&path, &bytes).expect("a file");
        prop_assert_eq!(errors(seal(dir.path(), &SealOptions::default(), &Progress::default()).1), vec![]);
        prop_assert_eq!(errors(verify(dir.path(), &VerifyOptions::default(), &Progress::default()).1), vec![]);
        let mut changed = bytes;
        let at = place.index(changed.len());
        changed[at] ^= change;
        fs::write(&path, &changed).expect("a file");
        let found = errors(verify(dir.path(), &VerifyOptions::default(), &Progress::default()).1);
        prop_assert_eq!(ids(&found), vec!["integrity/drift"]);
        prop_assert!(found[0].message.starts_with(file));
    }
}

#[test]
fn sealing_twice_writes_once() {
    let dir = folder();
    let first = seal(dir.path(), &SealOptions::default(), &Progress::default()).0;
    let second = seal(dir.path(), &SealOptions::default(), &Progress::default()).0;
    assert_eq!((first.changed, first.files, first.bytes), (true, 2, 6));
    assert!(!second.changed);
}

#[test]
fn folders_that_cannot_be_sealed() {
    let dir = tempfile::tempdir().expect("a folder");
    assert_eq!(sealed(&dir.path().join("nowhere")), ["file/unreadable"]);
    assert_eq!(sealed(dir.path()), ["manifest/missing"]);
    for remote in ["one", "two"] {
        fs::create_dir(dir.path().join(remote)).expect("a folder");
        fs::write(dir.path().join(remote).join("mf-manifest.json"), MANIFEST).expect("a file");
    }
    assert_eq!(sealed(dir.path()), ["manifest/ambiguous"]);
}

#[test]
fn an_error_leaves_the_manifest_as_it_was() {
    let dir = folder();
    fs::remove_file(dir.path().join("js/a.js")).expect("removed");
    assert_eq!(sealed(dir.path()), ["manifest/entry-not-emitted"]);
    assert_eq!(fs::read_to_string(dir.path().join("mf-manifest.json")).expect("read"), MANIFEST);
    assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 3);
}

#[cfg(unix)]
#[test]
fn links() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("x.js"), "x").expect("a file");

    let dir = folder();
    symlink("a.js", dir.path().join("js/inside.js")).expect("a link");
    assert_eq!(sealed(dir.path()), Vec::<&str>::new(), "a link inside the folder is a file like any other");

    symlink(outside.path().join("x.js"), dir.path().join("js/outside.js")).expect("a link");
    assert_eq!(sealed(dir.path()), ["file/symlink-outside"]);
    fs::remove_file(dir.path().join("js/outside.js")).expect("removed");

    symlink(outside.path(), dir.path().join("outside")).expect("a link");
    assert_eq!(sealed(dir.path()), ["file/symlink-outside"]);
    fs::remove_file(dir.path().join("outside")).expect("removed");

    symlink("nowhere.js", dir.path().join("broken.js")).expect("a link");
    assert_eq!(sealed(dir.path()), ["file/unreadable"]);
    fs::remove_file(dir.path().join("broken.js")).expect("removed");

    symlink("..", dir.path().join("js/loop")).expect("a link");
    assert_eq!(sealed(dir.path()), ["file/unreadable"]);
}

/// Reading a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn what_is_not_a_regular_file() {
    let dir = folder();
    let made = std::process::Command::new("mkfifo").arg(dir.path().join("pipe.js")).status().expect("mkfifo");
    assert!(made.success());
    assert_eq!(sealed(dir.path()), ["file/unreadable"]);
}

#[test]
fn ten_thousand_files() {
    let dir = folder();
    for number in 0..10_000 {
        fs::write(dir.path().join(format!("js/{number}.js")), number.to_string()).expect("a file");
    }
    let progress = Progress::default();
    let (done, found) = seal(dir.path(), &SealOptions::default(), &progress);
    assert_eq!((done.files, ids(&found)), (10_002, vec![]));
    assert_eq!((progress.done(), progress.total()), (done.bytes, done.bytes));
    assert_eq!(verified(dir.path()), Vec::<&str>::new());
}
