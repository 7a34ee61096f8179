//! Packages: which are published under a version, whose a file is, and the range that the project wants.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;

use super::ExtractOptions;
use super::paths::{in_node_modules, real, shared_folder, slashed};

/// A package and the range that the project wants.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) range: String,
}

/// The packages that a project sees.
pub(crate) struct Packages {
    root: PathBuf,
    remote: String,
    /// Folders of contract packages.
    contracts: Vec<PathBuf>,
    manifests: Mutex<BTreeMap<PathBuf, Option<Arc<Value>>>>,
    /// Files outside of the root by their ids.
    outside: Mutex<BTreeMap<String, PathBuf>>,
}

/// Folder of the stubs in a contract package.
const REMOTES: &str = "remotes";

/// What of a contract package cannot be part of a contract.
pub(crate) enum Unfit {
    /// A file about all remotes.
    Whole,
    /// A stub of this remote.
    Own(String),
}

/// Ranges that mean a folder of this machine and no version of a registry.
const LOCAL_RANGES: [&str; 4] = ["workspace:", "link:", "portal:", "file:"];

impl Packages {
    pub(crate) fn new(root: &Path, options: &ExtractOptions) -> Self {
        Self {
            root: root.to_owned(),
            remote: options.remote.clone(),
            contracts: options.contract_packages.iter().filter_map(|folder| real(folder).ok()).collect(),
            manifests: Mutex::default(),
            outside: Mutex::default(),
        }
    }

    /// The stub of another remote's module, as a contract package exports it: `shop/Button`.
    pub(crate) fn remote_module(&self, name: &str) -> Option<PathBuf> {
        self.contracts.iter().find_map(|folder| {
            let manifest = self.manifest(&folder.join("package.json"))?;
            let types = manifest.get("exports")?.get(format!("./{name}"))?.get("types")?.as_str()?;
            real(&folder.join(types)).ok().filter(|stub| stub.starts_with(folder.join(REMOTES)))
        })
    }

    /// Why a file of a contract package cannot be part of a contract.
    pub(crate) fn unfit(&self, path: &Path) -> Option<Unfit> {
        let folder = self.contract_package(path)?;
        let inside = slashed(path.strip_prefix(folder).ok()?)?;
        if inside == "interfaces.d.ts" {
            return None;
        }
        let Some(stub) = inside.strip_prefix(REMOTES) else { return Some(Unfit::Whole) };
        let own = format!("/{}/", self.remote);
        let (_, package) = self.owner(path)?;
        // In the stubs of another remote there may be copies of this one's.
        let copied = stub.contains(&format!("/_internal/__/{package}/{REMOTES}{own}"));
        (stub.starts_with(&own) || copied).then(|| Unfit::Own(self.remote.clone()))
    }

    fn contract_package(&self, path: &Path) -> Option<&PathBuf> {
        self.contracts.iter().find(|folder| path.starts_with(folder))
    }

    /// Whether shells can install the package that a bare name leads to, at `path`. One that they cannot is part of the
    /// project, however its name is written: its types change without a version that says so.
    pub(crate) fn published(&self, from: &Path, name: &str, path: &Path) -> bool {
        // What a remote takes of other remotes' types is its own promise, whatever they release later.
        if self.same_package(from, path) || self.contract_package(path).is_some() {
            return false;
        }
        let local = |range: String| LOCAL_RANGES.iter().any(|start| range.starts_with(start));
        if types_package(path).is_none() && self.declared_by(from, name).is_some_and(local) {
            return false;
        }
        if self.is_installed(path) {
            return !installed_folder(path).is_some_and(|folder| self.is_private(&folder));
        }
        // A whole `node_modules` may lie elsewhere; a package in it that is no link itself was installed.
        let found = from.ancestors().skip(1).map(|folder| folder.join("node_modules").join(name));
        let Some(found) = found.into_iter().find(|folder| folder.exists()) else { return false };
        let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        let linked = is_link(&found) || (name.starts_with('@') && found.parent().is_some_and(is_link));
        !linked && real(&found).is_ok_and(|folder| path.starts_with(folder)) && !self.is_private(&found)
    }

