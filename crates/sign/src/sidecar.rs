//! The sidecar: `<manifest>.sig`, a list of signatures in JSON.

use serde_json::Value;

use crate::encoding::{from_url64, object, only, text, url64};
use crate::statement::Header;

/// A sidecar has at most so many bytes.
pub const MAX_BYTES: usize = 16 * 1024;

/// A sidecar has at most so many signatures.
pub const MAX_SIGNATURES: usize = 8;

/// The signatures of a manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sidecar {
    /// In the order of the file.
    pub entries: Vec<Entry>,
}

/// One signature, with its protected header as it was written: its text is what was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Base64url.
    pub protected: String,
    /// The signature's bytes.
    pub signature: Vec<u8>,
}

impl Entry {
    /// The protected header.
    ///
    /// # Errors
    /// As [`Header::read`].
    pub fn header(&self) -> Result<Header, String> {
        Header::read(&self.protected)
    }
}

impl Sidecar {
    /// Reads a sidecar. Headers are read one by one later, so that a signature of a later kind can stand beside one of today.
    ///
    /// # Errors
    /// What is wrong with its shape.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        const WHAT: &str = "the sidecar";
        if bytes.len() > MAX_BYTES {
            return Err(format!("{WHAT} has {} bytes; at most {MAX_BYTES} are read", bytes.len()));
        }
        let root = object(bytes, WHAT)?;
        only(&root, &["signatures"], WHAT)?;
        let Some(list) = root["signatures"].as_array() else {
            return Err(format!("\"signatures\" of {WHAT} is not a list"));
        };
        if !(1..=MAX_SIGNATURES).contains(&list.len()) {
            return Err(format!("{WHAT} has {} signatures; 1 to {MAX_SIGNATURES} are read", list.len()));
        }
        let entry = |value: &Value| {
            const WHAT: &str = "a signature of the sidecar";
            let Value::Object(entry) = value else { return Err(format!("{WHAT} is not an object")) };
            only(entry, &["protected", "signature"], WHAT)?;
            let encoded = |name: &str| {
                let found = text(entry, name, WHAT)?;
                let bytes = from_url64(found).filter(|bytes| !bytes.is_empty());
                bytes
                    .map(|bytes| (found.to_owned(), bytes))
                    .ok_or_else(|| format!("{name:?} of {WHAT} is not base64url without padding"))
            };
            let ((protected, _), (_, signature)) = (encoded("protected")?, encoded("signature")?);
            Ok(Entry { protected, signature })
        };
        let read = Self { entries: list.iter().map(entry).collect::<Result<_, String>>()? };
        // As hosts read it: other names of members, another order and escapes are left over; white space is not.
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| !b" \t\r\n".contains(byte)).collect();
        if read.text().as_bytes() != plain {
            return Err(format!(
                "{WHAT} is not written as fedseal writes it: \"protected\" before \"signature\", no escapes"
            ));
        }
        Ok(read)
    }

    /// The sidecar's bytes.
    ///
    /// # Errors
    /// More signatures or bytes than readers take.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        let bytes = format!("{}\n", self.text()).into_bytes();
        match Self::read(&bytes) {
            Ok(_) => Ok(bytes),
            Err(problem) => Err(problem),
        }
    }

    /// Its JSON. Members are in the order of the file: `json!` would sort them where no other crate asks for another order.
    fn text(&self) -> String {
        let entry = |one: &Entry| {
            let (protected, signature) = (&one.protected, url64(&one.signature));
            format!("{{\"protected\":{},\"signature\":{}}}", Value::from(protected.as_str()), Value::from(signature))
        };
        let list: Vec<String> = self.entries.iter().map(entry).collect();
        format!("{{\"signatures\":[{}]}}", list.join(","))
    }
}

/// What is signed: the protected header, a dot, and the manifest's bytes as they are (RFC 7797, section 3).
pub fn signing_input(protected: &str, manifest: &[u8]) -> Vec<u8> {
    [protected.as_bytes(), b".", manifest].concat()
}
