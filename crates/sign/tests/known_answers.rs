//! Known answers of the specifications.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use fedseal_sign::{Algorithm, Carrier, PrivateKey, PublicKey, signing_input};

fn hex(text: &str) -> Vec<u8> {
    let digits: String = text.split_whitespace().collect();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

fn url64(text: &str) -> Vec<u8> {
    BASE64_URL_SAFE_NO_PAD.decode(text).unwrap()
}

/// RFC 8032, section 7.1.
#[test]
fn ed25519() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let key = PrivateKey::from_seed(Algorithm::Ed25519, &hex(seed).try_into().unwrap()).unwrap();
        assert_eq!(key.public().raw().unwrap().to_vec(), hex(public));
        assert_eq!(key.sign(&hex(message)).to_vec(), hex(signature));
        assert!(key.public().verifies(&hex(message), &hex(signature)));
        assert!(!key.public().verifies(b"other", &hex(signature)));
    }
}

const RFC_8037: &str = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

/// RFC 8037, appendix A.3: the thumbprint (RFC 7638) of a key of Ed25519. The example of RFC 7638 itself is of RSA.
#[test]
fn thumbprint() {
    let key = PrivateKey::from_jwk(RFC_8037).unwrap();
    assert_eq!(key.public().kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

/// RFC 8037, appendix A.4: a JWS by EdDSA.
#[test]
fn jws_by_eddsa() {
    let key = PrivateKey::from_jwk(RFC_8037).unwrap();
    let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    assert_eq!(key.sign(input.as_bytes()).to_vec(), url64(signature));
}

/// RFC 7797, section 4.2: what is signed where the payload is not encoded. Its example is of HMAC.
#[test]
fn unencoded_payload() {
    let protected = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    assert_eq!(BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#), protected);
    assert_eq!(signing_input(protected, b"$.02"), format!("{protected}.$.02").into_bytes());
    assert_eq!(signing_input("a", b"\xff.\0\n"), b"a.\xff.\0\n");
}

/// RFC 6979, appendix A.2.5, P-256 with SHA-256. Its `s` are the higher ones, or not; fedseal writes the lower one.
#[test]
fn es256() {
    const ORDER: &str = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    let seed = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
    let key = PrivateKey::from_seed(Algorithm::Es256, &seed.try_into().unwrap()).unwrap();
    for (message, r, s) in [
        (
            "sample",
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        ),
        (
            "test",
            "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
            "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083",
        ),
    ] {
        let signature = key.sign(message.as_bytes());
        assert_eq!(signature[..32].to_vec(), hex(r));
        let (low, high) = (hex(s), minus(&hex(ORDER), &hex(s)));
        let (low, high) = if low < high { (low, high) } else { (high, low) };
        assert_eq!(signature[32..].to_vec(), low);
        assert!(key.public().verifies(message.as_bytes(), &signature));
        let malleable = [&signature[..32], &high].concat();
        assert!(
            !key.public().verifies(message.as_bytes(), &malleable),
            "the other s is another text for one signature"
        );
    }
}

/// RFC 7515, appendix A.3: a JWS by ES256. Its signature has the higher `s`, which readers of manifests refuse.
#[test]
fn jws_by_es256() {
    let key = PublicKey::from_jwk(
        r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
    )
    .unwrap();
    let input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    let signature = url64("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    assert!(!key.verifies(input.as_bytes(), &signature));
    let order = hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    let low = [&signature[..32], &minus(&order, &signature[32..])].concat();
    assert!(key.verifies(input.as_bytes(), &low));
}

/// RFC 9421, appendix B.2.6: its key, and a signature over a signature base of its own.
#[test]
fn http_message_signature() {
    let key = rfc_9421();
    let base = "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@authority\": example.com\n\"content-type\": application/json\n\"content-length\": 18\n\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";
    let signature = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
    assert_eq!(key.sign(base.as_bytes()).to_vec(), BASE64_STANDARD.decode(signature).unwrap());
}

fn rfc_9421() -> PrivateKey {
    PrivateKey::from_jwk(r#"{"kty":"OKP","crv":"Ed25519","d":"n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU","x":"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"}"#).unwrap()
}

/// The headers of the Web Platform Tests for `integrity="ed25519-…"`: their digest of their body.
#[test]
fn digest_of_the_web_platform_tests() {
    let [(name, value), ..] = Carrier::new(br#"{"hello": "world"}"#).headers();
    assert_eq!(name, "Unencoded-Digest");
    assert_eq!(value, "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
    let base = Carrier::new(br#"{"hello": "world"}"#).signature_base(&rfc_9421().public().raw().unwrap(), 1, 2);
    assert_eq!(
        String::from_utf8(base).unwrap(),
        "\"unencoded-digest\";sf: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:\n\"@signature-params\": (\"unencoded-digest\";sf);created=1;expires=2;keyid=\"JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\";tag=\"ed25519-integrity\""
    );
}

/// The signature of those tests, and of Chromium's own: over the same base without times, which are optional there.
#[test]
fn signature_of_the_web_platform_tests() {
    let base = Carrier::new(br#"{"hello": "world"}"#).signature_base(&rfc_9421().public().raw().unwrap(), 1, 2);
    let base = String::from_utf8(base).unwrap().replace(";created=1;expires=2", "");
    let signature = "SbCdPUyjc0IBJjFbVRWs81ucEUcFz87b37nQ63d6kDW+/JvDmET6O5cSdwlddePvlwemLdaWFuY6pQGO+hrkAg==";
    assert_eq!(BASE64_STANDARD.encode(rfc_9421().sign(base.as_bytes())), signature);
}

fn minus(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut out = a.to_vec();
    let mut borrow = 0i16;
    for at in (0..32).rev() {
        let value = i16::from(a[at]) - i16::from(b[at]) - borrow;
        borrow = i16::from(value < 0);
        out[at] = value.rem_euclid(256) as u8;
    }
    out
}
