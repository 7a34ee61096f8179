//! The release a manifest belongs to.

use std::collections::BTreeMap;

use fedseal_digest::{Input, Wanted, digest};
use serde_json::{Map, Value};

/// A release, as far as the caller knows it. What is `None` is taken from the manifest or derived from the closure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Release {
    /// Names the release; two releases never share it.
    pub id: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_name: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_version: Option<String>,
}

/// Ids that fedseal derives start with this, so that sealing again derives them again and keeps all others.
const DERIVED: &str = "closure-";

/// Writes `release` into the manifest: the caller's word first, then what stands there, then what can be derived.
pub(crate) fn write(root: &mut Map<String, Value>, release: &Release, closure: &BTreeMap<String, String>) {
    let info = |key: &str| {
        let text = root.get("metaData").and_then(|meta| meta.get("buildInfo")).and_then(|info| info.get(key));
        text.and_then(Value::as_str).map(str::to_owned)
    };
    let (name, version) = (info("buildName"), info("buildVersion"));
    let mut object = match root.get("release") {
        Some(Value::Object(object)) => object.clone(),
        _ => Map::new(),
    };
    let there = |object: &Map<String, Value>, key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let kept = there(&object, "id").filter(|id| !id.is_empty() && !id.starts_with(DERIVED));
    let id = release.id.clone().or(kept).unwrap_or_else(|| derived(closure));
    let build_name = release.build_name.clone().or_else(|| there(&object, "buildName")).or(name);
    let build_version = release.build_version.clone().or_else(|| there(&object, "buildVersion")).or(version);
    for (key, value) in [("id", Some(id)), ("buildName", build_name), ("buildVersion", build_version)] {
        if let Some(value) = value {
            object.insert(key.into(), value.into());
        }
    }
    match root.get_mut("release") {
        Some(release) => *release = Value::Object(object),
        None => {
            let after_name = root.keys().position(|key| key == "name").map_or(root.len(), |index| index + 1);
            root.shift_insert(after_name, "release".into(), Value::Object(object));
        }
    }
}

/// The same files give the same id, on any machine, at any time.
fn derived(closure: &BTreeMap<String, String>) -> String {
    let text: String = closure.iter().map(|(file, integrity)| format!("{integrity} {file}\n")).collect();
    let wanted = Wanted { content_hash: true, ..Wanted::default() };
    let hash = digest(&[Input { bytes: text.as_bytes(), wanted }]).remove(0).content_hash.unwrap_or_default();
    format!("{DERIVED}{}", &hash[..32])
}
