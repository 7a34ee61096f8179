//! What the protocol's schema demands and some producers leave out. Fills what is missing, changes nothing that is
//! there; only `requiredVersion: null`, which Rspack writes for "any version", becomes `"*"`.

use serde_json::{Map, Value, json};

/// The protocol version fedseal writes.
pub(crate) const SCHEMA_VERSION: &str = "1.0.0";

/// Fills a manifest of the right shape. `name` is the remote's name.
pub(crate) fn fill(root: &mut Map<String, Value>, name: &str, plugin_version: &str) {
    if !root.contains_key("schemaVersion") {
        root.shift_insert(0, "schemaVersion".into(), SCHEMA_VERSION.into());
    }
    missing(root, "id", || name.into());
    missing(root, "name", || name.into());
    missing(root, "remotes", || json!([]));
    if let Some(Value::Object(meta)) = root.get_mut("metaData") {
        missing(meta, "name", || name.into());
        missing(meta, "type", || "app".into());
        missing(meta, "globalName", || name.into());
        missing(meta, "pluginVersion", || plugin_version.into());
        missing(meta, "buildInfo", || json!({}));
        if let Some(Value::Object(info)) = meta.get_mut("buildInfo") {
            missing(info, "buildName", || name.into());
            missing(info, "buildVersion", || "local".into());
        }
        missing(meta, "remoteEntry", || json!({ "name": "" }));
        if let Some(Value::Object(entry)) = meta.get_mut("remoteEntry") {
            missing(entry, "path", || "".into());
            missing(entry, "type", || "global".into());
        }
    }
    each(root, "shared", |shared| {
        id(shared, name);
        missing(shared, "singleton", || false.into());
        missing(shared, "requiredVersion", || "*".into());
        missing(shared, "assets", assets);
    });
    each(root, "exposes", |expose| {
        id(expose, name);
        let path = expose.get("name").and_then(Value::as_str).map(|name| format!("./{name}"));
        missing(expose, "path", || path.unwrap_or_default().into());
        missing(expose, "css", || json!({}));
        missing(expose, "assets", assets);
    });
}

fn assets() -> Value {
    json!({ "js": { "sync": [], "async": [] }, "css": { "sync": [], "async": [] } })
}

fn id(item: &mut Map<String, Value>, remote: &str) {
    if let Some(name) = item.get("name").and_then(Value::as_str).map(str::to_owned) {
        missing(item, "id", || format!("{remote}:{name}").into());
    }
}

fn missing(object: &mut Map<String, Value>, key: &str, value: impl FnOnce() -> Value) {
    if object.get(key).is_none_or(Value::is_null) {
        object.insert(key.to_owned(), value());
    }
}

fn each(root: &mut Map<String, Value>, group: &str, mut change: impl FnMut(&mut Map<String, Value>)) {
    if let Some(Value::Array(items)) = root.get_mut(group) {
        items.iter_mut().filter_map(Value::as_object_mut).for_each(&mut change);
    }
}
