//! Response headers: one text for one value, verified when they are read.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use fedseal_sign::{Algorithm, Carrier, CarrierSignature, PrivateKey};

const MANIFEST: &[u8] = b"{\"name\": \"shop\"}\n";

fn carrier(seeds: &[u8]) -> Carrier {
    let mut carrier = Carrier::new(MANIFEST);
    for seed in seeds {
        let key = PrivateKey::from_seed(Algorithm::Ed25519, &[*seed; 32]).unwrap();
        let raw = key.public().raw().unwrap();
        let signature = key.sign(&carrier.signature_base(&raw, 10, 20));
        carrier.add(CarrierSignature { created: 10, expires: 20, key: raw, signature });
    }
    carrier
}

#[test]
fn are_read_as_they_were_written() {
    for seeds in [&[1][..], &[1, 2], &[2, 1, 3]] {
        let carrier = carrier(seeds);
        assert_eq!(Carrier::read(&carrier.write()), Ok(carrier.clone()));
        assert!(carrier.is_of(MANIFEST) && !carrier.is_of(b"{}"));
    }
    let [_, (_, input), (_, signature)] = carrier(&[1, 2]).headers();
    assert!(input.starts_with("sig0=(\"unencoded-digest\";sf);created=10;expires=20;keyid=\""), "{input}");
    assert!(input.contains(", sig1=(") && signature.contains(":, sig1=:"));
}

#[test]
fn anything_else_is_refused() {
    let good = String::from_utf8(carrier(&[1, 2]).write()).unwrap();
    let other = String::from_utf8(carrier(&[2, 1]).write()).unwrap();
    let line = |text: &str, name: &str| text.lines().find(|line| line.contains(name)).unwrap().to_owned();
    for (from, to) in [
        ("created=10", "created=11"),
        ("expires=20", "expires=21"),
        ("expires=20", "expires=020"),
        ("expires=20", "expires=9007199254740992"),
        ("sha-256", "sha-512"),
        (";sf)", ")"),
        ("sig1=(", "sig2=("),
        (", sig1=(", ",sig1=("),
        ("ed25519-integrity", "other"),
        (&line(&good, "Signature\""), &line(&other, "Signature\"")),
        ("{\n", "{\n  \"Link\": \"<a>\",\n"),
        ("{\n", "{\n  \"Signature\": \"\",\n"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert!(Carrier::read(bad.as_bytes()).is_err(), "{bad}");
    }
    // The digest of another manifest is not what was signed.
    let digest = line(&good, "Unencoded-Digest");
    let elsewhere = String::from_utf8(Carrier::new(b"{}").write()).unwrap();
    let bad = good.replace(&digest, &line(&elsewhere, "Unencoded-Digest"));
    assert!(Carrier::read(bad.as_bytes()).unwrap_err().contains("not one over the digest"));
}
