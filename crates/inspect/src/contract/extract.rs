//! From what is exposed to a contract.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fedseal_contract::{SyntaxError, exports, specifiers};
use fedseal_diagnostics::Diagnostic;
use fedseal_diagnostics::registry as rules;

use super::globals::{GLOBALS, GLOBALS_STUB, Globals};
use super::graph::{Link, Run, State, Stub, To, read, syntax_error};
use super::packages::Package;
use super::paths::{STYLES, ends, is_css_module, is_declaration, real};
use super::resolve::{Exposed, Resolve};
use super::write::{again, again_of, surface_of};
use super::{Emitted, Expose, ExtractOptions, Extracted, Module, Pending, Way, names};
use crate::folder::{reason, shown};

/// Expressions can be nested deeply, and the parser is recursive.
const STACK: usize = 256 * 1024 * 1024;

/// Runs what parses where there is stack enough for all that the parser accepts.
pub fn roomy<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Extracts a contract. Without an error among the diagnostics and without pending modules it is whole.
pub fn extract(options: &ExtractOptions) -> (Extracted, Vec<Diagnostic>) {
    let work = || {
        Run::new(options).map_or_else(|wrong| (Extracted::default(), vec![wrong]), |run| run.extract(&options.exposes))
    };
    match rayon::ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

impl Run {
    fn new(options: &ExtractOptions) -> Result<Self, Diagnostic> {
        let unreadable = |path: &Path, error: &std::io::Error| {
            let message = format!("the folder {} cannot be read: {}", shown(path), reason(error));
            Diagnostic::new(&rules::FILE_UNREADABLE, message)
        };
        let root = real(&options.root).map_err(|error| unreadable(&options.root, &error))?;
        let emitted = match &options.emitted {
            Some(Emitted { dir, base }) => Some(Emitted {
                dir: real(dir).map_err(|error| unreadable(dir, &error))?,
                base: real(base).map_err(|error| unreadable(base, &error))?,
            }),
            None => None,
        };
        let resolve = Resolve::new(&root, options).map_err(|error| {
            let error = error.replace(&format!("{}/", root.display()), "");
            Diagnostic::new(&rules::OPTIONS_INVALID, format!("the project's tsconfig cannot be used: {error}"))
                .with_help("Correct the tsconfig, or name another one.")
        })?;
        let (strip_internal, only_tsc) = (options.strip_internal, options.only_tsc);
        let ambient: Vec<PathBuf> = options.ambient.iter().filter_map(|file| real(file).ok()).collect();
        let globals = Globals::read(&ambient, &options.libraries);
        Ok(Self { root, given: options.root.clone(), resolve, strip_internal, emitted, only_tsc, globals })
    }

    fn extract(&self, exposes: &[(String, String)]) -> (Extracted, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let mut stubs = Stubs::default();
        let mut found: Vec<(&str, PathBuf, String)> = Vec::new();
        let mut packages: BTreeMap<PathBuf, State> = BTreeMap::new();
        let mut styles: BTreeSet<PathBuf> = BTreeSet::new();
        for (key, source) in exposes {
            let Some(exposed) = self.resolve.expose(source) else {
                let path = Path::new(source);
                let below = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.given));
                let shown = match (below, path.is_absolute()) {
                    (Ok(below), _) => below.display().to_string(),
                    (Err(_), false) => source.clone(),
                    // Where else it is on this machine is nobody's business.
                    (Err(_), true) => path.file_name().map(|name| name.display().to_string()).unwrap_or_default(),
                };
                let message = format!("the expose {key:?} has no source: there is no file {shown:?}");
                wrong.push(Diagnostic::new(&rules::CONTRACT_EXPOSE_NOT_FOUND, message));
                continue;
            };
            let stub = match names::exposed(key) {
                Ok(stub) => stub,
                Err(why) => {
                    let message = format!("the expose {key:?} cannot be the name of a stub: {why}");
                    wrong.push(Diagnostic::new(&rules::CONTRACT_STUB_NAME_TAKEN, message));
                    continue;
                }
            };
            wrong.extend(stubs.take(&stub, &format!("the expose {key:?}")));
            let path = match exposed {
                Exposed::File(path) => path,
                Exposed::Package { name, packages: of, file } => {
                    let path = PathBuf::from(&name);
                    match package_stub(key, &name, of, &file) {
                        Ok(stub) => packages.insert(path.clone(), State::Stub(stub)),
                        Err(problem) => {
                            wrong.push(problem);
                            packages.insert(path.clone(), State::Failed)
                        }
                    };
                    path
                }
            };
            if ends(&path, &STYLES) && !is_css_module(&path) {
                styles.insert(path.clone());
            }
            stubs.of.entry(path.clone()).or_insert_with(|| stub.clone());
            found.push((key, path, stub));
        }

        let sources = found.iter().map(|(_, path, _)| path.clone()).filter(|path| !packages.contains_key(path));
        let mut states = BTreeMap::new();
        self.walk(sources.collect(), &mut states, &mut wrong);
        states.extend(packages);
        for path in styles {
            // A module that is run for its effect: what it exports is an object without names.
            if let Some(State::Stub(stub)) = states.get_mut(&path) {
                stub.text = "export {};\n".to_owned();
            }
        }
        self.take_globals(&mut states, &mut wrong);
        let inferred_from = self.check_sources(&states, &mut wrong);
        for path in states.keys() {
            let id = self.id(path);
            if path == Path::new(GLOBALS) {
                stubs.of.insert(path.clone(), GLOBALS_STUB.to_owned());
            } else if !stubs.of.contains_key(path) {
                let stub = names::internal(&id, self.resolve.packages.is_outside(path));
                wrong.extend(stubs.take(&stub, &id));
                stubs.of.insert(path.clone(), stub);
            }
        }

        let mut out = self.write(&states, &stubs);
        let mut seen = BTreeSet::new();
        for (key, path, stub) in found {
            let (way, surface) = self.expose(&states, &stubs, &out, &path);
            let source = self.id(&path);
            if !seen.insert(path.clone())
                && let Some(first) = stubs.of.get(&path)
                && let Some(module) = out.texts.get(first)
            {
                let text = again(&stub, first, exports(&module.text).unwrap_or_default());
                let (id, file) = (source.clone(), Some(path.clone()).filter(|path| path.is_absolute()));
                out.modules.push(Module { id, file, stub: stub.clone(), way, text, anys: Vec::new() });
            }
            let surface = surface.map(|all| surface_of(&all, &stub)).unwrap_or_default();
            let own = stubs.of.get(&path).and_then(|first| out.texts.get(first));
            let found = own.and_then(|module| exports(&module.text).ok()).unwrap_or_default();
            let has_default = found.default || found.assignment;
            out.exposes.push(Expose { key: key.to_owned(), source, stub, surface, way, has_default });
        }
        let mut extracted =
            Extracted { modules: out.modules, exposes: out.exposes, externals: out.externals, ..Extracted::default() };
        for (path, state) in &states {
            if let State::Pending { needs, .. } = state {
                extracted.pending.push(Pending {
                    file: path.clone(),
                    id: self.id(path),
                    reason: needs.reason.clone(),
                    line: needs.place.line,
                    column: needs.place.column,
                });
            }
        }
        if !extracted.pending.is_empty() {
            // tsc declares what its files import, but not where it had to look into `node_modules` for that.
            let outside = |path: &PathBuf| self.resolve.packages.is_outside(path) && !is_declaration(path);
            extracted.linked = inferred_from.into_iter().filter(outside).map(|path| (self.id(&path), path)).collect();
        }
        extracted.outside = self.resolve.packages.outside();
        extracted.modules.extend(out.texts.into_values());
        extracted.modules.sort_by(|a, b| a.stub.cmp(&b.stub));
        extracted.pending.sort_by(|a, b| a.id.cmp(&b.id));
        let place = |one: &Diagnostic| one.location.as_ref().map(|at| (at.file.clone(), at.line, at.column));
        wrong.sort_by_cached_key(|one| (place(one), one.rule.id, one.message.clone()));
        wrong.dedup();
        (extracted, wrong)
    }
}

