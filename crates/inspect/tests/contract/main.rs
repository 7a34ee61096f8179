//! Projects on a disk to contracts, by the unit that does it.
#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

mod globals;
mod graph;
mod names;
mod packages;
mod project;
mod resolve;
mod sources;
mod write;
