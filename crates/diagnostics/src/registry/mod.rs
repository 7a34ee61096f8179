//! Every rule fedseal knows. A rule id is `area/wrong-pattern`; ids never change their meaning.
//! One file per area.
//! `docs/reference/rules` and `fedseal explain` are made from this list.

use std::sync::LazyLock;

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $undecided:literal
        { $summary:literal $why:literal $fix:literal })*) => {
        $(
            #[doc = $summary]
            pub static $name: super::Rule = super::Rule {
                id: $id,
                severity: super::Severity::$severity,
                undecided: $undecided,
                summary: $summary,
                why: $why,
                fix: $fix,
            };
        )*
        /// The rules of this area, sorted by id.
        pub(super) static RULES: &[&super::Rule] = &[$(&$name),*];
    };
}
use rules;

mod asset;
mod cache;
mod closure;
mod config;
mod contract;
mod csp;
mod enforce;
mod federation;
mod file;
mod integrity;
mod internal;
mod manifest;
mod options;
mod serve;
mod shared;
mod sign;
mod signature;

pub use asset::*;
pub use cache::*;
pub use closure::*;
pub use config::*;
pub use contract::*;
pub use csp::*;
pub use enforce::*;
pub use federation::*;
pub use file::*;
pub use integrity::*;
pub use internal::*;
pub use manifest::*;
pub use options::*;
pub use serve::*;
pub use shared::*;
pub use sign::*;
pub use signature::*;

/// All rules, sorted by id.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    [
        asset::RULES,
        cache::RULES,
        closure::RULES,
        config::RULES,
        contract::RULES,
        csp::RULES,
        enforce::RULES,
        federation::RULES,
        file::RULES,
        integrity::RULES,
        internal::RULES,
        manifest::RULES,
        options::RULES,
        serve::RULES,
        shared::RULES,
        sign::RULES,
        signature::RULES,
    ]
    .concat()
});

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The build fails, the command ends with 1 or 2.
    Error,
    /// Reported; changes no verdict.
    Warning,
    /// For information: nothing has to be done.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The severity called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Note].into_iter().find(|one| one.as_str() == name)
    }
}

/// One rule: what is wrong, why it matters, what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `area/wrong-pattern`.
    pub id: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// True when it means that something could not be checked (exit code 2) instead of checked and found wrong (1).
    pub undecided: bool,
    /// What is wrong, in one sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sorted_unique_and_well_formed() {
        for pair in RULES.windows(2) {
            assert!(pair[0].id < pair[1].id, "{} must come after {}", pair[0].id, pair[1].id);
        }
        for rule in RULES.iter() {
            let (area, pattern) = rule.id.split_once('/').unwrap_or_default();
            let word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(word(area) && word(pattern), "{}", rule.id);
        }
    }

    #[test]
    fn every_text_is_a_sentence() {
        for rule in RULES.iter() {
            for text in [rule.summary, rule.why, rule.fix] {
                assert!(text.len() > 20 && text.ends_with(['.', '`']), "{}: {text}", rule.id);
            }
        }
    }
}
