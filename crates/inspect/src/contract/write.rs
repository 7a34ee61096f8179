//! The stubs' final texts, in which they name each other, and the hash over them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fedseal_contract::{Any, Exports, Kind, anys, normalize, splice, surface};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::extract::Stubs;
use super::graph::{Run, State, Stub, To};
use super::{Expose, External, Module, Way, names};

#[derive(Default)]
pub(super) struct Written {
    pub(super) texts: BTreeMap<String, Module>,
    /// By stub, what is hashed.
    pub(super) canonical: BTreeMap<String, String>,
    pub(super) modules: Vec<Module>,
    pub(super) exposes: Vec<Expose>,
    pub(super) externals: Vec<External>,
}

impl Run {
    /// The stubs' final texts.
    pub(super) fn write(&self, states: &BTreeMap<PathBuf, State>, stubs: &Stubs) -> Written {
        let all: Vec<(&PathBuf, &Stub)> = states
            .iter()
            .filter_map(|(path, state)| match state {
                State::Stub(stub) => Some((path, stub)),
                _ => None,
            })
            .collect();
        let texts: Vec<(String, Module, String)> = all
            .par_iter()
            .filter_map(|(path, stub)| {
                let name = stubs.of.get(*path)?;
                let edits: Vec<((usize, usize), String)> = stub
                    .links
                    .iter()
                    .filter_map(|link| match &link.to {
                        To::File(to) => {
                            let to = names::specifier(name, stubs.of.get(to)?);
                            let to = match link.specifier.kind {
                                Kind::ReferencePath => format!("{}.d.ts", to.strip_suffix(".js").unwrap_or(&to)),
                                _ => to,
                            };
                            Some((link.specifier.range, to))
                        }
                        To::Nothing => Some((link.specifier.statement, String::new())),
                        To::Packages(_) => None,
                    })
                    .collect();
                let text = splice(&stub.text, &edits);
                let anys: Vec<Any> = anys(&text).unwrap_or_default();
                let canonical = normalize(&text).unwrap_or_else(|_| text.clone());
                let file = Some((*path).clone()).filter(|path| path.is_absolute());
                let module = Module { id: self.id(path), file, stub: name.clone(), way: stub.way, text, anys };
                Some((name.clone(), module, canonical))
            })
            .collect();
        let mut externals: BTreeMap<&str, (&str, BTreeSet<&str>)> = BTreeMap::new();
        for (path, stub) in &all {
            let Some(name) = stubs.of.get(*path) else { continue };
            for link in &stub.links {
                let To::Packages(packages) = &link.to else { continue };
                for package in packages {
                    let (_, users) = externals.entry(&package.name).or_insert((&package.range, BTreeSet::new()));
                    users.insert(name);
                }
            }
        }
        let externals = externals
            .into_iter()
            .map(|(name, (range, users))| External {
                name: name.to_owned(),
                range: range.to_owned(),
                used_by: users.into_iter().map(str::to_owned).collect(),
            })
            .collect();
        let mut out = Written { externals, ..Written::default() };
        for (name, module, canonical) in texts {
            out.canonical.insert(name.clone(), canonical);
            out.texts.insert(name, module);
        }
        out
    }

    /// How an expose's own stub was made, and the texts of all that can be reached from it, unless one is not there.
    pub(super) fn expose(
        &self,
        states: &BTreeMap<PathBuf, State>,
        stubs: &Stubs,
        out: &Written,
        path: &Path,
    ) -> (Way, Option<Vec<(String, String)>>) {
        let way = match states.get(path) {
            Some(State::Stub(stub)) => stub.way,
            _ => Way::Tsc,
        };
        let mut seen = BTreeSet::from([path]);
        let mut todo = vec![path];
        let mut texts = Vec::new();
        while let Some(path) = todo.pop() {
            let (Some(State::Stub(stub)), Some(name)) = (states.get(path), stubs.of.get(path)) else {
                return (way, None);
            };
            let Some(canonical) = out.canonical.get(name) else { return (way, None) };
            texts.push((name.clone(), canonical.clone()));
            for link in &stub.links {
                if let To::File(to) = &link.to
                    && seen.insert(to)
                {
                    todo.push(to);
                }
            }
        }
        (way, Some(texts))
    }
}

/// A second expose of one source.
pub(super) fn again(stub: &str, first: &str, exports: Exports) -> String {
    again_of(&names::specifier(stub, first), exports)
}

/// Everything that another module exports.
pub(super) fn again_of(from: &str, exports: Exports) -> String {
    if exports.assignment {
        return format!("import first = require(\"{from}\");\nexport = first;\n");
    }
    let default = if exports.default { format!("export {{ default }} from \"{from}\";\n") } else { String::new() };
    format!("export * from \"{from}\";\n{default}")
}

pub(super) fn surface_of(texts: &[(String, String)], own: &str) -> String {
    // The expose's own name is part of what it promises; a second name of the same source is another promise.
    let mut all: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    if !all.iter().any(|(name, _)| *name == own) {
        all.push((own, ""));
    }
    surface(&all)
}
