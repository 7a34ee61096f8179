//! SHA-384 and SHA-512 of several messages at once, one in each lane of wide registers.
//!
//! One message is a chain: no processor makes it faster than its longest path. Chains side by side fill the registers, eight
//! with AVX-512 and four with AVX2, which is worth a factor of two to four. A lane whose message ends takes the next one. Safe
//! Rust throughout: the features are detected, and the code for them entered, by `pulp`.

use std::array::from_fn;

use pulp::x86::{V3, V4};
use pulp::{NullaryFnOnce, u64x4, u64x8};
use sha2::block_api::compress512;

type Block = [u8; 128];
/// Eight words of state, each for all `N` lanes.
type State<const N: usize> = [[u64; N]; 8];

/// The way this processor works on many messages.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kernel {
    Avx512(V4),
    Avx2(V3),
}

impl Kernel {
    /// The fastest one; `None` where one message at a time is faster.
    pub(crate) fn detect() -> Option<Self> {
        V4::try_new().map(Self::Avx512).or_else(|| V3::try_new().map(Self::Avx2))
    }

    /// Hashes messages as long as `next` has some. Returns those that ended, and the last ones, too few to go on with.
    pub(crate) fn hash<'a>(self, next: impl Fn() -> Option<Message<'a>>) -> (Vec<(usize, [u8; 64])>, Vec<Message<'a>>) {
        // With fewer messages than this, one after the other is faster (measured).
        match self {
            Self::Avx512(v) => hash::<8>(3, next, |state, segments, steps| {
                v.vectorize(Compress { lanes: v, state, segments, steps });
            }),
            Self::Avx2(v) => hash::<4>(3, next, |state, segments, steps| {
                v.vectorize(Compress { lanes: v, state, segments, steps });
            }),
        }
    }
}

/// A message on its way: what has gone into `state`, and what has not.
pub(crate) struct Message<'a> {
    /// The caller's name for it.
    pub(crate) job: usize,
    state: [u64; 8],
    body: &'a [Block],
    tail: [Block; 2],
    tail_blocks: usize,
    tail_done: usize,
}

impl<'a> Message<'a> {
    /// Nothing hashed yet. `initial` decides between SHA-384 and SHA-512.
    pub(crate) fn new(job: usize, initial: [u64; 8], bytes: &'a [u8]) -> Self {
        let (body, rest) = bytes.as_chunks::<128>();
        // Padding (FIPS 180-4, section 5.1.2): one bit, zeros, the length in bits as 128-bit number.
        let tail_blocks = if rest.len() < 112 { 1 } else { 2 };
        let mut tail = [[0; 128]; 2];
        let flat = tail.as_flattened_mut();
        flat[..rest.len()].copy_from_slice(rest);
        flat[rest.len()] = 0x80;
        flat[tail_blocks * 128 - 16..tail_blocks * 128].copy_from_slice(&(bytes.len() as u128 * 8).to_be_bytes());
        Self { job, state: initial, body, tail, tail_blocks, tail_done: 0 }
    }

    /// The blocks that come next and lie in one piece.
    fn segment(&self) -> &[Block] {
        if self.body.is_empty() { &self.tail[self.tail_done..self.tail_blocks] } else { self.body }
    }

    fn advance(&mut self, blocks: usize) {
        if self.body.is_empty() {
            self.tail_done += blocks;
        } else {
            self.body = &self.body[blocks..];
        }
    }

    fn is_done(&self) -> bool {
        self.body.is_empty() && self.tail_done == self.tail_blocks
    }

    /// Hashes the rest alone, and returns the digest's eight words in big-endian order.
    pub(crate) fn finish(mut self) -> [u8; 64] {
        compress512(&mut self.state, self.body);
        compress512(&mut self.state, &self.tail[self.tail_done..self.tail_blocks]);
        bytes_of(self.state)
    }
}

