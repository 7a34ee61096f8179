//! How hashes are written in a manifest. Stricter than Subresource Integrity on purpose: a browser ignores what it
//! cannot read, and then loads without checking.

use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The algorithm of an SRI string that is exactly one padded, canonical token, or `None`.
pub fn integrity_algorithm(integrity: &str) -> Option<&'static str> {
    let (name, value) = integrity.split_once('-')?;
    let (name, len) = match name {
        "sha256" => ("sha256", 32),
        "sha384" => ("sha384", 48),
        "sha512" => ("sha512", 64),
        _ => return None,
    };
    // The engine refuses missing padding, other alphabets and non-zero trailing bits.
    let bytes = STANDARD.decode(value).ok()?;
    (bytes.len() == len).then_some(name)
}

/// True for 64 lower-case hex digits.
pub fn is_content_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

    #[test]
    fn only_one_padded_token() {
        assert_eq!(integrity_algorithm(GOOD), Some("sha256"));
        for bad in [
            "",
            "sha256-",
            "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0",
            "sha256-ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0=",
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa1=",
            "SHA256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
            "sha384-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
            "sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=?opt",
        ] {
            assert_eq!(integrity_algorithm(bad), None, "{bad}");
        }
        assert_eq!(integrity_algorithm(&format!("{GOOD} {GOOD}")), None);
        assert_eq!(integrity_algorithm(&format!(" {GOOD}")), None);
    }

    #[test]
    fn only_lower_case_hex() {
        assert!(is_content_hash(&"0a".repeat(32)));
        assert!(!is_content_hash(&"0A".repeat(32)));
        assert!(!is_content_hash(&"0a".repeat(31)));
        assert!(!is_content_hash(&"0g".repeat(32)));
    }
}
