//! Bytes to hashes, many inputs at once. Everything that hashes in fedseal goes through [`digest`].
#![deny(unsafe_code)]

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use rayon::iter::{IntoParallelRefIterator as _, ParallelBridge as _, ParallelIterator as _};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

mod encoding;
#[cfg(target_arch = "x86_64")]
mod lanes;
#[cfg(target_arch = "x86_64")]
mod pairs;

mod stream;

pub use encoding::{Place, first_encoding_dependent};
pub use stream::Stream;

/// Hashes every input; the output is in input order, whatever ran first.
///
/// The work is split by input *and* algorithm and handed out biggest first, because one chain cannot be split and the
/// longest one sets the floor. Where the processor allows it, four or eight inputs go through SHA-384 or SHA-512 at once, and two
/// through SHA-256. Inputs are borrowed, never copied. Runs on the current rayon pool.
pub fn digest(inputs: &[Input<'_>]) -> Vec<Digest> {
    let mut jobs: Vec<Job> = inputs
        .iter()
        .enumerate()
        .flat_map(|(index, input)| {
            input.wanted.algorithms().map(move |algorithm| Job { index, algorithm, len: input.bytes.len() })
        })
        .collect();
    jobs.sort_by_key(|job| std::cmp::Reverse(job.cost()));

    let looked_at = |input: &Input<'_>| Digest {
        encoding_dependent: input.wanted.encoding.then(|| first_encoding_dependent(input.bytes)).flatten(),
        ..Digest::default()
    };
    let mut digests: Vec<Digest> = inputs.par_iter().map(looked_at).collect();
    for (job, bytes) in hash_all(inputs, jobs) {
        digests[job.index].put(inputs[job.index].wanted, job.algorithm, &bytes);
    }
    digests
}

/// Every job and its digest, in any order.
fn hash_all(inputs: &[Input<'_>], jobs: Vec<Job>) -> Vec<(Job, Vec<u8>)> {
    #[cfg(target_arch = "x86_64")]
    if let Some(kernel) = lanes::Kernel::detect() {
        return hash_many(kernel, inputs, jobs);
    }
    hash_each(inputs, jobs)
}

/// One job, or two of SHA-256 where two are faster together.
#[cfg(target_arch = "x86_64")]
fn hash_alone(inputs: &[Input<'_>], jobs: &[Job]) -> Vec<(Job, Vec<u8>)> {
    if let ([first, second], Some(pair)) = (jobs, pairs::Pair::detect()) {
        let digests = pair.hash([first, second].map(|job| inputs[job.index].bytes));
        return jobs.iter().copied().zip(digests.map(|digest| digest.to_vec())).collect();
    }
    jobs.iter().map(|job| (*job, hash(job.algorithm, inputs[job.index].bytes))).collect()
}

fn hash_each(inputs: &[Input<'_>], jobs: Vec<Job>) -> Vec<(Job, Vec<u8>)> {
    jobs.into_iter().par_bridge().map(|job| (job, hash(job.algorithm, inputs[job.index].bytes))).collect()
}

/// Workers fill their lanes from one queue; whoever finds it empty goes on with SHA-256, for which processors have
/// instructions of their own. They are sorted by length, so that two neighbours go well together.
#[cfg(target_arch = "x86_64")]
fn hash_many(kernel: lanes::Kernel, inputs: &[Input<'_>], jobs: Vec<Job>) -> Vec<(Job, Vec<u8>)> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    enum Task<'a> {
        Worker,
        Alone(&'a [Job]),
    }
    let (many, alone): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.algorithm != Algorithm::Sha256);
    let taken = AtomicUsize::new(0);
    let next = || {
        let number = taken.fetch_add(1, Ordering::Relaxed);
        let job = many.get(number)?;
        let initial = if job.algorithm == Algorithm::Sha384 { lanes::SHA384 } else { lanes::SHA512 };
        Some(lanes::Message::new(number, initial, inputs[job.index].bytes))
    };
    let cut = |number: usize, digest: [u8; 64]| (many[number], digest[..many[number].algorithm.size()].to_vec());

    let workers = rayon::current_num_threads().min(many.len());
    let tasks = std::iter::repeat_with(|| Task::Worker).take(workers).chain(alone.chunks(2).map(Task::Alone));
    let (mut hashed, rest): (Vec<_>, Vec<_>) = tasks
        .par_bridge()
        .map(|task| match task {
            Task::Worker => {
                let (done, rest) = kernel.hash(next);
                (done.into_iter().map(|(number, digest)| cut(number, digest)).collect(), rest)
            }
            Task::Alone(jobs) => (hash_alone(inputs, jobs), vec![]),
        })
        .reduce(Default::default, |(mut hashed, mut rest): (Vec<_>, Vec<_>), (more, others)| {
            hashed.extend(more);
            rest.extend(others);
            (hashed, rest)
        });
    hashed.extend(rest.into_iter().par_bridge().map(|message| cut(message.job, message.finish())).collect::<Vec<_>>());
    hashed
}

/// One input: bytes, and which hashes of them are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The bytes, borrowed for the call.
    pub bytes: &'a [u8],
    /// The hashes to compute.
    pub wanted: Wanted,
}

/// Which hashes of an input are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The SHA-256 as `contentHash`.
    pub content_hash: bool,
    /// The SRI string, by this algorithm.
    pub integrity: Option<Algorithm>,
    /// Whether to look for bytes whose meaning depends on the encoding.
    pub encoding: bool,
}

impl Wanted {
    fn algorithms(self) -> impl Iterator<Item = Algorithm> {
        let second = self.content_hash.then_some(Algorithm::Sha256).filter(|first| self.integrity != Some(*first));
        self.integrity.into_iter().chain(second)
    }
}

/// The hashes of one input; those that were not wanted are `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digest {
    /// SHA-256, 64 lower-case hex digits.
    pub content_hash: Option<String>,
    /// One SRI token (Subresource Integrity, section 3.1): algorithm, `-`, padded base64.
    pub integrity: Option<String>,
    /// The first byte whose meaning depends on the encoding, see [`first_encoding_dependent`].
    pub encoding_dependent: Option<Place>,
}

impl Digest {
    /// Takes in a hash, written as it is wanted.
    fn put(&mut self, wanted: Wanted, algorithm: Algorithm, bytes: &[u8]) {
        if wanted.content_hash && algorithm == Algorithm::Sha256 {
            self.content_hash = Some(hex(bytes));
        }
        if wanted.integrity == Some(algorithm) {
            self.integrity = Some(format!("{}-{}", algorithm.as_str(), STANDARD.encode(bytes)));
        }
    }
}

/// A hash algorithm of Subresource Integrity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Algorithm {
    /// `sha256`
    Sha256,
    /// `sha384`, the default
    #[default]
    Sha384,
    /// `sha512`
    Sha512,
}

