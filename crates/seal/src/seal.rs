//! The seal itself.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_digest::Place;
use fedseal_manifest::entry::{may_lack_ssr_entry, seal_asset, seal_object, seal_types};
use fedseal_manifest::{Claim, Form, Kind, MAX_BYTES, Manifest, Seal, name};
use serde_json::{Map, Value};

use crate::fill::fill;
use crate::release::{self, Release};
use crate::scripts::{ClassicScripts, check_encoding};
use crate::select::is_loadable;
use crate::unsealed::Unsealed;

/// A file of the build and its hashes, as [`select`](crate::select) asked for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Name relative to the output folder.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// The SRI string.
    pub integrity: String,
    /// The SHA-256 in hex; present for files that the manifest has an entry for.
    pub content_hash: Option<String>,
    /// The first byte that makes it other code in other encodings; looked for in classic scripts.
    pub encoding_dependent: Option<Place>,
}

/// How to seal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The manifest's name, for messages.
    pub file: String,
    /// How asset entries are written.
    pub form: Form,
    /// The release, as far as the caller knows it.
    pub release: Release,
    /// Written to `metaData.pluginVersion` where the producer left it out.
    pub plugin_version: Option<String>,
    /// What Module Federation's manifest leaves out of the shared packages (`eager`, `strictVersion`, `shareScope`, …), as
    /// the text of a JSON object. Written to `sharing`; without it, what stands there stays.
    pub sharing: Option<String>,
}

/// Seals a manifest: object entries (or strings, see [`Form`]), hashes on `remoteEntry` and `ssrRemoteEntry`, the
/// `release`, and the `integrity` closure over all `assets`.
///
/// The bytes are `None` when there is an error among the diagnostics: a manifest is sealed whole or not at all. Sealing
/// a sealed manifest again with the same assets and options gives the same bytes.
pub fn seal(manifest: &[u8], assets: &[Asset], options: &Options) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
    match Unsealed::read(manifest, &options.file) {
        Ok(unsealed) => unsealed.seal(assets, options),
        Err(errors) => (None, errors),
    }
}

impl Unsealed {
    /// [`seal`] of a manifest that was read already.
    pub fn seal(self, assets: &[Asset], options: &Options) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        let sealed = sealed(self, assets, options, &mut out);
        let failed = out.iter().any(Diagnostic::is_error);
        (sealed.filter(|_| !failed), out)
    }

    /// What [`seal`] would find in a build of files of these names, as far as it needs none of their bytes.
    pub fn check(&self, names: &[&str]) -> Vec<Diagnostic> {
        let Self { file, manifest, claims } = self;
        let mut out = check(manifest, file);
        let mut present: HashSet<Cow<'_, str>> = HashSet::with_capacity(names.len());
        for name in names {
            match name::normal(name) {
                Ok(normal) => {
                    present.insert(normal);
                }
                Err(error) => out.push(error.at(Location::file(*name))),
            }
        }
        remote_name(manifest, file, &mut out);
        let entries = claims.iter().filter(|claim| claim.kind != Kind::Closure);
        out.extend(
            entries
                .filter(|claim| !present.contains(claim.file.as_str()))
                .filter_map(|claim| missing(manifest, claim, file)),
        );
        if names.is_empty() {
            out.push(closure_empty(file));
        }
        out
    }
}

