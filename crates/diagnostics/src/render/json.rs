//! For programs.

use serde_json::{Value, json};

use super::Report;

/// `{ "findings", "checked", "unchecked" }`; of a command that looks at several areas also `notApplicable`.
pub(crate) fn json(report: &Report<'_>) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.rule.id,
                "severity": finding.severity.as_str(),
                "message": finding.message,
                "location": finding.location.as_ref().map(|location| {
                    let mut out = json!({ "file": location.file });
                    for (key, value) in [
                        ("pointer", location.pointer.as_ref().map(|pointer| json!(pointer))),
                        ("line", location.line.map(|line| json!(line))),
                        ("column", location.column.map(|column| json!(column))),
                    ] {
                        if let Some(value) = value {
                            out[key] = value;
                        }
                    }
                    out
                }),
                "help": finding.help(),
            })
        })
        .collect();
    if let Some(areas) = report.areas {
        let unchecked: Vec<Value> =
            areas.unchecked.iter().map(|(area, reason)| json!({ "area": area, "reason": reason })).collect();
        return json!({
            "findings": findings,
            "checked": areas.checked,
            "unchecked": unchecked,
            "notApplicable": areas.not_applicable,
        });
    }
    let unchecked: Vec<Value> = report
        .findings
        .iter()
        .filter(|finding| finding.undecided)
        .map(|finding| json!({ "area": report.area, "reason": finding.message }))
        .collect();
    let checked = if unchecked.is_empty() { vec![report.area] } else { vec![] };
    json!({ "findings": findings, "checked": checked, "unchecked": unchecked })
}
