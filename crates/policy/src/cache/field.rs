//! The strict reader of `Cache-Control` (RFC 9111, section 5.2; lists: RFC 9110, section 5.6.1).
//!
//! What cannot be read is never guessed: a cache that splits `public max-age=0` at its commas sees one unknown directive,
//! another one sees none. The reader says so, and goes on behind the next comma.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Severity};

use super::directive::{Argument, Directive, LARGEST, Takes, find, nearest, seconds};
use super::tokens::{is_token, is_token_text, shown};

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
    let mut reader = Reader::default();
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
    reader.contradictions();
    reader.finish()
}

#[derive(Default)]
struct Reader {
    read: CacheControl,
    hidden: usize,
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
            let message = format!("`Cache-Control` has {} more such faults", self.hidden);
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
            let message = format!("`Cache-Control` has a comma too many in {}", shown(line));
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
        if let Some((message, help)) = argument_fault(directive, known.takes) {
            let message = format!("{message} ({})", known.section);
            self.add(Diagnostic::new(&rules::CACHE_INVALID_ARGUMENT, message).with_help(help));
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
                let message = format!("{name} stands there with different values: {}", values.join(", "));
                Diagnostic::new(&rules::CACHE_DUPLICATE_DIRECTIVE, message)
            } else {
                Diagnostic::new(&rules::CACHE_DUPLICATE_DIRECTIVE, format!("{name} stands there twice"))
                    .with_severity(Severity::Warning)
            };
            self.add(finding);
        }
        self.read.directives = directives;
    }

    fn contradictions(&mut self) {
        let read = &self.read;
        let lives = |name: &str| read.seconds(name).is_some_and(|value| value > 0);
        let pairs = [
            (
                read.whole("public") && read.whole("private"),
                "public",
                "private",
                "one allows shared caches, the other forbids them",
            ),
            (
                read.has("no-store") && read.has("immutable"),
                "no-store",
                "immutable",
                "what is not stored cannot be kept",
            ),
            (read.has("no-store") && read.whole("public"), "no-store", "public", "what is not stored cannot be shared"),
            (read.has("no-store") && lives("max-age"), "no-store", "max-age", "what is not stored cannot be reused"),
            (read.has("no-store") && lives("s-maxage"), "no-store", "s-maxage", "what is not stored cannot be reused"),
            (
                read.whole("no-cache") && read.has("immutable"),
                "no-cache",
                "immutable",
                "one asks before each reuse, the other never asks",
            ),
            (
                read.whole("no-cache") && lives("max-age"),
                "no-cache",
                "max-age",
                "one asks before each reuse, the other gives time without asking; caches take the stricter one (RFC 9111, section 4.2.1)",
            ),
            (
                read.whole("no-cache") && lives("s-maxage"),
                "no-cache",
                "s-maxage",
                "one asks before each reuse, the other gives time without asking",
            ),
            (
                read.whole("private") && read.has("s-maxage"),
                "private",
                "s-maxage",
                "one forbids shared caches, the other speaks to nobody else",
            ),
            (
                (read.has("must-revalidate") || read.whole("no-cache") || read.has("no-store"))
                    && lives("stale-while-revalidate"),
                if read.has("must-revalidate") {
                    "must-revalidate"
                } else if read.has("no-store") {
                    "no-store"
                } else {
                    "no-cache"
                },
                "stale-while-revalidate",
                "one forbids stale responses, the other allows them",
            ),
            (
                read.has("immutable") && read.seconds("max-age") == Some(0) && !read.whole("no-cache"),
                "immutable",
                "max-age=0",
                "`immutable` holds while a response is fresh (RFC 8246, section 2), and this one never is",
            ),
        ];
        let found: Vec<Diagnostic> = pairs
            .into_iter()
            .filter(|(contradict, ..)| *contradict)
            .map(|(_, one, other, why)| {
                let message = format!("`{one}` and `{other}` contradict each other: {why}");
                Diagnostic::new(&rules::CACHE_CONTRADICTORY_DIRECTIVES, message)
                    .with_help(format!("Send `{one}` or `{other}`, not both."))
            })
            .collect();
        for finding in found {
            self.add(finding);
        }
    }
}

