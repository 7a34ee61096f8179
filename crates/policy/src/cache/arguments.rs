//! Arguments of known directives.

use fedseal_diagnostics::Severity;

use super::directive::{Argument, Directive, LARGEST, Takes, seconds};
use super::tokens::{is_token_text, shown};

/// What is wrong with the argument of a known directive.
pub(super) struct ArgumentFault {
    pub(super) what: String,
    pub(super) remedy: String,
    pub(super) severity: Severity,
}

/// The fault of an argument, if it has one.
pub(super) fn argument_fault(directive: &Directive, takes: Takes) -> Option<ArgumentFault> {
    // Section 1.2.2 says how a value that is too large is read, so all caches agree about it.
    let large = takes == Takes::Seconds
        && directive.argument.as_ref().and_then(|argument| seconds(argument.text())) == Some(LARGEST);
    let (what, remedy) = described(directive, takes)?;
    let quoted = matches!(directive.argument, Some(Argument::Quoted(_)));
    let severity = if large && !quoted { Severity::Note } else { Severity::Error };
    Some(ArgumentFault { what, remedy, severity })
}

fn described(directive: &Directive, takes: Takes) -> Option<(String, String)> {
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
                    format!("`{name}` is larger than 2147483647 seconds, and caches read it as 2147483648"),
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
