//! Names that only the project's ambient files declare (`global.d.ts`): a shell has none of these files, so what stubs use
//! of them goes along, as a module that they import it from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fedseal_contract::{AmbientItem, ambient_items};
use walkdir::WalkDir;

use super::paths::is_declaration;

/// What the module is called among the sources, and its stub.
pub(crate) const GLOBALS: &str = "(global declarations)";
pub(crate) const GLOBALS_STUB: &str = "_internal/__/globals.d.ts";

/// The ambient files of a project.
pub(crate) struct Globals {
    items: Vec<(PathBuf, AmbientItem)>,
    /// The items that declare a global name.
    by_name: BTreeMap<String, Vec<usize>>,
    libraries: Vec<PathBuf>,
}

/// Two declarations of one name that are not the same thing.
pub(crate) struct Clash {
    pub(crate) name: String,
    pub(crate) files: (PathBuf, PathBuf),
    pub(crate) line: u32,
}

impl Globals {
    /// Reads them. A file that cannot be parsed declares nothing here; TypeScript has its say about it elsewhere.
    pub(crate) fn read(files: &[PathBuf], libraries: &[PathBuf]) -> Self {
        let mut items = Vec::new();
        for file in files {
            let Ok(text) = fs::read_to_string(file) else { continue };
            items.extend(ambient_items(&text).unwrap_or_default().into_iter().map(|item| (file.clone(), item)));
        }
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, (_, item)) in items.iter().enumerate().filter(|(_, (_, item))| item.global) {
            for name in &item.names {
                by_name.entry(name.clone()).or_default().push(index);
            }
        }
        Self { items, by_name, libraries: libraries.to_vec() }
    }

    /// Whether a text may use one of the names.
    pub(crate) fn concern(&self, text: &str) -> bool {
        self.by_name.keys().any(|name| text.contains(name.as_str()))
    }

    /// Those names of a set that only the project declares. What it adds to a name of the language or of `@types` stays
    /// with that: shells have their own `Window`.
    pub(crate) fn own(&self, names: &BTreeSet<String>) -> BTreeSet<String> {
        let mut own: BTreeSet<String> = names.iter().filter(|name| self.by_name.contains_key(*name)).cloned().collect();
        for folder in &self.libraries {
            if own.is_empty() {
                break;
            }
            for item in WalkDir::new(folder).follow_links(true).max_depth(4).into_iter().flatten() {
                if !is_declaration(item.path()) {
                    continue;
                }
                let Ok(text) = fs::read_to_string(item.path()) else { continue };
                if own.iter().any(|name| text.contains(name.as_str())) {
                    let known = ambient_items(&text).unwrap_or_default();
                    for name in known.iter().filter(|item| item.global).flat_map(|item| &item.names) {
                        own.remove(name);
                    }
                }
            }
        }
        own
    }

    /// The declarations of names, and of everything that those use of the project's ambient files, by file.
    pub(crate) fn closure(&self, names: &BTreeSet<String>) -> Result<Vec<(&Path, &AmbientItem)>, Clash> {
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut todo: Vec<usize> = names.iter().filter_map(|name| self.by_name.get(name)).flatten().copied().collect();
        let mut checked: BTreeSet<String> = BTreeSet::new();
        while let Some(index) = todo.pop() {
            if !found.insert(index) {
                continue;
            }
            let Some((file, item)) = self.items.get(index) else { continue };
            let unknown: BTreeSet<String> =
                item.uses.iter().filter(|name| checked.insert((*name).clone())).cloned().collect();
            let own = self.own(&unknown);
            for name in &item.uses {
                let beside = self
                    .items
                    .iter()
                    .enumerate()
                    .filter(|(_, (of, other))| of == file && !other.global && other.names.contains(name));
                let beside: Vec<usize> = beside.map(|(index, _)| index).collect();
                if beside.is_empty() && (own.contains(name) || names.contains(name)) {
                    todo.extend(self.by_name.get(name).into_iter().flatten());
                }
                todo.extend(beside);
            }
        }
        let all: Vec<(&Path, &AmbientItem)> = found
            .iter()
            .filter_map(|index| self.items.get(*index))
            .map(|(file, item)| (file.as_path(), item))
            .collect();
        let mut owners: BTreeMap<&str, (&Path, bool)> = BTreeMap::new();
        for (file, item) in &all {
            for name in &item.names {
                let (first, global) = *owners.entry(name).or_insert((file, item.global));
                // Global declarations of one name in several files are one; what a file keeps to itself is another thing.
                if first != *file && !(global && item.global) {
                    let files = (first.to_owned(), (*file).to_owned());
                    return Err(Clash { name: name.clone(), files, line: item.place.line });
                }
            }
        }
        Ok(all)
    }
}
