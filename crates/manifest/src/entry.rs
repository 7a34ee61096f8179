//! The entries of a manifest: where they stand, what they claim, and how a seal is put on one.

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use serde_json::{Map, Value, json};

use crate::{Manifest, name};

/// One place in a manifest that names a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Where it stands (RFC 6901).
    pub pointer: String,
    /// What kind of place it is.
    pub kind: Kind,
    /// The file it names, relative to the output folder.
    pub file: String,
    /// True for an object, which carries its own hashes; a string is covered by the closure.
    pub object: bool,
    /// `integrity` as written; `None` where it carries none.
    pub integrity: Option<String>,
    /// `contentHash` as written; `None` where it carries none.
    pub content_hash: Option<String>,
}

/// Kinds of places that name a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An asset entry under `exposes`, `shared` or `preload`.
    Asset,
    /// `metaData.remoteEntry`
    RemoteEntry,
    /// `metaData.ssrRemoteEntry`
    SsrRemoteEntry,
    /// `metaData.types.zip` or `.api`
    Types,
    /// A key of the top-level `integrity` map.
    Closure,
}

/// The hashes to put on an entry.
#[derive(Debug, Clone, Copy)]
pub struct Seal<'a> {
    /// The SRI string.
    pub integrity: &'a str,
    /// The SHA-256 in hex.
    pub content_hash: &'a str,
}

/// How asset entries are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// `{ "path", "name", "integrity", "contentHash" }`
    #[default]
    Object,
    /// `"path/name"`, as Module Federation wrote it.
    String,
}

/// Every place of the manifest that names a file, in document order of the groups: remoteEntry, ssrRemoteEntry, types,
/// shared, exposes, preload, closure.
///
/// # Errors
/// `manifest/invalid-shape` where the manifest or an entry is not of the shape of the protocol, and the name rules of
/// [`name::normal`]. All of them are reported, not the first.
pub fn claims(manifest: &Manifest, file: &str) -> Result<Vec<Claim>, Vec<Diagnostic>> {
    let (claims, wrong) = readable_claims(manifest, file);
    if wrong.is_empty() { Ok(claims) } else { Err(wrong) }
}

/// The same, of a manifest that is checked and not sealed: the places that could be read, and what is wrong with the others.
pub fn readable_claims(manifest: &Manifest, file: &str) -> (Vec<Claim>, Vec<Diagnostic>) {
    let mut walk = Walk { file, claims: Vec::new(), wrong: Vec::new() };
    walk.manifest(&manifest.root);
    (walk.claims, walk.wrong)
}

/// Whether `ssrRemoteEntry` may name a file that was not emitted. Plugins for Vite name one in every manifest, as an ES module, also
/// where only pages are built: nobody made a mistake then.
pub fn may_lack_ssr_entry(manifest: &Manifest) -> bool {
    let kind = manifest.root.pointer("/metaData/ssrRemoteEntry/type").and_then(Value::as_str);
    kind == Some("module")
}

/// Puts a seal on the asset entry `value`, in `form`. Other keys of an object entry stay, so that one with such keys
/// stays an object in either form.
pub fn seal_asset(value: &mut Value, file: &str, form: Form, seal: Seal<'_>) {
    let own = |key: &String| matches!(key.as_str(), "path" | "name" | "integrity" | "contentHash");
    match form {
        Form::String if value.as_object().is_some_and(|entry| !entry.keys().all(own)) => seal_object(value, seal),
        Form::String if value.is_string() => {}
        Form::String => *value = Value::String(file.to_owned()),
        Form::Object => {
            if !value.is_object() {
                let (path, name) = file.rsplit_once('/').unwrap_or(("", file));
                *value = json!({ "path": path, "name": name });
            }
            seal_object(value, seal);
        }
    }
}

/// Puts a seal on an object: `metaData.remoteEntry`, or an object entry.
pub fn seal_object(value: &mut Value, seal: Seal<'_>) {
    if let Value::Object(object) = value {
        object.insert("integrity".into(), seal.integrity.into());
        object.insert("contentHash".into(), seal.content_hash.into());
    }
}

