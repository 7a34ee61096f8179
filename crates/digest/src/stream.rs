//! One input that comes in pieces, because it is too large to be held as a whole.

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::{Algorithm, Digest, Wanted};

/// Hashes an input piece by piece; pieces of a megabyte or more keep several hashes of one input busy on several cores.
#[derive(Debug)]
pub struct Stream {
    wanted: Wanted,
    hashers: Vec<Hasher>,
}

#[derive(Debug)]
enum Hasher {
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Stream {
    /// Nothing read yet. `None` where the bytes are to be looked at for their encoding, which takes all of them at once.
    pub fn new(wanted: Wanted) -> Option<Self> {
        if wanted.encoding {
            return None;
        }
        let hasher = |algorithm| match algorithm {
            Algorithm::Sha256 => Hasher::Sha256(Sha256::new()),
            Algorithm::Sha384 => Hasher::Sha384(Sha384::new()),
            Algorithm::Sha512 => Hasher::Sha512(Sha512::new()),
        };
        Some(Self { wanted, hashers: wanted.algorithms().map(hasher).collect() })
    }

    /// The next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.hashers.par_iter_mut().for_each(|hasher| match hasher {
            Hasher::Sha256(state) => state.update(piece),
            Hasher::Sha384(state) => state.update(piece),
            Hasher::Sha512(state) => state.update(piece),
        });
    }

    /// The hashes of all pieces together.
    pub fn finish(self) -> Digest {
        let mut digest = Digest::default();
        for hasher in self.hashers {
            let (algorithm, bytes) = match hasher {
                Hasher::Sha256(state) => (Algorithm::Sha256, state.finalize().to_vec()),
                Hasher::Sha384(state) => (Algorithm::Sha384, state.finalize().to_vec()),
                Hasher::Sha512(state) => (Algorithm::Sha512, state.finalize().to_vec()),
            };
            digest.put(self.wanted, algorithm, &bytes);
        }
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, digest};
    use proptest::prelude::*;

    proptest! {
        /// In pieces or as a whole: the same hashes.
        #[test]
        fn pieces_give_the_same_as_the_whole(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..400), 0..8)) {
            let whole = pieces.concat();
            for integrity in [None, Some(Algorithm::Sha256), Some(Algorithm::Sha384), Some(Algorithm::Sha512)] {
                for content_hash in [false, true] {
                    let wanted = Wanted { content_hash, integrity, encoding: false };
                    let mut stream = Stream::new(wanted).unwrap();
                    for piece in &pieces {
                        stream.update(piece);
                    }
                    prop_assert_eq!(stream.finish(), digest(&[Input { bytes: &whole, wanted }]).remove(0));
                }
            }
        }
    }

    #[test]
    fn the_encoding_takes_all_bytes_at_once() {
        assert!(Stream::new(Wanted { encoding: true, ..Wanted::default() }).is_none());
    }
}
