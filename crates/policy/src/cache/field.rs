//! The strict reader of `Cache-Control` (RFC 9111, section 5.2; lists: RFC 9110, section 5.6.1).
//!
//! What cannot be read is never guessed: a cache that splits `public max-age=0` at its commas sees one unknown directive,
//! another one sees none. The reader says so, and goes on behind the next comma.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Severity};

use super::arguments::argument_fault;
use super::contradictions::contradictions;
use super::directive::{Argument, Directive, find, nearest, seconds};
use super::syntax::{directive, split};
use super::tokens::shown;

/// Bytes of all lines together that are read. Servers and caches limit header fields to about as much.
pub const MAX_BYTES: usize = 8192;
/// Directives that are read.
pub const MAX_DIRECTIVES: usize = 64;
/// Findings about the syntax of one response; a bomb must not fill a report.
const MAX_FINDINGS: usize = 16;

/// What was read: the directives that are well-formed, and everything that is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CacheControl {
    /// Directives that are well-formed, in order. Duplicates are in it.
    pub directives: Vec<Directive>,
    /// What is wrong with the field.
    pub diagnostics: Vec<Diagnostic>,
}

impl CacheControl {
    /// Whether there is a directive of this name, with or without an argument.
    pub fn has(&self, name: &str) -> bool {
        self.directives.iter().any(|directive| directive.name == name)
    }

    /// Whether the directive applies to the whole response: `no-cache`, not `no-cache="set-cookie"`.
    pub fn whole(&self, name: &str) -> bool {
        self.directives.iter().any(|directive| directive.name == name && directive.argument.is_none())
    }

    /// The seconds of a directive. Unreadable seconds and several values that differ are `Some(0)`: caches should take
    /// such a response for stale (RFC 9111, section 4.2.1).
    pub fn seconds(&self, name: &str) -> Option<u64> {
        let mut values = self
            .directives
            .iter()
            .filter(|directive| directive.name == name)
            .map(|directive| directive.argument.as_ref().and_then(|argument| seconds(argument.text())));
        let first = values.next()?;
        if values.any(|value| value != first) { Some(0) } else { Some(first.unwrap_or(0)) }
    }
}

/// Reads the lines of `Cache-Control` of one response.
pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> CacheControl {
    read_with(lines, &[])
}

/// The same, with directives without arguments that one product defines.
pub(super) fn read_with<'a>(
    lines: impl IntoIterator<Item = &'a str>,
    extensions: &'static [&'static str],
) -> CacheControl {
    let mut reader = Reader { extensions, ..Reader::default() };
    let lines: Vec<&str> = lines.into_iter().collect();
    let bytes: usize = lines.iter().map(|line| line.len()).sum();
    if bytes > MAX_BYTES {
        reader.syntax(format!(
            "`Cache-Control` has {bytes} bytes; fedseal reads {MAX_BYTES}, and servers and caches refuse or cut longer fields"
        ));
        return reader.finish();
    }
    for line in lines {
        reader.line(line);
        if reader.read.directives.len() > MAX_DIRECTIVES {
            reader.syntax(format!("`Cache-Control` has more than {MAX_DIRECTIVES} directives"));
            reader.read.directives.truncate(MAX_DIRECTIVES);
            break;
        }
    }
    reader.duplicates();
    for finding in contradictions(&reader.read) {
        reader.add(finding);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    read: CacheControl,
    hidden: usize,
    extensions: &'static [&'static str],
}

impl Reader {
    fn add(&mut self, diagnostic: Diagnostic) {
        if self.read.diagnostics.len() < MAX_FINDINGS {
            self.read.diagnostics.push(diagnostic);
        } else {
            self.hidden += 1;
        }
    }

    fn syntax(&mut self, message: String) {
        self.add(Diagnostic::new(&rules::CACHE_INVALID_SYNTAX, message));
    }

    fn finish(mut self) -> CacheControl {
        if self.hidden > 0 {
            let message = format!("`Cache-Control` has {} more faults like these", self.hidden);
            self.read.diagnostics.push(Diagnostic::new(&rules::CACHE_INVALID_SYNTAX, message));
        }
        self.read
    }