/// What is wrong with the argument of a known directive, and the remedy.
fn argument_fault(directive: &Directive, takes: Takes) -> Option<(String, String)> {
    let name = &directive.name;
    match (takes, &directive.argument) {
        (Takes::Nothing | Takes::Fields, None) => None,
        (Takes::Nothing, Some(argument)) => Some((
            format!("`{name}` takes no argument, and has {}", shown(argument.text())),
            format!("Write `{name}` alone: a cache may ignore it with an argument."),
        )),
        (Takes::Seconds, None) => {
            Some((format!("`{name}` has no seconds"), format!("Write `{name}=` and a number of seconds.")))
        }
        (Takes::Seconds, Some(Argument::Quoted(text))) if seconds(text).is_some() => Some((
            format!("`{name}` has its seconds in quotes, which senders must not write"),
            format!("Write `{name}={text}`."),
        )),
        (Takes::Seconds, Some(argument)) => {
            let text = argument.text();
            match seconds(text) {
                None => Some((
                    format!("`{name}={}` is not a number of seconds", shown(text).trim_matches('`')),
                    format!("Write `{name}=` and decimal digits, without a sign, a point or a unit."),
                )),
                Some(LARGEST) => Some((
                    format!("`{name}` is larger than 2147483647 seconds, where caches may stop counting"),
                    format!("Write `{name}=31536000`, which is a year and as good as forever."),
                )),
                Some(_) => None,
            }
        }
        (Takes::Fields, Some(Argument::Token(text))) => Some((
            format!("`{name}` has a field name without quotes"),
            format!("Write `{name}=\"{}\"`.", shown(text).trim_matches('`')),
        )),
        (Takes::Fields, Some(Argument::Quoted(text))) => {
            let wrong =
                text.split(',').map(|field| field.trim_matches([' ', '\t'])).find(|field| !is_token_text(field));
            wrong.map(|field| {
                (
                    format!("{} in `{name}=\"…\"` is not a field name", shown(field)),
                    format!("Name header fields, separated by commas, or write `{name}` alone."),
                )
            })
        }
    }
}

struct Fault {
    what: String,
    help: Option<String>,
}

fn fault<T>(what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { what: what.into(), help: None })
}

/// One element of the list: `token [ "=" ( token / quoted-string ) ]`, without white space around it.
fn directive(element: &str) -> Result<Directive, Fault> {
    if let Some(char) = element.chars().find(|char| !char.is_ascii() || (char.is_control() && *char != '\t')) {
        let kind = if char.is_ascii() { "a control character" } else { "not ASCII" };
        return fault(format!("U+{:04X} is {kind}, and no directive has such characters", u32::from(char)));
    }
    let end = element.find(|char| !is_token(char)).unwrap_or(element.len());
    let (name, rest) = element.split_at(end);
    if name.is_empty() {
        return fault("a name is missing");
    }
    let name = name.to_ascii_lowercase();
    let Some(argument) = rest.strip_prefix('=') else {
        return if rest.is_empty() { Ok(Directive { name, argument: None }) } else { Err(separator(element, rest)) };
    };
    if argument.is_empty() {
        return fault("its argument is missing");
    }
    if argument.starts_with([' ', '\t']) {
        return fault("no space may stand around `=`");
    }
    if let Some(quoted) = argument.strip_prefix('"') {
        return Ok(Directive { name, argument: Some(Argument::Quoted(quoted_string(element, quoted)?)) });
    }
    let end = argument.find(|char| !is_token(char)).unwrap_or(argument.len());
    let (value, rest) = argument.split_at(end);
    if rest.is_empty() {
        return Ok(Directive { name, argument: Some(Argument::Token(value.to_owned())) });
    }
    if value.is_empty() {
        return fault(format!("its argument cannot start with {}", shown(rest.get(..1).unwrap_or(rest))));
    }
    Err(separator(element, rest))
}

/// The content of a quoted string whose opening quote was taken.
fn quoted_string(element: &str, text: &str) -> Result<String, Fault> {
    let mut content = String::new();
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => {
                let rest = &text[at + 1..];
                return if rest.is_empty() { Ok(content) } else { Err(separator(element, rest)) };
            }
            '\\' => match chars.next() {
                Some((_, escaped)) => content.push(escaped),
                None => break,
            },
            other => content.push(other),
        }
    }
    fault("its quotation mark is not closed")
}

/// Something else than a comma behind a directive: the most frequent mistake, with the value that was meant.
fn separator(element: &str, rest: &str) -> Fault {
    let first = rest.chars().next().unwrap_or(' ');
    if rest.trim_start_matches([' ', '\t']).starts_with('=') {
        return Fault { what: "no space may stand around `=`".into(), help: None };
    }
    let meant: Vec<&str> = element.split([' ', '\t', ';']).filter(|part| !part.is_empty()).collect();
    let readable = meant.len() > 1 && meant.iter().all(|part| directive(part).is_ok());
    let help = readable.then(|| {
        let text = meant.join(", ");
        format!("Separate directives with commas: `{}`.", shown(&text).trim_matches('`'))
    });
    match first {
        ' ' | '\t' => Fault { what: "directives are separated by commas, not by spaces".into(), help },
        ';' => Fault { what: "directives are separated by commas, not by semicolons".into(), help },
        ':' => Fault { what: "an argument follows `=`, not `:`".into(), help: None },
        other => Fault { what: format!("{} cannot stand there", shown(&other.to_string())), help: None },
    }
}

/// The elements of a list, without white space around them; commas in quoted strings separate nothing.
fn split(line: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    // A quotation mark opens a string only behind `=`; elsewhere it is a fault that must not swallow the other elements.
    let mut before = ' ';
    for (at, char) in line.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if quoted => quoted = false,
            '"' if before == '=' => quoted = true,
            ',' if !quoted => {
                elements.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = char;
    }
    elements.push(&line[start..]);
    elements.into_iter().map(|element| element.trim_matches([' ', '\t'])).collect()
}
