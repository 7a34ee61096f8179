//! One hash over everything that a module promises.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The SHA-256, in lower-case hex, over normalised texts with their stub names. Their order does not matter.
pub fn surface(stubs: &[(&str, &str)]) -> String {
    let mut stubs: Vec<_> = stubs.to_vec();
    stubs.sort_unstable();
    let mut hash = Sha256::new();
    for (name, text) in stubs {
        for part in [name, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
