//! Sources that tsc infers from: what they import has to be there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fedseal_contract::{Kind, Specifier, source_specifiers, specifiers};
use fedseal_diagnostics::Diagnostic;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::Way;
use super::graph::{Run, State, at, read, syntax_error, unresolved};
use super::paths::{UNSUPPORTED, ends, for_bundlers, is_declaration};
use super::resolve::Target;

impl Run {
    /// tsc without type checking takes what it does not find for `any`. So everything that a module it infers from
    /// imports has to be there, through all local sources.
    pub(super) fn check_sources(
        &self,
        states: &BTreeMap<PathBuf, State>,
        wrong: &mut Vec<Diagnostic>,
    ) -> BTreeSet<PathBuf> {
        let mut known: BTreeSet<PathBuf> = BTreeSet::new();
        let mut frontier: Vec<(PathBuf, Option<&[Specifier]>)> = Vec::new();
        for (path, state) in states {
            let imports = match state {
                State::Pending { imports, .. } => imports,
                State::Stub(stub) if stub.way == Way::Tsc => &stub.imports,
                _ => continue,
            };
            known.insert(path.clone());
            frontier.push((path.clone(), Some(imports)));
        }
        while !frontier.is_empty() {
            let looked: Vec<(Vec<PathBuf>, Vec<Diagnostic>)> =
                frontier.par_iter().map(|(path, imports)| self.check_source(path, *imports)).collect();
            let mut next = BTreeSet::new();
            for (paths, problems) in looked {
                wrong.extend(problems);
                next.extend(paths);
            }
            frontier = next.into_iter().filter(|path| known.insert(path.clone())).map(|path| (path, None)).collect();
        }
        known
    }

    fn check_source(&self, path: &Path, imports: Option<&[Specifier]>) -> (Vec<PathBuf>, Vec<Diagnostic>) {
        let id = self.id(path);
        let read = |()| {
            let text = read(path, &id)?;
            let found = if is_declaration(path) { specifiers(&text) } else { source_specifiers(&id, &text) };
            found.map_err(|error| syntax_error(&id, &error))
        };
        let owned;
        let imports = match imports {
            Some(imports) => imports,
            None => match read(()) {
                Ok(found) => {
                    owned = found;
                    &owned
                }
                Err(wrong) => return (Vec::new(), vec![wrong]),
            },
        };
        let mut next = Vec::new();
        let mut wrong = Vec::new();
        for one in imports {
            if matches!(one.kind, Kind::Augmentation | Kind::ReferencePath | Kind::ReferenceTypes) {
                continue;
            }
            let lost = match self.resolve.resolve(path, &one.name) {
                Target::File(file) if ends(&file, &UNSUPPORTED) => !self.resolve.declares(&one.name),
                Target::File(file) => {
                    if !ends(&file, &[".json"]) {
                        next.push(file);
                    }
                    false
                }
                Target::Nowhere => !for_bundlers(&one.name),
                Target::Packages(_) | Target::Style(_) | Target::Asset | Target::Ambient => false,
            };
            if lost {
                let message = format!("{id} imports {:?}, which cannot be resolved", one.name);
                wrong.push(unresolved(message, at(&id, one.place)));
            }
        }
        (next, wrong)
    }
}