fn sealed(unsealed: Unsealed, assets: &[Asset], options: &Options, out: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let Unsealed { file, mut manifest, claims } = unsealed;
    let file = file.as_str();
    out.extend(check(&manifest, file));
    let assets = by_name(assets, out);
    if let Some(scripts) = ClassicScripts::of(&manifest) {
        // Only code was looked at, whatever its name ends in.
        let found: Vec<(&str, Place)> = assets
            .iter()
            .filter_map(|(name, asset)| asset.encoding_dependent.map(|place| (&**name, place)))
            .filter(|(name, _)| scripts.contains(name, true))
            .collect();
        out.extend(check_encoding(file, &found));
    }
    let remote = remote_name(&manifest, file, out)?;

    let mut archives: Vec<&str> = Vec::new();
    for claim in claims.iter().filter(|claim| claim.kind != Kind::Closure) {
        let asset = assets.get(claim.file.as_str()).copied();
        if claim.kind == Kind::Types && !is_loadable(&claim.file) {
            archives.push(claim.file.as_str());
        }
        put(&mut manifest, claim, asset, options, out);
    }
    let closure: BTreeMap<String, String> = assets
        .iter()
        .filter(|(name, _)| !archives.contains(&&***name))
        .map(|(name, asset)| (name.to_string(), asset.integrity.clone()))
        .collect();
    if closure.is_empty() {
        out.push(closure_empty(file));
    }

    if let Value::Object(root) = &mut manifest.root {
        fill(root, &remote, options.plugin_version.as_deref().unwrap_or("unknown"));
        release::write(root, &options.release, &closure);
        if let Some(text) = &options.sharing {
            match serde_json::from_str::<Map<String, Value>>(text) {
                Ok(sharing) => {
                    root.insert("sharing".into(), Value::Object(sharing));
                }
                Err(error) => {
                    let message = format!("`sharing` is not the text of a JSON object: {error}");
                    out.push(Diagnostic::new(&rules::INTERNAL_PANIC, message).at(Location::file(file)));
                }
            }
        }
        let closure: Map<String, Value> = closure.into_iter().map(|(name, hash)| (name, hash.into())).collect();
        root.insert("integrity".into(), Value::Object(closure));
    }
    let sealed = manifest.to_bytes();
    if sealed.len() > MAX_BYTES {
        let message = format!("sealed, {file} would have {} bytes; at most {MAX_BYTES} are read", sealed.len());
        out.push(Diagnostic::new(&rules::MANIFEST_TOO_LARGE, message).at(Location::file(file)));
    }
    Some(sealed)
}

/// What has to hold for a manifest, sealed or not, beside its shape: a `schemaVersion` that is known, and a `publicPath`
/// that all readers join in the same way.
pub fn check(manifest: &Manifest, file: &str) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    check_schema_version(manifest, file, &mut out);
    check_public_path(manifest, file, &mut out);
    out
}

/// Puts the seal of `asset` on the place of `claim`.
fn put(manifest: &mut Manifest, claim: &Claim, asset: Option<&Asset>, options: &Options, out: &mut Vec<Diagnostic>) {
    let Some(asset) = asset else {
        out.extend(missing(manifest, claim, &options.file));
        unseal(manifest, claim);
        return;
    };
    if claim.kind == Kind::Types {
        if let Some((types, key)) = claim.pointer.rsplit_once('/')
            && let Some(types) = manifest.root.pointer_mut(types)
        {
            seal_types(types, key, &asset.integrity);
        }
        return;
    }
    let Some(content_hash) = asset.content_hash.as_deref() else {
        let message = format!("{} came without a contentHash", claim.file);
        out.push(Diagnostic::new(&rules::INTERNAL_PANIC, message).at(Location::pointer(&options.file, &claim.pointer)));
        return;
    };
    let seal = Seal { integrity: &asset.integrity, content_hash };
    if let Some(place) = manifest.root.pointer_mut(&claim.pointer) {
        match claim.kind {
            Kind::Asset => seal_asset(place, &claim.file, options.form, seal),
            _ => seal_object(place, seal),
        }
    }
}

fn missing(manifest: &Manifest, claim: &Claim, file: &str) -> Option<Diagnostic> {
    let rule = match claim.kind {
        Kind::SsrRemoteEntry if may_lack_ssr_entry(manifest) => return None,
        Kind::Types => &rules::MANIFEST_TYPES_NOT_EMITTED,
        Kind::SsrRemoteEntry => &rules::MANIFEST_SSR_ENTRY_NOT_EMITTED,
        _ => &rules::MANIFEST_ENTRY_NOT_EMITTED,
    };
    let message = format!("{} is named, but was not emitted", claim.file);
    Some(Diagnostic::new(rule, message).at(Location::pointer(file, &claim.pointer)))
}

fn closure_empty(file: &str) -> Diagnostic {
    Diagnostic::new(&rules::CLOSURE_EMPTY, "no loadable file was emitted").at(Location::file(file))
}

