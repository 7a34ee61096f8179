//! Diagnostics as text for people, JSON for programs, GitHub annotations and SARIF 2.1.0.

use serde_json::{Value, json};

use crate::{Diagnostic, Location, RULES, Rule, Severity};

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// `{ "findings", "checked", "unchecked" }`.
    Json,
    /// GitHub Actions workflow commands, one line per finding.
    Github,
    /// SARIF 2.1.0 (OASIS), for code scanning.
    Sarif,
}

impl Format {
    /// The format called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            "github" => Some(Self::Github),
            "sarif" => Some(Self::Sarif),
            _ => None,
        }
    }
}

/// What a check or a seal reports.
#[derive(Debug, Clone, Default)]
pub struct Report<'a> {
    /// What was found, in order.
    pub findings: &'a [Diagnostic],
    /// The area that was looked at, `integrity` or `seal`.
    pub area: &'a str,
    /// The folder that locations are relative to, as the user named it. Put in front of them for GitHub and SARIF.
    pub base: &'a str,
}

/// The report in `format`, without a final line feed; empty when there is nothing to say in this format.
pub fn render(report: &Report<'_>, format: Format) -> String {
    match format {
        Format::Text => report.findings.chunk_by(alike).map(text).collect::<Vec<_>>().join("\n\n"),
        Format::Json => pretty(&to_json(report)),
        Format::Github => {
            report.findings.iter().map(|finding| github(finding, report.base)).collect::<Vec<_>>().join("\n")
        }
        Format::Sarif => pretty(&sarif(report)),
    }
}

/// True when two diagnostics have the same reason and remedy, so that these are printed once.
fn alike(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.rule == b.rule && a.help() == b.help()
}

/// Alike diagnostics for people: what happened and where, for each; why it matters and what to do, once.
fn text(alike: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in alike {
        let rule = diagnostic.rule;
        out.push_str(&format!("{}[{}]: {}\n", rule.severity.as_str(), rule.id, visible(&diagnostic.message)));
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

/// Names come from files and manifests: control and direction characters must not reach a terminal or a log parser.
fn visible(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

fn to_json(report: &Report<'_>) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.rule.id,
                "severity": finding.rule.severity.as_str(),
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
    let unchecked: Vec<Value> = report
        .findings
        .iter()
        .filter(|finding| finding.rule.undecided)
        .map(|finding| json!({ "area": report.area, "reason": finding.message }))
        .collect();
    let checked = if unchecked.is_empty() { vec![report.area] } else { vec![] };
    json!({ "findings": findings, "checked": checked, "unchecked": unchecked })
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>: `%`, CR and LF are escaped in
/// data, and `:` and `,` as well in properties.
fn github(finding: &Diagnostic, base: &str) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut properties = Vec::new();
    if let Some(location) = &finding.location {
        properties.push(format!("file={}", property(&visible(&joined(base, &location.file)))));
        if let Some(line) = location.line {
            properties.push(format!("line={line}"));
        }
        if let Some(column) = location.column {
            properties.push(format!("col={column}"));
        }
    }
    properties.push(format!("title={}", property(finding.rule.id)));
    let pointer = finding.location.as_ref().and_then(|location| location.pointer.as_deref());
    let place = pointer.map(|pointer| format!(" ({pointer})")).unwrap_or_default();
    let place = visible(&place);
    let message = format!("{}{place}\n{}\n{}", visible(&finding.message), finding.rule.why, visible(finding.help()));
    format!("::{} {}::{}", finding.rule.severity.as_str(), properties.join(","), data(&message))
}

fn joined(base: &str, file: &str) -> String {
    let base = base.trim_end_matches('/');
    if base.is_empty() || base == "." { file.to_owned() } else { format!("{base}/{file}") }
}

fn sarif(report: &Report<'_>) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": { "text": rule.summary },
                "fullDescription": { "text": rule.why },
                "help": { "text": rule.fix },
                "defaultConfiguration": { "level": rule.severity.as_str() },
            })
        })
        .collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let mut result = json!({
                "ruleId": finding.rule.id,
                "ruleIndex": RULES.iter().position(|rule| *rule == finding.rule),
                "level": finding.rule.severity.as_str(),
                "message": { "text": format!("{}\n{}", finding.message, finding.help()) },
            });
            if let Some(location) = &finding.location {
                let uri = uri(&joined(report.base, &location.file));
                let mut physical = json!({ "artifactLocation": { "uri": uri } });
                if let Some(line) = location.line {
                    physical["region"] = json!({ "startLine": line, "startColumn": location.column.unwrap_or(1) });
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
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "fedseal", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{INTEGRITY_DRIFT, INTERNAL_PANIC, MANIFEST_INVALID_JSON};

    fn findings() -> Vec<Diagnostic> {
        vec![
            Diagnostic::new(&INTEGRITY_DRIFT, "a,b: 100%\nchanged")
                .at(Location::pointer("mf-manifest.json", "/exposes/0/assets/js/sync/0")),
            Diagnostic::new(&MANIFEST_INVALID_JSON, "cut off").at(Location {
                line: Some(3),
                column: Some(7),
                ..Location::file("a b/ü.json")
            }),
            Diagnostic::new(&INTERNAL_PANIC, "\u{1b}[31mred\u{202e}").with_help("try again."),
        ]
    }

    #[test]
    fn formats() {
        let findings = findings();
        for (name, format) in [("text", Format::Text), ("json", Format::Json), ("github", Format::Github)] {
            let report = Report { findings: &findings, area: "integrity", base: "dist/" };
            insta::assert_snapshot!(name, render(&report, format));
        }
    }

    #[test]
    fn sarif_names_every_rule_and_places_every_finding() {
        let findings = findings();
        let value = sarif(&Report { findings: &findings, area: "integrity", base: "dist" });
        let run = &value["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(RULES.len()));
        for result in run["results"].as_array().into_iter().flatten() {
            let index = result["ruleIndex"].as_u64().unwrap_or(u64::MAX) as usize;
            assert_eq!(result["ruleId"], RULES[index].id);
        }
        assert_eq!(
            run["results"][1]["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": "dist/a%20b/%C3%BC.json" },
                "region": { "startLine": 3, "startColumn": 7 },
            })
        );
    }
}