/// [`Kernel::hash`] with `N` lanes, of which at least `fewest` have to be in use.
fn hash<'a, const N: usize>(
    fewest: usize,
    next: impl Fn() -> Option<Message<'a>>,
    compress: impl Fn(&mut State<N>, [&[Block]; N], usize),
) -> (Vec<(usize, [u8; 64])>, Vec<Message<'a>>) {
    let mut done = Vec::new();
    let mut lanes: [Option<Message<'a>>; N] = from_fn(|_| None);
    let mut state: State<N> = [[0; N]; 8];
    loop {
        for (lane, slot) in lanes.iter_mut().enumerate() {
            if slot.is_none()
                && let Some(message) = next()
            {
                for (words, word) in state.iter_mut().zip(message.state) {
                    words[lane] = word;
                }
                *slot = Some(message);
            }
        }
        let active = lanes.iter().flatten().count();
        if active < fewest {
            break;
        }
        let segments = lanes.iter().flatten().map(Message::segment);
        let Some(first) = segments.clone().next() else { break };
        let steps = segments.map(<[Block]>::len).min().unwrap_or_default();
        // An idle lane computes along with another's blocks; nobody looks at what comes out.
        let segments = from_fn(|lane| lanes[lane].as_ref().map_or(first, Message::segment));
        let steps = steps.min(first.len());
        compress(&mut state, segments, steps);
        for (lane, slot) in lanes.iter_mut().enumerate() {
            let Some(message) = slot else { continue };
            message.advance(steps);
            if message.is_done() {
                done.push((message.job, bytes_of(state.map(|words| words[lane]))));
                *slot = None;
            }
        }
    }
    let rest = lanes
        .into_iter()
        .enumerate()
        .filter_map(|(lane, slot)| slot.map(|message| Message { state: state.map(|words| words[lane]), ..message }));
    (done, rest.collect())
}

fn bytes_of(state: [u64; 8]) -> [u8; 64] {
    let mut out = [0; 64];
    for (bytes, word) in out.as_chunks_mut::<8>().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
    out
}

struct Compress<'a, L, const N: usize> {
    lanes: L,
    state: &'a mut State<N>,
    segments: [&'a [Block]; N],
    steps: usize,
}

impl<L: Lanes<N>, const N: usize> NullaryFnOnce for Compress<'_, L, N> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Self { lanes, state, segments, steps } = self;
        let mut words = state.map(
            #[inline(always)]
            |words| lanes.load(words),
        );
        for step in 0..steps {
            compress(
                lanes,
                &mut words,
                segments.map(
                    #[inline(always)]
                    |segment| &segment[step],
                ),
            );
        }
        *state = words.map(
            #[inline(always)]
            |words| lanes.store(words),
        );
    }
}

/// One block of every lane (FIPS 180-4, section 6.4.2).
#[inline(always)]
fn compress<L: Lanes<N>, const N: usize>(v: L, state: &mut [L::Word; 8], blocks: [&Block; N]) {
    let mut w: [L::Word; 16] = from_fn(
        #[inline(always)]
        |t| {
            v.load(from_fn(
                #[inline(always)]
                |lane| u64::from_be_bytes(blocks[lane].as_chunks::<8>().0[t]),
            ))
        },
    );
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for round in 0..5 {
        for t in 0..16 {
            let sum1 = v.xor(v.xor(v.ror(e, 14), v.ror(e, 18)), v.ror(e, 41));
            let choice = v.xor(v.and(e, v.xor(f, g)), g);
            let t1 = v.add(v.add(h, v.add(v.splat(K[round * 16 + t]), w[t])), v.add(sum1, choice));
            let sum0 = v.xor(v.xor(v.ror(a, 28), v.ror(a, 34)), v.ror(a, 39));
            let majority = v.or(v.and(a, b), v.and(c, v.or(a, b)));
            let t2 = v.add(sum0, majority);
            (h, g, f, e, d, c, b, a) = (g, f, e, v.add(d, t1), c, b, a, v.add(t1, t2));
            if round < 4 {
                let (w1, w14) = (w[(t + 1) % 16], w[(t + 14) % 16]);
                let sigma0 = v.xor(v.xor(v.ror(w1, 1), v.ror(w1, 8)), v.shr(w1, 7));
                let sigma1 = v.xor(v.xor(v.ror(w14, 19), v.ror(w14, 61)), v.shr(w14, 6));
                w[t] = v.add(v.add(w[t], sigma0), v.add(w[(t + 9) % 16], sigma1));
            }
        }
    }
    for (old, new) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *old = v.add(*old, new);
    }
}

/// One 64-bit word of every lane, and what SHA-512 does with it.
trait Lanes<const N: usize>: Copy {
    type Word: Copy;
    fn load(self, words: [u64; N]) -> Self::Word;
    fn store(self, word: Self::Word) -> [u64; N];
    fn splat(self, value: u64) -> Self::Word;
    fn add(self, a: Self::Word, b: Self::Word) -> Self::Word;
    fn xor(self, a: Self::Word, b: Self::Word) -> Self::Word;
    fn and(self, a: Self::Word, b: Self::Word) -> Self::Word;
    fn or(self, a: Self::Word, b: Self::Word) -> Self::Word;
    fn shr(self, a: Self::Word, bits: u64) -> Self::Word;
    fn shl(self, a: Self::Word, bits: u64) -> Self::Word;
    /// The compiler makes one instruction of it where there is one.
    #[inline(always)]
    fn ror(self, a: Self::Word, bits: u64) -> Self::Word {
        self.or(self.shr(a, bits), self.shl(a, 64 - bits))
    }
}

