//! What was found, and what becomes text of it.

use fedseal_diagnostics::render::Areas;
use fedseal_diagnostics::{Diagnostic, Location, Rule, Severity, rule};
use napi::{Error, Result};
use napi_derive::napi;

/// Something found for one rule.
#[napi(object, js_name = "Diagnostic")]
pub struct JsDiagnostic {
    /// The rule's id, `area/wrong-pattern`.
    pub rule: String,
    /// `error`, `warning` or `note`: that of the rule, unless the finding has its own.
    #[napi(ts_type = "Severity")]
    pub severity: String,
    /// Whether it means that something was not checked, whatever its level: always where the rule says so.
    pub undecided: bool,
    /// What happened.
    pub message: String,
    /// Where.
    pub location: Option<JsLocation>,
    /// What to do.
    pub help: String,
}

/// A place in an input.
#[napi(object, js_name = "Location")]
pub struct JsLocation {
    /// File, relative to the output folder.
    pub file: String,
    /// JSON pointer into that file (RFC 6901).
    pub pointer: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column, from 1, in UTF-16 code units; only together with a line.
    pub column: Option<u32>,
}

impl From<Diagnostic> for JsDiagnostic {
    fn from(core: Diagnostic) -> Self {
        Self {
            rule: core.rule.id.to_owned(),
            severity: core.severity.as_str().to_owned(),
            undecided: core.undecided,
            help: core.help().to_owned(),
            message: core.message,
            location: core.location.map(|at| JsLocation {
                file: at.file,
                pointer: at.pointer,
                line: at.line,
                column: at.column,
            }),
        }
    }
}

impl TryFrom<JsDiagnostic> for Diagnostic {
    type Error = Error;
    fn try_from(js: JsDiagnostic) -> Result<Self> {
        let rule = rule(&js.rule).ok_or_else(|| Error::from_reason(format!("{:?} is not a rule", js.rule)))?;
        let location =
            js.location.map(|at| Location { file: at.file, pointer: at.pointer, line: at.line, column: at.column });
        let severity = Severity::parse(&js.severity)
            .ok_or_else(|| Error::from_reason(format!("{:?} is not a severity", js.severity)))?;
        Ok(Self { rule, severity, undecided: js.undecided, message: js.message, location, help: Some(js.help.into()) })
    }
}

/// A rule.
#[napi(object, js_name = "Rule", object_from_js = false)]
pub struct JsRule {
    /// `area/wrong-pattern`.
    pub id: String,
    /// `error` or `warning`.
    #[napi(ts_type = "Severity")]
    pub severity: String,
    /// Whether it means that something could not be checked.
    pub undecided: bool,
    /// What is wrong.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
}

impl From<&Rule> for JsRule {
    fn from(core: &Rule) -> Self {
        Self {
            id: core.id.to_owned(),
            severity: core.severity.as_str().to_owned(),
            undecided: core.undecided,
            summary: core.summary.to_owned(),
            why: core.why.to_owned(),
            fix: core.fix.to_owned(),
        }
    }
}

/// What `render` turns into text.
#[napi(object, js_name = "Report", object_to_js = false)]
pub struct JsReport {
    /// What was found, in order.
    pub findings: Vec<JsDiagnostic>,
    /// The area that was looked at.
    pub area: String,
    /// The folder that locations are relative to.
    pub base: String,
    /// What became of each area, where a command looks at several.
    pub areas: Option<JsAreas>,
    /// So many findings per rule are printed in text; all when missing.
    pub limit: Option<u32>,
    /// Width of the terminal that text is printed on, in columns; missing for everything else.
    pub width: Option<u32>,
}

/// What became of the areas of a check.
#[napi(object, js_name = "Areas", object_to_js = false)]
pub struct JsAreas {
    /// Areas that were checked.
    pub checked: Vec<String>,
    /// What was not, and why.
    pub unchecked: Vec<JsUnchecked>,
    /// Areas that have nothing to check in this project.
    pub not_applicable: Vec<String>,
}

/// An area that could not be checked.
#[napi(object, js_name = "Unchecked", object_to_js = false)]
pub struct JsUnchecked {
    /// Its name.
    pub area: String,
    /// Why not.
    pub reason: String,
}

impl From<JsAreas> for Areas {
    fn from(js: JsAreas) -> Self {
        let unchecked = js.unchecked.into_iter().map(|one| (one.area, one.reason)).collect();
        Self { checked: js.checked, unchecked, not_applicable: js.not_applicable }
    }
}

pub(crate) fn twins(diagnostics: Vec<Diagnostic>) -> Vec<JsDiagnostic> {
    diagnostics.into_iter().map(Into::into).collect()
}
