//! The output of builds: planned, sealed where it lies, and looked at again.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use fedseal_inspect::{Output, Plan, PlannedManifest, SealedOutput};
use fedseal_seal::Options;

const MANIFEST: &str = r#"{
  "id": "shop", "name": "shop",
  "metaData": { "name": "shop", "publicPath": "auto", "remoteEntry": { "name": "entry.js", "path": "", "type": "global" } },
  "exposes": [], "remotes": [], "shared": []
}"#;

fn plan(names: &[&str]) -> Plan {
    let options = Options { file: "mf-manifest.json".into(), ..Options::default() };
    Plan {
        manifests: vec![PlannedManifest { bytes: MANIFEST.into(), options }],
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Plan::default()
    }
}

/// A time at which nothing of the folder was written yet.
fn before() -> SystemTime {
    SystemTime::now() - Duration::from_secs(60)
}

fn sealed(output: &mut Output, dir: &Path) -> SealedOutput {
    let sealed = output.seal(dir, before());
    assert!(sealed.diagnostics.is_empty(), "{:?}", sealed.diagnostics);
    sealed
}

#[test]
fn what_names_decide_is_refused_before_anything_is_written() {
    let mut output = Output::default();
    let refused = output.plan(plan(&["chunk.js"]));
    assert_eq!(refused.iter().map(|one| one.rule.id).collect::<Vec<_>>(), ["manifest/entry-not-emitted"]);
    // What was refused is not sealed by mistake.
    assert_eq!(output.seal(Path::new("nowhere"), before()).manifests, []);
}

#[test]
fn only_what_changed_is_hashed_again() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["chunk.js", "entry.js"];
    for name in names {
        fs::write(dir.path().join(name), name).unwrap();
    }
    let mut output = Output::default();
    assert!(output.plan(plan(&names)).is_empty());
    let first = sealed(&mut output, dir.path());
    assert_eq!((first.files, first.fresh, first.bytes), (2, 2, 16));
    assert!(output.plan(plan(&names)).is_empty());
    let again = sealed(&mut output, dir.path());
    assert_eq!((again.fresh, &again.manifests), (0, &first.manifests));

    fs::write(dir.path().join("chunk.js"), "other").unwrap();
    assert!(output.plan(plan(&names)).is_empty());
    let changed = sealed(&mut output, dir.path());
    assert_eq!(changed.fresh, 1);
    assert_ne!(changed.manifests, first.manifests);
}

#[test]
fn a_file_of_before_the_build_counts_only_when_it_was_compared() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("entry.js"), "old").unwrap();
    let mut output = Output::default();
    for confirmed in [false, false, true] {
        assert!(output.plan(plan(&["entry.js"])).is_empty());
        // The bundler begins to write after the file was written.
        let sealed = output.seal(dir.path(), SystemTime::now() + Duration::from_secs(60));
        assert_eq!(
            sealed.unwritten.iter().map(|one| (one.name.as_str(), one.size)).collect::<Vec<_>>(),
            [("entry.js", 3)]
        );
        if confirmed {
            output.confirm();
        }
    }
    assert!(output.plan(plan(&["entry.js"])).is_empty());
    assert_eq!(output.seal(dir.path(), SystemTime::now() + Duration::from_secs(60)).unwritten, []);
}

#[test]
fn what_changes_after_sealing_is_found_by_its_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let names = ["chunk.js", "entry.js", "same.js"];
    for name in names {
        fs::write(path(name), name).unwrap();
    }
    let mut output = Output::default();
    assert!(output.plan(plan(&names)).is_empty());
    sealed(&mut output, dir.path());
    assert_eq!(output.changed(dir.path()), (vec![], vec![]));

    // Same size, and the time of the old bytes.
    let modified = fs::metadata(path("chunk.js")).unwrap().modified().unwrap();
    fs::write(path("chunk.js"), "CHUNK.JS").unwrap();
    fs::File::options().write(true).open(path("chunk.js")).unwrap().set_modified(modified).unwrap();
    fs::write(path("same.js"), "same.js").unwrap();
    fs::remove_file(path("entry.js")).unwrap();
    let (changed, unreadable) = output.changed(dir.path());
    assert_eq!(changed.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["chunk.js"]);
    assert_eq!(unreadable.iter().map(|one| one.rule.id).collect::<Vec<_>>(), ["file/unreadable"]);
}

#[test]
fn code_that_is_emitted_late_would_have_had_to_be_planned() {
    let mut output = Output::default();
    assert!(output.plan(plan(&["entry.js"])).is_empty());
    let names = ["entry.js", "late.js", "late.txt", "mf-manifest.json", "odd"].map(str::to_owned);
    let found = output.late(&names, &["odd".to_owned()]);
    let messages: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(messages, ["late.js was emitted after sealing", "odd was emitted after sealing"]);
}
