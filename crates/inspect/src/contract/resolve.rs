//! From a module's name to a file of the project, or to a package.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use fedseal_contract::ambient_modules;
use oxc_resolver::{ResolveOptions, Resolver, TsconfigDiscovery, TsconfigOptions, TsconfigReferences};
use serde_json::Value;
use walkdir::WalkDir;

/// Endings of modules, in the order in which they are tried.
const ENDINGS: [&str; 11] = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".d.mts"];

/// Endings of style sheets.
pub(crate) const STYLES: [&str; 7] = [".css", ".scss", ".sass", ".less", ".styl", ".stylus", ".pcss"];

/// Endings of other files that bundlers make modules of.
const ASSETS: [&str; 24] = [
    ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".woff", ".woff2", ".ttf", ".otf",
    ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav", ".pdf", ".txt", ".md", ".html", ".wasm",
];

/// Endings of components that TypeScript cannot read.
pub(crate) const UNSUPPORTED: [&str; 5] = [".vue", ".svelte", ".astro", ".mdx", ".marko"];

const BUILTINS: [&str; 42] = [
    "assert",
    "async_hooks",
    "buffer",
    "child_process",
    "cluster",
    "console",
    "constants",
    "crypto",
    "dgram",
    "diagnostics_channel",
    "dns",
    "domain",
    "events",
    "fs",
    "http",
    "http2",
    "https",
    "inspector",
    "module",
    "net",
    "os",
    "path",
    "perf_hooks",
    "process",
    "punycode",
    "querystring",
    "readline",
    "repl",
    "stream",
    "string_decoder",
    "sys",
    "timers",
    "tls",
    "trace_events",
    "tty",
    "url",
    "util",
    "v8",
    "vm",
    "wasi",
    "worker_threads",
    "zlib",
];

/// Where a name leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A file of the project.
    File(PathBuf),
    /// Packages: the one that is named, and the one that holds its types.
    Packages(Vec<Package>),
    /// A style sheet.
    Style(PathBuf),
    /// Any other file that only a bundler understands.
    Asset,
    /// A module that the project declares itself: `declare module "x"`.
    Ambient,
    /// Nowhere.
    Nowhere,
}

/// A package and the range that the project wants.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) range: String,
}

/// Resolves names as TypeScript's `bundler` resolution does.
pub(crate) struct Resolve {
    resolver: Resolver,
    root: PathBuf,
    manifests: Mutex<BTreeMap<PathBuf, Option<std::sync::Arc<Value>>>>,
    ambient: OnceLock<Vec<String>>,
}

impl Resolve {
    /// For a project; the message says why its tsconfig cannot be used.
    pub(crate) fn new(root: &Path, tsconfig: Option<&Path>) -> Result<Self, String> {
        let found = root.join("tsconfig.json");
        let file = tsconfig.map(|file| root.join(file)).or_else(|| found.is_file().then_some(found));
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let resolver = Resolver::new(ResolveOptions {
            tsconfig: file.clone().map(|config_file| {
                TsconfigDiscovery::Manual(TsconfigOptions { config_file, references: TsconfigReferences::Auto })
            }),
            condition_names: owned(&["types", "import", "default"]),
            extensions: owned(&ENDINGS),
            extension_alias: [
                (".js", &[".ts", ".tsx", ".d.ts", ".js", ".jsx"][..]),
                (".jsx", &[".tsx", ".jsx"]),
                (".mjs", &[".mts", ".d.mts", ".mjs"]),
                (".cjs", &[".cts", ".d.cts", ".cjs"]),
            ]
            .map(|(ending, others)| (ending.to_owned(), owned(others)))
            .to_vec(),
            main_fields: owned(&["types", "typings", "module", "main"]),
            node_path: false,
            ..ResolveOptions::default()
        });
        if let Some(file) = &file {
            resolver.resolve_tsconfig(file).map_err(|error| error.to_string())?;
        }
        Ok(Self { resolver, root: root.to_owned(), manifests: Mutex::default(), ambient: OnceLock::new() })
    }

