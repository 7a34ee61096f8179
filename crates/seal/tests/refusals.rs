//! Manifests and assets that must not be sealed, each with the rule that says why.

use fedseal_seal::{Asset, Options, seal};

fn asset(name: &str, bytes: u64) -> Asset {
    Asset {
        name: name.into(),
        size: bytes,
        integrity: format!("sha384-{name}"),
        content_hash: Some("0".repeat(64)),
        encoding_dependent: None,
    }
}

fn rules(manifest: &str, assets: &[Asset]) -> (bool, Vec<&'static str>) {
    let options = Options { file: "mf-manifest.json".into(), ..Options::default() };
    let (bytes, found) = seal(manifest.as_bytes(), assets, &options);
    let mut rules: Vec<_> = found.iter().map(|one| one.rule.id).collect();
    rules.dedup();
    (bytes.is_some(), rules)
}

/// A manifest with one expose whose only script is `entry` (JSON).
fn manifest(entry: &str) -> String {
    format!(
        r#"{{"name":"r","metaData":{{"remoteEntry":{{"name":"remoteEntry.js"}}}},"shared":[],
        "exposes":[{{"name":"a","assets":{{"js":{{"sync":[{entry}],"async":[]}}}}}}]}}"#
    )
}

fn good() -> [Asset; 2] {
    [asset("remoteEntry.js", 1), asset("a.js", 1)]
}

