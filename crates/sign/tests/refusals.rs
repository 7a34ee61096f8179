//! Every reason, its good twin, and what gets furthest.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fedseal_sign::{
    Accepted, Algorithm, Expected, Inputs, MAX_BYTES, PrivateKey, PublicKey, Reason, Signed, Statement, Written,
    is_origin, signing_input, verify, write,
};

const MANIFEST: &[u8] = b"{\"name\": \"shop\"}\n";
const NOW: u64 = 1_800_000_000;

fn key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(Algorithm::Ed25519, &[seed; 32]).unwrap()
}

fn es256(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(Algorithm::Es256, &[seed; 32]).unwrap()
}

fn statement() -> Statement {
    Statement {
        remote: "shop".into(),
        release: "1.0.0".into(),
        origin: "https://cdn.example.com".into(),
        seq: 7,
        iat: NOW,
        exp: NOW + 86_400,
    }
}

fn signed(key: &PrivateKey, statement: &Statement) -> Signed {
    let inputs = Inputs::of(MANIFEST, statement, &key.public());
    Signed {
        statement: statement.clone(),
        key: key.public(),
        sidecar: key.sign(&inputs.sidecar).to_vec(),
        headers: inputs.headers.map(|input| key.sign(&input).to_vec()),
    }
}

fn sidecar(all: &[(&PrivateKey, &Statement)]) -> Vec<u8> {
    let all = all.iter().map(|(key, statement)| signed(key, statement)).collect();
    write(MANIFEST, all, &Written::default()).unwrap().sidecar.unwrap()
}

fn expected<'a>() -> Expected<'a> {
    Expected {
        remote: Some("shop"),
        origins: Some(&["https://cdn.example.com"]),
        now: Some(NOW + 60),
        ..Expected::default()
    }
}

fn reason(sidecar: &[u8], keys: &[PublicKey], expected: &Expected<'_>) -> Option<Reason> {
    verify(MANIFEST, Some(sidecar), keys, expected).err().map(|refusal| refusal.reason)
}

/// A sidecar of one signature by the key of seed 1 over this protected header, whatever it says.
fn by_hand(header: &str) -> Vec<u8> {
    by_hand_with(&key(1), header)
}

