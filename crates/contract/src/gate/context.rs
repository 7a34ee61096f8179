//! The state that all checks of the gate share.

use std::collections::BTreeSet;

use swc_core::common::BytePos;
use swc_core::ecma::ast::Id;

/// A place that is for tsc, and why.
pub(crate) type Found = (BytePos, String);

/// The checks of one module; each of its methods refuses what it does not know to be right.
pub(super) struct Gate {
    /// Names that the declarations still have.
    pub(super) kept: BTreeSet<Id>,
    /// Functions with overloads: their implementation is no part of the declarations.
    pub(super) overloaded: BTreeSet<Id>,
    /// Functions whose properties would be part of their type.
    pub(super) functions: BTreeSet<Id>,
    /// Everything that was refused so far.
    pub(super) found: Vec<Found>,
}

impl Gate {
    /// Leaves a place to tsc.
    pub(super) fn refuse(&mut self, at: BytePos, reason: impl Into<String>) {
        self.found.push((at, reason.into()));
    }
}

/// How a value is written into the declaration.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// `let`, a property that can be written, a parameter's default: `1` is a number.
    Wide,
    /// `const` and `readonly`: `1` is 1.
    Fixed,
    /// Inside `as const`.
    Frozen,
    /// What a function returns; its types may be local to the function.
    Returned,
    /// `export default` of a value.
    Default,
}
