//! For people.

use super::visible;
use crate::{Diagnostic, Location, Rule, Severity};

/// Diagnostics for people; those with the same reason and remedy that follow each other are one block.
pub(crate) fn text(findings: &[Diagnostic]) -> String {
    findings.chunk_by(alike).map(block).collect::<Vec<_>>().join("\n\n")
}

/// True when two diagnostics have the same reason and remedy, so that these are printed once.
fn alike(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.rule == b.rule && a.help() == b.help()
}

/// Alike diagnostics for people: what happened and where, for each; why it matters and what to do, once.
fn block(alike: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in alike {
        let rule = diagnostic.rule;
        out.push_str(&format!("{}[{}]: {}\n", diagnostic.severity.as_str(), rule.id, visible(&diagnostic.message)));
        if let Some(location) = &diagnostic.location {
            out.push_str(&format!("  at   {}\n", visible(&place(location))));
        }
    }
    if let Some(last) = alike.last() {
        out.push_str(&format!("  why  {}\n  fix  {}", last.rule.why, visible(last.help())));
    }
    out
}

/// A rule explained: what `fedseal explain` prints and the reference pages contain.
pub fn explain(rule: &Rule) -> String {
    let verdict = match (rule.severity, rule.undecided) {
        (Severity::Note, _) => "note: for information, changes no verdict",
        (Severity::Warning, _) => "warning: reported, changes no verdict",
        (Severity::Error, false) => "error: fails the build, exit code 1",
        (Severity::Error, true) => "error: could not be checked, fails the build, exit code 2",
    };
    format!(
        "# {}\n\n{}\n\n**Level.** {verdict}.\n\n**Why it matters.** {}\n\n**What to do.** {}",
        rule.id, rule.summary, rule.why, rule.fix
    )
}

fn place(location: &Location) -> String {
    let mut out = location.file.clone();
    if let Some(line) = location.line {
        out.push_str(&format!(":{line}"));
        if let Some(column) = location.column {
            out.push_str(&format!(":{column}"));
        }
    }
    if let Some(pointer) = &location.pointer {
        out.push_str(&format!(" {pointer}"));
    }
    out
}
