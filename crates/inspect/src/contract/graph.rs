//! The graph of the declarations, level by level: read, declare, resolve what the declaration names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fedseal_contract::{
    Kind, NeedsTsc, Outcome, Place, Specifier, SyntaxError, declare, json_declaration, source_specifiers, specifiers,
    style_declaration,
};
use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::globals::Globals;
use super::packages::{Package, Unfit};
use super::paths::{STYLES, UNSUPPORTED, ends, for_bundlers, is_declaration, real};
use super::resolve::{Resolve, Target};
use super::text::read_text;
use super::{Emitted, Way};
use crate::folder::reason;

/// What one extraction knows of the project.
pub(super) struct Run {
    pub(super) root: PathBuf,
    /// The root as it was given.
    pub(super) given: PathBuf,
    pub(super) resolve: Resolve,
    pub(super) strip_internal: bool,
    pub(super) emitted: Option<Emitted>,
    pub(super) only_tsc: bool,
    pub(super) globals: Globals,
}

/// What became of a file.
pub(super) enum State {
    Stub(Stub),
    Pending {
        needs: NeedsTsc,
        imports: Vec<Specifier>,
    },
    /// A diagnostic says why.
    Failed,
}

/// A declaration and what it names.
pub(super) struct Stub {
    pub(super) way: Way,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    /// What the source imports, where tsc inferred from it.
    pub(super) imports: Vec<Specifier>,
}

/// A name in a declaration.
pub(super) struct Link {
    pub(super) specifier: Specifier,
    pub(super) to: To,
}

pub(super) enum To {
    File(PathBuf),
    Packages(Vec<Package>),
    /// It says nothing about types: the statement is left out.
    Nothing,
}

pub(super) type Loaded = (State, Vec<Diagnostic>);

/// A declaration that was read or made, before what it names is resolved.
pub(super) struct Declared {
    pub(super) way: Way,
    pub(super) text: String,
    /// What it names.
    pub(super) found: Vec<Specifier>,
    /// What the source imports, where tsc inferred from it.
    pub(super) imports: Vec<Specifier>,
    /// Where names stand in the source, where that is another text.
    pub(super) places: Option<Vec<Specifier>>,
}

impl Declared {
    /// A declaration that is its own source.
    pub(super) fn itself(way: Way, text: String, found: Vec<Specifier>) -> Self {
        Self { way, text, found, imports: Vec::new(), places: None }
    }
}

impl Run {
    /// Loads everything that can be reached by declarations.
    pub(super) fn walk(
        &self,
        frontier: BTreeSet<PathBuf>,
        states: &mut BTreeMap<PathBuf, State>,
        wrong: &mut Vec<Diagnostic>,
    ) {
        let mut frontier: BTreeSet<PathBuf> = frontier.into_iter().filter(|path| !states.contains_key(path)).collect();
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
            return Ok(self.stub(path, id, Declared::itself(Way::Style, style_declaration(), Vec::new())));
        }
        let text = read(path, id)?;
        let syntax = |error: SyntaxError| syntax_error(id, &error);
        if ends(path, &[".json"]) {
            let text = json_declaration(&text).map_err(syntax)?;
            return Ok(self.stub(path, id, Declared::itself(Way::Json, text, Vec::new())));
        }
        if is_declaration(path) {
            let found = specifiers(&text).map_err(syntax)?;
            return Ok(self.stub(path, id, Declared::itself(Way::Declaration, text, found)));
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
                    return Ok(self.stub(
                        path,
                        id,
                        Declared { places: Some(declared.imports), ..Declared::itself(Way::Fast, text, found) },
                    ));
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
        let places = Some(imports.clone());
        Ok(self.stub(path, id, Declared { way: Way::Tsc, text, found, imports, places }))
    }

    /// Resolves what a declaration names.
    pub(super) fn stub(&self, path: &Path, id: &str, declared: Declared) -> Loaded {
        let Declared { way, text, found, imports, places } = declared;
        let places = places.unwrap_or_else(|| found.clone());
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
            if let Target::File(path) = &target
                && let Some(unfit) = self.resolve.packages.unfit(path)
            {
                if aside || specifier.kind == Kind::ReferenceTypes {
                    links.push(Link { specifier, to: To::Nothing });
                } else {
                    wrong.push(not_a_part(id, name, unfit, here));
                }
                continue;
            }
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

    pub(super) fn id(&self, path: &Path) -> String {
        // A path that is not UTF-8 cannot be read as a module either, and that is said there.
        let id = self.resolve.packages.id(path);
        id.unwrap_or_else(|| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
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
            let text = read_text(&file).map(without_map);
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

pub(super) fn read(path: &Path, id: &str) -> Result<String, Diagnostic> {
    let unreadable = |why: &str| {
        Diagnostic::new(&rules::FILE_UNREADABLE, format!("{id} cannot be read: {why}")).at(Location::file(id))
    };
    read_text(path).map_err(|error| unreadable(&reason(&error)))
}

pub(super) fn syntax_error(id: &str, error: &SyntaxError) -> Diagnostic {
    let message = format!("{id} cannot be parsed: {}", error.message);
    Diagnostic::new(&rules::CONTRACT_SYNTAX_ERROR, message).at(at(id, error.place))
}

pub(super) fn unresolved(message: String, here: Location) -> Diagnostic {
    Diagnostic::new(&rules::CONTRACT_UNRESOLVED_IMPORT, message).at(here)
}

/// A contract that had this of a contract package in it would have itself in it, and grow with every release.
fn not_a_part(id: &str, name: &str, unfit: Unfit, here: Location) -> Diagnostic {
    let (what, help) = match unfit {
        Unfit::Whole => (
            "which is about all remotes at once".to_owned(),
            "Name the one module that is meant: `import type { Props } from \"shop/Button\"`.".to_owned(),
        ),
        Unfit::Own(remote) => (
            format!("whose types are those of {remote} itself, as they were released before"),
            format!(
                "Import them from {remote}'s own source. Where another remote's types have types of {remote} in them, move \
                 what both need into a package that both install."
            ),
        ),
    };
    let message = format!("the declaration of {id} mentions {name:?} of the contract package, {what}");
    Diagnostic::new(&rules::CONTRACT_CONTAINS_ITSELF, message).at(here).with_help(help)
}

pub(super) fn at(id: &str, place: Place) -> Location {
    Location { line: Some(place.line), column: Some(place.column), ..Location::file(id) }
}
