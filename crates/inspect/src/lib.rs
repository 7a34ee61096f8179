//! An output folder to findings, the seal of a finished folder, and the contract of a project. The only crate that touches the file system.
#![forbid(unsafe_code)]

mod cause;
pub mod contract;
mod folder;
mod named;
mod output;
mod progress;
pub mod rules;
mod seal;
mod stamp;
mod verify;
mod write;

pub use folder::digest_files;
pub use named::{Named, named};
pub use output::{Changed, Output, Plan, PlannedManifest, SealedOutput, Unwritten};
pub use progress::Progress;
pub use seal::{SealOptions, Sealed, seal};
pub use verify::{Verified, VerifyOptions, verify};
pub use write::write;
