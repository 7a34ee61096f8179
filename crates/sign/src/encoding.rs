//! Base64 and JSON, read strictly: one text for one value.

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

/// Base64url without padding (RFC 7515, section 2).
pub(crate) fn url64(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a base64url text; `None` for padding, other characters and bits behind the last byte.
pub(crate) fn from_url64(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

/// Base64 with padding, as in byte sequences of Structured Fields.
pub(crate) fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// The bytes of a padded base64 text, read as strictly.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(text).ok()
}

/// An object in JSON: UTF-8 without a byte order mark, nothing behind it, no key twice in any object.
pub(crate) fn object(bytes: &[u8], what: &str) -> Result<Map<String, Value>, String> {
    match fedseal_manifest::read(bytes, what).map_err(|problem| problem.message)?.root {
        Value::Object(object) => Ok(object),
        _ => Err(format!("{what} is not an object")),
    }
}

/// The members of an object that has exactly `names`.
pub(crate) fn only(object: &Map<String, Value>, names: &[&str], what: &str) -> Result<(), String> {
    if let Some(unknown) = object.keys().find(|key| !names.contains(&key.as_str())) {
        return Err(format!("{what} has the unknown member {unknown:?}"));
    }
    match names.iter().find(|name| !object.contains_key(**name)) {
        Some(missing) => Err(format!("{what} has no {missing:?}")),
        None => Ok(()),
    }
}

/// A member that is a text.
pub(crate) fn text<'a>(object: &'a Map<String, Value>, name: &str, what: &str) -> Result<&'a str, String> {
    object.get(name).and_then(Value::as_str).ok_or_else(|| format!("{name:?} of {what} is not a text"))
}
