//! From a module's name to a file of the project, or to a package.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fedseal_contract::ambient_modules;
use nodejs_built_in_modules::BUILTINS;
use oxc_resolver::{ResolveOptions, Resolver, TsconfigDiscovery, TsconfigOptions, TsconfigReferences};
use walkdir::WalkDir;

use super::packages::{Package, Packages, package_of};
use super::paths::{ASSETS, ENDINGS, STYLES, ends, real};
use super::text::read_text;
use super::{Alias, ExtractOptions};

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

/// Where an expose leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Exposed {
    /// A file of the project.
    File(PathBuf),
    /// A published package, by the name that stubs import it with; and the file that has its types.
    Package { name: String, packages: Vec<Package>, file: PathBuf },
}

/// Resolves names as TypeScript's `bundler` resolution does.
pub(crate) struct Resolve {
    resolver: Resolver,
    root: PathBuf,
    alias: Vec<Alias>,
    pub(crate) packages: Packages,
    ambient: OnceLock<Vec<String>>,
}

impl Resolve {
    /// For a project; the message says why its tsconfig cannot be used.
    pub(crate) fn new(root: &Path, options: &ExtractOptions) -> Result<Self, String> {
        let found = root.join("tsconfig.json");
        let file = options.tsconfig.as_ref().map(|file| root.join(file)).or_else(|| found.is_file().then_some(found));
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let conditions = options.conditions.iter().cloned().chain(owned(&["types", "import", "default"]));
        let resolver = Resolver::new(ResolveOptions {
            tsconfig: file.clone().map(|config_file| {
                TsconfigDiscovery::Manual(TsconfigOptions { config_file, references: TsconfigReferences::Auto })
            }),
            condition_names: conditions.collect(),
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
        let (root, alias) = (root.to_owned(), options.alias.clone());
        Ok(Self { resolver, packages: Packages::new(&root, options), root, alias, ambient: OnceLock::new() })
    }

    /// Where an expose leads, as the bundler resolves it: an alias, a file from the root on, a package.
    pub(crate) fn expose(&self, source: &str) -> Option<Exposed> {
        let from = self.root.join("package.json");
        self.aliased(source).into_iter().find_map(|name| {
            let bare = !name.starts_with('.') && !Path::new(&name).is_absolute();
            let module = if bare { self.find(&from, &name) } else { None };
            match module.map(|(file, _)| (file, self.resolve(&from, &name))) {
                Some((_, Target::File(file) | Target::Style(file))) => Some(Exposed::File(file)),
                Some((file, Target::Packages(packages))) => Some(Exposed::Package { name, packages, file }),
                // `src/Button.tsx` is a file from the root on.
                _ => self.exposed_file(&name).map(Exposed::File),
            }
        })
    }

    /// What the bundler takes a request for, in the order in which it tries.
    fn aliased(&self, source: &str) -> Vec<String> {
        let mut done = Vec::new();
        let mut todo = vec![source.to_owned()];
        // An alias may lead to another one. What leads in a circle ends here, as it does in a bundler.
        while let Some(name) = todo.pop() {
            if done.contains(&name) || done.len() > 32 {
                continue;
            }
            let next = self.alias.iter().find_map(|alias| alias.apply(&name));
            match next {
                Some(next) if next != [name.as_str()] => todo.extend(next.into_iter().rev()),
                _ => done.push(name),
            }
        }
        done
    }

    fn exposed_file(&self, source: &str) -> Option<PathBuf> {
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
        tries.into_iter().find(|one| one.is_file()).and_then(|one| real(&one).ok())
    }

    /// Where `name` leads from the module `from`.
    pub(crate) fn resolve(&self, from: &Path, name: &str) -> Target {
        let bare = !name.starts_with('.') && !name.starts_with('/') && !name.starts_with('#');
        if bare && let Some(builtin) = builtin(name) {
            return Target::Packages(vec![self.packages.builtin(from, builtin)]);
        }
        let found = self.find(from, name);
        if let Some((path, version)) = &found {
            let package = package_of(name);
            if bare && self.packages.published(from, &package, path) {
                return Target::Packages(self.packages.of(from, &package, path, version.clone()));
            }
            if !bare && self.packages.is_installed(path) && !self.packages.same_package(from, path) {
                // A stub cannot name a file inside a package by its place on this disk.
                return Target::Nowhere;
            }
        }
        match found.map(|(path, _)| path) {
            Some(path) if ends(&path, &STYLES) => Target::Style(path),
            Some(path) if ends(&path, &ASSETS) => Target::Asset,
            Some(path) => Target::File(path),
            None => match self.packages.remote_module(name) {
                Some(stub) => Target::File(stub),
                None if self.declares(name) => Target::Ambient,
                None => Target::Nowhere,
            },
        }
    }

    /// The file that a name leads to, and the version of its package; as TypeScript does, then as a bundler would, for what
    /// is no code.
    fn find(&self, from: &Path, name: &str) -> Option<(PathBuf, Option<String>)> {
        if let Ok(found) = self.resolver.resolve_dts(from, name) {
            let version = found.package_json().and_then(|one| one.version().map(str::to_owned));
            return Some((found.path().to_owned(), version));
        }
        let name = name.split('?').next().unwrap_or(name);
        let found = self.resolver.resolve(from.parent()?, name).ok()?;
        Some((found.path().to_owned(), None))
    }

    /// Whether the project declares a module of this name itself.
    pub(crate) fn declares(&self, name: &str) -> bool {
        self.ambient().iter().any(|pattern| matches(pattern, name))
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
            let texts = declarations.filter_map(|item| read_text(item.path()).ok());
            let mut all: Vec<String> =
                texts.filter(|text| text.contains("declare module")).flat_map(|text| ambient_modules(&text)).collect();
            all.sort();
            all.dedup();
            all
        })
    }
}

impl Alias {
    /// What a request becomes; `None` when this is not about it.
    fn apply(&self, request: &str) -> Option<Vec<String>> {
        if let Some((start, end)) = self.name.split_once('*') {
            let rest = request.strip_prefix(start)?.strip_suffix(end)?;
            return Some(self.targets.iter().map(|target| target.replacen('*', rest, 1)).collect());
        }
        let rest = request.strip_prefix(&self.name)?;
        if !(rest.is_empty() || (!self.exact && rest.starts_with('/'))) {
            return None;
        }
        // `{ "ui": "ui/source" }` is meant once.
        let again = |target: &String| {
            !self.exact && request != target && request.starts_with(&format!("{}/", target.trim_end_matches('/')))
        };
        if self.targets.iter().any(|target| request == target || again(target)) {
            return None;
        }
        Some(self.targets.iter().map(|target| format!("{}{rest}", target.trim_end_matches('/'))).collect())
    }
}

fn builtin(name: &str) -> Option<&str> {
    name.strip_prefix("node:").or_else(|| BUILTINS.contains(&name).then_some(name))
}

/// Whether a name fits `declare module "*.css"`.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end),
        None => pattern == name,
    }
}
