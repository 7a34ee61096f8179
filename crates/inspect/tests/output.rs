//! The output of builds: planned, sealed where it lies, and looked at again.

use std::fs;
use std::path::Path;
use std::time::Duration;

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

/// Plans a build, and lets it write what is new.
fn build(output: &mut Output, dir: &Path, names: &[&str], written: &[(&str, &str)]) -> SealedOutput {
    assert!(output.plan(plan(names)).is_empty());
    output.writing();
    for (name, text) in written {
        assert!(fs::write(dir.join(name), text).is_ok());
    }
    let sealed = output.seal(dir);
    assert!(sealed.diagnostics.is_empty(), "{:?}", sealed.diagnostics);
    sealed
}

#[test]
fn what_names_decide_is_refused_before_anything_is_written() {
    let mut output = Output::default();
    let refused = output.plan(plan(&["chunk.js"]));
    assert_eq!(refused.iter().map(|one| one.rule.id).collect::<Vec<_>>(), ["manifest/entry-not-emitted"]);
    // What was refused is not sealed by mistake.
    assert_eq!(output.seal(Path::new("nowhere")).manifests, []);
}

#[test]
fn only_what_changed_is_hashed_again() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["chunk.js", "entry.js"];
    let mut output = Output::default();
    let first = build(&mut output, dir.path(), &names, &[("chunk.js", "chunk.js"), ("entry.js", "entry.js")]);
    assert_eq!((first.files, first.fresh, first.bytes, first.unwritten.len()), (2, 2, 16, 0));
    let again = build(&mut output, dir.path(), &names, &[]);
    assert_eq!((again.fresh, &again.manifests), (0, &first.manifests));

    let changed = build(&mut output, dir.path(), &names, &[("chunk.js", "other")]);
    assert_eq!(changed.fresh, 1);
    assert_ne!(changed.manifests, first.manifests);
}

#[test]
fn a_file_of_before_the_build_counts_only_when_it_was_compared() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("entry.js"), "old").unwrap();
    let mut output = Output::default();
    for confirmed in [false, false, true] {
        // The bundler begins to write after the file was written, by a clock that goes by ticks.
        std::thread::sleep(Duration::from_millis(30));
        let sealed = build(&mut output, dir.path(), &["entry.js"], &[]);
        assert_eq!(
            sealed.unwritten.iter().map(|one| (one.name.as_str(), one.size)).collect::<Vec<_>>(),
            [("entry.js", 3)]
        );
        if confirmed {
            output.confirm();
        }
    }
    assert_eq!(build(&mut output, dir.path(), &["entry.js"], &[]).unwritten, []);
    // Whoever does not say when writing begins takes nothing on trust.
    let mut unsaid = Output::default();
    assert!(unsaid.plan(plan(&["entry.js"])).is_empty());
    assert_eq!(unsaid.seal(dir.path()).unwritten.len(), 1);
}

#[test]
fn what_changes_after_sealing_is_found_by_its_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let names = ["chunk.js", "entry.js", "same.js"];
    let mut output = Output::default();
    build(&mut output, dir.path(), &names, &names.map(|name| (name, name)));
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