#[rustfmt::skip]
impl Lanes<8> for V4 {
    type Word = u64x8;
    #[inline(always)] fn load(self, words: [u64; 8]) -> u64x8 { pulp::cast(words) }
    #[inline(always)] fn store(self, word: u64x8) -> [u64; 8] { pulp::cast(word) }
    #[inline(always)] fn splat(self, value: u64) -> u64x8 { self.splat_u64x8(value) }
    #[inline(always)] fn add(self, a: u64x8, b: u64x8) -> u64x8 { self.wrapping_add_u64x8(a, b) }
    #[inline(always)] fn xor(self, a: u64x8, b: u64x8) -> u64x8 { self.xor_u64x8(a, b) }
    #[inline(always)] fn and(self, a: u64x8, b: u64x8) -> u64x8 { self.and_u64x8(a, b) }
    #[inline(always)] fn or(self, a: u64x8, b: u64x8) -> u64x8 { self.or_u64x8(a, b) }
    #[inline(always)] fn shr(self, a: u64x8, bits: u64) -> u64x8 { self.shr_dyn_u64x8(a, self.splat_u64x8(bits)) }
    #[inline(always)] fn shl(self, a: u64x8, bits: u64) -> u64x8 { self.shl_dyn_u64x8(a, self.splat_u64x8(bits)) }
}

#[rustfmt::skip]
impl Lanes<4> for V3 {
    type Word = u64x4;
    #[inline(always)] fn load(self, words: [u64; 4]) -> u64x4 { pulp::cast(words) }
    #[inline(always)] fn store(self, word: u64x4) -> [u64; 4] { pulp::cast(word) }
    #[inline(always)] fn splat(self, value: u64) -> u64x4 { self.splat_u64x4(value) }
    #[inline(always)] fn add(self, a: u64x4, b: u64x4) -> u64x4 { self.wrapping_add_u64x4(a, b) }
    #[inline(always)] fn xor(self, a: u64x4, b: u64x4) -> u64x4 { self.xor_u64x4(a, b) }
    #[inline(always)] fn and(self, a: u64x4, b: u64x4) -> u64x4 { self.and_u64x4(a, b) }
    #[inline(always)] fn or(self, a: u64x4, b: u64x4) -> u64x4 { self.or_u64x4(a, b) }
    #[inline(always)] fn shr(self, a: u64x4, bits: u64) -> u64x4 { self.shr_dyn_u64x4(a, self.splat_u64x4(bits)) }
    #[inline(always)] fn shl(self, a: u64x4, bits: u64) -> u64x4 { self.shl_dyn_u64x4(a, self.splat_u64x4(bits)) }
}

/// Initial state of SHA-384 (FIPS 180-4, section 5.3.4).
pub(crate) const SHA384: [u64; 8] = [
    0xcbbb_9d5d_c105_9ed8,
    0x629a_292a_367c_d507,
    0x9159_015a_3070_dd17,
    0x152f_ecd8_f70e_5939,
    0x6733_2667_ffc0_0b31,
    0x8eb4_4a87_6858_1511,
    0xdb0c_2e0d_64f9_8fa7,
    0x47b5_481d_befa_4fa4,
];

/// Initial state of SHA-512 (FIPS 180-4, section 5.3.5).
pub(crate) const SHA512: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

