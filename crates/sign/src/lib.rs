//! Detached signatures over a manifest: keys, what is said about the manifest, the two carriers, and the verdict. Pure:
//! bytes, keys and a time in, bytes or a refusal out.
//!
//! Carriers are the sidecar (JWS with a detached, unencoded payload: RFC 7515 appendix F, RFC 7797) and response headers that
//! browsers check by themselves (RFC 9421 with Digest Fields).
#![forbid(unsafe_code)]

mod carrier;
mod encoding;
mod key;
mod sidecar;
mod statement;
mod verify;
mod write;

pub use carrier::{Carrier, CarrierSignature};
pub use key::{Algorithm, KeyProblem, PrivateKey, PublicKey};
pub use sidecar::{Entry, MAX_BYTES, MAX_SIGNATURES, Sidecar, signing_input};
pub use statement::{Header, LARGEST_INTEGER, SCHEMA, Statement, TYPE, is_origin};
pub use verify::{Accepted, Expected, Reason, Refusal, verify};
pub use write::{Inputs, Signed, Written, write};
