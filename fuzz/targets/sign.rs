//! Any bytes as a sidecar, as a protected header, as response headers and as keys: nothing panics, nothing is accepted that a key
//! did not sign, and what is read is written again as the same bytes.
#![no_main]

use std::sync::LazyLock;

use fedseal_sign::{
    Algorithm, Carrier, Expected, Header, Inputs, PrivateKey, PublicKey, Sidecar, Signed, Statement, Written, verify,
    write,
};
use libfuzzer_sys::fuzz_target;

const MANIFEST: &[u8] = b"{\"name\":\"shop\"}";

/// A key and its sidecar.
static GOOD: LazyLock<(PublicKey, Vec<u8>)> = LazyLock::new(|| {
    let key = PrivateKey::from_seed(Algorithm::Ed25519, &[1; 32]).expect("a key");
    let statement = Statement {
        remote: "shop".into(),
        release: "1".into(),
        origin: "https://a.example".into(),
        seq: 1,
        iat: 1,
        exp: 2,
    };
    let inputs = Inputs::of(MANIFEST, &statement, &key.public());
    let signed = Signed { statement, key: key.public(), sidecar: key.sign(&inputs.sidecar).to_vec(), headers: None };
    let written = write(MANIFEST, vec![signed], &Written::default()).expect("written");
    (key.public(), written.sidecar.expect("a sidecar"))
});

fuzz_target!(|bytes: &[u8]| {
    let (key, good) = &*GOOD;
    let keys = std::slice::from_ref(key);
    if verify(MANIFEST, Some(bytes), keys, &Expected::default()).is_ok() {
        // Only with the one signature that there is: whatever else stands around it, its text has to be in it.
        let entry = &Sidecar::read(good).expect("read").entries[0];
        let accepted = Sidecar::read(bytes).expect("what is accepted is read");
        assert!(accepted.entries.contains(entry), "a signature that nobody made");
    }
    if let Ok(read) = Sidecar::read(bytes) {
        let written = read.write().expect("what is read can be written");
        assert_eq!(Sidecar::read(&written).as_ref(), Ok(&read));
    }
    if let Ok(carrier) = Carrier::read(bytes) {
        assert_eq!(Carrier::read(&carrier.write()), Ok(carrier));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(header) = Header::read(text) {
        assert!(header.statement.problem().is_none());
    }
    if let Ok(key) = PublicKey::from_jwk(text) {
        assert_eq!(PublicKey::from_jwk(&key.to_jwk().to_string()), Ok(key));
    }
    if let Ok(key) = PrivateKey::from_jwk(text) {
        let again = PrivateKey::from_jwk(&key.to_jwk().to_string()).expect("a key is read again");
        assert_eq!(again.public(), key.public());
        assert!(PublicKey::from_jwk(text).is_err(), "a private key was taken for a public one");
    }
});
