//! Assets and manifest to sealed manifest. Pure: no files, no clock, no environment.
//!
//! Two calls make a seal. [`select`] says which of a build's files have to be hashed, and how. [`seal`] takes their
//! hashes and returns the sealed manifest.
#![forbid(unsafe_code)]

mod fill;
mod release;
mod scripts;
mod seal;
mod select;
mod unsealed;

pub use fedseal_manifest::Form;
pub use release::Release;
pub use scripts::{ClassicScripts, check_encoding, is_classic_entry};
pub use seal::{Asset, Options, check, seal};
pub use select::{Filter, Said, Selected, how_to_exclude, is_loadable, select, select_for, select_readable};
pub use unsealed::Unsealed;
