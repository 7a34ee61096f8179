//! The JavaScript shapes of the core types, and the way between them. Core types are never exposed themselves.

mod contract;
mod diagnostic;
mod digest;
mod folder;
mod seal;

pub(crate) use contract::*;
pub(crate) use diagnostic::*;
pub(crate) use digest::*;
pub(crate) use folder::*;
pub(crate) use seal::*;
