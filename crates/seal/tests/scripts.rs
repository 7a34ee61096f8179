//! Which files count as classic scripts, by what the manifest says of the remote.
#![expect(clippy::expect_used, reason = "a test that fails panics")]

use std::collections::BTreeSet;

use fedseal_digest::Place;
use fedseal_seal::{Asset, Filter, Options, check_encoding, is_classic_entry, seal, select};

fn manifest(entry: &str, server: &str) -> String {
    format!(r#"{{"name":"r","metaData":{{"remoteEntry":{entry},"ssrRemoteEntry":{server}}},"shared":[],"exposes":[]}}"#)
}

fn scripts(manifest: &str) -> Vec<&'static str> {
    const NAMES: [&str; 8] =
        ["remoteEntry.js", "a.mjs", "b.cjs", "d.css", "e.json", "f.wasm", "chunk.bin", "ssr/remoteEntry.js"];
    let code = BTreeSet::from(["chunk.bin", "d.css"]);
    let selected =
        select(&[("mf-manifest.json", manifest.as_bytes())], &NAMES, &code, &Filter::default()).expect("selects");
    selected.iter().filter(|one| one.classic_script).map(|one| NAMES[one.index]).collect()
}

#[test]
fn a_script_remote_has_classic_scripts_whatever_they_end_in() {
    let entry = r#"{"name":"remoteEntry.js","path":"","type":"global"}"#;
    let all = ["remoteEntry.js", "a.mjs", "b.cjs", "chunk.bin", "ssr/remoteEntry.js"];
    assert_eq!(scripts(&manifest(entry, "null")), all);
    for kind in ["var", "umd", "system", "window", "something-new", ""] {
        assert_eq!(scripts(&manifest(&entry.replace("global", kind), "null")), all, "{kind}");
    }
    assert_eq!(scripts(&manifest(r#"{"name":"remoteEntry.js"}"#, "null")), all);
}

#[test]
fn modules_servers_and_hosts_have_none() {
    let entry = r#"{"name":"remoteEntry.js","path":"","type":"global"}"#;
    for kind in ["module", "esm", "modern-module", "import", "commonjs", "commonjs-module", "commonjs2", "async-node"] {
        assert_eq!(scripts(&manifest(&entry.replace("global", kind), "null")), [""; 0], "{kind}");
    }
    assert_eq!(scripts(&manifest(r#"{"name":"","path":"","type":"global"}"#, "null")), [""; 0]);
}

#[test]
fn what_only_servers_load_is_not_one() {
    let entry = r#"{"name":"remoteEntry.js","path":"","type":"global"}"#;
    let browsers = ["remoteEntry.js", "a.mjs", "b.cjs", "chunk.bin"];
    for path in ["ssr", "/ssr/", "./ssr/"] {
        let server = format!(r#"{{"name":"remoteEntry.js","path":"{path}","type":"commonjs-module"}}"#);
        assert_eq!(scripts(&manifest(entry, &server)), browsers, "{path}");
    }
    // One folder for both: only the entry is known to be the server's.
    let server = r#"{"name":"b.cjs","path":"","type":"commonjs-module"}"#;
    assert_eq!(scripts(&manifest(entry, server)), ["remoteEntry.js", "a.mjs", "chunk.bin", "ssr/remoteEntry.js"]);
}

#[test]
fn one_finding_for_all_scripts_of_a_manifest() {
    let asset = |name: &str, encoding_dependent| Asset {
        name: name.into(),
        size: 9,
        integrity: format!("sha384-{name}"),
        content_hash: Some("0".repeat(64)),
        encoding_dependent,
    };
    let entry = r#"{"name":"remoteEntry.js","path":"","type":"global"}"#;
    let options = Options { file: "mf-manifest.json".into(), ..Options::default() };
    let of = |entry: &str, place| {
        let assets: Vec<Asset> =
            ["remoteEntry.js", "a.js", "b.js", "c.js"].iter().map(|name| asset(name, place)).collect();
        let (sealed, found) = seal(manifest(entry, "null").as_bytes(), &assets, &options);
        assert!(sealed.is_some());
        found.into_iter().map(|one| one.message).collect::<Vec<_>>()
    };
    let place = Some(Place { line: 2, column: 7 });
    assert_eq!(
        of(entry, place),
        [
            "4 scripts of mf-manifest.json depend on the encoding that the server names: a.js:2:7, b.js:2:7, c.js:2:7, and 1 more"
        ]
    );
    assert_eq!(of(entry, None), [""; 0]);
    // Two manifests of a build share its files; the module remote has nothing to say about them.
    assert_eq!(of(&entry.replace("global", "module"), place), [""; 0]);
    assert_eq!(check_encoding("mf-manifest.json", &[]), None);
}

/// As Rspack 2.3 and webpack 5.110 end them, minimized and not.
#[test]
fn an_entry_is_known_by_its_end() {
    for classic in [
        "__webpack_require__.x();shop=__webpack_exports__})();",
        "__webpack_require__.x();\nshop = __webpack_exports__;\n})()\n;",
        "// Load entry module and return exports\n/******/ \tlet __webpack_exports__ = __webpack_require__(35);\n/******/ \tshop = __webpack_exports__;\n/******/ })()\n;",
        "__webpack_require__.x();return __webpack_exports__})());",
        "",
    ] {
        assert!(is_classic_entry(classic.as_bytes()), "{classic}");
    }
    for other in [
        "var i=__webpack_exports__.init;export{g as get,i as init};",
        "\nexport { __webpack_exports__get as get, __webpack_exports__init as init };\n",
        "__webpack_require__.x();module.exports.shop=__webpack_exports__})();",
        "__webpack_require__.x();\nmodule.exports = __webpack_exports__;\n})()\n;",
        "__webpack_require__.x();exports.shop=__webpack_exports__})();",
        "Object.defineProperty(exports, \"__esModule\", { value: true });\n/******/ })()\n;",
    ] {
        assert!(!is_classic_entry(other.as_bytes()), "{other}");
    }
    // A cut through a character, and text that is only long.
    let long = ["ß".repeat(500).as_bytes(), b";shop=r})();"].concat();
    assert!(is_classic_entry(&long));
}
