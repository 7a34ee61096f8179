//! What is wrong with a policy whatever is asked of it: parts that browsers drop, expressions that say something else than
//! was meant, and the danger list.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Rule, Severity};

use super::danger::{Barred, danger_beside};
use super::directives::{Kind, kind, near};
use super::parse::{Directive, Disposition, Dropped, Policy, Source, Span};
use super::sandbox;
use super::source::{Expression, Fault, Keyword, is_directive};

/// Something that is wrong with a policy. A place in a file is known only to whoever read the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it weighs here.
    pub severity: Severity,
    /// What happened, in one sentence.
    pub message: String,
    /// What to do, where it is more than the rule says.
    pub help: Option<String>,
    /// Where it is in the text.
    pub span: Span,
}

/// Everything that is wrong with a policy, in the order of its text. Values that are no source expressions and hold one of
/// `{}<>$%` are left alone: they are places for a template to fill in. What other policies
/// of the page bar is not dangerous.
pub fn lint(policy: &Policy<'_>, barred: &Barred) -> Vec<Issue> {
    let mut issues: Vec<Issue> = policy.dropped.iter().map(|dropped| dropped_part(policy, dropped)).collect();
    for directive in &policy.directives {
        issues.extend(directive_name(directive));
        for source in &directive.sources {
            issues.extend(source_expression(directive, source));
            // What only reports opens nothing.
            if policy.disposition == Disposition::Enforce {
                issues.extend(dangerous(policy, barred, directive, source));
            }
        }
        issues.extend(directive_value(policy, directive));
    }
    issues.extend(sandbox::lint(policy));
    issues.sort_by_key(|issue| issue.span.start);
    issues
}

pub(super) fn issue(rule: &'static Rule, span: Span, message: String) -> Issue {
    Issue { rule, severity: rule.severity, message, help: None, span }
}

fn dropped_part(policy: &Policy<'_>, dropped: &Dropped<'_>) -> Issue {
    match dropped {
        Dropped::NotAscii { text, span } => {
            let name = text.split_ascii_whitespace().next().unwrap_or_default();
            let found = text.chars().find(|character| !character.is_ascii()).unwrap_or_default();
            let message =
                format!("`{name}` has the character U+{:04X}, so browsers drop the whole directive", found as u32);
            issue(&rules::CSP_NON_ASCII, *span, message)
        }
        Dropped::Duplicate { directive, first } => {
            let kept = policy.directives.get(*first).map(|one| values(one)).unwrap_or_default();
            let message = format!("`{}` is there twice, and browsers ignore the second one", directive.name);
            let same = kept == values(directive);
            let severity = if same { Severity::Note } else { rules::CSP_DUPLICATE_DIRECTIVE.severity };
            Issue { severity, ..issue(&rules::CSP_DUPLICATE_DIRECTIVE, directive.span, message) }
        }
        Dropped::InMeta(directive) => {
            let message = format!("`{}` has no effect in a `<meta>` element", directive.name);
            issue(&rules::CSP_IGNORED_IN_META, directive.span, message)
        }
    }
}

fn values<'a>(directive: &Directive<'a>) -> Vec<&'a str> {
    directive.sources.iter().map(|source| source.text).collect()
}

fn directive_name(directive: &Directive<'_>) -> Option<Issue> {
    let name = &directive.name;
    match kind(name) {
        Some(Kind::Obsolete) => {
            let message = format!("`{name}` is in no specification any more; browsers ignore it");
            Some(issue(&rules::CSP_OBSOLETE_DIRECTIVE, directive.name_span, message))
        }
        Some(_) => None,
        None => {
            let near = near(name);
            let shown: String = name.chars().take(80).collect();
            let mut found = issue(
                &rules::CSP_UNKNOWN_DIRECTIVE,
                directive.name_span,
                format!("`{shown}` is not a directive, so browsers ignore it"),
            );
            if let Some(near) = near {
                // A restriction that was meant is not there.
                found.severity = Severity::Error;
                found.message.push_str(&format!("; did you mean `{near}`?"));
                found.help = Some(format!("Write `{near}`."));
            }
            Some(found)
        }
    }
}

