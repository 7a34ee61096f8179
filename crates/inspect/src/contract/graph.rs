//! The graph of the declarations, level by level: read, declare, resolve what the declaration names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fedseal_contract::{
    Any, Exports, Kind, NeedsTsc, Outcome, Place, Specifier, SyntaxError, anys, declare, exports, json_declaration,
    normalize, source_specifiers, specifiers, splice, style_declaration, surface,
};
use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use super::resolve::{Package, Resolve, STYLES, Target, UNSUPPORTED, ends, for_bundlers};
use super::{Emitted, Expose, External, ExtractOptions, Extracted, Module, Pending, Way, names};
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

/// The place of a file without links; without the prefix that Windows gives such places, which nobody else writes.
pub(super) fn real(path: &Path) -> std::io::Result<PathBuf> {
    let real = path.canonicalize()?;
    let plain = real.to_str().and_then(|text| text.strip_prefix(r"\\?\")).filter(|text| !text.starts_with("UNC"));
    Ok(plain.map(PathBuf::from).unwrap_or(real))
}

/// What one extraction knows of the project.
struct Run {
    root: PathBuf,
    /// The root as it was given.
    given: PathBuf,
    resolve: Resolve,
    strip_internal: bool,
    emitted: Option<Emitted>,
    only_tsc: bool,
}

/// What became of a file.
enum State {
    Stub(Stub),
    Pending {
        needs: NeedsTsc,
        imports: Vec<Specifier>,
    },
    /// A diagnostic says why.
    Failed,
}

/// A declaration and what it names.
struct Stub {
    way: Way,
    text: String,
    links: Vec<Link>,
    /// What the source imports, where tsc inferred from it.
    imports: Vec<Specifier>,
}

/// A name in a declaration.
struct Link {
    specifier: Specifier,
    to: To,
}

enum To {
    File(PathBuf),
    Packages(Vec<Package>),
    /// It says nothing about types: the statement is left out.
    Nothing,
}

type Loaded = (State, Vec<Diagnostic>);

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
        let resolve = Resolve::new(&root, options.tsconfig.as_deref()).map_err(|error| {
            let error = error.replace(&format!("{}/", root.display()), "");
            Diagnostic::new(&rules::OPTIONS_INVALID, format!("the project's tsconfig cannot be used: {error}"))
                .with_help("Correct the tsconfig, or name another one.")
        })?;
        let tsconfig = options.tsconfig.clone().unwrap_or_else(|| PathBuf::from("tsconfig.json"));
        let strip_internal = strips_internal(&root.join(tsconfig), 0);
        Ok(Self { root, given: options.root.clone(), resolve, strip_internal, emitted, only_tsc: options.only_tsc })
    }

    fn extract(&self, exposes: &[(String, String)]) -> (Extracted, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let mut stubs = Stubs::default();
        let mut found: Vec<(&str, PathBuf, String)> = Vec::new();
        for (key, source) in exposes {
            let Some(path) = self.resolve.expose(source) else {
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
            stubs.of.entry(path.clone()).or_insert_with(|| stub.clone());
            found.push((key, path, stub));
        }

        let states = self.walk(found.iter().map(|(_, path, _)| path.clone()).collect(), &mut wrong);
        self.check_sources(&states, &mut wrong);
        for path in states.keys() {
            let id = self.id(path);
            if !stubs.of.contains_key(path) {
                let stub = names::internal(&id);
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
                out.modules.push(Module { id: source.clone(), stub: stub.clone(), way, text, anys: Vec::new() });
            }
            let surface = surface.map(|all| fedseal_surface(&all, &stub)).unwrap_or_default();
            let own = stubs.of.get(&path).and_then(|first| out.texts.get(first));
            let found = own.and_then(|module| exports(&module.text).ok()).unwrap_or_default();
            let has_default = found.default || found.assignment;
            out.exposes.push(Expose { key: key.to_owned(), source, stub, surface, way, has_default });
        }
        let mut extracted =
            Extracted { modules: out.modules, exposes: out.exposes, externals: out.externals, pending: Vec::new() };
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
        extracted.modules.extend(out.texts.into_values());
        extracted.modules.sort_by(|a, b| a.stub.cmp(&b.stub));
        extracted.pending.sort_by(|a, b| a.id.cmp(&b.id));
        let place = |one: &Diagnostic| one.location.as_ref().map(|at| (at.file.clone(), at.line, at.column));
        wrong.sort_by_cached_key(|one| (place(one), one.rule.id, one.message.clone()));
        wrong.dedup();
        (extracted, wrong)
    }

    /// Loads everything that can be reached by declarations.
    fn walk(&self, mut frontier: BTreeSet<PathBuf>, wrong: &mut Vec<Diagnostic>) -> BTreeMap<PathBuf, State> {
        let mut states = BTreeMap::new();
        while !frontier.is_empty() {
            let loaded: Vec<(PathBuf, Loaded)> = frontier
                .into_par_iter()
                .map(|path| {
                    let loaded = self.load(&path);
                    (path, loaded)
                })
                .collect();
            let mut next = BTreeSet::new();
            for (path, (state, problems)) in loaded {
                wrong.extend(problems);
                if let State::Stub(stub) = &state {
                    next.extend(stub.links.iter().filter_map(|link| match &link.to {
                        To::File(path) => Some(path.clone()),
                        _ => None,
                    }));
                }
                states.insert(path, state);
            }
            frontier = next.into_iter().filter(|path| !states.contains_key(path)).collect();
        }
        states
    }

    fn load(&self, path: &Path) -> Loaded {
        let id = self.id(path);
        self.try_load(path, &id).unwrap_or_else(|wrong| (State::Failed, vec![wrong]))
    }

    fn try_load(&self, path: &Path, id: &str) -> Result<Loaded, Diagnostic> {
        if ends(path, &UNSUPPORTED) {
            let message = format!("{id} is not TypeScript, so fedseal cannot declare it");
            return Err(Diagnostic::new(&rules::CONTRACT_UNSUPPORTED_SOURCE, message).at(Location::file(id)));
        }
        if ends(path, &STYLES) {
            return Ok(self.stub(path, id, Way::Style, style_declaration(), Vec::new(), Vec::new()));
        }
        let text = read(path, id)?;
        let syntax = |error: SyntaxError| syntax_error(id, &error);
        if ends(path, &[".json"]) {
            let text = json_declaration(&text).map_err(syntax)?;
            return Ok(self.stub(path, id, Way::Json, text, Vec::new(), Vec::new()));
        }
        if is_declaration(path) {
            let found = specifiers(&text).map_err(syntax)?;
            return Ok(self.stub(path, id, Way::Declaration, text, found, Vec::new()));
        }
        let (needs, imports) = if ends(path, &[".js", ".jsx", ".mjs", ".cjs"]) {
            let imports = source_specifiers(id, &text).map_err(syntax)?;
            let reason = "JavaScript: its types come from JSDoc".to_owned();
            (NeedsTsc { reason, place: Place { line: 1, column: 1 } }, imports)
        } else if ends(path, &[".ts", ".tsx", ".mts", ".cts"]) {
            let declared = declare(id, &text, self.strip_internal).map_err(syntax)?;
            match declared.outcome {
                Outcome::Text(text) if !self.only_tsc => {
                    let found = specifiers(&text).map_err(syntax)?;
                    // What the declaration names stands somewhere in the source, and that is the place to show.
                    return Ok(self.stub_at(path, id, Way::Fast, text, found, Vec::new(), &declared.imports));
                }
                Outcome::Text(_) => {
                    let reason = "tsc was asked for".to_owned();
                    (NeedsTsc { reason, place: Place { line: 1, column: 1 } }, declared.imports)
                }
                Outcome::NeedsTsc(needs) => (needs, declared.imports),
            }
        } else {
            let message = format!("{id} is not TypeScript, JavaScript, JSON or a style sheet");
            return Err(Diagnostic::new(&rules::CONTRACT_UNSUPPORTED_SOURCE, message).at(Location::file(id)));
        };
        let Some(emitted) = &self.emitted else {
            return Ok((State::Pending { needs, imports }, Vec::new()));
        };
        let Some((file, text)) = emitted.declaration(path) else {
            let message = format!("{id} needs tsc ({}), and tsc wrote no declaration of it", needs.reason);
            return Err(Diagnostic::new(&rules::CONTRACT_NOT_EXTRACTED, message).at(at(id, needs.place)));
        };
        let text = text.map_err(|error| {
            let message = format!("the declaration that TypeScript wrote for {id} cannot be read: {}", reason(&error));
            Diagnostic::new(&rules::FILE_UNREADABLE, message).at(Location::file(id))
        })?;
        let found = specifiers(&text).map_err(|error| {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            syntax_error(&format!("{name} (written by tsc for {id})"), &error)
        })?;
        let places = imports.clone();
        Ok(self.stub_at(path, id, Way::Tsc, text, found, imports, &places))
    }

    fn stub(
        &self,
        path: &Path,
        id: &str,
        way: Way,
        text: String,
        found: Vec<Specifier>,
        imports: Vec<Specifier>,
    ) -> Loaded {
        let places = found.clone();
        self.stub_at(path, id, way, text, found, imports, &places)
    }

    /// Resolves what a declaration names. `places` says where a name stands in the source.
    #[expect(clippy::too_many_arguments, reason = "the parts of one stub, each of another kind")]
    fn stub_at(
        &self,
        path: &Path,
        id: &str,
        way: Way,
        text: String,
        found: Vec<Specifier>,
        imports: Vec<Specifier>,
        places: &[Specifier],
    ) -> Loaded {
        let mut links = Vec::new();
        let mut wrong = Vec::new();
        for specifier in found {
            let place = places.iter().find(|one| one.name == specifier.name).map(|one| one.place);
            let here = place.map_or_else(|| Location::file(id), |place| at(id, place));
            let name = &specifier.name;
            let aside = specifier.kind == Kind::SideEffect;
            if aside && for_bundlers(name) {
                links.push(Link { specifier, to: To::Nothing });
                continue;
            }
            let target = match specifier.kind {
                Kind::ReferencePath => self.reference(path, name),
                _ => self.resolve.resolve(path, name),
            };
            let to = match target {
                Target::File(path) | Target::Style(path) => To::File(path),
                Target::Packages(packages) => To::Packages(packages),
                Target::Ambient if aside => To::Nothing,
                Target::Ambient | Target::Nowhere if specifier.kind == Kind::Augmentation => continue,
                Target::Ambient => {
                    let message = format!(
                        "the declaration of {id} mentions {name:?}, which only an ambient module of this project declares"
                    );
                    wrong.push(
                        unresolved(message, here).with_help(
                            "Write the type out in the source, or move it to a module that can be imported.",
                        ),
                    );
                    continue;
                }
                Target::Asset => {
                    let message = format!("the declaration of {id} mentions {name:?}, which only a bundler can read");
                    wrong.push(Diagnostic::new(&rules::CONTRACT_UNSUPPORTED_SOURCE, message).at(here));
                    continue;
                }
                Target::Nowhere => {
                    wrong.push(unresolved(format!("{id} imports {name:?}, which cannot be resolved"), here));
                    continue;
                }
            };
            links.push(Link { specifier, to });
        }
        (State::Stub(Stub { way, text, links, imports }), wrong)
    }

    fn reference(&self, from: &Path, name: &str) -> Target {
        let file = from.parent().map(|folder| folder.join(name)).and_then(|path| real(&path).ok());
        file.map_or(Target::Nowhere, Target::File)
    }

    /// tsc without type checking takes what it does not find for `any`. So everything that a module it infers from
    /// imports has to be there, through all local sources.
    fn check_sources(&self, states: &BTreeMap<PathBuf, State>, wrong: &mut Vec<Diagnostic>) {
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

    /// The stubs' final texts.
    fn write(&self, states: &BTreeMap<PathBuf, State>, stubs: &Stubs) -> Written {
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
                let module = Module { id: self.id(path), stub: name.clone(), way: stub.way, text, anys };
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
    fn expose(
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

    fn id(&self, path: &Path) -> String {
        // A path that is not UTF-8 cannot be read as a module either, and that is said there.
        names::id(path, &self.root)
            .unwrap_or_else(|| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
    }
}

#[derive(Default)]
struct Written {
    texts: BTreeMap<String, Module>,
    /// By stub, what is hashed.
    canonical: BTreeMap<String, String>,
    modules: Vec<Module>,
    exposes: Vec<Expose>,
    externals: Vec<External>,
}

/// Which name is whose.
#[derive(Default)]
struct Stubs {
    of: BTreeMap<PathBuf, String>,
    /// By the name in lower case, because some disks do not know the difference.
    taken: BTreeMap<String, String>,
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

impl Emitted {
    /// What tsc wrote for a source, and where.
    fn declaration(&self, path: &Path) -> Option<(PathBuf, std::io::Result<String>)> {
        let relative = path.strip_prefix(&self.base).ok()?;
        let name = relative.file_name()?.to_str()?;
        let (stem, ending) = name.rsplit_once('.')?;
        let ending = match ending {
            "mts" | "mjs" => ".d.mts",
            "cts" | "cjs" => ".d.cts",
            _ => ".d.ts",
        };
        let file = self.dir.join(relative.with_file_name(format!("{stem}{ending}")));
        file.is_file().then(|| {
            let text = fs::read_to_string(&file).map(without_map);
            (file, text)
        })
    }
}

/// The declaration without the name of its source map, which is not part of the contract.
fn without_map(text: String) -> String {
    match text.rfind("//# sourceMappingURL=") {
        Some(at) if !text.get(at..).unwrap_or_default().trim_end().contains('\n') => {
            text.get(..at).unwrap_or_default().to_owned()
        }
        _ => text,
    }
}

/// A second expose of one source.
fn again(stub: &str, first: &str, exports: Exports) -> String {
    let from = names::specifier(stub, first);
    if exports.assignment {
        return format!("import first = require(\"{from}\");\nexport = first;\n");
    }
    let default = if exports.default { format!("export {{ default }} from \"{from}\";\n") } else { String::new() };
    format!("export * from \"{from}\";\n{default}")
}

fn fedseal_surface(texts: &[(String, String)], own: &str) -> String {
    // The expose's own name is part of what it promises; a second name of the same source is another promise.
    let mut all: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    if !all.iter().any(|(name, _)| *name == own) {
        all.push((own, ""));
    }
    surface(&all)
}

fn read(path: &Path, id: &str) -> Result<String, Diagnostic> {
    let unreadable = |why: &str| {
        Diagnostic::new(&rules::FILE_UNREADABLE, format!("{id} cannot be read: {why}")).at(Location::file(id))
    };
    let bytes = fs::read(path).map_err(|error| unreadable(&reason(&error)))?;
    String::from_utf8(bytes).map_err(|_| unreadable("it is not UTF-8"))
}

fn is_declaration(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // `x.d.css.ts` declares `x.css`.
    let other =
        name.strip_suffix(".ts").and_then(|name| name.rsplit_once('.')).is_some_and(|(name, _)| name.ends_with(".d"));
    other || [".d.ts", ".d.mts", ".d.cts"].iter().any(|ending| name.ends_with(ending))
}

fn syntax_error(id: &str, error: &SyntaxError) -> Diagnostic {
    let message = format!("{id} cannot be parsed: {}", error.message);
    Diagnostic::new(&rules::CONTRACT_SYNTAX_ERROR, message).at(at(id, error.place))
}

fn unresolved(message: String, here: Location) -> Diagnostic {
    Diagnostic::new(&rules::CONTRACT_UNRESOLVED_IMPORT, message).at(here)
}

fn at(id: &str, place: Place) -> Location {
    Location { line: Some(place.line), column: Some(place.column), ..Location::file(id) }
}

/// Whether a tsconfig may set `stripInternal`. It is not read for good: yes only means that `@internal` is left to tsc.
fn strips_internal(tsconfig: &Path, depth: usize) -> bool {
    let Ok(text) = fs::read_to_string(tsconfig) else { return depth > 0 };
    if text.contains("\"stripInternal\"") || depth > 8 {
        return true;
    }
    let Some((_, rest)) = text.split_once("\"extends\"") else { return false };
    let value: Vec<&str> = match rest.trim_start_matches([':', ' ', '\t', '\n', '\r']) {
        list if list.starts_with('[') => {
            list.split(']').next().unwrap_or_default().split('"').skip(1).step_by(2).collect()
        }
        one => one.split('"').nth(1).into_iter().collect(),
    };
    value.iter().any(|name| {
        let Some(folder) = tsconfig.parent().filter(|_| name.starts_with('.')) else { return true };
        let file = folder.join(name);
        let file = if file.is_file() { file } else { folder.join(format!("{name}.json")) };
        strips_internal(&file, depth + 1)
    })
}