#[test]
fn the_good_one_is_sealed() {
    assert_eq!(rules(&manifest(r#""a.js""#), &good()), (true, vec![]));
}

#[test]
fn manifests_that_cannot_be_read() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let cases = [
        ("", "manifest/invalid-json"),
        ("<!doctype html>", "manifest/invalid-json"),
        ("\u{feff}{}", "manifest/invalid-json"),
        (r#"{"name":"r""#, "manifest/invalid-json"),
        (r#"{"name":"\ud800"}"#, "manifest/invalid-json"),
        ("{} {}", "manifest/invalid-json"),
        (&deep, "manifest/too-deep"),
        (r#"{"name":"r","name":"s"}"#, "manifest/duplicate-key"),
        ("[]", "manifest/invalid-shape"),
        (r#"{"name":"r"}"#, "manifest/invalid-shape"),
        (r#"{"$serde_json::private::Number":"1"}"#, "manifest/invalid-shape"),
        // The same key, written with an escape.
        (r#"{"$serde_json::private::Numbe\u0072":"1"}"#, "manifest/invalid-json"),
    ];
    for (text, rule) in cases {
        assert_eq!(rules(text, &good()), (false, vec![rule]), "{text:.60}");
    }
}

#[test]
fn a_manifest_of_50_mb() {
    let text =
        manifest(r#""a.js""#).replace(r#""name":"r""#, &format!(r#""name":"r","x":"{}""#, "x".repeat(50_000_000)));
    assert_eq!(rules(&text, &good()), (false, vec!["manifest/too-large"]));
}

#[test]
fn entries() {
    let cases = [
        (r#""../a.js""#, "asset/unsafe-name"),
        (r#""/a.js""#, "asset/unsafe-name"),
        (r#""a\\b.js""#, "asset/unsafe-name"),
        (r#""C:\\a.js""#, "asset/unsafe-name"),
        (r#""https://elsewhere/a.js""#, "asset/unsafe-name"),
        (r#""a.js?v=1""#, "asset/ambiguous-url"),
        (r#""a.js#x""#, "asset/ambiguous-url"),
        (r#""%61.js""#, "asset/ambiguous-url"),
        (r#""gone.js""#, "manifest/entry-not-emitted"),
        (r#"7"#, "manifest/invalid-shape"),
        (r#"{"path":"x"}"#, "manifest/invalid-shape"),
        (r#"{"path":7,"name":"a.js"}"#, "manifest/invalid-shape"),
        (r#"{"path":"..","name":"a.js"}"#, "asset/unsafe-name"),
        (r#"{"name":"a.js","integrity":7}"#, "manifest/invalid-shape"),
    ];
    for (entry, rule) in cases {
        assert_eq!(rules(&manifest(entry), &good()), (false, vec![rule]), "{entry}");
    }
}

/// What stands where fedseal writes, and is not fedseal's, is not replaced in silence.
#[test]
fn keys_that_fedseal_writes_in_another_shape() {
    let text = manifest(r#""a.js""#);
    for (key, place) in
        [(r#""release":"2024.10","#, "{"), (r#""integrity":"sha384-x","#, "{"), (r#""preload":[],"#, "{")]
    {
        let changed = text.replacen(place, &format!("{place}{key}"), 1);
        assert_eq!(rules(&changed, &good()), (false, vec!["manifest/invalid-shape"]), "{key}");
    }
    let types = text.replacen(r#""metaData":{"#, r#""metaData":{"types":{"zip":"t.zip","integrity":"sha384-x"},"#, 1);
    assert_eq!(rules(&types, &good()), (false, vec!["manifest/invalid-shape"]));
    let unnamed = text.replacen(r#""name":"remoteEntry.js""#, r#""name":"""#, 1);
    assert_eq!(rules(&unnamed, &good()), (false, vec!["manifest/invalid-shape"]));
}

#[test]
fn assets() {
    let text = manifest(r#""a.js""#);
    let with = |extra: &[Asset]| -> Vec<Asset> { good().into_iter().chain(extra.iter().cloned()).collect() };
    let twin = Asset { integrity: "sha384-other".into(), ..asset("./a.js", 1) };
    assert_eq!(rules(&text, &with(&[twin])), (false, vec!["asset/duplicate-name"]));
    assert_eq!(rules(&text, &with(&[asset("./a.js", 1).clone()])).1, vec!["asset/duplicate-name"]);
    assert_eq!(rules(&text, &with(&[asset("../b.js", 1)])), (false, vec!["asset/unsafe-name"]));
    assert_eq!(rules(&text, &with(&[asset("b.js?x", 1)])), (false, vec!["asset/ambiguous-url"]));
    assert_eq!(rules(&text, &with(&[asset("b.js", 0)])), (true, vec!["asset/empty"]));
    assert_eq!(rules(&text, &with(&[asset("with space/ünï.js", 1)])), (true, vec![]));
}

#[test]
fn nothing_to_seal() {
    let text = r#"{"name":"r","metaData":{"remoteEntry":{"name":""}},"shared":[],"exposes":[]}"#;
    assert_eq!(rules(text, &[]), (false, vec!["closure/empty"]));
}

#[test]
fn schema_versions() {
    for (version, known) in
        [("1.0.0", true), ("1.12.3", true), ("2.0.0", false), ("1.0", false), ("01.0.0", false), ("1.0.0-x", false)]
    {
        let text = manifest(r#""a.js""#).replacen('{', &format!(r#"{{"schemaVersion":"{version}","#), 1);
        let expected = if known { vec![] } else { vec!["manifest/unsupported-schema-version"] };
        assert_eq!(rules(&text, &good()), (known, expected), "{version}");
    }
}

#[test]
fn sharing_is_written_before_the_closure_and_has_to_be_an_object() {
    let sealed = |sharing: Option<&str>, manifest: &[u8]| {
        let sharing = sharing.map(str::to_owned);
        let options = Options { file: "mf-manifest.json".into(), sharing, ..Options::default() };
        seal(manifest, &good(), &options)
    };
    let (bytes, found) = sealed(Some(r#"{"strategy":"loaded-first"}"#), manifest(r#""a.js""#).as_bytes());
    assert_eq!(found, vec![]);
    let text = String::from_utf8(bytes.clone().unwrap_or_default()).unwrap_or_default();
    assert!(text.contains(r#""sharing":{"strategy":"loaded-first"},"integrity":"#), "{text}");
    // Sealed again by the command, which knows no options of the build.
    assert_eq!(sealed(None, text.as_bytes()), (bytes, vec![]));
    for wrong in ["[]", "1", "{"] {
        let (bytes, found) = sealed(Some(wrong), manifest(r#""a.js""#).as_bytes());
        assert_eq!((bytes, found.len()), (None, 1), "{wrong}");
    }
}