    /// Whether a file is one of an installed package. The project may be one itself.
    pub(crate) fn is_installed(&self, path: &Path) -> bool {
        in_node_modules(path.strip_prefix(&self.root).unwrap_or(path))
    }

    pub(crate) fn same_package(&self, one: &Path, other: &Path) -> bool {
        let one = self.owner(one).map(|(folder, _)| folder);
        one.is_some() && one == self.owner(other).map(|(folder, _)| folder)
    }

    /// What a file is called in a contract and in messages: relative to the root, or to its package where it lies outside.
    /// Neither says where on this machine that is. `None` when a part of it is not UTF-8.
    pub(crate) fn id(&self, path: &Path) -> Option<String> {
        if !self.is_outside(path) {
            return slashed(path.strip_prefix(&self.root).unwrap_or(path));
        }
        let shared = shared_folder(&self.root, path);
        let id = match self.owner(path) {
            Some((folder, name)) if self.is_installed(path) || folder.starts_with(&shared) => {
                format!("{name}/{}", slashed(path.strip_prefix(folder).ok()?)?)
            }
            _ => slashed(path.strip_prefix(shared).ok()?)?,
        };
        let mut outside = self.outside.lock().unwrap_or_else(PoisonError::into_inner);
        outside.insert(id.clone(), path.to_owned());
        Some(id)
    }

    /// The ids that were given to files outside of the root, and their paths.
    pub(crate) fn outside(&self) -> Vec<(String, PathBuf)> {
        let outside = self.outside.lock().unwrap_or_else(PoisonError::into_inner);
        outside.iter().map(|(id, path)| (id.clone(), path.clone())).collect()
    }

    /// Whether a file is none of the project's folder: it lies elsewhere, or in a package that is installed there.
    pub(crate) fn is_outside(&self, path: &Path) -> bool {
        path.is_absolute()
            && (!path.starts_with(&self.root) || self.is_installed(path) || self.contract_package(path).is_some())
    }

    /// The folder and the name of the package that a file belongs to.
    fn owner(&self, path: &Path) -> Option<(PathBuf, String)> {
        if self.is_installed(path) {
            let folder = installed_folder(path)?;
            let parts: Vec<_> = folder.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let at = parts.iter().rposition(|part| part == "node_modules")?;
            return Some((folder.clone(), parts.get(at + 1..)?.join("/")));
        }
        path.ancestors().skip(1).find_map(|folder| {
            let manifest = self.manifest(&folder.join("package.json"))?;
            let name = manifest.get("name")?.as_str().filter(|name| is_package_name(name))?;
            Some((folder.to_owned(), name.to_owned()))
        })
    }

    fn is_private(&self, folder: &Path) -> bool {
        self.manifest(&folder.join("package.json"))
            .is_some_and(|manifest| manifest.get("private").and_then(Value::as_bool) == Some(true))
    }

    pub(crate) fn builtin(&self, from: &Path, name: &str) -> Package {
        let types = "@types/node";
        let range = self.wanted(from, types).or_else(|| self.installed(from, types));
        match range {
            Some(range) => Package { name: types.to_owned(), range },
            None => Package { name: format!("node:{name}"), range: "*".to_owned() },
        }
    }