    /// The file of an expose.
    pub(crate) fn expose(&self, source: &str) -> Option<PathBuf> {
        let path = self.root.join(source);
        let text = path.to_str()?.to_owned();
        let mut tries = vec![path.clone()];
        tries.extend(ENDINGS.iter().map(|ending| PathBuf::from(format!("{text}{ending}"))));
        for (ending, others) in
            [(".js", &[".ts", ".tsx"][..]), (".jsx", &[".tsx"]), (".mjs", &[".mts"]), (".cjs", &[".cts"])]
        {
            if let Some(stem) = text.strip_suffix(ending) {
                tries.extend(others.iter().map(|other| PathBuf::from(format!("{stem}{other}"))));
            }
        }
        tries.extend(ENDINGS.iter().map(|ending| path.join(format!("index{ending}"))));
        tries.into_iter().find(|one| one.is_file()).and_then(|one| super::graph::real(&one).ok())
    }

    /// Where `name` leads from the module `from`.
    pub(crate) fn resolve(&self, from: &Path, name: &str) -> Target {
        let bare = !name.starts_with('.') && !name.starts_with('/') && !name.starts_with('#');
        if bare && let Some(builtin) = builtin(name) {
            return self.builtin(from, builtin);
        }
        let found = self.resolver.resolve_dts(from, name).ok();
        let found =
            found.map(|one| (one.path().to_owned(), one.package_json().map(|one| one.version().map(str::to_owned))));
        let (path, version) = match found {
            Some((path, version)) => (Some(path), version.flatten()),
            None => (self.plain(from, name), None),
        };
        if bare {
            let package = package(name);
            let declared = self.declared(from, &package);
            let inside = path.as_deref().is_some_and(|path| self.in_packages(path));
            if inside || (path.is_some() && declared.is_some()) {
                return Target::Packages(self.packages(from, &package, declared, path.as_deref(), version));
            }
        } else if path.as_deref().is_some_and(|path| self.in_packages(path)) {
            // A stub cannot name a file inside a package by its place on this disk.
            return Target::Nowhere;
        }
        match path {
            Some(path) if ends(&path, &STYLES) => Target::Style(path),
            Some(path) if ends(&path, &ASSETS) => Target::Asset,
            Some(path) => Target::File(path),
            None if self.declares(name) => Target::Ambient,
            None => Target::Nowhere,
        }
    }

    /// Whether the project declares a module of this name itself.
    pub(crate) fn declares(&self, name: &str) -> bool {
        self.ambient().iter().any(|pattern| matches(pattern, name))
    }

    /// Whether a file is one of an installed package. The project may be one itself.
    fn in_packages(&self, path: &Path) -> bool {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.components().any(|part| part.as_os_str() == "node_modules")
    }

    /// As a bundler would: for what is no code.
    fn plain(&self, from: &Path, name: &str) -> Option<PathBuf> {
        let name = name.split('?').next().unwrap_or(name);
        let found = self.resolver.resolve(from.parent()?, name).ok()?;
        Some(found.path().to_owned())
    }

    fn builtin(&self, from: &Path, name: &str) -> Target {
        let types = "@types/node";
        let range = self.declared(from, types).or_else(|| self.installed(from, types));
        let package = match range {
            Some(range) => Package { name: types.to_owned(), range },
            None => Package { name: format!("node:{name}"), range: "*".to_owned() },
        };
        Target::Packages(vec![package])
    }

    fn packages(
        &self,
        from: &Path,
        name: &str,
        declared: Option<String>,
        path: Option<&Path>,
        version: Option<String>,
    ) -> Vec<Package> {
        let caret = |version: String| format!("^{version}");
        let types = path.and_then(types_package);
        let Some(types) = types else {
            let range = declared
                .map(|range| workspace(&range, version.as_deref()))
                .or_else(|| version.map(caret))
                .or_else(|| self.installed(from, name))
                .unwrap_or_else(|| "*".to_owned());
            return vec![Package { name: name.to_owned(), range }];
        };
        let own = declared.or_else(|| self.installed(from, name)).map(|range| (name.to_owned(), range));
        let theirs = self.declared(from, &types).map(|range| (types.clone(), range));
        let mut all: Vec<Package> =
            [own, theirs].into_iter().flatten().map(|(name, range)| Package { name, range }).collect();
        if all.is_empty() {
            let range = version.map_or_else(|| "*".to_owned(), caret);
            all.push(Package { name: types, range });
        }
        all
    }