impl Algorithm {
    /// The name as it stands in an SRI string.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// Bytes of a digest.
    #[cfg(target_arch = "x86_64")]
    fn size(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The algorithm with this SRI name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Sha256, Self::Sha384, Self::Sha512].into_iter().find(|algorithm| algorithm.as_str() == name)
    }
}

#[derive(Debug, Clone, Copy)]
struct Job {
    index: usize,
    algorithm: Algorithm,
    len: usize,
}

impl Job {
    /// SHA-512 and its truncation take about two and a half times the time of SHA-256 where the CPU helps with SHA-256.
    fn cost(self) -> usize {
        match self.algorithm {
            Algorithm::Sha256 => self.len.saturating_mul(2),
            Algorithm::Sha384 | Algorithm::Sha512 => self.len.saturating_mul(5),
        }
    }
}

fn hash(algorithm: Algorithm, bytes: &[u8]) -> Vec<u8> {
    match algorithm {
        Algorithm::Sha256 => Sha256::digest(bytes).to_vec(),
        Algorithm::Sha384 => Sha384::digest(bytes).to_vec(),
        Algorithm::Sha512 => Sha512::digest(bytes).to_vec(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn both(bytes: &[u8], algorithm: Algorithm) -> Input<'_> {
        Input { bytes, wanted: Wanted { content_hash: true, integrity: Some(algorithm), encoding: false } }
    }

    /// FIPS 180-4 known answers for "abc".
    #[test]
    fn known_answers() {
        let sri = |algorithm| digest(&[both(b"abc", algorithm)])[0].clone();
        assert_eq!(
            sri(Algorithm::Sha256),
            Digest {
                content_hash: Some("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".into()),
                integrity: Some("sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=".into()),
                encoding_dependent: None,
            }
        );
        assert_eq!(
            sri(Algorithm::Sha384).integrity.as_deref(),
            Some("sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn")
        );
        assert_eq!(
            sri(Algorithm::Sha512).integrity.as_deref(),
            Some("sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==")
        );
    }

    #[test]
    fn computes_only_what_is_wanted() {
        let wanted = Wanted::default();
        assert_eq!(digest(&[Input { bytes: b"abc", wanted }]), [Digest::default()]);
        assert_eq!(digest(&[]), []);
    }

    #[test]
    fn looks_at_the_encoding_where_that_is_wanted() {
        let look = |encoding| digest(&[Input { bytes: b"\xc3\x9f", wanted: Wanted { encoding, ..Wanted::default() } }]);
        assert_eq!(look(true)[0].encoding_dependent, Some(Place { line: 1, column: 1 }));
        assert_eq!(look(false), [Digest::default()]);
    }

    proptest! {
        /// With or without lanes: the same answers.
        #[test]
        fn every_way_gives_the_same(inputs in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..600), 0..12)) {
            for algorithm in [Algorithm::Sha256, Algorithm::Sha384, Algorithm::Sha512] {
                let all: Vec<Input<'_>> = inputs.iter().map(|bytes| both(bytes, algorithm)).collect();
                let job = |index| Job { index, algorithm, len: inputs[index].len() };
                let each = hash_each(&all, (0..inputs.len()).map(job).collect());
                let found = digest(&all);
                for (job, bytes) in each {
                    let integrity = format!("{}-{}", algorithm.as_str(), STANDARD.encode(bytes));
                    prop_assert_eq!(found[job.index].integrity.as_ref(), Some(&integrity));
                }
            }
        }

        /// One at a time or all together, in any order of sizes: the same answers, in input order.
        #[test]
        fn together_is_the_same_as_alone(
            inputs in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..2000), 0..40),
        ) {
            let all: Vec<Input<'_>> = inputs.iter().map(|bytes| both(bytes, Algorithm::Sha384)).collect();
            let alone: Vec<Digest> = all.iter().map(|input| digest(&[*input]).remove(0)).collect();
            prop_assert_eq!(digest(&all), alone);
        }

        #[test]
        fn one_changed_bit_changes_every_hash(
            mut bytes in prop::collection::vec(any::<u8>(), 1..500),
            place in any::<prop::sample::Index>(),
            bit in 0u32..8,
        ) {
            let before = digest(&[both(&bytes, Algorithm::Sha384)]).remove(0);
            let at = place.index(bytes.len());
            bytes[at] ^= 1u8 << bit;
            let after = digest(&[both(&bytes, Algorithm::Sha384)]).remove(0);
            prop_assert_ne!(before.content_hash, after.content_hash);
            prop_assert_ne!(before.integrity, after.integrity);
        }
    }
}