/// Puts the hash of the types archive called `key` (`zip` or `api`) into `metaData.types.integrity`.
pub fn seal_types(types: &mut Value, key: &str, integrity: &str) {
    if let Value::Object(types) = types {
        let map = types.entry("integrity").or_insert_with(|| Value::Object(Map::new()));
        map[key] = integrity.into();
    }
}

struct Walk<'a> {
    file: &'a str,
    claims: Vec<Claim>,
    wrong: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn manifest(&mut self, root: &Value) {
        match root.get("metaData") {
            Some(meta @ Value::Object(_)) => self.meta_data(meta),
            _ => self.shape("/metaData", "must be an object"),
        }
        for group in ["shared", "exposes"] {
            let pointer = format!("/{group}");
            match root.get(group) {
                Some(Value::Array(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        let pointer = format!("{pointer}/{index}");
                        if !item.is_object() {
                            self.shape(&pointer, "must be an object");
                        } else if let Some(assets) = item.get("assets").filter(|assets| !assets.is_null()) {
                            self.assets(assets, &format!("{pointer}/assets"));
                        }
                        if let Some(preload) = item.get("preload") {
                            self.hints(preload, &format!("{pointer}/preload"));
                        }
                    }
                }
                _ => self.shape(&pointer, "must be an array"),
            }
        }
        match root.get("preload") {
            None | Some(Value::Null) => {}
            Some(preload @ Value::Object(_)) => self.hints(preload, "/preload"),
            Some(_) => self.shape("/preload", "must be an object"),
        }
        if root.get("release").is_some_and(|release| !release.is_object()) {
            self.shape("/release", "must be an object");
        }
        let exposes = root.get("exposes").and_then(Value::as_array).is_some_and(|exposes| !exposes.is_empty());
        let entry = root.pointer("/metaData/remoteEntry/name").and_then(Value::as_str).unwrap_or_default();
        if exposes && entry.is_empty() {
            self.shape("/metaData/remoteEntry/name", "must be a file's name where there are exposes");
        }
        match root.get("integrity") {
            None => {}
            Some(Value::Object(closure)) => {
                for (file, integrity) in closure {
                    let pointer = format!("/integrity/{}", escape(file));
                    match (name::normal(file), integrity) {
                        (Ok(normal), _) if normal != file.as_str() => {
                            self.shape(&pointer, "must be a name without `.` or empty parts")
                        }
                        (Ok(file), Value::String(integrity)) => self.claims.push(Claim {
                            pointer,
                            kind: Kind::Closure,
                            file: file.into_owned(),
                            object: false,
                            integrity: Some(integrity.clone()),
                            content_hash: None,
                        }),
                        (Err(error), _) => self.wrong.push(error.at(Location::pointer(self.file, pointer))),
                        (Ok(_), _) => self.shape(&pointer, "must be a string"),
                    }
                }
            }
            Some(_) => self.shape("/integrity", "must be an object"),
        }
    }

    fn meta_data(&mut self, meta: &Value) {
        for (key, kind) in [("remoteEntry", Kind::RemoteEntry), ("ssrRemoteEntry", Kind::SsrRemoteEntry)] {
            let pointer = format!("/metaData/{key}");
            match meta.get(key) {
                None | Some(Value::Null) => {}
                Some(entry @ Value::Object(_)) => match text(entry, "name") {
                    // A host without exposes has a manifest with an empty remoteEntry.
                    Some("") => {}
                    Some(_) => self.object(entry, &pointer, kind),
                    None => self.shape(&pointer, "must have a `name` that is a string"),
                },
                Some(_) => self.shape(&pointer, "must be an object"),
            }
        }
        let Some(types) = meta.get("types").filter(|types| types.is_object()) else { return };
        let path = text(types, "path").unwrap_or_default();
        match types.get("integrity") {
            None => {}
            Some(Value::Object(map)) if map.values().all(Value::is_string) => {}
            Some(_) => self.shape("/metaData/types/integrity", "must be an object of strings"),
        }
        for key in ["zip", "api"] {
            let Some(archive) = text(types, key).filter(|archive| !archive.is_empty()) else { continue };
            let pointer = format!("/metaData/types/{key}");
            match name::join(path, archive) {
                Ok(file) => self.claims.push(Claim {
                    pointer,
                    kind: Kind::Types,
                    file,
                    object: false,
                    integrity: types.get("integrity").and_then(|map| text(map, key)).map(str::to_owned),
                    content_hash: None,
                }),
                Err(error) => self.wrong.push(error.at(Location::pointer(self.file, pointer))),
            }
        }
    }

    /// `{ js, css }`
    fn assets(&mut self, assets: &Value, pointer: &str) {
        let Value::Object(groups) = assets else { return self.shape(pointer, "must be an object") };
        for (key, group) in groups {
            self.group(group, &format!("{pointer}/{}", escape(key)));
        }
    }

    /// A list of entries, or `{ sync, async }` with such lists.
    fn group(&mut self, group: &Value, pointer: &str) {
        match group {
            Value::Null => {}
            Value::Array(entries) => self.entries(entries, pointer),
            Value::Object(lists) => {
                for (key, entries) in lists {
                    let pointer = format!("{pointer}/{}", escape(key));
                    match entries {
                        Value::Null => {}
                        Value::Array(entries) => self.entries(entries, &pointer),
                        _ => self.shape(&pointer, "must be a list of entries"),
                    }
                }
            }
            _ => self.shape(pointer, "must be a list of entries or an object of such lists"),
        }
    }

    /// Preload hints: lists of entries under `js` and `css`, however deep they stand.
    fn hints(&mut self, hints: &Value, pointer: &str) {
        match hints {
            Value::Object(object) => {
                for (key, value) in object {
                    let pointer = format!("{pointer}/{}", escape(key));
                    if matches!(key.as_str(), "js" | "css") {
                        self.group(value, &pointer);
                    } else {
                        self.hints(value, &pointer);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.hints(item, &format!("{pointer}/{index}"));
                }
            }
            _ => {}
        }
    }

    fn entries(&mut self, entries: &[Value], pointer: &str) {
        for (index, entry) in entries.iter().enumerate() {
            let pointer = format!("{pointer}/{index}");
            match entry {
                Value::String(entry) => match name::normal(entry) {
                    Ok(file) => self.claims.push(Claim {
                        pointer,
                        kind: Kind::Asset,
                        file: file.into_owned(),
                        object: false,
                        integrity: None,
                        content_hash: None,
                    }),
                    Err(error) => self.wrong.push(error.at(Location::pointer(self.file, pointer))),
                },
                Value::Object(_) => self.object(entry, &pointer, Kind::Asset),
                _ => self.shape(&pointer, "must be a string or an object"),
            }
        }
    }

    fn object(&mut self, entry: &Value, pointer: &str, kind: Kind) {
        for key in ["path", "name", "integrity", "contentHash"] {
            let wrong = match entry.get(key) {
                None => key == "name",
                Some(Value::Null) => key != "path",
                Some(value) => !value.is_string(),
            };
            if wrong {
                return self.shape(&format!("{pointer}/{key}"), "must be a string");
            }
        }
        let (path, name) = (text(entry, "path").unwrap_or_default(), text(entry, "name").unwrap_or_default());
        match name::join(path, name) {
            Ok(file) => self.claims.push(Claim {
                pointer: pointer.to_owned(),
                kind,
                file,
                object: true,
                integrity: text(entry, "integrity").map(str::to_owned),
                content_hash: text(entry, "contentHash").map(str::to_owned),
            }),
            Err(error) => self.wrong.push(error.at(Location::pointer(self.file, pointer))),
        }
    }

    fn shape(&mut self, pointer: &str, demand: &str) {
        let message = format!("`{pointer}` {demand}");
        self.wrong
            .push(Diagnostic::new(&rules::MANIFEST_INVALID_SHAPE, message).at(Location::pointer(self.file, pointer)));
    }
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

/// RFC 6901, section 3.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