    /// The range of a package in the nearest package.json that has it; peers count first.
    fn declared(&self, from: &Path, name: &str) -> Option<String> {
        for folder in from.ancestors().skip(1) {
            let Some(manifest) = self.manifest(&folder.join("package.json")) else { continue };
            for list in ["peerDependencies", "dependencies", "optionalDependencies", "devDependencies"] {
                if let Some(range) = manifest.get(list).and_then(|list| list.get(name)).and_then(Value::as_str) {
                    return Some(range.to_owned());
                }
            }
        }
        None
    }

    fn installed(&self, from: &Path, name: &str) -> Option<String> {
        from.ancestors().skip(1).find_map(|folder| {
            let manifest = self.manifest(&folder.join("node_modules").join(name).join("package.json"))?;
            Some(format!("^{}", manifest.get("version")?.as_str()?))
        })
    }

    fn manifest(&self, path: &Path) -> Option<std::sync::Arc<Value>> {
        let mut manifests = self.manifests.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = manifests.get(path) {
            return known.clone();
        }
        let read = fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).map(std::sync::Arc::new);
        manifests.insert(path.to_owned(), read.clone());
        read
    }

    /// What the project's own declaration files declare; looked for only when something is not found.
    fn ambient(&self) -> &[String] {
        self.ambient.get_or_init(|| {
            let walk = WalkDir::new(&self.root).into_iter().filter_entry(|item| {
                let name = item.file_name().to_string_lossy();
                item.depth() == 0 || !(item.file_type().is_dir() && (name.starts_with('.') || name == "node_modules"))
            });
            let declarations = walk.flatten().filter(|item| {
                let name = item.file_name().to_string_lossy();
                [".d.ts", ".d.mts", ".d.cts"].iter().any(|ending| name.ends_with(ending))
            });
            let texts = declarations.filter_map(|item| fs::read_to_string(item.path()).ok());
            let mut all: Vec<String> =
                texts.filter(|text| text.contains("declare module")).flat_map(|text| ambient_modules(&text)).collect();
            all.sort();
            all.dedup();
            all
        })
    }
}

/// A name of a file whose ending is one of these, in any case.
pub(crate) fn ends(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Whether a name is one that only a bundler understands, by its ending.
pub(crate) fn for_bundlers(name: &str) -> bool {
    let name = Path::new(name.split('?').next().unwrap_or(name));
    ends(name, &STYLES) || ends(name, &ASSETS)
}

fn builtin(name: &str) -> Option<&str> {
    if let Some(name) = name.strip_prefix("node:") {
        return Some(name);
    }
    let first = name.split('/').next().unwrap_or(name);
    BUILTINS.contains(&first).then_some(name)
}

/// The package of a bare name.
fn package(name: &str) -> String {
    let parts = if name.starts_with('@') { 2 } else { 1 };
    name.split('/').take(parts).collect::<Vec<_>>().join("/")
}

/// `@types/x`, when that is where a file is.
fn types_package(path: &Path) -> Option<String> {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let at = parts.iter().rposition(|part| part == "node_modules")?;
    match (parts.get(at + 1)?, parts.get(at + 2)) {
        (scope, Some(name)) if scope == "@types" => Some(format!("@types/{name}")),
        _ => None,
    }
}

/// A range that means something outside of this workspace.
fn workspace(range: &str, version: Option<&str>) -> String {
    let local = ["workspace:", "catalog:", "file:", "link:", "portal:"].iter().find(|start| range.starts_with(**start));
    let (Some(start), Some(version)) = (local, version) else { return range.to_owned() };
    match (*start, range.strip_prefix("workspace:")) {
        ("workspace:", Some("*")) => version.to_owned(),
        ("workspace:", Some("~")) => format!("~{version}"),
        ("workspace:", Some(exact)) if exact.contains(|one: char| one.is_ascii_digit()) => exact.to_owned(),
        _ => format!("^{version}"),
    }
}

/// Whether a name fits `declare module "*.css"`.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => pattern == name,
    }
}
