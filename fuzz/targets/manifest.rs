//! Any bytes as a manifest: reading must not panic, and what can be sealed is sealed stably, whole, and read again.
#![no_main]

use fedseal_diagnostics::Diagnostic;
use fedseal_manifest::{Kind, claims, read};
use fedseal_seal::{Asset, Form, Options, seal};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(manifest) = read(bytes, "m.json") else { return };
    let Ok(claimed) = claims(&manifest, "m.json") else { return };
    // Whatever the manifest names was emitted.
    let asset = |name: &str| Asset {
        name: name.to_owned(),
        size: 1,
        integrity: format!("sha384-{name}"),
        content_hash: Some("0".repeat(64)),
        encoding_dependent: None,
    };
    let mut assets: Vec<Asset> = claimed.iter().map(|claim| asset(&claim.file)).collect();
    assets.push(asset("always.js"));
    for form in [Form::Object, Form::String] {
        let options = Options { file: "m.json".into(), form, ..Options::default() };
        let (once, found) = seal(bytes, &assets, &options);
        assert_eq!(once.is_none(), found.iter().any(Diagnostic::is_error));
        let Some(once) = once else { continue };
        let (twice, _) = seal(&once, &assets, &options);
        assert_eq!(twice.as_ref(), Some(&once), "sealing again changed something");
        let sealed = claims(&read(&once, "m.json").expect("read again"), "m.json").expect("claims again");
        for claim in sealed.iter().filter(|claim| claim.object || matches!(claim.kind, Kind::Closure)) {
            assert_eq!(claim.integrity, Some(format!("sha384-{}", claim.file)), "{}", claim.pointer);
        }
    }
});
