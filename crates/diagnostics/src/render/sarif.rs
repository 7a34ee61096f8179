//! SARIF 2.1.0 (OASIS), for code scanning.

use serde_json::{Value, json};

use super::{Report, joined};
use crate::Rule;

/// A log with one run: the rules that occur, sorted by id, and a result per finding.
pub(crate) fn sarif(report: &Report<'_>) -> Value {
    let mut occurring: Vec<&Rule> = report.findings.iter().map(|finding| finding.rule).collect();
    occurring.sort_unstable_by_key(|rule| rule.id);
    occurring.dedup_by_key(|rule| rule.id);
    let rules: Vec<Value> = occurring
        .iter()
        .map(|rule| {
            let page = format!("docs/reference/rules/{}.md", rule.id);
            let mut out = json!({
                "id": rule.id,
                "shortDescription": { "text": rule.summary },
                "fullDescription": { "text": rule.why },
                "help": {
                    "text": rule.fix,
                    "markdown": format!("{}\n\n`fedseal explain {}`, or `{page}` in fedseal's repository.", rule.fix, rule.id),
                },
                "defaultConfiguration": { "level": rule.severity.as_str() },
            });
            if let Some(home) = home() {
                out["helpUri"] = json!(format!("{home}/{page}"));
            }
            out
        })
        .collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let mut result = json!({
                "ruleId": finding.rule.id,
                "ruleIndex": occurring.iter().position(|rule| *rule == finding.rule),
                "level": finding.severity.as_str(),
                "message": { "text": format!("{}\n{}", finding.message, finding.help()) },
            });
            if let Some(location) = &finding.location {
                let served = location.file.starts_with("http://") || location.file.starts_with("https://");
                let uri = if served { location.file.clone() } else { uri(&joined(report.base, &location.file)) };
                let mut physical = json!({ "artifactLocation": { "uri": uri } });
                // Code scanning wants a region: of a whole file, its first line.
                if let Some(line) = location.line.or((!served).then_some(1)) {
                    physical["region"] = json!({ "startLine": line });
                    if let Some(column) = location.column {
                        physical["region"]["startColumn"] = json!(column);
                    }
                }
                let mut place = json!({ "physicalLocation": physical });
                if let Some(pointer) = &location.pointer {
                    place["logicalLocations"] = json!([{ "fullyQualifiedName": pointer }]);
                }
                result["locations"] = json!([place]);
            }
            result
        })
        .collect();
    let mut driver = json!({ "name": "fedseal", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    if let Some(home) = home() {
        driver["informationUri"] = json!(home);
    }
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    })
}

/// Where fedseal is published, from the `homepage` of the workspace. `informationUri` and `helpUri` are absolute URIs (SARIF
/// 2.1.0, sections 3.19.17 and 3.49.12), so there are none until it has one.
fn home() -> Option<&'static str> {
    Some(env!("CARGO_PKG_HOMEPAGE").trim_end_matches('/')).filter(|home| !home.is_empty())
}

/// A relative path as a URI reference (RFC 3986, section 3.3): everything but unreserved characters and `/` is encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
