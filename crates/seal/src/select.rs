//! Which files of a build belong to the closure.

use std::collections::BTreeSet;

use fedseal_diagnostics::registry as rules;
use fedseal_diagnostics::{Diagnostic, Location};
use fedseal_manifest::{Claim, Kind, Manifest, name};
use glob::{MatchOptions, Pattern};

use crate::scripts::ClassicScripts;
use crate::unsealed::Unsealed;

/// One file that has to be hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// Its place in the list of names that was given.
    pub index: usize,
    /// Whether a manifest has an entry for it, which then carries a `contentHash`. Files that stand only in the closure
    /// need only their `integrity`.
    pub entry: bool,
    /// Whether browsers load it as a classic script, whose encoding the server names.
    pub classic_script: bool,
}

/// What the closure holds beside the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Globs of files that are loadable although their name does not say so.
    pub include: Vec<String>,
    /// Globs of files that are not loaded by any page. Files that a manifest names are sealed all the same.
    pub exclude: Vec<String>,
}

/// Endings of files that a page or a Node host can load as code or style.
const LOADABLE: [&str; 6] = [".js", ".mjs", ".cjs", ".css", ".wasm", ".json"];

/// Selects, from all file names of a build, those that the closure must name: everything loadable, all `code`, what
/// `filter` adds, and whatever the manifests name. `manifests` are (name, bytes) of every manifest of the build; `code`
/// are the names that the bundler itself calls chunks, whatever they end in.
///
/// # Errors
/// Everything [`Unsealed::read`] finds, and `options/invalid` for a glob that cannot be read.
pub fn select(
    manifests: &[(&str, &[u8])],
    names: &[&str],
    code: &BTreeSet<&str>,
    filter: &Filter,
) -> Result<Vec<Selected>, Vec<Diagnostic>> {
    let read: Vec<_> = manifests.iter().map(|(file, bytes)| Unsealed::read(bytes, file)).collect();
    select_for(&read, names, code, filter)
}

/// [`select`] for manifests that were read already.
///
/// # Errors
/// Of [`select`].
pub fn select_for(
    manifests: &[Result<Unsealed, Vec<Diagnostic>>],
    names: &[&str],
    code: &BTreeSet<&str>,
    filter: &Filter,
) -> Result<Vec<Selected>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut said = Said::default();
    for manifest in manifests {
        match manifest {
            Ok(Unsealed { file, manifest, claims }) => said.add(file, manifest, claims),
            Err(errors) => wrong.extend(errors.iter().cloned()),
        }
    }
    let (selected, others) = select_readable(&said, names, code, filter);
    wrong.extend(others);
    // What is wrong with a name is told once: where a manifest has it first, else at the file.
    let mut told = BTreeSet::new();
    wrong.retain(|found| told.insert((found.rule.id, found.message.clone())));
    // In the order of names, not in the order of a bundler's map.
    wrong.sort_by(|a, b| place(a).cmp(&place(b)));
    if wrong.is_empty() { Ok(selected) } else { Err(wrong) }
}

/// What the manifests of a build say about its files.
#[derive(Default)]
pub struct Said {
    named: BTreeSet<String>,
    own: BTreeSet<String>,
    scripts: Vec<ClassicScripts>,
}

impl Said {
    /// What the manifest called `file` says, which has these claims.
    pub fn add(&mut self, file: &str, manifest: &Manifest, claims: &[Claim]) {
        // A seal cannot hold what is made of it: signatures are over the sealed manifest.
        self.own.extend([file.to_owned(), stats_of(file), format!("{file}.sig"), format!("{file}.sig.headers")]);
        self.scripts.extend(ClassicScripts::of(manifest));
        // The closure of an earlier seal is not a reason to seal a file again.
        let entries = claims.iter().filter(|claim| claim.kind != Kind::Closure);
        self.named.extend(entries.map(|claim| claim.file.clone()));
    }
}

