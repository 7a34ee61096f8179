//! SHA-256 of two messages at once, with the instructions that processors have for it.
//!
//! One message leaves these instructions idle half of the time, since each waits for the one before; a second message fills the gaps.

use std::arch::x86_64::{
    __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_set_epi64x, _mm_sha256msg1_epu32, _mm_sha256msg2_epu32,
    _mm_sha256rnds2_epu32, _mm_shuffle_epi8, _mm_shuffle_epi32,
};
use std::array::from_fn;

use sha2::block_api::compress256;

type Block = [u8; 64];

/// The instructions are there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair(());

impl Pair {
    /// `None` where the processor does not have them.
    pub(crate) fn detect() -> Option<Self> {
        let found = std::is_x86_feature_detected!("sha")
            && std::is_x86_feature_detected!("ssse3")
            && std::is_x86_feature_detected!("sse4.1");
        found.then_some(Self(()))
    }

    /// The digests of both messages. They go together as far as the shorter one goes.
    pub(crate) fn hash(self, messages: [&[u8]; 2]) -> [[u8; 32]; 2] {
        let blocks = messages.map(|message| message.as_chunks::<64>().0);
        let together = blocks[0].len().min(blocks[1].len());
        let mut states = [INITIAL; 2];
        self.compress(&mut states, blocks.map(|blocks| &blocks[..together]));
        from_fn(|index| finish(states[index], together, messages[index]))
    }

    fn compress(self, states: &mut [[u32; 8]; 2], blocks: [&[Block]; 2]) {
        #[expect(
            unsafe_code,
            reason = "the only way to these instructions; a `Pair` is made only where they were found"
        )]
        // SAFETY: `detect` found every feature that the function enables.
        unsafe {
            compress(states, blocks);
        }
    }
}

/// The rest of a message of which `done` blocks have gone into `state` (padding: FIPS 180-4, section 5.1.1).
fn finish(mut state: [u32; 8], done: usize, message: &[u8]) -> [u8; 32] {
    let (blocks, rest) = message.as_chunks::<64>();
    compress256(&mut state, &blocks[done..]);
    let mut tail = [[0; 64]; 2];
    let count = if rest.len() < 56 { 1 } else { 2 };
    let flat = tail.as_flattened_mut();
    flat[..rest.len()].copy_from_slice(rest);
    flat[rest.len()] = 0x80;
    flat[count * 64 - 8..count * 64].copy_from_slice(&(message.len() as u64 * 8).to_be_bytes());
    compress256(&mut state, &tail[..count]);
    let mut out = [0; 32];
    for (bytes, word) in out.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
    out
}

#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn compress(states: &mut [[u32; 8]; 2], [first, second]: [&[Block]; 2]) {
    // The instructions want the words of the state in this order.
    let mut ways = states.map(|[a, b, c, d, e, f, g, h]| Way { abef: words([f, e, b, a]), cdgh: words([h, g, d, c]) });
    for (a, b) in first.iter().zip(second) {
        let before = ways;
        let mut w = [schedule(a), schedule(b)];
        for round in 0..16 {
            let k = words(from_fn(|i| K[round * 4 + i]));
            for (way, w) in ways.iter_mut().zip(&mut w) {
                four_rounds(way, _mm_add_epi32(w[round % 4], k));
                if round < 12 {
                    next_words(w, round % 4);
                }
            }
        }
        for (way, old) in ways.iter_mut().zip(before) {
            way.abef = _mm_add_epi32(way.abef, old.abef);
            way.cdgh = _mm_add_epi32(way.cdgh, old.cdgh);
        }
    }
    *states = ways.map(|Way { abef, cdgh }| {
        let ([f, e, b, a], [h, g, d, c]): ([u32; 4], [u32; 4]) = (pulp::cast(abef), pulp::cast(cdgh));
        [a, b, c, d, e, f, g, h]
    });
}

/// The state of one message.
#[derive(Clone, Copy)]
struct Way {
    abef: __m128i,
    cdgh: __m128i,
}

#[inline]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn four_rounds(way: &mut Way, wk: __m128i) {
    way.cdgh = _mm_sha256rnds2_epu32(way.cdgh, way.abef, wk);
    way.abef = _mm_sha256rnds2_epu32(way.abef, way.cdgh, _mm_shuffle_epi32::<0x0e>(wk));
}

/// Replaces the words of the group `at` by those sixteen further on (FIPS 180-4, section 6.2.2, step 1).
#[inline]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn next_words(w: &mut [__m128i; 4], at: usize) {
    let [w0, w4, w8, w12] = from_fn(|i| w[(at + i) % 4]);
    let sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w4), _mm_alignr_epi8::<4>(w12, w8));
    w[at] = _mm_sha256msg2_epu32(sum, w12);
}

/// The first sixteen words of a block.
#[inline]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn schedule(block: &Block) -> [__m128i; 4] {
    let big_endian = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
    let parts = block.as_chunks::<16>().0;
    [0, 1, 2, 3].map(|i| _mm_shuffle_epi8(pulp::cast::<[u8; 16], __m128i>(parts[i]), big_endian))
}

fn words(words: [u32; 4]) -> __m128i {
    pulp::cast(words)
}

/// Initial state (FIPS 180-4, section 5.3.3).
const INITIAL: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// FIPS 180-4, section 4.2.2.
#[rustfmt::skip]
const K: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sha2::{Digest as _, Sha256};

    fn check(messages: [&[u8]; 2]) {
        let Some(pair) = Pair::detect() else { return };
        assert_eq!(pair.hash(messages), messages.map(|bytes| <[u8; 32]>::from(Sha256::digest(bytes))));
    }

    /// Every length around the ends of blocks, where padding takes one block or two.
    #[test]
    fn every_length_up_to_three_blocks() {
        let bytes: Vec<u8> = (0..200u8).collect();
        for first in 0..200 {
            check([&bytes[..first], &bytes[..199 - first]]);
        }
    }

    proptest! {
        #[test]
        fn any_two(first in prop::collection::vec(any::<u8>(), 0..3000), second in prop::collection::vec(any::<u8>(), 0..3000)) {
            check([&first, &second]);
        }
    }
}
