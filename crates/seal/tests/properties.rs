//! What holds for any manifest and any assets.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that fails panics")]
use std::collections::{BTreeMap, BTreeSet};

use fedseal_digest::{Algorithm, Input, Wanted, digest};
use fedseal_seal::{Asset, Filter, Form, Options, seal, select};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Any JSON that a producer might put under a key fedseal does not know.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "-?[1-9][0-9]{0,30}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?"
            .prop_map(|digits| serde_json::from_str(&digits).expect("a number")),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn file_names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set("(static/|js/ü /|)[a-zA-Z0-9 äß_-]{1,12}", 2..8)
        .prop_map(|stems| stems.into_iter().map(|stem| format!("{}.js", stem.trim())).collect())
}

prop_compose! {
    /// A build: files with bytes, and a manifest that names some of them and carries unknown keys.
    fn builds()(
        names in file_names(),
        contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 8),
        extra in prop::collection::vec(("x-[a-z]{1,8}", anything()), 0..4),
        indent in prop_oneof![Just(None), Just(Some("  ")), Just(Some("\t")), Just(Some("    "))],
        tail in prop_oneof![Just(""), Just("\n")],
    ) -> (BTreeMap<String, Vec<u8>>, Vec<u8>) {
        let files: BTreeMap<String, Vec<u8>> = names.iter().cloned().zip(contents).collect();
        let names: Vec<&String> = files.keys().collect();
        let mut expose = json!({
            "id": "r:a", "name": "a", "path": "./a", "css": {},
            "assets": { "js": { "sync": [names[1]], "async": names[1..] }, "css": { "sync": [], "async": [] } },
        });
        let mut root = json!({
            "schemaVersion": "1.0.0", "id": "r", "name": "r",
            "metaData": {
                "name": "r", "type": "app", "globalName": "r", "pluginVersion": "0", "publicPath": "auto",
                "buildInfo": { "buildName": "r", "buildVersion": "1" },
                "remoteEntry": { "name": names[0], "path": "", "type": "global" },
            },
            "shared": [], "remotes": [],
        });
        for (key, value) in extra {
            expose[&key] = value.clone();
            root["metaData"][&key] = value.clone();
            root[&key] = value;
        }
        root["exposes"] = json!([expose]);
        (files, layout(&root, indent, tail))
    }
}

fn layout(root: &Value, indent: Option<&str>, tail: &str) -> Vec<u8> {
    use serde::Serialize as _;
    let mut out = Vec::new();
    match indent {
        None => root.serialize(&mut serde_json::Serializer::new(&mut out)).expect("JSON"),
        Some(indent) => {
            let pretty = serde_json::ser::PrettyFormatter::with_indent(indent.as_bytes());
            root.serialize(&mut serde_json::Serializer::with_formatter(&mut out, pretty)).expect("JSON");
        }
    }
    out.extend_from_slice(tail.as_bytes());
    out
}

fn assets(files: &BTreeMap<String, Vec<u8>>, manifest: &[u8]) -> Vec<Asset> {
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let selected =
        select(&[("mf-manifest.json", manifest)], &names, &BTreeSet::new(), &Filter::default()).expect("selects");
    let wanted = |entry| Wanted { content_hash: entry, integrity: Some(Algorithm::Sha384), encoding: false };
    let inputs: Vec<Input<'_>> =
        selected.iter().map(|one| Input { bytes: &files[names[one.index]], wanted: wanted(one.entry) }).collect();
    selected
        .iter()
        .zip(digest(&inputs))
        .map(|(one, digest)| Asset {
            name: names[one.index].to_owned(),
            size: files[names[one.index]].len() as u64,
            integrity: digest.integrity.expect("asked for"),
            content_hash: digest.content_hash,
            encoding_dependent: None,
        })
        .collect()
}

fn options(form: Form) -> Options {
    Options { file: "mf-manifest.json".into(), form, ..Options::default() }
}

fn sealed(files: &BTreeMap<String, Vec<u8>>, manifest: &[u8], form: Form) -> Vec<u8> {
    let (bytes, found) = seal(manifest, &assets(files, manifest), &options(form));
    bytes.unwrap_or_else(|| panic!("not sealed: {found:?}"))
}

/// Takes everything away that fedseal owns.
fn without_seal(mut root: Value) -> Value {
    if let Some(root) = root.as_object_mut() {
        root.shift_remove("integrity");
        root.shift_remove("release");
    }
    if let Some(entry) = root.pointer_mut("/metaData/remoteEntry").and_then(Value::as_object_mut) {
        entry.shift_remove("integrity");
        entry.shift_remove("contentHash");
    }
    root
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sealing_again_gives_the_same_bytes((files, manifest) in builds()) {
        for form in [Form::Object, Form::String] {
            let once = sealed(&files, &manifest, form);
            prop_assert_eq!(&sealed(&files, &once, form), &once);
        }
    }

    /// With string entries the way back is exact: what is not fedseal's own is the same, in order and in digits.
    #[test]
    fn sealing_never_changes_what_it_does_not_own((files, manifest) in builds()) {
        let bytes = sealed(&files, &manifest, Form::String);
        let before = String::from_utf8(manifest).expect("UTF-8");
        let after: Value = serde_json::from_slice(&bytes).expect("JSON");
        let indent = before.strip_prefix("{\n").map(|rest| &rest[..rest.find('"').unwrap_or(0)]);
        let tail = if before.ends_with('\n') { "\n" } else { "" };
        let restored = String::from_utf8(layout(&without_seal(after), indent, tail)).expect("UTF-8");
        prop_assert_eq!(restored, before);
    }

    #[test]
    fn object_and_string_entries_can_be_turned_into_each_other((files, manifest) in builds()) {
        let object = sealed(&files, &manifest, Form::Object);
        let string = sealed(&files, &manifest, Form::String);
        prop_assert_eq!(&sealed(&files, &object, Form::String), &string);
        prop_assert_eq!(&sealed(&files, &string, Form::Object), &object);
    }

    #[test]
    fn the_closure_names_every_loadable_file((files, manifest) in builds()) {
        let root: Value = serde_json::from_slice(&sealed(&files, &manifest, Form::Object)).expect("JSON");
        let closure: Vec<&String> = root["integrity"].as_object().expect("an object").keys().collect();
        prop_assert_eq!(closure, files.keys().collect::<Vec<_>>());
    }

    /// A reader of bytes that anybody can write must survive any bytes.
    #[test]
    fn any_bytes_are_sealed_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (manifest, found) = seal(&bytes, &[], &options(Form::Object));
        prop_assert!(manifest.is_none() && !found.is_empty());
    }

    /// The same, closer to the real thing: one byte of a manifest replaced.
    #[test]
    fn any_changed_manifest_is_sealed_or_refused(
        (files, manifest) in builds(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let assets = assets(&files, &manifest);
        let mut changed = manifest;
        let at = place.index(changed.len());
        changed[at] = byte;
        let (manifest, found) = seal(&changed, &assets, &options(Form::Object));
        prop_assert_eq!(manifest.is_none(), found.iter().any(fedseal_diagnostics::Diagnostic::is_error));
    }
}
