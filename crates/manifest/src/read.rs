//! Bytes to [`Manifest`]. Refuses what two JSON readers could understand in two ways.

use std::cell::Cell;
use std::fmt;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location, utf16_column};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::{Manifest, Style};

/// Larger manifests are refused.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The key under which serde_json hands the digits of a number to a visitor (feature `arbitrary_precision`).
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Reads a manifest; `file` is its name in messages.
///
/// # Errors
/// One diagnostic: too large, not JSON (RFC 8259, UTF-8 without a byte order mark), too deep, a key twice, or not an
/// object.
pub fn read(bytes: &[u8], file: &str) -> Result<Manifest, Diagnostic> {
    if bytes.len() > MAX_BYTES {
        let message = format!("{file} has {} bytes; at most {MAX_BYTES} are read", bytes.len());
        return Err(Diagnostic::new(&rules::MANIFEST_TOO_LARGE, message).at(Location::file(file)));
    }
    let root = parse(bytes, file)?;
    if !root.is_object() {
        let message = format!("{file} is JSON, but not an object");
        return Err(Diagnostic::new(&rules::MANIFEST_INVALID_SHAPE, message).at(Location::file(file)));
    }
    Ok(Manifest { root, style: style(bytes) })
}

fn parse(bytes: &[u8], file: &str) -> Result<Value, Diagnostic> {
    let at = |error: &serde_json::Error| Location {
        line: u32::try_from(error.line()).ok(),
        column: Some(utf16_column(bytes, error.line(), error.column())),
        ..Location::file(file)
    };
    if bytes.windows(NUMBER_KEY.len()).any(|window| window == NUMBER_KEY.as_bytes()) {
        let message = format!("{file} uses the reserved key {NUMBER_KEY:?}");
        return Err(Diagnostic::new(&rules::MANIFEST_INVALID_SHAPE, message).at(Location::file(file)));
    }
    // The place is in the location, and in another unit than serde_json's.
    let words = |error: &serde_json::Error| {
        error.to_string().rsplit_once(" at line ").map_or_else(|| error.to_string(), |(words, _)| words.to_owned())
    };
    let duplicate = Cell::new(false);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    match Strict(&duplicate).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(error) if duplicate.get() => {
            Err(Diagnostic::new(&rules::MANIFEST_DUPLICATE_KEY, format!("{file}: {}", words(&error))).at(at(&error)))
        }
        Err(error) if error.to_string().starts_with("recursion limit exceeded") => {
            let message = format!("{file} is nested deeper than 128 levels");
            Err(Diagnostic::new(&rules::MANIFEST_TOO_DEEP, message).at(at(&error)))
        }
        Err(error) => {
            let what = if error.is_eof() { "is cut off" } else { "is not valid JSON" };
            let found = if bytes.starts_with(b"\xef\xbb\xbf") { " (it starts with a byte order mark)" } else { "" };
            let message = format!("{file} {what}{found}: {}", words(&error));
            Err(Diagnostic::new(&rules::MANIFEST_INVALID_JSON, message).at(at(&error)))
        }
    }
}

/// Reads any JSON value and fails on a key that stands twice in one object.
#[derive(Clone, Copy)]
struct Strict<'a>(&'a Cell<bool>);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(value) = items.next_element_seed(self)? {
            out.push(value);
        }
        Ok(Value::Array(out))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        use serde::de::Error as _;
        let mut out = Map::new();
        while let Some(Key { text: key, literal }) = entries.next_key::<Key>()? {
            let value = entries.next_value_seed(self)?;
            if key == NUMBER_KEY && !literal {
                return Err(A::Error::custom(format_args!("the key {key:?} is reserved")));
            }
            if key == NUMBER_KEY {
                // An object that uses the reserved key as its own arrives here too; `parse` has refused it.
                return match value.as_str().map(str::parse::<Number>) {
                    Some(Ok(number)) => Ok(Value::Number(number)),
                    _ => Err(A::Error::custom("the key is reserved")),
                };
            }
            if out.contains_key(&key) {
                self.0.set(true);
                return Err(A::Error::custom(format_args!("the key {key:?} stands twice in one object")));
            }
            out.insert(key, value);
        }
        Ok(Value::Object(out))
    }
}

/// A key, and whether it stands in the text as it is, without escapes.
struct Key {
    text: String,
    literal: bool,
}

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key, E> {
                Ok(Key { text: text.to_owned(), literal: true })
            }
            fn visit_str<E>(self, text: &str) -> Result<Key, E> {
                Ok(Key { text: text.to_owned(), literal: false })
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

fn style(bytes: &[u8]) -> Style {
    let text = String::from_utf8_lossy(bytes);
    let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let trimmed = text.trim_start_matches(space);
    let after = trimmed.strip_prefix('{').unwrap_or_default();
    let gap = &after[..after.len() - after.trim_start_matches(space).len()];
    let indent = gap.rsplit_once('\n').map(|(_, indent)| indent.to_owned());
    let tail = text[text.trim_end_matches(space).len()..].to_owned();
    Style { indent, crlf: gap.contains("\r\n"), tail }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn columns_count_utf16_code_units() {
        for (text, column) in [("{\n \"é😀\": }", 9), ("{\n \"é😀\": 1, \"é😀\": 2}", 20)] {
            let found = read(text.as_bytes(), "a.json").err().and_then(|error| error.location);
            assert_eq!(found.map(|at| (at.line, at.column)), Some((Some(2), Some(column))), "{text}");
        }
    }
}
