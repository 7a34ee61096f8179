//! One thing fedseal found, as data. It is rendered at the edge, never inside a check.

use crate::registry::{Rule, Severity};

/// Something found for one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule it was found for; carries reason and remedy.
    pub rule: &'static Rule,
    /// How much this finding weighs: as much as its rule, unless it says otherwise.
    pub severity: Severity,
    /// True when something was not checked (exit code 2): always where its rule says so. Levels and exceptions do not touch it.
    pub undecided: bool,
    /// What happened, in one sentence, with the names involved.
    pub message: String,
    /// Where, when there is a place.
    pub location: Option<Location>,
    /// A remedy for this very case; without one, the rule's own remedy is shown.
    pub help: Option<Box<str>>,
}

/// A place in an input. Paths are as the user gave them or relative to the output folder, with `/`.
///
/// Columns count UTF-16 code units, as editors, TypeScript and the Language Server Protocol do: `é` is one, `😀` is two. Whoever
/// makes a location from another unit converts it there ([`crate::utf16_column`]), so that nobody has to ask later.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// File, relative to the output folder.
    pub file: String,
    /// JSON pointer into that file (RFC 6901).
    pub pointer: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column, from 1, in UTF-16 code units; only together with a line.
    pub column: Option<u32>,
}

impl Location {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// A value inside a JSON file.
    pub fn pointer(file: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: Some(pointer.into()), ..Self::default() }
    }
}

impl Diagnostic {
    /// A diagnostic of `rule` without a place.
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            undecided: rule.undecided,
            message: message.into(),
            location: None,
            help: None,
        }
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// The same, with a weight of its own.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same, as a reason why something was not checked.
    #[must_use]
    pub fn as_undecided(mut self) -> Self {
        self.undecided = true;
        self
    }

    /// The same, with a remedy for this very case.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into().into_boxed_str());
        self
    }

    /// What to do about it.
    pub fn help(&self) -> &str {
        self.help.as_deref().unwrap_or(self.rule.fix)
    }

    /// True when it makes a build fail or a check end in red.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
