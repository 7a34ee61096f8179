//! Which files of a remote browsers load as classic scripts, and whether those are the same code in every encoding.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_digest::Place;
use fedseal_manifest::Manifest;
use serde_json::Value;

use crate::select::ends_with_any;

/// The classic scripts of a remote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassicScripts {
    /// The folder of what only servers load, with a closing `/`.
    server_folder: Option<String>,
    /// The entry that only servers load.
    server_entry: Option<String>,
}

impl ClassicScripts {
    /// The classic scripts of this manifest's remote; `None` where browsers load none: an ES module remote, a remote for
    /// Node, a host without a remote entry.
    pub fn of(manifest: &Manifest) -> Option<Self> {
        let entry = Entry::of(manifest, "remoteEntry").filter(|entry| entry.is_classic())?;
        let server = Entry::of(manifest, "ssrRemoteEntry");
        let folder = server.as_ref().map(|server| server.folder.clone());
        Some(Self {
            // Where browsers and servers share a folder, its files are the browsers'.
            server_folder: folder.filter(|folder| !folder.is_empty() && !entry.folder.starts_with(folder.as_str())),
            server_entry: server.filter(|server| server.file() != entry.file()).map(|server| server.file()),
        })
    }

    /// Whether the file is one of them. `chunk`: the bundler itself calls it code.
    pub fn contains(&self, name: &str, chunk: bool) -> bool {
        let file = name.split(['?', '#']).next().unwrap_or(name);
        let script = ends_with_any(file, &[".js", ".mjs", ".cjs"])
            || (chunk && !ends_with_any(file, &[".css", ".wasm", ".json"]));
        let server = self.server_folder.as_deref().is_some_and(|folder| name.starts_with(folder))
            || self.server_entry.as_deref() == Some(name);
        script && !server
    }
}

/// `remoteEntry` or `ssrRemoteEntry`.
struct Entry {
    /// Empty, or with a closing `/`.
    folder: String,
    name: String,
    kind: String,
}

impl Entry {
    fn of(manifest: &Manifest, key: &str) -> Option<Self> {
        let entry = manifest.root.get("metaData")?.get(key)?;
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let folder = text("path").trim_start_matches("./").trim_matches('/');
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let name = text("name").to_owned();
        (!name.is_empty()).then(|| Self { folder, name, kind: text("type").to_owned() })
    }

    fn file(&self) -> String {
        format!("{}{}", self.folder, self.name)
    }

    /// Module Federation loads every type as a classic script that is not an ES module, the type it does not know
    /// included. CommonJS runs in Node, which knows UTF-8 only.
    fn is_classic(&self) -> bool {
        let kind = self.kind.as_str();
        let module = matches!(kind, "module" | "modern-module" | "esm" | "import");
        let server = kind.starts_with("commonjs") || kind.contains("node");
        !module && !server
    }
}

/// One finding for all scripts of a manifest that are other code in other encodings: `found` are their names and the place
/// of the first byte in each that makes them so.
pub fn check_encoding(file: &str, found: &[(&str, Place)]) -> Option<Diagnostic> {
    const SHOWN: usize = 3;
    let (first, place) = found.first()?;
    let shown: Vec<String> =
        found.iter().take(SHOWN).map(|(name, at)| format!("{name}:{}:{}", at.line, at.column)).collect();
    let more = match found.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let subject = match found.len() {
        1 => format!("1 script of {file} depends"),
        count => format!("{count} scripts of {file} depend"),
    };
    let message = format!("{subject} on the encoding that the server names: {}{more}", shown.join(", "));
    let location = Location { line: Some(place.line), column: Some(place.column), ..Location::file(*first) };
    Some(Diagnostic::new(&rules::ASSET_ENCODING_DEPENDENT_SCRIPT, message).at(location))
}

/// Whether a browser can run this remote entry as a classic script, as far as its end says. For finished folders, where only
/// the manifest says how an entry is loaded: Rspack's built-in plugin calls every remote `global` there. Bundlers end an ES
/// module with `export { … }` and a CommonJS module with `exports.…`, neither of which a classic script can have.
pub fn is_classic_entry(bytes: &[u8]) -> bool {
    const END: usize = 160;
    let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(END)..]);
    !end.match_indices("export").any(|(at, word)| {
        let inside_name = end[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | '$'));
        let after = &end[at + word.len()..];
        let common_js = after
            .strip_prefix('s')
            .is_some_and(|after| after.trim_start_matches(' ').starts_with(['.', '=', '[', ',']));
        !inside_name && (common_js || after.trim_start_matches(' ').starts_with('{'))
    })
}