fn source_expression(directive: &Directive<'_>, source: &Source<'_>) -> Option<Issue> {
    let name = &directive.name;
    let text: String = source.text.chars().take(120).collect();
    if is_directive(source.text) && !matches!(source.expression, Expression::Opaque) {
        let message = format!("`{text}` stands among the sources of `{name}`: a `;` is missing before it");
        let mut found = issue(&rules::CSP_MISSING_SEMICOLON, source.span, message);
        found.help = Some(format!("Write `; {text}`."));
        return Some(found);
    }
    match source.expression {
        Expression::None if directive.sources.len() > 1 => {
            let message = format!("`'none'` in `{name}` has no effect beside other sources");
            Some(issue(&rules::CSP_NONE_NOT_ALONE, source.span, message))
        }
        Expression::Host(host) if !host.ignored.is_empty() => {
            let message = format!("`{text}` in `{name}` has a `?` or `#`; browsers ignore what follows");
            let mut found = issue(&rules::CSP_INVALID_SOURCE, source.span, message);
            found.help = Some("Write the expression without it.".into());
            Some(found)
        }
        Expression::Host(_) => {
            let quoted = Expression::unquoted(source.text)?;
            let message = format!("`{text}` in `{name}` has no quotes, so it is the name of a host");
            let mut found = issue(&rules::CSP_UNQUOTED_KEYWORD, source.span, message);
            found.help = Some(format!("Write `{quoted}`."));
            Some(found)
        }
        Expression::Hash(algorithm, value)
            if value.len() != algorithm.length() && is_short(value, algorithm.length()) =>
        {
            let message = format!(
                "`{text}` in `{name}` has {} characters of base64, and a hash of its kind has {}",
                value.len(),
                algorithm.length()
            );
            Some(issue(&rules::CSP_INVALID_SOURCE, source.span, message))
        }
        Expression::Invalid(_) if is_template(source.text) => None,
        Expression::Invalid(fault) => {
            let message = format!("`{text}` in `{name}` {}, so it allows nothing", fault.describe());
            let mut found = issue(&rules::CSP_INVALID_SOURCE, source.span, message);
            if let Fault::Keyword(Some(near)) = fault {
                found.message = format!("`{text}` in `{name}` is not a keyword of CSP; did you mean `{near}`?");
                found.help = Some(format!("Write `{near}`."));
            }
            Some(found)
        }
        _ => None,
    }
}

/// Base64 without its padding is as good for browsers that decode it.
fn is_short(value: &str, length: usize) -> bool {
    let digits = value.trim_end_matches('=').len();
    digits != length && digits != length - 1 && digits != length - 2
}

/// A value that a template fills in.
fn is_template(text: &str) -> bool {
    text.contains(['{', '}', '<', '>', '$', '%'])
}

fn dangerous(policy: &Policy<'_>, barred: &Barred, directive: &Directive<'_>, source: &Source<'_>) -> Option<Issue> {
    let found = danger_beside(policy, barred, directive, source)?;
    let message = format!("`{}` in `{}`: {}", source.text, directive.name, found.why.trim_end_matches('.'));
    Some(Issue { severity: found.severity, ..issue(&rules::CSP_DANGEROUS_SOURCE, source.span, message) })
}

/// `'strict-dynamic'` beside host names: the list looks like a restriction and is none.
fn directive_value(policy: &Policy<'_>, directive: &Directive<'_>) -> Option<Issue> {
    let scripts = matches!(directive.name.as_str(), "script-src" | "script-src-elem")
        || (directive.name == "default-src" && policy.directive("script-src").is_none());
    let dynamic = directive.sources.iter().any(|source| source.expression.is(Keyword::StrictDynamic));
    let hosts: Vec<&Source<'_>> =
        directive.sources.iter().filter(|source| matches!(source.expression, Expression::Host(_))).collect();
    let (first, true, true) = (hosts.first()?, scripts, dynamic) else { return None };
    let (name, count) = (&directive.name, hosts.len());
    let listed =
        if count == 1 { format!("`{}`", first.text) } else { format!("`{}` and {} more", first.text, count - 1) };
    let message = format!("`'strict-dynamic'` in `{name}` switches the host list off: {listed} restricts no script");
    Some(issue(&rules::CSP_HOST_LIST_IGNORED, first.span, message))
}