/// FIPS 180-4, section 4.2.3.
const K: [u64; 80] = [
    0x428a_2f98_d728_ae22,
    0x7137_4491_23ef_65cd,
    0xb5c0_fbcf_ec4d_3b2f,
    0xe9b5_dba5_8189_dbbc,
    0x3956_c25b_f348_b538,
    0x59f1_11f1_b605_d019,
    0x923f_82a4_af19_4f9b,
    0xab1c_5ed5_da6d_8118,
    0xd807_aa98_a303_0242,
    0x1283_5b01_4570_6fbe,
    0x2431_85be_4ee4_b28c,
    0x550c_7dc3_d5ff_b4e2,
    0x72be_5d74_f27b_896f,
    0x80de_b1fe_3b16_96b1,
    0x9bdc_06a7_25c7_1235,
    0xc19b_f174_cf69_2694,
    0xe49b_69c1_9ef1_4ad2,
    0xefbe_4786_384f_25e3,
    0x0fc1_9dc6_8b8c_d5b5,
    0x240c_a1cc_77ac_9c65,
    0x2de9_2c6f_592b_0275,
    0x4a74_84aa_6ea6_e483,
    0x5cb0_a9dc_bd41_fbd4,
    0x76f9_88da_8311_53b5,
    0x983e_5152_ee66_dfab,
    0xa831_c66d_2db4_3210,
    0xb003_27c8_98fb_213f,
    0xbf59_7fc7_beef_0ee4,
    0xc6e0_0bf3_3da8_8fc2,
    0xd5a7_9147_930a_a725,
    0x06ca_6351_e003_826f,
    0x1429_2967_0a0e_6e70,
    0x27b7_0a85_46d2_2ffc,
    0x2e1b_2138_5c26_c926,
    0x4d2c_6dfc_5ac4_2aed,
    0x5338_0d13_9d95_b3df,
    0x650a_7354_8baf_63de,
    0x766a_0abb_3c77_b2a8,
    0x81c2_c92e_47ed_aee6,
    0x9272_2c85_1482_353b,
    0xa2bf_e8a1_4cf1_0364,
    0xa81a_664b_bc42_3001,
    0xc24b_8b70_d0f8_9791,
    0xc76c_51a3_0654_be30,
    0xd192_e819_d6ef_5218,
    0xd699_0624_5565_a910,
    0xf40e_3585_5771_202a,
    0x106a_a070_32bb_d1b8,
    0x19a4_c116_b8d2_d0c8,
    0x1e37_6c08_5141_ab53,
    0x2748_774c_df8e_eb99,
    0x34b0_bcb5_e19b_48a8,
    0x391c_0cb3_c5c9_5a63,
    0x4ed8_aa4a_e341_8acb,
    0x5b9c_ca4f_7763_e373,
    0x682e_6ff3_d6b2_b8a3,
    0x748f_82ee_5def_b2fc,
    0x78a5_636f_4317_2f60,
    0x84c8_7814_a1f0_ab72,
    0x8cc7_0208_1a64_39ec,
    0x90be_fffa_2363_1e28,
    0xa450_6ceb_de82_bde9,
    0xbef9_a3f7_b2c6_7915,
    0xc671_78f2_e372_532b,
    0xca27_3ece_ea26_619c,
    0xd186_b8c7_21c0_c207,
    0xeada_7dd6_cde0_eb1e,
    0xf57d_4f7f_ee6e_d178,
    0x06f0_67aa_7217_6fba,
    0x0a63_7dc5_a2c8_98a6,
    0x113f_9804_bef9_0dae,
    0x1b71_0b35_131c_471b,
    0x28db_77f5_2304_7d84,
    0x32ca_ab7b_40c7_2493,
    0x3c9e_be0a_15c9_bebc,
    0x431d_67c4_9c10_0d4c,
    0x4cc5_d4be_cb3e_42b6,
    0x597f_299c_fc65_7e2a,
    0x5fcb_6fab_3ad6_faec,
    0x6c44_198c_4a47_5817,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sha2::{Digest as _, Sha384, Sha512};
    use std::cell::RefCell;

    fn kernels() -> Vec<Kernel> {
        [V4::try_new().map(Kernel::Avx512), V3::try_new().map(Kernel::Avx2)].into_iter().flatten().collect()
    }

    /// All messages with a kernel: the ones it ended, and the rest alone.
    fn hashed(kernel: Kernel, initial: [u64; 8], messages: &[Vec<u8>]) -> Vec<[u8; 64]> {
        let queue = RefCell::new(messages.iter().enumerate());
        let next = || queue.borrow_mut().next().map(|(job, bytes)| Message::new(job, initial, bytes));
        let (mut done, rest) = kernel.hash(next);
        done.extend(rest.into_iter().map(|message| (message.job, message.finish())));
        done.sort_by_key(|(job, _)| *job);
        done.into_iter().map(|(_, digest)| digest).collect()
    }

    fn check(messages: &[Vec<u8>]) {
        for kernel in kernels() {
            let sha384: Vec<_> = hashed(kernel, SHA384, messages).iter().map(|digest| digest[..48].to_vec()).collect();
            assert_eq!(sha384, messages.iter().map(|bytes| Sha384::digest(bytes).to_vec()).collect::<Vec<_>>());
            let sha512: Vec<_> = hashed(kernel, SHA512, messages).iter().map(|digest| digest.to_vec()).collect();
            assert_eq!(sha512, messages.iter().map(|bytes| Sha512::digest(bytes).to_vec()).collect::<Vec<_>>());
        }
    }

    /// Every length around the ends of blocks, where padding takes one block or two.
    #[test]
    fn every_length_up_to_three_blocks() {
        check(&(0..400).map(|len| (0..len).map(|i| (i * 7 + len) as u8).collect()).collect::<Vec<_>>());
    }

    #[test]
    fn any_number_of_messages() {
        for count in 0..20 {
            check(&vec![vec![count; 1000]; usize::from(count)]);
        }
    }

    proptest! {
        #[test]
        fn any_messages(messages in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 0..30)) {
            check(&messages);
        }
    }
}
