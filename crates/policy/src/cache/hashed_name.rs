//! Whether a file's name contains a hash of its content, as bundlers make it. Nothing is guessed from how a name looks: a
//! part of the name has to be the beginning of a hash of the bytes.
//!
//! webpack and Rspack hash the final bytes of a file without the hash itself (`optimization.realContentHash`, on in
//! production); others hash the whole file. Hashes that cannot be made again from the bytes (of modules before they are
//! written, of several files, with a salt) are not verified.

use md4::{Digest, Md4};
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use xxhash_rust::xxh3::xxh3_128;
use xxhash_rust::xxh64::xxh64;

/// What is known of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameHash {
    /// Its part is the beginning of a hash of the content.
    Verified {
        /// The part of the name.
        part: String,
        /// The hash, such as `xxhash64`.
        algorithm: &'static str,
    },
    /// Its part looks like a hash and is none of those that fedseal can make from the content.
    Unverified {
        /// The part of the name.
        part: String,
    },
    /// No part of it looks like a hash.
    None,
}

/// Characters of a name that are compared with hashes. Six hexadecimal digits are 24 bits: chance makes less than one of
/// a hundred thousand names.
const SHORTEST: usize = 6;
/// Characters from which on a part with digits looks like a hash.
const SHORTEST_LOOKALIKE: usize = 8;
/// Parts of a name that are tried; a name with more of them is no bundler's.
const MOST_PARTS: usize = 8;

/// Looks for a hash of `bytes` in the last part of the path `name`.
pub fn name_hash(name: &str, bytes: &[u8]) -> NameHash {
    let parts = parts(name);
    let mut whole: Vec<Option<[String; 3]>> = vec![None; HASHES.len()];
    for part in &parts {
        if let Some(own) = removed(bytes, part.as_bytes())
            && let Some((algorithm, _)) = HASHES.iter().find(|(_, hash)| begins(&written(&hash(&own)), part))
        {
            return NameHash::Verified { part: (*part).to_owned(), algorithm };
        }
        for ((algorithm, hash), known) in HASHES.iter().zip(&mut whole) {
            if begins(known.get_or_insert_with(|| written(&hash(bytes))), part) {
                return NameHash::Verified { part: (*part).to_owned(), algorithm };
            }
        }
    }
    // Most templates end with the hash: of several parts the last one is told, and of those that end there the shortest.
    let likely = parts.into_iter().filter(|part| looks_like_a_hash(part) || ends_like_rollup(name, part));
    match likely.max_by_key(|part| (name.rfind(*part).map(|at| at + part.len()), std::cmp::Reverse(part.len()))) {
        Some(part) => NameHash::Unverified { part: part.to_owned() },
        None => NameHash::None,
    }
}

/// The parts of the last name that may be a hash, the likely ones first.
fn parts<'a>(name: &'a str) -> Vec<&'a str> {
    let base = name.rsplit('/').next().unwrap_or(name);
    // An ending is never a hash; a file may be called by its hash alone.
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let mut parts: Vec<&'a str> = Vec::new();
    let mut add = |part: &'a str| {
        let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if part.len() >= SHORTEST && part.bytes().all(alphabet) && !parts.contains(&part) {
            parts.push(part);
        }
    };
    // base64url holds `-` and `_`, so that no set of separators is right for all names.
    for separators in [&['.', '-', '_', '~'][..], &['.', '~'][..], &['.', '-'][..]] {
        stem.split(|char| separators.contains(&char)).for_each(&mut add);
    }
    for (at, char) in stem.char_indices().filter(|(_, char)| matches!(char, '.' | '-')) {
        add(&stem[at + char.len_utf8()..]);
    }
    parts.sort_by_key(|part| !looks_like_a_hash(part));
    parts.truncate(MOST_PARTS);
    parts
}

/// `lazy-AbCdEfGh.js`: eight characters of base64url behind `-` or `.`, as Vite and Rollup write them. A fifth of them has no
/// digit; one with an upper-case letter may be a word, so that it is only ever called unverified.
fn ends_like_rollup(name: &str, part: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let before = stem.strip_suffix(part).is_some_and(|before| before.ends_with(['-', '.']));
    before && part.len() == 8 && part.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Eight characters at least, a digit among them or all of them hexadecimal: `remoteEntry` and `federation` are words.
fn looks_like_a_hash(part: &str) -> bool {
    let digit = part.bytes().any(|byte| byte.is_ascii_digit());
    let hexadecimal = part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    part.len() >= SHORTEST_LOOKALIKE && (digit || hexadecimal)
}

type Hash = fn(&[u8]) -> Vec<u8>;

/// Hashes that bundlers offer: the defaults of Rspack and webpack first.
static HASHES: &[(&str, Hash)] = &[
    ("xxhash64", |bytes| xxh64(bytes, 0).to_be_bytes().to_vec()),
    ("md4", |bytes| Md4::digest(bytes).to_vec()),
    ("sha256", |bytes| Sha256::digest(bytes).to_vec()),
    ("md5", |bytes| Md5::digest(bytes).to_vec()),
    ("sha1", |bytes| Sha1::digest(bytes).to_vec()),
    ("sha384", |bytes| Sha384::digest(bytes).to_vec()),
    ("sha512", |bytes| Sha512::digest(bytes).to_vec()),
    ("xxhash128", |bytes| xxh3_128(bytes).to_be_bytes().to_vec()),
];

fn begins(texts: &[String; 3], part: &str) -> bool {
    texts.iter().any(|text| text.starts_with(part))
}

/// A hash as bundlers write it: hexadecimal, base64url, and base64 without the characters that names cannot have.
fn written(hash: &[u8]) -> [String; 3] {
    let hex = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let url = base64(hash);
    let plain = url.chars().filter(char::is_ascii_alphanumeric).collect();
    [hex, url, plain]
}

/// base64url without padding (RFC 4648, section 5).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let value = chunk.iter().enumerate().fold(0u32, |sum, (at, byte)| sum | (u32::from(*byte) << (16 - 8 * at)));
        for digit in 0..=chunk.len() {
            let index = (value >> (18 - 6 * digit)) & 63;
            text.push(char::from(ALPHABET.get(index as usize).copied().unwrap_or(b'-')));
        }
    }
    text
}

/// The bytes without each place of `part`; nothing where it has none.
fn removed(bytes: &[u8], part: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Vec::new();
    let mut from = 0;
    for at in memchr::memmem::find_iter(bytes, part) {
        rest.extend_from_slice(&bytes[from..at]);
        from = at + part.len();
    }
    (from > 0).then(|| {
        rest.extend_from_slice(&bytes[from..]);
        rest
    })
}
