//! [`Manifest`](crate::Manifest) to bytes, laid out as `JSON.stringify` does.

use serde::Serialize as _;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::Style;

pub(crate) fn to_bytes(root: &Value, style: &Style) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing a Value into a Vec cannot fail: keys are strings and a Vec grows.
    let written = match &style.indent {
        None => root.serialize(&mut Serializer::new(&mut out)),
        Some(indent) => {
            let pretty = PrettyFormatter::with_indent(indent.as_bytes());
            root.serialize(&mut Serializer::with_formatter(&mut out, pretty))
        }
    };
    debug_assert!(written.is_ok());
    if style.crlf {
        // A line feed in JSON text is always layout: inside strings it is escaped.
        out = out.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
    }
    out.extend_from_slice(style.tail.as_bytes());
    out
}