fn by_hand_with(key: &PrivateKey, header: &str) -> Vec<u8> {
    let protected = BASE64_URL_SAFE_NO_PAD.encode(header);
    let signature = BASE64_URL_SAFE_NO_PAD.encode(key.sign(&signing_input(&protected, MANIFEST)));
    format!(r#"{{"signatures":[{{"protected":"{protected}","signature":"{signature}"}}]}}"#).into_bytes()
}

fn header_text(kid: &str) -> String {
    format!(
        r#"{{"alg":"Ed25519","kid":"{kid}","typ":"mf-manifest+jws","crit":["b64"],"b64":false,"schema":1,"remote":"shop","release":"1.0.0","origin":"https://cdn.example.com","seq":7,"iat":{NOW},"exp":{}}}"#,
        NOW + 86_400
    )
}

#[test]
fn what_is_written_is_accepted() {
    for key in [key(1), es256(1)] {
        let written = sidecar(&[(&key, &statement())]);
        let accepted = verify(MANIFEST, Some(&written), &[key.public()], &expected()).unwrap();
        assert_eq!(accepted, Accepted { statement: statement(), kid: key.public().kid() });
    }
}

/// The form that both halves of fedseal agree on, byte by byte.
#[test]
fn the_header_is_written_in_one_order() {
    let kid = key(1).public().kid();
    assert_eq!(sidecar(&[(&key(1), &statement())]), [by_hand(&header_text(&kid)), b"\n".to_vec()].concat());
    assert_eq!(reason(&by_hand(&header_text(&kid)), &[key(1).public()], &expected()), None);
    let eddsa = header_text(&kid).replace("\"Ed25519\"", "\"EdDSA\"");
    assert_eq!(reason(&by_hand(&eddsa), &[key(1).public()], &expected()), None);
}

#[test]
fn each_reason() {
    let good = sidecar(&[(&key(1), &statement())]);
    let keys = [key(1).public()];
    assert_eq!(reason(&good, &keys, &expected()), None);
    assert_eq!(verify(MANIFEST, None, &keys, &expected()).unwrap_err().reason, Reason::Missing);
    assert_eq!(reason(&good, &[], &expected()), Some(Reason::UnknownKey));
    assert_eq!(reason(&good, &[key(2).public()], &expected()), Some(Reason::UnknownKey));
    for other in [&b"{\"name\": \"shop\"}"[..], b"\xef\xbb\xbf{\"name\": \"shop\"}\n", b"{\"name\": \"shop\"}\r\n", b""]
    {
        assert_eq!(verify(other, Some(&good), &keys, &expected()).unwrap_err().reason, Reason::Mismatch);
    }
    let but = |change: &dyn Fn(&mut Expected<'_>)| {
        let mut expected = expected();
        change(&mut expected);
        reason(&good, &keys, &expected)
    };
    assert_eq!(but(&|one| one.remote = Some("cart")), Some(Reason::WrongRemote));
    assert_eq!(but(&|one| one.origins = Some(&["https://cdn.example.com:8443"])), Some(Reason::WrongOrigin));
    assert_eq!(but(&|one| one.origins = Some(&[])), Some(Reason::WrongOrigin));
    assert_eq!(but(&|one| one.origins = Some(&["https://a.example", "https://cdn.example.com"])), None);
    for (now, skew, wanted) in [
        (NOW - 1, 0, Some(Reason::NotYet)),
        (NOW - 1, 1, None),
        (NOW, 0, None),
        (NOW + 86_399, 0, None),
        (NOW + 86_400, 0, Some(Reason::Expired)),
        (NOW + 86_400, 1, None),
        (NOW + 86_401, 1, Some(Reason::Expired)),
        (0, 0, Some(Reason::NotYet)),
        (u64::MAX, 60, Some(Reason::Expired)),
    ] {
        let found = but(&|one| {
            one.now = Some(now);
            one.skew = skew;
        });
        assert_eq!(found, wanted, "{now} ± {skew}");
    }
    let kid = key(1).public().kid();
    for (floor, wanted) in [(6, None), (7, None), (8, Some(Reason::Rollback))] {
        let mut expected = expected();
        expected.floors.insert(&kid, floor);
        assert_eq!(reason(&good, &keys, &expected), wanted);
    }
    let other = key(2).public().kid();
    let mut expected = expected();
    expected.floors.insert(&other, 8);
    assert_eq!(reason(&good, &keys, &expected), None, "a floor is that of its key");
}

#[test]
fn headers_that_are_not_of_the_form() {
    let kid = key(1).public().kid();
    let good = header_text(&kid);
    let keys = [key(1).public()];
    for (from, to) in [
        ("\"typ\":\"mf-manifest+jws\"", "\"typ\":\"JWT\""),
        ("\"typ\":\"mf-manifest+jws\",", ""),
        ("\"crit\":[\"b64\"],", ""),
        ("\"crit\":[\"b64\"]", "\"crit\":[\"b64\",\"b64\"]"),
        ("\"crit\":[\"b64\"]", "\"crit\":[\"b64\",\"exp\"]"),
        ("\"crit\":[\"b64\"]", "\"crit\":\"b64\""),
        ("\"crit\":[\"b64\"]", "\"crit\":[]"),
        ("\"b64\":false,", ""),
        ("\"b64\":false", "\"b64\":true"),
        ("\"b64\":false", "\"b64\":\"false\""),
        ("\"schema\":1", "\"schema\":2"),
        ("\"schema\":1", "\"schema\":\"1\""),
        ("\"seq\":7", "\"seq\":-7"),
        ("\"seq\":7", "\"seq\":7.5"),
        ("\"seq\":7", "\"seq\":\"7\""),
        ("\"seq\":7", "\"seq\":9007199254740992"),
        ("\"seq\":7", "\"seq\":7,\"seq\":8"),
        ("\"seq\":7", "\"seq\":7,\"\\u0073eq\":8"),
        ("\"seq\":7", "\"seq\":7,\"jku\":\"https://evil.example\""),
        ("\"remote\":\"shop\"", "\"remote\":\"\""),
        ("\"remote\":\"shop\"", "\"remote\":null"),
        ("\"origin\":\"https://cdn.example.com\"", "\"origin\":\"https://cdn.example.com/\""),
        (&format!("\"exp\":{}", NOW + 86_400), &format!("\"exp\":{NOW}")),
        // The same statement in another text, which hosts refuse, too.
        ("}", "} "),
        ("}", "}\n"),
        ("{", " {"),
        ("\"seq\":7", "\"seq\": 7"),
        ("\"seq\":7", "\"seq\":7.0"),
        ("\"seq\":7", "\"seq\":7e0"),
        ("[\"b64\"]", "[ \"b64\" ]"),
        ("\"shop\"", "\"\\u0073hop\""),
        ("\"seq\"", "\"\\u0073eq\""),
        ("https://", "https:\\/\\/"),
        ("\"alg\":\"Ed25519\",", ""),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert_eq!(reason(&by_hand(&bad), &keys, &expected()), Some(Reason::Schema), "{to}");
    }
    let (alg, rest) = good.trim_matches(['{', '}']).split_once(',').unwrap();
    assert_eq!(reason(&by_hand(&format!("{{{rest},{alg}}}")), &keys, &expected()), Some(Reason::Schema));
    for alg in ["none", "None", "", "HS256", "ed25519", "ES512", "RS256"] {
        let bad = good.replace("\"Ed25519\"", &format!("{alg:?}"));
        assert_eq!(reason(&by_hand(&bad), &keys, &expected()), Some(Reason::Algorithm), "{alg}");
    }
    let swapped = good.replace("\"Ed25519\"", "\"ES256\"");
    assert_eq!(reason(&by_hand(&swapped), &keys, &expected()), Some(Reason::Algorithm));
    let kid = es256(1).public().kid();
    for alg in ["Ed25519", "EdDSA"] {
        let bad = header_text(&kid).replace("\"Ed25519\"", &format!("{alg:?}"));
        assert_eq!(reason(&by_hand_with(&es256(1), &bad), &[es256(1).public()], &expected()), Some(Reason::Algorithm));
    }
}

#[test]
fn sidecars_that_are_not_of_the_form() {
    let good = String::from_utf8(sidecar(&[(&key(1), &statement())])).unwrap();
    let keys = [key(1).public()];
    let entry = good.trim().trim_start_matches("{\"signatures\":[").trim_end_matches("]}").to_owned();
    let nine = [entry.as_str(); 9].join(",");
    for bad in [
        String::new(),
        "null".into(),
        "[]".into(),
        "{}".into(),
        "{\"signatures\":[]}".into(),
        "{\"signatures\":{}}".into(),
        format!("{{\"signatures\":[{nine}]}}"),
        format!("\u{feff}{good}"),
        format!("{good}x"),
        format!("{good}{good}"),
        good.replace("\"signatures\"", "\"other\":1,\"signatures\""),
        good.replace("{\"signatures\"", "{\"signatures\":[],\"signatures\""),
        good.replace("{\"protected\"", "{\"header\":{},\"protected\""),
        good.replace("{\"protected\"", "{\"protected\":\"\",\"protected\""),
        good.replace("\"signatures\"", "\"\\u0073ignatures\""),
        good.replace("\"protected\"", "\"\\u0070rotected\""),
        good.replace("\"protected\":\"e", "\"protected\":\"\\u0065"),
        swapped(&entry),
        // One that is good beside one that is nothing.
        format!("{{\"signatures\":[{entry},{{\"protected\":\"\",\"signature\":\"AA\"}}]}}"),
        format!("{{\"signatures\":[{entry},{{\"protected\":\"e30\",\"signature\":\"\"}}]}}"),
        good.replace("\"}]}", "=\"}]}"),
        good.replace("\"}]}", "+\"}]}"),
        format!("{good}{}", " ".repeat(MAX_BYTES)),
    ] {
        assert_eq!(reason(bad.as_bytes(), &keys, &expected()), Some(Reason::Schema), "{bad}");
    }
    let spaced = good.replace(',', " ,\t").replace('{', "{\r\n");
    assert_eq!(reason(spaced.as_bytes(), &keys, &expected()), None, "white space around members is no other value");
    let eight = [entry.as_str(); 8].join(",");
    assert_eq!(reason(format!("{{\"signatures\":[{eight}]}}").as_bytes(), &keys, &expected()), None);
}

/// A sidecar with the members of its signature in the other order.
fn swapped(entry: &str) -> String {
    let (protected, signature) = entry.trim_matches(['{', '}']).split_once(',').unwrap();
    format!("{{\"signatures\":[{{{signature},{protected}}}]}}")
}

#[test]
fn signatures_that_are_not_the_one_encoding() {
    let written = |key: &PrivateKey, change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let protected = BASE64_URL_SAFE_NO_PAD.encode(
            header_text(&key.public().kid())
                .replace("\"Ed25519\"", &format!("{:?}", key.public().algorithm().as_str())),
        );
        let signature = change(key.sign(&signing_input(&protected, MANIFEST)).to_vec());
        let signature = BASE64_URL_SAFE_NO_PAD.encode(signature);
        let text = format!(r#"{{"signatures":[{{"protected":"{protected}","signature":"{signature}"}}]}}"#);
        reason(text.as_bytes(), &[key.public()], &expected())
    };
    // The order of edwards25519, and that of P-256.
    let l = [0xed_u8, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14];
    let plus_l = |mut signature: Vec<u8>| {
        let mut carry = 0_u16;
        for at in 0..32 {
            let add = if at < 16 { u16::from(l[at]) } else { u16::from(at == 31) * 0x10 };
            let sum = u16::from(signature[32 + at]) + add + carry;
            signature[32 + at] = sum as u8;
            carry = sum >> 8;
        }
        signature
    };
    for key in [key(1), es256(1)] {
        assert_eq!(written(&key, &|signature| signature), None);
        assert_eq!(written(&key, &|_| vec![]), Some(Reason::Schema));
        assert_eq!(written(&key, &|_| vec![0; 64]), Some(Reason::Mismatch));
        assert_eq!(written(&key, &|signature| signature[..63].to_vec()), Some(Reason::Mismatch));
        assert_eq!(written(&key, &|signature| [signature, vec![0]].concat()), Some(Reason::Mismatch));
    }
    assert_eq!(written(&key(1), &plus_l), Some(Reason::Mismatch), "S + L is S to a lax reader");
    let der = |signature: Vec<u8>| {
        let integer = |half: &[u8]| {
            let value = if half[0] >= 0x80 { [&[0][..], half].concat() } else { half.to_vec() };
            [vec![2, value.len() as u8], value].concat()
        };
        let both = [integer(&signature[..32]), integer(&signature[32..])].concat();
        [vec![0x30, both.len() as u8], both].concat()
    };
    assert_eq!(written(&es256(1), &der), Some(Reason::Mismatch));
}

#[test]
fn keys_that_are_refused() {
    let okp = |x: &[u8]| format!(r#"{{"kty":"OKP","crv":"Ed25519","x":"{}"}}"#, BASE64_URL_SAFE_NO_PAD.encode(x));
    let problem = |jwk: &str| PublicKey::from_jwk(jwk).err().map(|problem| problem.0).unwrap_or_default();
    let mut one = [0_u8; 32];
    one[0] = 1;
    let mut minus_one = [0xff_u8; 32];
    minus_one[0] = 0xec;
    minus_one[31] = 0x7f;
    let order_8: [u8; 32] = {
        let text = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
        std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
    };
    for small in [one, [0; 32], minus_one, order_8] {
        assert!(problem(&okp(&small)).contains("small order"), "{small:?}");
    }
    // y = p, p + 1 and 2^255 - 1 are other texts for y = 0, 1 and 18; x = 0 has no sign.
    let mut p = [0xff_u8; 32];
    p[31] = 0x7f;
    for (first, last) in [(0xed, 0x7f), (0xee, 0x7f), (0xed, 0xff), (0xee, 0xff)] {
        (p[0], p[31]) = (first, last);
        assert!(problem(&okp(&p)).contains("canonical"), "{first:x} {last:x}: {}", problem(&okp(&p)));
    }
    one[31] = 0x80;
    minus_one[31] = 0xff;
    for signed_zero in [one, minus_one] {
        assert!(problem(&okp(&signed_zero)).contains("canonical"), "{}", problem(&okp(&signed_zero)));
    }
    assert!(problem(&okp(&[2; 31])).contains("32 bytes"));

    let private = key(1).to_jwk().to_string();
    assert!(problem(&private).contains("private"));
    for (jwk, words) in [
        ("", "not a JWK"),
        (r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, "Ed25519"),
        (r#"{"kty":"OKP","crv":"X25519","x":"AA"}"#, "Ed25519"),
        (r#"{"kty":"OKP","crv":"Ed25519","crv":"Ed25519","x":"AA"}"#, "not a JWK"),
        (r#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, "32 bytes"),
    ] {
        assert!(problem(jwk).contains(words), "{jwk}: {}", problem(jwk));
    }
    let off = format!(
        r#"{{"kty":"EC","crv":"P-256","x":"{}","y":"{}"}}"#,
        BASE64_URL_SAFE_NO_PAD.encode([1; 32]),
        BASE64_URL_SAFE_NO_PAD.encode([1; 32])
    );
    assert!(problem(&off).contains("not on the curve"));
    let public = key(1).public().to_jwk().to_string();
    assert_eq!(PublicKey::from_jwk(&public), Ok(key(1).public()));
    assert_eq!(PublicKey::from_jwk(&es256(1).public().to_jwk().to_string()), Ok(es256(1).public()));
    for (from, to, words) in [
        ("\"Ed25519\",\"use\"", "\"ES256\",\"use\"", "`alg`"),
        ("\"sig\"", "\"enc\"", "`use`"),
        ("\"use\"", "\"x5u\":\"https://a.example\",\"use\"", "a member beside"),
    ] {
        let bad = public.replace(from, to);
        assert_ne!(bad, public);
        assert!(problem(&bad).contains(words), "{bad}: {}", problem(&bad));
    }
    // A `kid` is not believed.
    let other = public.replace(&key(1).public().kid(), "mine");
    assert_eq!(PublicKey::from_jwk(&other).unwrap().kid(), key(1).public().kid());
}

#[test]
fn private_keys_that_are_refused_are_not_quoted() {
    let good = key(1).to_jwk().to_string();
    let d = BASE64_URL_SAFE_NO_PAD.encode([1; 32]);
    assert!(good.contains(&d));
    let x = key(2).public().to_jwk()["x"].as_str().unwrap().to_owned();
    for bad in [
        good.replace(key(1).public().to_jwk()["x"].as_str().unwrap(), &x),
        good.replace("\"kty\"", "\"kty\":\"OKP\",\"kty\""),
        good.replace("\"d\"", "\"d2\""),
        good.replace(&d, &d[..40]),
        good.replace('}', ""),
        key(1).public().to_jwk().to_string(),
    ] {
        let problem = PrivateKey::from_jwk(&bad).err().unwrap().0;
        assert!(!problem.contains(&d[..8]), "{problem}");
    }
    assert!(PrivateKey::from_jwk(&good).is_ok());
}

#[test]
fn one_good_signature_is_enough_and_the_furthest_reason_is_said() {
    let old = Statement { exp: NOW + 30, ..statement() };
    let keys = [key(1).public(), key(2).public()];
    let both = sidecar(&[(&key(2), &old), (&key(1), &statement())]);
    assert_eq!(verify(MANIFEST, Some(&both), &keys, &expected()).unwrap().kid, key(1).public().kid());
    let bad = sidecar(&[(&key(3), &statement()), (&key(2), &old), (&key(4), &statement())]);
    assert_eq!(reason(&bad, &keys, &expected()), Some(Reason::Expired));
    // A signature of a later kind stands beside one of today.
    let text = String::from_utf8(sidecar(&[(&key(1), &statement())])).unwrap();
    let later = text.replace("[{", "[{\"protected\":\"e30\",\"signature\":\"AA\"},{");
    assert_eq!(reason(later.as_bytes(), &keys, &expected()), None);
    assert_eq!(reason(later.as_bytes(), &[], &expected()), Some(Reason::UnknownKey));
}

#[test]
fn origins() {
    for good in [
        "https://cdn.example.com",
        "http://localhost:3001",
        "http://127.0.0.1",
        "https://[::1]:8443",
        "https://xn--bcher-kva.example",
    ] {
        assert!(is_origin(good), "{good}");
    }
    for bad in [
        "",
        "null",
        "cdn.example.com",
        "https://cdn.example.com/",
        "https://cdn.example.com:443",
        "http://cdn.example.com:80",
        "HTTPS://cdn.example.com",
        "https://CDN.example.com",
        "https://bücher.example",
        "https://u@cdn.example.com",
        "https://cdn.example.com?a",
        "https://cdn.example.com\n",
        " https://cdn.example.com",
        "ftp://cdn.example.com",
        "file:///",
        "https://0x7f.1",
    ] {
        assert!(!is_origin(bad), "{bad}");
    }
}

#[test]
fn nothing_is_written_that_would_be_refused() {
    let other = signed(&key(2), &statement()).sidecar;
    for (key, bad) in [(key(1), other.clone()), (key(1), vec![1; 70]), (es256(1), other), (es256(1), vec![0; 64])] {
        let wrong = Signed { sidecar: bad, ..signed(&key, &statement()) };
        assert!(write(MANIFEST, vec![wrong], &Written::default()).is_err());
    }
    let wrong = Signed { headers: Some(vec![0; 64]), ..signed(&key(1), &statement()) };
    assert!(write(MANIFEST, vec![wrong], &Written::default()).is_err());
    let ninth = (1..=9).map(|seed| signed(&key(seed), &statement())).collect();
    assert!(write(MANIFEST, ninth, &Written::default()).unwrap_err().contains("9 signatures"));
    let long = Statement { release: "x".repeat(MAX_BYTES), ..statement() };
    assert!(write(MANIFEST, vec![signed(&key(1), &long)], &Written::default()).unwrap_err().contains("bytes"));
}

#[test]
fn a_signer_outside_may_give_the_higher_s() {
    let key = es256(1);
    let mut outside = signed(&key, &statement());
    let order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    let mut borrow = 0_i16;
    for at in (0..32).rev() {
        let digit = i16::from(u8::from_str_radix(&order[2 * at..2 * at + 2], 16).unwrap());
        let value = digit - i16::from(outside.sidecar[32 + at]) - borrow;
        borrow = i16::from(value < 0);
        outside.sidecar[32 + at] = value.rem_euclid(256) as u8;
    }
    let written = write(MANIFEST, vec![outside], &Written::default()).unwrap();
    assert_eq!(written.sidecar, Some(sidecar(&[(&key, &statement())])));
}

#[test]
fn a_new_signature_takes_the_place_of_one_by_the_same_key_for_the_same_origin() {
    let elsewhere = Statement { origin: "https://other.example".into(), ..statement() };
    let later = Statement { exp: NOW + 999_999, ..statement() };
    let first = write(MANIFEST, vec![signed(&key(1), &statement()), signed(&key(2), &elsewhere)], &Written::default());
    let second = write(MANIFEST, vec![signed(&key(1), &later)], &first.unwrap()).unwrap();
    assert_eq!(second.sidecar, Some(sidecar(&[(&key(1), &later), (&key(2), &elsewhere)])));
    let third = write(MANIFEST, vec![signed(&key(1), &elsewhere)], &second).unwrap();
    assert_eq!(third.sidecar, Some(sidecar(&[(&key(1), &later), (&key(2), &elsewhere), (&key(1), &elsewhere)])));
    // Headers know no origin: one signature a key.
    assert_eq!(fedseal_sign::Carrier::read(&third.headers.unwrap()).unwrap().signatures.len(), 2);
}