/// [`select`] for a check: the files that can be named, and what is wrong with the others and with `filter`.
pub fn select_readable(
    said: &Said,
    names: &[&str],
    code: &BTreeSet<&str>,
    filter: &Filter,
) -> (Vec<Selected>, Vec<Diagnostic>) {
    let Said { named, own, scripts } = said;
    let mut wrong = Vec::new();
    let mut globs = |texts: &[String], option: &str| -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for text in texts {
            let problem = match Pattern::new(text) {
                Ok(pattern) => {
                    patterns.push(pattern);
                    never_matches(text)
                }
                Err(error) => Some(error.msg),
            };
            if let Some(problem) = problem {
                let message = format!("`{option}`: {text:?} is not a glob of file names: {problem}");
                wrong.push(Diagnostic::new(&rules::OPTIONS_INVALID, message));
            }
        }
        patterns
    };
    let include = globs(&filter.include, "include");
    let exclude = globs(&filter.exclude, "exclude");

    let mut selected = Vec::new();
    for (index, raw) in names.iter().enumerate() {
        let normal = name::normal(raw);
        let file = normal.as_deref().unwrap_or(*raw);
        let entry = named.contains(file);
        let matches = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches_with(file, GLOB));
        let candidate = is_loadable(file) || code.contains(*raw) || matches(&include);
        let wanted = entry || (!own.contains(file) && candidate && !matches(&exclude));
        if !wanted {
            continue;
        }
        match normal {
            Ok(_) => {
                let classic_script = scripts.iter().any(|scripts| scripts.contains(file, code.contains(*raw)));
                selected.push(Selected { index, entry, classic_script });
            }
            Err(error) => wrong.push(error.at(Location::file(*raw))),
        }
    }
    (selected, wrong)
}

/// `*` stays inside a folder, `**` crosses folders, a leading dot is nothing special.
const GLOB: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// How to keep files that no page loads out of the closure, for messages: the same words for all of them.
pub fn how_to_exclude(names: &[&str]) -> String {
    // Whoever has more of them writes a glob.
    const MOST: usize = 3;
    if names.len() > MOST {
        return "What no page loads is kept out of the closure by `exclude` in the plugin's options, or `--exclude`."
            .into();
    }
    let globs: Vec<String> = names.iter().map(|name| format!("{:?}", Pattern::escape(name))).collect();
    let options: Vec<String> = globs.iter().map(|glob| format!("--exclude {glob}")).collect();
    format!(
        "What no page loads is kept out of the closure: `exclude: [{}]` in the plugin's options, or `{}`.",
        globs.join(", "),
        options.join(" ")
    )
}

/// True for a name that ends as code or style does. Case does not count: servers and file systems differ in that.
pub fn is_loadable(name: &str) -> bool {
    // Bundlers allow `[name].js?[contenthash]`. It is code all the same, and must not slip through by its ending.
    [name, name.split(['?', '#']).next().unwrap_or(name)].into_iter().any(|file| ends_with_any(file, &LOADABLE))
}

/// Whether a name ends in one of these, in whatever case.
pub(crate) fn ends_with_any(name: &str, endings: &[&str]) -> bool {
    let ends = |ending: &&str| {
        name.len().checked_sub(ending.len()).is_some_and(|start| {
            name.as_bytes().get(start..).is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
        })
    };
    endings.iter().any(ends)
}

/// Why a glob matches no file name at all, though it is well formed. Ignoring it in silence would leave files out.
fn never_matches(glob: &str) -> Option<&'static str> {
    if glob.is_empty() {
        Some("it is empty")
    } else if glob.contains(['{', '}']) {
        Some("braces are not supported; give two globs")
    } else if glob.starts_with('/') || glob.starts_with("./") || glob.ends_with('/') || glob.contains('\\') {
        Some("names are relative to the output folder, without `./`, and a folder's files are `folder/**`")
    } else {
        None
    }
}

fn place(diagnostic: &Diagnostic) -> Option<(&str, Option<&str>)> {
    diagnostic.location.as_ref().map(|at| (at.file.as_str(), at.pointer.as_deref()))
}

/// `custom.json` → `custom-stats.json`, as Module Federation names it.
fn stats_of(manifest: &str) -> String {
    match manifest.strip_suffix(".json") {
        Some("mf-manifest") => "mf-stats.json".to_owned(),
        Some(stem) => format!("{stem}-stats.json"),
        None => format!("{manifest}-stats"),
    }
}