/// Which name is whose.
#[derive(Default)]
pub(super) struct Stubs {
    pub(super) of: BTreeMap<PathBuf, String>,
    /// By the name in lower case, because some disks do not know the difference.
    pub(super) taken: BTreeMap<String, String>,
}

impl Stubs {
    fn take(&mut self, stub: &str, owner: &str) -> Option<Diagnostic> {
        let key = stub.to_lowercase();
        if let Some(other) = self.taken.get(&key) {
            let message = format!("{owner} and {other} would have the same stub, {stub}");
            return Some(Diagnostic::new(&rules::CONTRACT_STUB_NAME_TAKEN, message));
        }
        self.taken.insert(key, owner.to_owned());
        None
    }
}

/// The stub of an expose that is a published package. It is not part of the contract; its range is.
fn package_stub(key: &str, name: &str, packages: Vec<Package>, file: &Path) -> Result<Stub, Diagnostic> {
    if !ends(file, &[".ts", ".tsx", ".mts", ".cts"]) {
        let message = format!("the expose {key:?} is the package {name:?}, which has no types");
        return Err(Diagnostic::new(&rules::CONTRACT_UNSUPPORTED_SOURCE, message));
    }
    let syntax = |error: SyntaxError| syntax_error(name, &error);
    let text = again_of(name, exports(&read(file, name)?).map_err(syntax)?);
    let links = specifiers(&text).map_err(syntax)?.into_iter();
    let links = links.map(|specifier| Link { specifier, to: To::Packages(packages.clone()) }).collect();
    Ok(Stub { way: Way::Declaration, text, links, imports: Vec::new() })
}
