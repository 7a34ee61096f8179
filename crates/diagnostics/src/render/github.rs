//! GitHub Actions workflow commands, which become annotations.

use super::{Report, joined, visible};
use crate::{Diagnostic, Severity};

/// One command per finding, one per line. Columns are UTF-16 code units, as in GitHub's own views of a file.
pub(crate) fn github(report: &Report<'_>) -> String {
    report.findings.iter().map(|finding| command(finding, report.base)).collect::<Vec<_>>().join("\n")
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>: `%`, CR and LF are escaped in
/// data, and `:` and `,` as well in properties.
fn command(finding: &Diagnostic, base: &str) -> String {
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
    // A rule says why it matters where something has to be done.
    let why = if finding.severity == Severity::Note { String::new() } else { format!("{}\n", finding.rule.why) };
    let message = format!("{}{place}\n{why}{}", visible(&finding.message), visible(finding.help()));
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    format!("::{command} {}::{}", properties.join(","), data(&message))
}
