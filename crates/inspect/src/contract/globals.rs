//! Names that only the project's ambient files declare (`global.d.ts`): a shell has none of these files, so what stubs use
//! of them goes along, as a module that they import it from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fedseal_contract::{AmbientItem, Kind, Place, Specifier, ambient_items, free_names, specifiers};
use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use walkdir::WalkDir;

use super::Way;
use super::graph::{Declared, Link, Run, State, Stub, To, at, syntax_error};
use super::paths::is_declaration;
use super::text::read_text;

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
        let read: Vec<Vec<(PathBuf, AmbientItem)>> = files
            .par_iter()
            .map(|file| {
                let text = read_text(file).ok().filter(|text| may_declare(text)).unwrap_or_default();
                ambient_items(&text).unwrap_or_default().into_iter().map(|item| (file.clone(), item)).collect()
            })
            .collect();
        let items: Vec<(PathBuf, AmbientItem)> = read.into_iter().flatten().collect();
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
                let Ok(text) = read_text(item.path()) else { continue };
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

/// Whether a file may declare something global: most declaration files of a project are modules that do not.
fn may_declare(text: &str) -> bool {
    let exports = |line: &str| ["import ", "import{", "export "].iter().any(|start| line.starts_with(start));
    text.contains("global") || !text.lines().any(exports)
}

impl Run {
    /// Lets stubs import the global names of the project that they use.
    pub(super) fn take_globals(&self, states: &mut BTreeMap<PathBuf, State>, wrong: &mut Vec<Diagnostic>) {
        let mut users: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
        let mut looked: BTreeSet<PathBuf> = BTreeSet::new();
        let mut wanted = BTreeSet::new();
        // What the global declarations import may use global names, too.
        loop {
            let fresh: Vec<(&PathBuf, &Stub)> = states
                .iter()
                .filter_map(|(path, state)| match state {
                    State::Stub(stub) if !looked.contains(path) && path != Path::new(GLOBALS) => Some((path, stub)),
                    _ => None,
                })
                .collect();
            let used: Vec<(PathBuf, BTreeSet<String>)> = fresh
                .par_iter()
                .filter(|(_, stub)| self.globals.concern(&stub.text))
                .map(|(path, stub)| ((*path).clone(), free_names(&stub.text).unwrap_or_default()))
                .collect();
            looked.extend(fresh.into_iter().map(|(path, _)| path.clone()));
            let own = self.globals.own(&used.iter().flat_map(|(_, names)| names).cloned().collect());
            for (path, names) in used {
                let names: BTreeSet<String> = names.intersection(&own).cloned().collect();
                if !names.is_empty() {
                    users.insert(path, names);
                }
            }
            let before = wanted.len();
            wanted.extend(own);
            if wanted.len() == before {
                break;
            }
            let Some(stub) = self.global_stub(&wanted, wrong) else { return };
            let next = stub.links.iter().filter_map(|link| match &link.to {
                To::File(path) => Some(path.clone()),
                _ => None,
            });
            let next = next.collect();
            states.insert(PathBuf::from(GLOBALS), State::Stub(stub));
            self.walk(next, states, wrong);
        }
        for (path, names) in users {
            if let Some(State::Stub(stub)) = states.get_mut(&path) {
                let names: Vec<String> = names.into_iter().collect();
                let before = if stub.text.is_empty() || stub.text.ends_with('\n') { "" } else { "\n" };
                let import = format!("{before}import {{ {} }} from \"{GLOBALS}\";\n", names.join(", "));
                let start = stub.text.len() + import.find('"').unwrap_or_default() + 1;
                stub.links.push(Link {
                    specifier: Specifier {
                        name: GLOBALS.to_owned(),
                        kind: Kind::Import,
                        place: Place::default(),
                        range: (start, start + GLOBALS.len()),
                        statement: (stub.text.len() + before.len(), stub.text.len() + import.len()),
                    },
                    to: To::File(PathBuf::from(GLOBALS)),
                });
                stub.text.push_str(&import);
            }
        }
    }

    /// The module of the global declarations with these names, and of those that they use.
    fn global_stub(&self, names: &BTreeSet<String>, wrong: &mut Vec<Diagnostic>) -> Option<Stub> {
        let items = match self.globals.closure(names) {
            Ok(items) => items,
            Err(clash) => {
                let (one, other) = (self.id(&clash.files.0), self.id(&clash.files.1));
                let message = format!(
                    "a stub uses global names whose declarations cannot go along: {} is one thing in {one} and another in {other}",
                    clash.name
                );
                let place = Place { line: clash.line, column: 1 };
                wrong.push(Diagnostic::new(&rules::CONTRACT_UNRESOLVED_NAME, message).at(at(&other, place)));
                return None;
            }
        };
        let mut whole = Stub { way: Way::Declaration, text: String::new(), links: Vec::new(), imports: Vec::new() };
        for (file, item) in items {
            let id = self.id(file);
            let found = match specifiers(&item.text) {
                Ok(found) => found,
                Err(error) => {
                    wrong.push(syntax_error(&id, &error));
                    return None;
                }
            };
            let (state, problems) = self.stub(file, &id, Declared::itself(Way::Declaration, item.text.clone(), found));
            wrong.extend(problems.into_iter().map(|one| one.at(at(&id, item.place))));
            let State::Stub(part) = state else { return None };
            let by = whole.text.len();
            whole.links.extend(part.links.into_iter().map(|mut link| {
                for (start, end) in [&mut link.specifier.range, &mut link.specifier.statement] {
                    *start += by;
                    *end += by;
                }
                link
            }));
            whole.text.push_str(&part.text);
            whole.text.push('\n');
        }
        Some(whole)
    }
}
