//! Any bytes as headers of a response: reading must not panic, is bounded, and what is read without a fault is read again.
#![no_main]

use fedseal_policy::cache::{Argument, Judging, MAX_DIRECTIVES, Response, Role, freshness, judge, name_hash, read};
use libfuzzer_sys::fuzz_target;

/// Headers of a case, one for each line; the first line is `Cache-Control` without its name.
const NAMES: [&str; 8] =
    ["Cache-Control", "Cache-Control", "CDN-Cache-Control", "Expires", "Date", "Last-Modified", "Age", "Vary"];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.split('\n').collect();
    let once = read(lines.iter().copied());
    assert!(once.directives.len() <= MAX_DIRECTIVES);
    assert!(once.diagnostics.len() < 100);
    if once.diagnostics.is_empty() {
        let written: Vec<String> = once
            .directives
            .iter()
            .map(|one| match &one.argument {
                None => one.name.clone(),
                Some(Argument::Token(text)) => format!("{}={text}", one.name),
                Some(Argument::Quoted(text)) => format!("{}=\"{text}\"", one.name),
            })
            .collect();
        assert_eq!(read([written.join(", ").as_str()]), once);
    }
    let headers = NAMES.iter().zip(&lines).map(|(name, value)| (*name, *value));
    let response = Response::ok(headers);
    assert!(freshness(&response).seconds() <= u64::from(u32::MAX) * 100);
    for role in [Role::Entry, Role::Hashed, Role::Unhashed, Role::TenantManifest] {
        for finding in judge(&response, Judging::new(role)) {
            assert!(!finding.message.chars().any(char::is_control), "{:?}", finding.message);
        }
    }
    let _ = name_hash(lines[0], bytes);
});