    /// The package that is named, and the one that holds its types.
    pub(crate) fn of(&self, from: &Path, name: &str, path: &Path, version: Option<String>) -> Vec<Package> {
        let caret = |version: String| format!("^{version}");
        let declared = self.wanted(from, name);
        let Some(types) = types_package(path) else {
            let range = declared
                .map(|range| in_registry(&range, version.as_deref()))
                .or_else(|| version.map(caret))
                .or_else(|| self.installed(from, name))
                .unwrap_or_else(|| "*".to_owned());
            return vec![Package { name: name.to_owned(), range }];
        };
        let own = declared.or_else(|| self.installed(from, name)).map(|range| (name.to_owned(), range));
        let theirs = self.wanted(from, &types).map(|range| (types.clone(), range));
        let mut all: Vec<Package> =
            [own, theirs].into_iter().flatten().map(|(name, range)| Package { name, range }).collect();
        if all.is_empty() {
            let range = version.map_or_else(|| "*".to_owned(), caret);
            all.push(Package { name: types, range });
        }
        all
    }

    /// The range that the remote wants: its own, before that of a package of the workspace that it is made of, before
    /// that of the workspace.
    fn wanted(&self, from: &Path, name: &str) -> Option<String> {
        let own = self.root.ancestors().find_map(|folder| self.manifest(&folder.join("package.json")));
        own.and_then(|manifest| range_in(&manifest, name))
            .or_else(|| self.declared_by(from, name))
            .or_else(|| self.declared_by(&self.root.join("package.json"), name))
    }

    /// The range of a package in the nearest package.json that has it.
    fn declared_by(&self, from: &Path, name: &str) -> Option<String> {
        let folders = from.ancestors().skip(1);
        folders.filter_map(|folder| self.manifest(&folder.join("package.json"))).find_map(|one| range_in(&one, name))
    }

    fn installed(&self, from: &Path, name: &str) -> Option<String> {
        from.ancestors().skip(1).find_map(|folder| {
            let manifest = self.manifest(&folder.join("node_modules").join(name).join("package.json"))?;
            Some(format!("^{}", manifest.get("version")?.as_str()?))
        })
    }

    fn manifest(&self, path: &Path) -> Option<Arc<Value>> {
        let mut manifests = self.manifests.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = manifests.get(path) {
            return known.clone();
        }
        let read = fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).map(Arc::new);
        manifests.insert(path.to_owned(), read.clone());
        read
    }
}

/// The range of a package; peers count first.
fn range_in(manifest: &Value, name: &str) -> Option<String> {
    ["peerDependencies", "dependencies", "optionalDependencies", "devDependencies"].iter().find_map(|list| {
        let range = manifest.get(list).and_then(|list| list.get(name)).and_then(Value::as_str);
        range.map(str::to_owned)
    })
}

/// The package of a bare name.
pub(crate) fn package_of(name: &str) -> String {
    let parts = if name.starts_with('@') { 2 } else { 1 };
    name.split('/').take(parts).collect::<Vec<_>>().join("/")
}

/// The folder of the installed package that a file is in.
fn installed_folder(path: &Path) -> Option<PathBuf> {
    let parts: Vec<_> = path.components().collect();
    let at = parts.iter().rposition(|part| part.as_os_str() == "node_modules")?;
    let scoped = parts.get(at + 1)?.as_os_str().to_string_lossy().starts_with('@');
    Some(parts.get(..at + if scoped { 3 } else { 2 })?.iter().collect())
}

/// `@types/x`, when that is where a file is.
fn types_package(path: &Path) -> Option<String> {
    let folder = installed_folder(path)?;
    let name = folder.file_name()?.to_str()?;
    (folder.parent()?.file_name()? == "@types").then(|| format!("@types/{name}"))
}

/// A range that means something outside of this workspace.
fn in_registry(range: &str, version: Option<&str>) -> String {
    let local = LOCAL_RANGES.iter().chain(&["catalog:"]).any(|start| range.starts_with(start));
    match version {
        Some(version) if local => format!("^{version}"),
        _ => range.to_owned(),
    }
}

/// Whether a name is one that npm takes: it becomes part of the names of stubs.
fn is_package_name(name: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | '.' | '~'))
    };
    match name.strip_prefix('@').map(|name| name.split_once('/')) {
        Some(Some((scope, name))) => fits(scope) && fits(name),
        Some(None) => false,
        None => fits(name),
    }
}
