//! Diagnostics as text for people, JSON for programs, GitHub annotations and SARIF 2.1.0.

mod github;
mod json;
mod sarif;
mod text;

use serde_json::Value;

use crate::Diagnostic;

pub use text::explain;

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
    /// What became of each area, where a command looks at several; without it, `area` is all there is.
    pub areas: Option<&'a Areas>,
    /// So many findings per rule are printed in text; the rest is a count. `None` prints all.
    pub limit: Option<usize>,
    /// Width of the terminal that text is printed on, in columns: places and messages stand in two columns, and long lines are
    /// wrapped. `None` for everything else: one line per thing, which tools can search.
    pub width: Option<usize>,
}

/// What became of the areas of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Areas {
    /// Areas that were checked.
    pub checked: Vec<String>,
    /// (area, reason) of what was not.
    pub unchecked: Vec<(String, String)>,
    /// Areas that have nothing to check in this project.
    pub not_applicable: Vec<String>,
}

/// The report in `format`, without a final line feed; empty when there is nothing to say in this format.
pub fn render(report: &Report<'_>, format: Format) -> String {
    match format {
        Format::Text => text::text(report),
        Format::Json => pretty(&json::json(report)),
        Format::Github => github::github(report),
        Format::Sarif => pretty(&sarif::sarif(report)),
    }
}

/// Names come from files and manifests: control and direction characters must not reach a terminal or a log parser.
pub(crate) fn visible(text: &str) -> String {
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

pub(crate) fn joined(base: &str, file: &str) -> String {
    let base = base.trim_end_matches('/');
    if base.is_empty() || base == "." { file.to_owned() } else { format!("{base}/{file}") }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    use crate::registry::{CONTRACT_PROPERTY_ADDED, INTEGRITY_DRIFT, INTERNAL_PANIC, MANIFEST_INVALID_JSON};
    use crate::{Location, Severity};

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
            // Weighs less than its rule, and is known to the line only.
            Diagnostic::new(&CONTRACT_PROPERTY_ADDED, "a member more")
                .with_severity(Severity::Note)
                .at(Location { line: Some(3), ..Location::file("src/a.ts") }),
        ]
    }

    #[test]
    fn formats() {
        let findings = findings();
        for (name, format) in [("text", Format::Text), ("json", Format::Json), ("github", Format::Github)] {
            let report = Report { findings: &findings, area: "integrity", base: "dist/", ..Report::default() };
            insta::assert_snapshot!(name, render(&report, format));
        }
    }

    #[test]
    fn text_is_short_and_counts_the_rest() {
        let sha384 = format!("sha384-{}", "Ab".repeat(32));
        let sha256 = "0123456789abcdef".repeat(4);
        let findings: Vec<Diagnostic> = (0..5)
            .map(|index| Diagnostic::new(&INTEGRITY_DRIFT, format!("{index}.js was {sha384}, has {sha256}")))
            .collect();
        let report = Report { findings: &findings, limit: Some(2), ..Report::default() };
        insta::assert_snapshot!("limited", render(&report, Format::Text));
        assert!(render(&report, Format::Json).contains(&sha384), "JSON has whole hashes");
    }

    #[test]
    fn text_in_two_columns() {
        let at = |line| Location { line: Some(line), ..Location::file("dist/static/js/a-file-with-a-long-name.js") };
        let findings = [
            Diagnostic::new(&INTEGRITY_DRIFT, "a.js was changed and this message goes on past the edge").at(at(3)),
            Diagnostic::new(&INTEGRITY_DRIFT, "b.js was changed").at(Location::file("dist/b.js")),
            Diagnostic::new(&INTERNAL_PANIC, "without a place"),
        ];
        let report = Report { findings: &findings, width: Some(72), ..Report::default() };
        let text = render(&report, Format::Text);
        assert!(text.lines().all(|line| line.chars().count() <= 72), "{text}");
        insta::assert_snapshot!("columns", text);
    }

    #[test]
    fn json_of_several_areas() {
        let areas = Areas {
            checked: vec!["integrity".into()],
            unchecked: vec![("csp".into(), "no policy".into())],
            not_applicable: vec!["serve".into()],
        };
        let report = Report { areas: Some(&areas), ..Report::default() };
        let value: Value = serde_json::from_str(&render(&report, Format::Json)).unwrap();
        assert_eq!(
            value,
            json!({
                "findings": [],
                "checked": ["integrity"],
                "unchecked": [{ "area": "csp", "reason": "no policy" }],
                "notApplicable": ["serve"],
            })
        );
    }

    #[test]
    fn sarif_names_the_rules_that_occur_and_places_every_finding() {
        let findings = findings();
        let value = sarif::sarif(&Report { findings: &findings, area: "integrity", base: "dist", ..Report::default() });
        let run = &value["runs"][0];
        let rules = &run["tool"]["driver"]["rules"];
        assert_eq!(rules.as_array().map(Vec::len), Some(findings.len()));
        for result in run["results"].as_array().into_iter().flatten() {
            let index = result["ruleIndex"].as_u64().unwrap_or(u64::MAX) as usize;
            assert_eq!(result["ruleId"], rules[index]["id"]);
        }
        assert_eq!(
            run["results"][1]["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": "dist/a%20b/%C3%BC.json" },
                "region": { "startLine": 3, "startColumn": 7 },
            })
        );
        assert_eq!(
            run["results"][0]["locations"][0]["physicalLocation"]["region"],
            json!({ "startLine": 1 }),
            "a whole file"
        );
        let served = [Diagnostic::new(&INTEGRITY_DRIFT, "x").at(Location::file("https://a.example/b c.json"))];
        let value = sarif::sarif(&Report { findings: &served, ..Report::default() });
        assert_eq!(
            value["runs"][0]["results"][0]["locations"][0]["physicalLocation"],
            json!({ "artifactLocation": { "uri": "https://a.example/b c.json" } })
        );
        assert_eq!(run["columnKind"], "utf16CodeUnits");
        assert_eq!(run["results"][3]["level"], "note");
        assert_eq!(run["results"][3]["locations"][0]["physicalLocation"]["region"], json!({ "startLine": 3 }));
    }
}
