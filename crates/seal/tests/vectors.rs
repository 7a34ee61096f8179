//! The shared vectors, sealed by the pure crates alone.
#![expect(clippy::expect_used, reason = "a test that fails panics")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fedseal_digest::{Algorithm, Input, Wanted, digest};
use fedseal_seal::{Asset, Filter, Form, Options, Release, seal, select};

#[test]
fn the_vectors_are_sealed_to_the_byte() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../__test__/vectors");
    let assets = vectors.join("assets");
    let mut files = Vec::new();
    list(&assets, &assets, &mut files);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let manifest = fs::read(assets.join("mf-manifest.json")).expect("the manifest");
    let selected =
        select(&[("mf-manifest.json", &manifest)], &names, &BTreeSet::new(), &Filter::default()).expect("selects");
    let assets: Vec<Asset> = selected
        .iter()
        .map(|one| {
            let (name, path) = &files[one.index];
            let bytes = fs::read(path).expect("a file");
            let wanted =
                Wanted { content_hash: one.entry, integrity: Some(Algorithm::Sha384), encoding: one.classic_script };
            let digest = digest(&[Input { bytes: &bytes, wanted }]).remove(0);
            Asset {
                name: name.clone(),
                size: bytes.len() as u64,
                integrity: digest.integrity.expect("asked for"),
                content_hash: digest.content_hash,
                encoding_dependent: digest.encoding_dependent,
            }
        })
        .collect();
    for (form, file) in [(Form::Object, "sealed.object.json"), (Form::String, "sealed.string.json")] {
        let release = Release { id: Some("r1".into()), ..Release::default() };
        let options = Options { file: "mf-manifest.json".into(), form, release, plugin_version: None, sharing: None };
        let (sealed, found) = seal(&manifest, &assets, &options);
        // A script of the vectors has letters in it.
        let found: Vec<_> = found.iter().map(|one| one.rule.id).collect();
        assert_eq!(found, ["asset/encoding-dependent-script"]);
        let expected = fs::read_to_string(vectors.join(file)).expect("a vector");
        assert_eq!(String::from_utf8(sealed.expect("sealed")).expect("UTF-8"), expected, "{file}");
    }
}

fn list(dir: &Path, root: &Path, files: &mut Vec<(String, PathBuf)>) {
    for item in fs::read_dir(dir).expect("a folder") {
        let path = item.expect("an item").path();
        if path.is_dir() {
            list(&path, root, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.push((name, path));
        }
    }
}
