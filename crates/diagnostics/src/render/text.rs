//! For people.

use super::{Report, visible};
use crate::{Diagnostic, Location, Rule, Severity};

/// Diagnostics for people; those with the same reason and remedy that follow each other are one block, of which `limit` are
/// printed. Hashes are cut: nobody compares them by eye, and JSON has them whole.
pub(crate) fn text(report: &Report<'_>) -> String {
    let block = |alike: &[Diagnostic]| match report.width {
        Some(width) if width >= NARROWEST => columns(alike, report.limit, width),
        _ => block(alike, report.limit),
    };
    report.findings.chunk_by(alike).map(block).collect::<Vec<_>>().join("\n\n")
}

/// On a narrower terminal two columns would be harder to read than none.
const NARROWEST: usize = 60;

/// True when two diagnostics have the same reason and remedy, so that these are printed once.
fn alike(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.rule == b.rule && a.help() == b.help()
}

/// Alike diagnostics for people: what happened and where, for each; why it matters and what to do, once.
fn block(alike: &[Diagnostic], limit: Option<usize>) -> String {
    let mut out = String::new();
    let shown = limit.unwrap_or(alike.len());
    for diagnostic in alike.iter().take(shown) {
        let rule = diagnostic.rule;
        out.push_str(&format!(
            "{}[{}]: {}\n",
            diagnostic.severity.as_str(),
            rule.id,
            visible(&shortened(&diagnostic.message))
        ));
        if let Some(location) = &diagnostic.location {
            out.push_str(&format!("  at   {}\n", visible(&place(location))));
        }
    }
    if let Some(last) = alike.last() {
        if alike.len() > shown {
            let more = alike.len() - shown;
            out.push_str(&format!("  and {more} more of {}: `--verbose` or `--format json` shows all\n", last.rule.id));
        }
        out.push_str(&format!("  why  {}\n  fix  {}", last.rule.why, visible(last.help())));
    }
    out
}

/// The same for a terminal of `width` columns: the place on the left, what happened on the right.
fn columns(alike: &[Diagnostic], limit: Option<usize>, width: usize) -> String {
    let Some(first) = alike.first() else { return String::new() };
    let shown = &alike[..limit.unwrap_or(alike.len()).min(alike.len())];
    let places: Vec<String> =
        shown.iter().map(|one| one.location.as_ref().map(|at| visible(&place(at))).unwrap_or_default()).collect();
    let longest = places.iter().map(|place| place.chars().count()).max().unwrap_or_default();
    let left = longest.min(width * 2 / 5);
    let gap = if left == 0 { 2 } else { left + 4 };
    let mut out = format!("{}[{}]\n", first.severity.as_str(), first.rule.id);
    for (one, place) in shown.iter().zip(&places) {
        let message = wrapped(&visible(&shortened(&one.message)), width - gap);
        for (index, line) in message.iter().enumerate() {
            let place = if index == 0 { cut(place, left) } else { String::new() };
            let padding = " ".repeat(gap - 2 - place.chars().count());
            out.push_str(&format!("  {place}{padding}{line}\n"));
        }
    }
    if alike.len() > shown.len() {
        let more = alike.len() - shown.len();
        out.push_str(&format!("  and {more} more: `--verbose` or `--format json` shows all\n"));
    }
    for (name, text) in [("why", first.rule.why), ("fix", first.help())] {
        for (index, line) in wrapped(&visible(text), width - 7).iter().enumerate() {
            out.push_str(&format!("  {}  {line}\n", if index == 0 { name } else { "   " }));
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A text in lines of at most `width` characters, broken at spaces, and inside a word where it is longer.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        let used = line.chars().count();
        if used > 0 && used + 1 + word.len() <= width {
            line.push(' ');
        } else {
            if used > 0 {
                lines.push(std::mem::take(&mut line));
            }
            while word.len() > width {
                lines.push(word.drain(..width).collect());
            }
        }
        line.extend(word);
    }
    lines.push(line);
    lines
}

/// The end of a place, which tells more than its start.
fn cut(place: &str, width: usize) -> String {
    let count = place.chars().count();
    if count <= width {
        place.to_owned()
    } else {
        format!("…{}", place.chars().skip(count + 1 - width).collect::<String>())
    }
}

/// A text with its hashes cut to their first characters: SRI strings (SRI, section 3.1) and 64 hex digits.
fn shortened(text: &str) -> String {
    const KEPT: usize = 12;
    let is_hash = |word: &str| {
        let hex = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        let sri = ["sha256-", "sha384-", "sha512-"].iter().any(|algorithm| {
            word.strip_prefix(algorithm).is_some_and(|rest| {
                rest.len() >= 43 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
            })
        });
        hex || sri
    };
    let in_hash = |c: char| c.is_ascii_alphanumeric() || "-+/=".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(in_hash) {
        let length = rest[start..].find(|c| !in_hash(c)).unwrap_or(rest.len() - start);
        let (before, word, after) = (&rest[..start], &rest[start..start + length], &rest[start + length..]);
        out.push_str(before);
        if is_hash(word) {
            let kept = word.find('-').map_or(KEPT, |dash| dash + 1 + KEPT);
            out.push_str(&word[..kept]);
            out.push('…');
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
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