/// A hash of a file that is not there any more must not stay.
fn unseal(manifest: &mut Manifest, claim: &Claim) {
    match claim.kind {
        Kind::Types => {
            if let Some((types, key)) = claim.pointer.rsplit_once('/')
                && let Some(Value::Object(map)) = manifest.root.pointer_mut(&format!("{types}/integrity"))
            {
                map.shift_remove(key);
            }
        }
        _ => {
            if let Some(Value::Object(entry)) = manifest.root.pointer_mut(&claim.pointer) {
                entry.shift_remove("integrity");
                entry.shift_remove("contentHash");
            }
        }
    }
}

/// The assets by normal name. Two assets may share a name only if they share their bytes.
fn by_name<'a>(assets: &'a [Asset], out: &mut Vec<Diagnostic>) -> BTreeMap<Cow<'a, str>, &'a Asset> {
    let mut map: BTreeMap<Cow<'_, str>, &Asset> = BTreeMap::new();
    let mut assets: Vec<&Asset> = assets.iter().collect();
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    for asset in assets {
        let name = match name::normal(&asset.name) {
            Ok(name) => name,
            Err(error) => {
                out.push(error.at(Location::file(&asset.name)));
                continue;
            }
        };
        if asset.size == 0 && [".js", ".mjs", ".cjs", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            out.push(Diagnostic::new(&rules::ASSET_EMPTY, format!("{name} has no bytes")).at(Location::file(&*name)));
        }
        if map.get(&name).is_some_and(|other| other.integrity != asset.integrity) {
            out.push(
                Diagnostic::new(
                    &rules::ASSET_DUPLICATE_NAME,
                    format!("{name} was emitted twice, with different bytes"),
                )
                .at(Location::file(&*name)),
            );
        }
        map.insert(name, asset);
    }
    map
}

fn remote_name(manifest: &Manifest, file: &str, out: &mut Vec<Diagnostic>) -> Option<String> {
    let root = &manifest.root;
    let candidates = [root.get("name"), root.pointer("/metaData/name"), root.get("id")];
    let name = candidates.into_iter().flatten().find_map(Value::as_str);
    if name.is_none() {
        out.push(
            Diagnostic::new(&rules::MANIFEST_INVALID_SHAPE, "`/name` must be a string")
                .at(Location::pointer(file, "/name")),
        );
    }
    name.map(str::to_owned)
}

fn check_schema_version(manifest: &Manifest, file: &str, out: &mut Vec<Diagnostic>) {
    let Some(version) = manifest.root.get("schemaVersion") else { return };
    let number = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'))
    };
    let known = version.as_str().is_some_and(|version| {
        let parts: Vec<&str> = version.split('.').collect();
        parts.len() == 3 && parts[0] == "1" && parts.iter().all(|part| number(part))
    });
    if !known {
        let message = format!("`schemaVersion` is {version}; fedseal knows 1.x.y");
        out.push(
            Diagnostic::new(&rules::MANIFEST_UNSUPPORTED_SCHEMA_VERSION, message)
                .at(Location::pointer(file, "/schemaVersion")),
        );
    }
}

fn check_public_path(manifest: &Manifest, file: &str, out: &mut Vec<Diagnostic>) {
    let pointer = "/metaData/publicPath";
    let Some(path) = manifest.root.pointer(pointer).and_then(Value::as_str) else { return };
    const PLACEHOLDERS: [&str; 5] = ["[fullhash", "[hash", "[contenthash", "[chunkhash", "[name]"];
    if PLACEHOLDERS.iter().any(|placeholder| path.contains(placeholder)) {
        let message = format!("`publicPath` is {path:?}");
        out.push(Diagnostic::new(&rules::MANIFEST_PUBLIC_PATH_TEMPLATE, message).at(Location::pointer(file, pointer)));
    }
    if !matches!(path, "" | "auto") && !path.ends_with('/') {
        let message = format!("`publicPath` is {path:?}");
        out.push(
            Diagnostic::new(&rules::MANIFEST_PUBLIC_PATH_WITHOUT_SLASH, message).at(Location::pointer(file, pointer)),
        );
    }
}
