//! Hashes in names, with files that bundlers wrote.
use fedseal_policy::cache::{NameHash, name_hash};
use proptest::prelude::*;

fn verified(name: &str, bytes: &[u8]) -> Option<&'static str> {
    match name_hash(name, bytes) {
        NameHash::Verified { algorithm, .. } => Some(algorithm),
        NameHash::Unverified { .. } | NameHash::None => None,
    }
}

#[test]
fn hashes_of_the_whole_file() {
    // `printf hello | sha256sum`, `md5sum`, `sha1sum`, `xxhsum -H64`.
    assert_eq!(verified("js/a.2cf24dba.js", b"hello"), Some("sha256"));
    assert_eq!(
        verified("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824.js", b"hello"),
        Some("sha256")
    );
    assert_eq!(verified("a-5d41402abc.css", b"hello"), Some("md5"));
    assert_eq!(verified("a_aaf4c61ddcc5.js", b"hello"), Some("sha1"));
    assert_eq!(verified("a.26c7827d889f6da3.js", b"hello"), Some("xxhash64"));
    assert_eq!(verified("a.866437cb7a794bce2b72.js", b"hello"), Some("md4"));
    assert_eq!(verified("index-LPJNul-wow4m.js", b"hello"), Some("sha256"));
    assert_eq!(verified("a.LPJNulwow4.js", b"hello"), Some("sha256"));
}

#[test]
fn a_file_that_holds_its_own_hash() {
    let bytes = b"code\n//# sourceMappingURL=a.26c7827d.js.map".to_vec();
    assert_eq!(verified("a.26c7827d.js", &bytes), None);
    assert_eq!(verified("a.26c7827d.js", b"he26c7827dllo"), Some("xxhash64"));
}

#[test]
fn names_that_say_nothing() {
    for name in [
        "remoteEntry.js",
        "MyButton.js",
        "a-something.js",
        "a.js",
        "federation.js",
        "a.2cf2.js",
        "2cf24dba/a.js",
        "a.2cf24dba",
        ".js",
        "",
        "/",
    ] {
        assert_eq!(name_hash(name, b"hello"), NameHash::None, "{name}");
    }
    for name in ["a.2cf24dbb.js", "a.deadbeef.js", "v20260101.js", "a.12345678.js", "assets/lazy-AbCdEfGh.js"] {
        assert!(matches!(name_hash(name, b"hello"), NameHash::Unverified { .. }), "{name}");
    }
}

#[test]
fn of_several_parts_the_last_one_is_told() {
    let part = |name: &str| match name_hash(name, b"hello") {
        NameHash::Unverified { part } => part,
        other => format!("{other:?}"),
    };
    assert_eq!(part("assets/_mf__149863113444516__loadShare__shared-DSwY6zhP.js"), "DSwY6zhP");
    assert_eq!(part("assets/chunk-12345678.abcdef01.js"), "abcdef01");
    assert_eq!(part("12345678.main.js"), "12345678");
}

proptest! {
    #[test]
    fn other_bytes_are_another_hash(bytes in prop::collection::vec(any::<u8>(), 0..100), at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let name = "a.2cf24dba.js";
        let mut other = b"hello".to_vec();
        let index = at.index(other.len());
        other[index] ^= 1 << bit;
        prop_assert_eq!(verified(name, &other), None);
        prop_assert_eq!(verified(name, &bytes), if bytes == b"hello" { Some("sha256") } else { None });
    }

    #[test]
    fn any_name_and_any_bytes(name in ".{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let _ = name_hash(&name, &bytes);
    }
}
