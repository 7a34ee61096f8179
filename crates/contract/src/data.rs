//! What the bundler makes a module of although it is no code: JSON and style sheets.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::parse::{SyntaxError, place_at};

/// The declaration of a JSON module, with the types that TypeScript gives it.
///
/// # Errors
/// What is not JSON, in the reader's words.
pub fn json_declaration(text: &str) -> Result<String, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        // serde_json counts bytes.
        let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        SyntaxError { message, place: place_at(text, line + error.column().saturating_sub(1)) }
    })?;
    Ok(format!("declare const _default: {};\nexport default _default;\n", shape(&value, 0)))
}

/// The declaration of a style sheet: class names, which no type system knows.
pub fn style_declaration() -> String {
    "declare const classes: {\n    readonly [name: string]: string;\n};\nexport default classes;\n".to_owned()
}

fn shape(value: &Value, depth: usize) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) => "boolean".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::String(_) => "string".to_owned(),
        Value::Array(items) => array(items, depth),
        Value::Object(members) => {
            let members: Vec<(&str, String)> =
                members.iter().map(|(key, value)| (key.as_str(), shape(value, depth + 1))).collect();
            object(&members, &BTreeSet::new(), depth)
        }
    }
}

fn object(members: &[(&str, String)], missing: &BTreeSet<&str>, depth: usize) -> String {
    if members.is_empty() && missing.is_empty() {
        return "{}".to_owned();
    }
    let space = "    ".repeat(depth + 1);
    let mut out = "{\n".to_owned();
    for (key, value) in members {
        out.push_str(&format!("{space}{}: {value};\n", name(key)));
    }
    for key in missing {
        out.push_str(&format!("{space}{}?: undefined;\n", name(key)));
    }
    out.push_str(&"    ".repeat(depth));
    out.push('}');
    out
}

/// `T[]`, where objects of different shape are told apart by the keys that they lack, as TypeScript does.
fn array(items: &[Value], depth: usize) -> String {
    let objects: Vec<_> = items.iter().filter_map(Value::as_object).collect();
    let mut all: Vec<&str> = Vec::new();
    for key in objects.iter().flat_map(|object| object.keys()) {
        if !all.contains(&key.as_str()) {
            all.push(key);
        }
    }
    let mut kinds: Vec<String> = Vec::new();
    for item in items {
        let kind = match item {
            Value::Object(members) => {
                let shown: Vec<(&str, String)> =
                    members.iter().map(|(key, value)| (key.as_str(), shape(value, depth + 1))).collect();
                let missing = all.iter().copied().filter(|key| !members.contains_key(*key)).collect();
                object(&shown, &missing, depth)
            }
            other => shape(other, depth),
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    match &kinds[..] {
        [] => "never[]".to_owned(),
        [kind] => format!("{kind}[]"),
        _ => format!("({})[]", kinds.join(" | ")),
    }
}

/// A key as TypeScript writes it: in quotes only where it has to be.
fn name(key: &str) -> String {
    let mut letters = key.chars();
    let start = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '_' || letter == '$');
    if start && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$') {
        key.to_owned()
    } else {
        Value::String(key.to_owned()).to_string()
    }
}
