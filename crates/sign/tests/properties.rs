//! What holds for all statements, manifests and bytes.

use fedseal_sign::{
    Algorithm, Carrier, Expected, Inputs, LARGEST_INTEGER, PrivateKey, Sidecar, Signed, Statement, Written, verify,
    write,
};
use proptest::prelude::*;

fn statements() -> impl Strategy<Value = Statement> {
    let integer = 0..LARGEST_INTEGER;
    ("\\PC{1,20}", "\\PC{1,40}", 1_u16.., integer.clone(), integer).prop_map(|(remote, release, port, seq, iat)| {
        let port = if port == 80 { 81 } else { port };
        Statement { remote, release, origin: format!("http://a.example:{port}"), seq, iat, exp: iat + 1 }
    })
}

fn sign(key: &PrivateKey, manifest: &[u8], statement: &Statement) -> Signed {
    let inputs = Inputs::of(manifest, statement, &key.public());
    let headers = inputs.headers.map(|input| key.sign(&input).to_vec());
    Signed { statement: statement.clone(), key: key.public(), sidecar: key.sign(&inputs.sidecar).to_vec(), headers }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_again(
        statement in statements(),
        seed in any::<[u8; 32]>(),
        manifest in proptest::collection::vec(any::<u8>(), 0..200),
        is_es256 in any::<bool>(),
    ) {
        let algorithm = if is_es256 { Algorithm::Es256 } else { Algorithm::Ed25519 };
        let Ok(key) = PrivateKey::from_seed(algorithm, &seed) else { return Ok(()) };
        let jwk = PrivateKey::from_jwk(&key.to_jwk().to_string());
        prop_assert_eq!(jwk.map(|one| one.public()).ok(), Some(key.public()));
        let written = write(&manifest, vec![sign(&key, &manifest, &statement)], &Written::default()).unwrap();
        let again = write(&manifest, vec![sign(&key, &manifest, &statement)], &written).unwrap();
        prop_assert_eq!(&again, &written, "the same inputs, the same bytes");
        let sidecar = written.sidecar.unwrap();
        let expected = Expected {
            remote: Some(&statement.remote),
            origins: Some(&[&statement.origin]),
            now: Some(statement.iat),
            ..Expected::default()
        };
        let accepted = verify(&manifest, Some(&sidecar), &[key.public()], &expected).unwrap();
        prop_assert_eq!(accepted.statement, statement);
        prop_assert_eq!(Sidecar::read(&sidecar).unwrap().write().unwrap(), sidecar);
        if let Some(headers) = written.headers {
            prop_assert_eq!(Carrier::read(&headers).unwrap().write(), headers);
        }
    }

    /// No bit of the signature, the header or the manifest may change.
    #[test]
    fn every_bit_counts(at in any::<prop::sample::Index>(), bit in 0..8_u32, is_es256 in any::<bool>()) {
        let algorithm = if is_es256 { Algorithm::Es256 } else { Algorithm::Ed25519 };
        let key = PrivateKey::from_seed(algorithm, &[7; 32]).unwrap();
        let manifest = b"{\"name\":\"shop\"}".to_vec();
        let statement = Statement {
            remote: "shop".into(),
            release: "1".into(),
            origin: "https://a.example".into(),
            seq: 1,
            iat: 1,
            exp: 2,
        };
        let good = write(&manifest, vec![sign(&key, &manifest, &statement)], &Written::default()).unwrap().sidecar.unwrap();
        let keys = [key.public()];
        prop_assert!(verify(&manifest, Some(&good), &keys, &Expected::default()).is_ok());
        let mut changed = [manifest.clone(), good.clone()].concat();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        let (other, sidecar) = changed.split_at(manifest.len());
        // The line end of the file is white space in JSON, and may become other white space.
        let is_space = at == changed.len() - 1 && matches!(changed[at], b' ' | b'\t' | b'\r' | b'\n');
        prop_assert_eq!(verify(other, Some(sidecar), &keys, &Expected::default()).is_ok(), is_space);
    }

    #[test]
    fn any_bytes_are_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let key = PrivateKey::from_seed(Algorithm::Ed25519, &[7; 32]).unwrap().public();
        let found = verify(b"[]", Some(&bytes), &[key], &Expected::default());
        prop_assert!(found.is_err());
        prop_assert!(Carrier::read(&bytes).is_err());
    }
}