    fn line(&mut self, line: &str) {
        let mut empty = 0usize;
        let elements = split(line);
        // A line without anything is a list without elements, which is fine; `a,,b` is not (section 5.6.1.1).
        if elements.iter().all(|element| element.is_empty()) {
            if elements.len() > 1 {
                self.syntax(format!("`Cache-Control` holds only commas: {}", shown(line)));
            }
            return;
        }
        for element in elements {
            if element.is_empty() {
                empty += 1;
            } else {
                self.element(element);
            }
            if self.read.directives.len() > MAX_DIRECTIVES {
                return;
            }
        }
        if empty > 0 {
            let message = format!("`Cache-Control` has an extra comma: {}", shown(line));
            let help = "Remove the comma: senders must not write empty list elements (RFC 9110, section 5.6.1.1).";
            let finding = Diagnostic::new(&rules::CACHE_INVALID_SYNTAX, message);
            self.add(finding.with_severity(Severity::Warning).with_help(help));
        }
    }

    fn element(&mut self, element: &str) {
        match directive(element) {
            Ok(directive) => {
                self.meaning(&directive);
                self.read.directives.push(directive);
            }
            Err(fault) => {
                let message = format!("{} is not a cache directive: {}", shown(element), fault.what);
                let mut finding = Diagnostic::new(&rules::CACHE_INVALID_SYNTAX, message);
                if let Some(help) = fault.help {
                    finding = finding.with_help(help);
                }
                self.add(finding);
            }
        }
    }

    /// Whether a well-formed directive means something in a response.
    fn meaning(&mut self, directive: &Directive) {
        let name = &directive.name;
        if directive.argument.is_none() && self.extensions.contains(&name.as_str()) {
            return;
        }
        let Some(known) = find(name) else {
            let finding = match nearest(name) {
                Some(meant) => Diagnostic::new(
                    &rules::CACHE_MISSPELLED_DIRECTIVE,
                    format!("{} is probably `{meant}`", shown(name)),
                )
                .with_help(format!("Write `{meant}`: caches ignore names that they do not know.")),
                None => Diagnostic::new(
                    &rules::CACHE_UNKNOWN_DIRECTIVE,
                    format!("no specification defines the directive {}", shown(name)),
                ),
            };
            return self.add(finding);
        };
        if !known.response {
            let message =
                format!("`{name}` is a directive of requests ({}); in a response it does nothing", known.section);
            return self.add(Diagnostic::new(&rules::CACHE_REQUEST_DIRECTIVE, message));
        }
        if let Some(fault) = argument_fault(directive, known.takes) {
            let message = format!("{} ({})", fault.what, known.section);
            let finding = Diagnostic::new(&rules::CACHE_INVALID_ARGUMENT, message);
            self.add(finding.with_severity(fault.severity).with_help(fault.remedy));
        }
    }

    fn duplicates(&mut self) {
        let directives = std::mem::take(&mut self.read.directives);
        for (index, directive) in directives.iter().enumerate() {
            let same = |other: &&Directive| other.name == directive.name;
            // Each name once: at its second place.
            if directives[..index].iter().filter(same).count() != 1 {
                continue;
            }
            let name = shown(&directive.name);
            let differs = directives.iter().filter(same).any(|other| other.argument != directive.argument);
            let finding = if differs {
                let values: Vec<String> = directives
                    .iter()
                    .filter(same)
                    .map(|one| shown(one.argument.as_ref().map_or("no argument", Argument::text)))
                    .collect();
                let message = format!("{name} appears with different values: {}", values.join(", "));
                Diagnostic::new(&rules::CACHE_DUPLICATE_DIRECTIVE, message)
            } else {
                Diagnostic::new(&rules::CACHE_DUPLICATE_DIRECTIVE, format!("{name} appears twice"))
                    .with_severity(Severity::Warning)
            };
            self.add(finding);
        }
        self.read.directives = directives;
    }
}
