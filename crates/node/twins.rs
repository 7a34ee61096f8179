//! The JavaScript shapes of the core types, and the way between them. Core types are never exposed themselves.

use std::path::PathBuf;

use fedseal_contract::SyntaxError;
use fedseal_diagnostics::render::Areas;
use fedseal_diagnostics::{Diagnostic, Location, Rule, Severity, rule};
use fedseal_digest::{Algorithm, Digest, Place, Wanted};
use fedseal_inspect::contract::{Alias, Emitted, Expose, External, ExtractOptions, Extracted, Module, Pending};
use fedseal_inspect::{Named, SealOptions, Sealed, Verified, VerifyOptions};
use fedseal_seal::{Asset, Filter, Form, Options, Release, Selected};
use napi::bindgen_prelude::Uint8Array;
use napi::{Error, Result};
use napi_derive::napi;

/// Which hashes of a buffer are wanted.
#[napi(object, js_name = "Wanted", object_to_js = false)]
pub struct JsWanted {
    /// The SHA-256 in hex.
    pub content_hash: bool,
    /// The SRI string by this algorithm: `sha256`, `sha384` or `sha512`.
    #[napi(ts_type = "Algorithm")]
    pub integrity: Option<String>,
    /// Whether to look for bytes whose meaning depends on the encoding.
    pub encoding: Option<bool>,
}

impl TryFrom<JsWanted> for Wanted {
    type Error = Error;
    fn try_from(js: JsWanted) -> Result<Self> {
        Ok(Self {
            content_hash: js.content_hash,
            integrity: js.integrity.as_deref().map(algorithm).transpose()?,
            encoding: js.encoding.unwrap_or_default(),
        })
    }
}

/// A place in a text.
#[napi(object, js_name = "Place")]
#[derive(Clone)]
pub struct JsPlace {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}

impl From<Place> for JsPlace {
    fn from(Place { line, column }: Place) -> Self {
        Self { line, column }
    }
}

impl From<JsPlace> for Place {
    fn from(JsPlace { line, column }: JsPlace) -> Self {
        Self { line, column }
    }
}

/// The hashes of one buffer; those that were not wanted are missing.
#[napi(object, js_name = "Digest", object_from_js = false)]
pub struct JsDigest {
    /// SHA-256, 64 lower-case hex digits.
    pub content_hash: Option<String>,
    /// One SRI token.
    pub integrity: Option<String>,
    /// The first byte whose meaning depends on the encoding.
    pub encoding_dependent: Option<JsPlace>,
}

impl From<Digest> for JsDigest {
    fn from(core: Digest) -> Self {
        Self {
            content_hash: core.content_hash,
            integrity: core.integrity,
            encoding_dependent: core.encoding_dependent.map(Into::into),
        }
    }
}

/// The hashes of files, or why they could not be made.
#[napi(object, js_name = "DigestedFiles", object_from_js = false)]
pub struct JsDigestedFiles {
    /// One item a file; empty when a file could not be read.
    pub files: Vec<JsDigestedFile>,
    /// Not empty when a file could not be read.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// The hashes of one file.
#[napi(object, js_name = "DigestedFile", object_from_js = false)]
pub struct JsDigestedFile {
    /// Bytes.
    pub size: f64,
    /// Its hashes.
    pub digest: JsDigest,
}

impl From<std::result::Result<Vec<(u64, Digest)>, Vec<Diagnostic>>> for JsDigestedFiles {
    fn from(core: std::result::Result<Vec<(u64, Digest)>, Vec<Diagnostic>>) -> Self {
        let (files, wrong) = match core {
            Ok(files) => (files, vec![]),
            Err(wrong) => (vec![], wrong),
        };
        let files = files.into_iter().map(|(size, digest)| JsDigestedFile { size: size as f64, digest: digest.into() });
        Self { files: files.collect(), diagnostics: twins(wrong) }
    }
}

/// A manifest of the build.
#[napi(object, js_name = "Manifest", object_to_js = false)]
pub struct JsManifest {
    /// Its name, relative to the output folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Uint8Array,
}

/// What the closure holds beside the default.
#[napi(object, js_name = "Filter", object_to_js = false)]
pub struct JsFilter {
    /// Globs of files that are loadable although their name does not say so.
    pub include: Option<Vec<String>>,
    /// Globs of files that no page loads.
    pub exclude: Option<Vec<String>>,
}

impl From<JsFilter> for Filter {
    fn from(js: JsFilter) -> Self {
        Self { include: js.include.unwrap_or_default(), exclude: js.exclude.unwrap_or_default() }
    }
}

/// The files to hash, or why that cannot be said.
#[napi(object, js_name = "Selection", object_from_js = false)]
pub struct JsSelection {
    /// Places in the list of names that was given.
    pub selected: Vec<JsSelected>,
    /// Not empty when nothing could be selected.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// A file to hash.
#[napi(object, js_name = "Selected", object_from_js = false)]
pub struct JsSelected {
    /// Its place in the list of names that was given.
    pub index: u32,
    /// Whether a manifest has an entry for it, which needs a `contentHash`.
    pub entry: bool,
    /// Whether browsers load it as a classic script, whose encoding the server names.
    pub classic_script: bool,
}

impl From<std::result::Result<Vec<Selected>, Vec<Diagnostic>>> for JsSelection {
    fn from(core: std::result::Result<Vec<Selected>, Vec<Diagnostic>>) -> Self {
        let (selected, wrong) = match core {
            Ok(selected) => (selected, vec![]),
            Err(wrong) => (vec![], wrong),
        };
        let selected = selected
            .into_iter()
            // An array of JavaScript has fewer than 2^32 items.
            .map(|one| JsSelected { index: one.index as u32, entry: one.entry, classic_script: one.classic_script })
            .collect();
        Self { selected, diagnostics: twins(wrong) }
    }
}

/// A file of the build and its hashes.
#[napi(object, js_name = "Asset", object_to_js = false)]
#[derive(Clone)]
pub struct JsAsset {
    /// Name relative to the output folder.
    pub name: String,
    /// Bytes.
    pub size: f64,
    /// The SRI string.
    pub integrity: String,
    /// The SHA-256 in hex; for files with an entry.
    pub content_hash: Option<String>,
    /// The first byte that makes a classic script other code in other encodings.
    pub encoding_dependent: Option<JsPlace>,
}

impl From<JsAsset> for Asset {
    fn from(js: JsAsset) -> Self {
        Self {
            name: js.name,
            size: js.size as u64,
            integrity: js.integrity,
            content_hash: js.content_hash,
            encoding_dependent: js.encoding_dependent.map(Into::into),
        }
    }
}

/// A release; what is missing is taken from the manifest or derived from the closure.
#[napi(object, js_name = "Release", object_to_js = false)]
pub struct JsRelease {
    /// Names the release.
    pub id: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_name: Option<String>,
    /// As in `metaData.buildInfo`.
    pub build_version: Option<String>,
}

impl From<JsRelease> for Release {
    fn from(js: JsRelease) -> Self {
        Self { id: js.id, build_name: js.build_name, build_version: js.build_version }
    }
}

/// How a manifest is sealed.
#[napi(object, js_name = "SealOptions", object_to_js = false)]
pub struct JsSealOptions {
    /// The manifest's name, for messages.
    pub file: String,
    /// `object` (default) or `string`.
    #[napi(ts_type = "Entries")]
    pub entries: Option<String>,
    /// The release.
    pub release: Option<JsRelease>,
    /// For `metaData.pluginVersion` where the producer left it out.
    pub plugin_version: Option<String>,
    /// For `sharing`, as the text of a JSON object.
    pub sharing: Option<String>,
}

impl TryFrom<JsSealOptions> for Options {
    type Error = Error;
    fn try_from(js: JsSealOptions) -> Result<Self> {
        Ok(Self {
            file: js.file,
            form: js.entries.as_deref().map(form).transpose()?.unwrap_or_default(),
            release: js.release.map(Into::into).unwrap_or_default(),
            plugin_version: js.plugin_version,
            sharing: js.sharing,
        })
    }
}

/// A sealed manifest.
#[napi(object, js_name = "Sealed", object_from_js = false)]
pub struct JsSealed {
    /// Its bytes; missing when there is an error among the diagnostics.
    pub manifest: Option<Uint8Array>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Option<Vec<u8>>, Vec<Diagnostic>)> for JsSealed {
    fn from((manifest, diagnostics): (Option<Vec<u8>>, Vec<Diagnostic>)) -> Self {
        Self { manifest: manifest.map(Into::into), diagnostics: twins(diagnostics) }
    }
}

/// How a folder is sealed.
#[napi(object, js_name = "SealFolderOptions", object_to_js = false)]
pub struct JsSealFolderOptions {
    /// The manifest, relative to the folder; found when missing.
    pub manifest: Option<String>,
    /// `sha256`, `sha384` or `sha512`; when missing, as it was sealed before, else `sha384`.
    #[napi(ts_type = "Algorithm")]
    pub algorithm: Option<String>,
    /// `object` or `string`; when missing, as it was sealed before, else `object`.
    #[napi(ts_type = "Entries")]
    pub entries: Option<String>,
    /// Globs of files that are loadable although their name does not say so.
    pub include: Option<Vec<String>>,
    /// Globs of files that no page loads.
    pub exclude: Option<Vec<String>>,
    /// The release.
    pub release: Option<JsRelease>,
}

impl TryFrom<JsSealFolderOptions> for SealOptions {
    type Error = Error;
    fn try_from(js: JsSealFolderOptions) -> Result<Self> {
        Ok(Self {
            manifest: js.manifest,
            algorithm: js.algorithm.as_deref().map(algorithm).transpose()?,
            form: js.entries.as_deref().map(form).transpose()?,
            filter: JsFilter { include: js.include, exclude: js.exclude }.into(),
            seal: Options { release: js.release.map(Into::into).unwrap_or_default(), ..Options::default() },
        })
    }
}

/// What was sealed.
#[napi(object, js_name = "SealedFolder", object_from_js = false)]
pub struct JsSealedFolder {
    /// The manifest, relative to the folder; missing when none was found.
    pub manifest: Option<String>,
    /// Files in the closure.
    pub files: f64,
    /// Their bytes.
    pub bytes: f64,
    /// Whether the manifest was written.
    pub changed: bool,
    /// Compressed copies of the manifest in the folder; they are not renewed here.
    pub copies: Vec<String>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Sealed, Vec<Diagnostic>)> for JsSealedFolder {
    fn from((core, diagnostics): (Sealed, Vec<Diagnostic>)) -> Self {
        Self {
            manifest: core.manifest,
            files: core.files as f64,
            bytes: core.bytes as f64,
            changed: core.changed,
            copies: core.copies,
            diagnostics: twins(diagnostics),
        }
    }
}

/// What of a folder is checked.
#[napi(object, js_name = "VerifyFolderOptions", object_to_js = false)]
pub struct JsVerifyFolderOptions {
    /// The manifest, relative to the folder; found when missing.
    pub manifest: Option<String>,
    /// Globs, as when it was sealed.
    pub include: Option<Vec<String>>,
    /// Globs, as when it was sealed.
    pub exclude: Option<Vec<String>>,
}

impl From<JsVerifyFolderOptions> for VerifyOptions {
    fn from(js: JsVerifyFolderOptions) -> Self {
        Self { manifest: js.manifest, filter: JsFilter { include: js.include, exclude: js.exclude }.into() }
    }
}

/// What was checked.
#[napi(object, js_name = "VerifiedFolder", object_from_js = false)]
pub struct JsVerifiedFolder {
    /// The manifest, relative to the folder; missing when none was found.
    pub manifest: Option<String>,
    /// Files that were hashed and compared, sorted.
    pub files: Vec<String>,
    /// Their bytes.
    pub bytes: f64,
    /// Compressed copies in the folder of the manifest and of those files; what they hold is not checked.
    pub copies: Vec<String>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<(Verified, Vec<Diagnostic>)> for JsVerifiedFolder {
    fn from((core, diagnostics): (Verified, Vec<Diagnostic>)) -> Self {
        Self {
            manifest: core.manifest,
            files: core.files,
            bytes: core.bytes as f64,
            copies: core.copies,
            diagnostics: twins(diagnostics),
        }
    }
}

/// What to extract.
#[napi(object, js_name = "ExtractOptions", object_to_js = false)]
pub struct JsExtractOptions {
    /// The remote's project folder.
    pub root: String,
    /// What is exposed.
    pub exposes: Vec<JsExposeOption>,
    /// What the bundler takes requests of exposes for: `resolve.alias`.
    pub alias: Option<Vec<JsAlias>>,
    /// The project's tsconfig, for `paths`; the root's `tsconfig.json`, where there is one, when missing.
    pub tsconfig: Option<String>,
    /// `customConditions` of the tsconfig.
    pub conditions: Option<Vec<String>>,
    /// `stripInternal` of the tsconfig.
    pub strip_internal: Option<bool>,
    /// The declaration files of the project's TypeScript program, for names that no module declares.
    pub ambient: Option<Vec<String>>,
    /// Folders of declarations whose global names every project has: TypeScript's own, and `@types`.
    pub libraries: Option<Vec<String>>,
    /// What tsc wrote for the modules that were pending.
    pub emitted: Option<JsEmitted>,
    /// Use what tsc wrote for every module.
    pub only_tsc: Option<bool>,
}

/// An expose and its source.
#[napi(object, js_name = "ExposeOption", object_to_js = false)]
pub struct JsExposeOption {
    /// `./Button`
    pub key: String,
    /// `./src/Button.tsx`, relative to the root, or absolute; the ending may be missing.
    pub source: String,
}

/// An entry of the bundler's `resolve.alias`.
#[napi(object, js_name = "Alias", object_to_js = false)]
pub struct JsAlias {
    /// What a request starts with; one `*` stands for anything.
    pub name: String,
    /// Whether only the whole request counts: `name$`.
    pub exact: bool,
    /// What it becomes, in the order in which the bundler tries.
    pub targets: Vec<String>,
}

/// A folder of declarations that tsc wrote.
#[napi(object, js_name = "Emitted", object_to_js = false)]
pub struct JsEmitted {
    /// The folder.
    pub dir: String,
    /// The folder of sources that it stands for: the declaration of `base/a/b.tsx` is `dir/a/b.d.ts`.
    pub base: String,
}

impl From<JsExtractOptions> for ExtractOptions {
    fn from(js: JsExtractOptions) -> Self {
        Self {
            root: js.root.into(),
            exposes: js.exposes.into_iter().map(|one| (one.key, one.source)).collect(),
            alias: js.alias.unwrap_or_default().into_iter().map(Into::into).collect(),
            tsconfig: js.tsconfig.map(PathBuf::from),
            conditions: js.conditions.unwrap_or_default(),
            strip_internal: js.strip_internal.unwrap_or_default(),
            ambient: js.ambient.unwrap_or_default().into_iter().map(PathBuf::from).collect(),
            libraries: js.libraries.unwrap_or_default().into_iter().map(PathBuf::from).collect(),
            emitted: js.emitted.map(|one| Emitted { dir: one.dir.into(), base: one.base.into() }),
            only_tsc: js.only_tsc.unwrap_or_default(),
        }
    }
}

impl From<JsAlias> for Alias {
    fn from(JsAlias { name, exact, targets }: JsAlias) -> Self {
        Self { name, exact, targets }
    }
}

/// A contract. Without an error among the diagnostics and without pending modules it is whole.
#[napi(object, js_name = "Extracted", object_from_js = false)]
pub struct JsExtracted {
    /// The stubs, sorted by their names.
    pub modules: Vec<JsModule>,
    /// What is exposed, in the order given.
    pub exposes: Vec<JsExpose>,
    /// The packages that stubs import, sorted by name.
    pub externals: Vec<JsExternalPackage>,
    /// The modules that need tsc, sorted by id; empty once it has been asked.
    pub pending: Vec<JsPending>,
    /// Sources outside of the root that pending modules depend on: tsc has to declare them, too.
    pub linked: Vec<JsLinked>,
    /// All sources outside of the root that were looked at: diagnostics name their ids.
    pub outside: Vec<JsLinked>,
    /// What was found.
    pub diagnostics: Vec<JsDiagnostic>,
}

/// A stub.
#[napi(object, js_name = "ContractModule", object_from_js = false)]
pub struct JsModule {
    /// Its source, relative to the root; of a package of the workspace, the package and the path in it.
    pub id: String,
    /// The path of its source; missing for an expose that is a package.
    pub file: Option<String>,
    /// Its name in the contract.
    pub stub: String,
    /// `fast`, `tsc`, `declaration`, `json` or `style`.
    #[napi(ts_type = "Way")]
    pub way: String,
    /// Its text.
    pub text: String,
    /// Every `any` in it.
    pub anys: Vec<JsAny>,
}

/// An `any` in a stub.
#[napi(object, js_name = "AnyPlace", object_from_js = false)]
pub struct JsAny {
    /// The declaration it stands in.
    pub name: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}

/// Something that the remote exposes.
#[napi(object, js_name = "Expose", object_from_js = false)]
pub struct JsExpose {
    /// `./Button`
    pub key: String,
    /// The id of its source.
    pub source: String,
    /// Its stub.
    pub stub: String,
    /// SHA-256 in hex over its stub and all that it mentions, normalised; empty while something is pending.
    pub surface: String,
    /// How its own stub was made.
    #[napi(ts_type = "Way")]
    pub way: String,
    /// Whether its stub has a default export.
    pub has_default: bool,
}

/// A package that stubs import.
#[napi(object, js_name = "External", object_from_js = false)]
pub struct JsExternalPackage {
    /// The package.
    pub name: String,
    /// The range that the project wants.
    pub range: String,
    /// The stubs that import it, sorted.
    pub used_by: Vec<String>,
}

/// A source outside of the root.
#[napi(object, js_name = "Linked", object_from_js = false)]
pub struct JsLinked {
    /// What it is called: the package and the path in it.
    pub id: String,
    /// Its path.
    pub file: String,
}

/// A module that needs tsc.
#[napi(object, js_name = "Pending", object_from_js = false)]
pub struct JsPending {
    /// Its path.
    pub file: String,
    /// Its source, relative to the root.
    pub id: String,
    /// Why.
    pub reason: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}

impl From<(Extracted, Vec<Diagnostic>)> for JsExtracted {
    fn from((core, diagnostics): (Extracted, Vec<Diagnostic>)) -> Self {
        Self {
            modules: core.modules.into_iter().map(Into::into).collect(),
            exposes: core.exposes.into_iter().map(Into::into).collect(),
            externals: core.externals.into_iter().map(Into::into).collect(),
            pending: core.pending.into_iter().map(Into::into).collect(),
            linked: core.linked.into_iter().map(Into::into).collect(),
            outside: core.outside.into_iter().map(Into::into).collect(),
            diagnostics: twins(diagnostics),
        }
    }
}

impl From<Module> for JsModule {
    fn from(core: Module) -> Self {
        let any = |one: fedseal_contract::Any| JsAny { name: one.name, line: one.place.line, column: one.place.column };
        Self {
            id: core.id,
            file: core.file.map(|file| file.to_string_lossy().into_owned()),
            stub: core.stub,
            way: core.way.as_str().to_owned(),
            text: core.text,
            anys: core.anys.into_iter().map(any).collect(),
        }
    }
}

impl From<Expose> for JsExpose {
    fn from(core: Expose) -> Self {
        Self {
            key: core.key,
            source: core.source,
            stub: core.stub,
            surface: core.surface,
            has_default: core.has_default,
            way: core.way.as_str().to_owned(),
        }
    }
}

impl From<External> for JsExternalPackage {
    fn from(core: External) -> Self {
        Self { name: core.name, range: core.range, used_by: core.used_by }
    }
}

impl From<(String, PathBuf)> for JsLinked {
    fn from((id, file): (String, PathBuf)) -> Self {
        Self { id, file: file.to_string_lossy().into_owned() }
    }
}

impl From<Pending> for JsPending {
    fn from(core: Pending) -> Self {
        Self {
            // Its name was read as UTF-8 before it was parsed.
            file: core.file.to_string_lossy().into_owned(),
            id: core.id,
            reason: core.reason,
            line: core.line,
            column: core.column,
        }
    }
}

/// What the parser could not read, for JavaScript to throw.
pub(crate) fn unreadable(error: &SyntaxError) -> Error {
    Error::from_reason(format!("{} (line {}, column {})", error.message, error.place.line, error.place.column))
}

/// Something found for one rule.
#[napi(object, js_name = "Diagnostic")]
pub struct JsDiagnostic {
    /// The rule's id, `area/wrong-pattern`.
    pub rule: String,
    /// `error`, `warning` or `note`: that of the rule, unless the finding has its own.
    #[napi(ts_type = "Severity")]
    pub severity: String,
    /// Whether it means that something was not checked, whatever its level: always where the rule says so.
    pub undecided: bool,
    /// What happened.
    pub message: String,
    /// Where.
    pub location: Option<JsLocation>,
    /// What to do.
    pub help: String,
}

/// A place in an input.
#[napi(object, js_name = "Location")]
pub struct JsLocation {
    /// File, relative to the output folder.
    pub file: String,
    /// JSON pointer into that file (RFC 6901).
    pub pointer: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column, from 1, in UTF-16 code units; only together with a line.
    pub column: Option<u32>,
}

impl From<Diagnostic> for JsDiagnostic {
    fn from(core: Diagnostic) -> Self {
        Self {
            rule: core.rule.id.to_owned(),
            severity: core.severity.as_str().to_owned(),
            undecided: core.undecided,
            help: core.help().to_owned(),
            message: core.message,
            location: core.location.map(|at| JsLocation {
                file: at.file,
                pointer: at.pointer,
                line: at.line,
                column: at.column,
            }),
        }
    }
}

impl TryFrom<JsDiagnostic> for Diagnostic {
    type Error = Error;
    fn try_from(js: JsDiagnostic) -> Result<Self> {
        let rule = rule(&js.rule).ok_or_else(|| Error::from_reason(format!("{:?} is not a rule", js.rule)))?;
        let location =
            js.location.map(|at| Location { file: at.file, pointer: at.pointer, line: at.line, column: at.column });
        let severity = Severity::parse(&js.severity)
            .ok_or_else(|| Error::from_reason(format!("{:?} is not a severity", js.severity)))?;
        Ok(Self { rule, severity, undecided: js.undecided, message: js.message, location, help: Some(js.help.into()) })
    }
}

/// A rule.
#[napi(object, js_name = "Rule", object_from_js = false)]
pub struct JsRule {
    /// `area/wrong-pattern`.
    pub id: String,
    /// `error` or `warning`.
    #[napi(ts_type = "Severity")]
    pub severity: String,
    /// Whether it means that something could not be checked.
    pub undecided: bool,
    /// What is wrong.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
}

impl From<&Rule> for JsRule {
    fn from(core: &Rule) -> Self {
        Self {
            id: core.id.to_owned(),
            severity: core.severity.as_str().to_owned(),
            undecided: core.undecided,
            summary: core.summary.to_owned(),
            why: core.why.to_owned(),
            fix: core.fix.to_owned(),
        }
    }
}

/// What `render` turns into text.
#[napi(object, js_name = "Report", object_to_js = false)]
pub struct JsReport {
    /// What was found, in order.
    pub findings: Vec<JsDiagnostic>,
    /// The area that was looked at.
    pub area: String,
    /// The folder that locations are relative to.
    pub base: String,
    /// What became of each area, where a command looks at several.
    pub areas: Option<JsAreas>,
    /// So many findings per rule are printed in text; all when missing.
    pub limit: Option<u32>,
    /// Width of the terminal that text is printed on, in columns; missing for everything else.
    pub width: Option<u32>,
}

/// What became of the areas of a check.
#[napi(object, js_name = "Areas", object_to_js = false)]
pub struct JsAreas {
    /// Areas that were checked.
    pub checked: Vec<String>,
    /// What was not, and why.
    pub unchecked: Vec<JsUnchecked>,
    /// Areas that have nothing to check in this project.
    pub not_applicable: Vec<String>,
}

/// An area that could not be checked.
#[napi(object, js_name = "Unchecked", object_to_js = false)]
pub struct JsUnchecked {
    /// Its name.
    pub area: String,
    /// Why not.
    pub reason: String,
}

impl From<JsAreas> for Areas {
    fn from(js: JsAreas) -> Self {
        let unchecked = js.unchecked.into_iter().map(|one| (one.area, one.reason)).collect();
        Self { checked: js.checked, unchecked, not_applicable: js.not_applicable }
    }
}

/// The files that a manifest names.
#[napi(object, js_name = "NamedFiles", object_from_js = false)]
pub struct JsNamed {
    /// Relative to the output folder, sorted, each once; empty when there is a diagnostic.
    pub files: Vec<String>,
    /// `metaData.publicPath`, where the manifest gives one.
    pub public_path: Option<String>,
    /// Why the manifest cannot be read.
    pub diagnostics: Vec<JsDiagnostic>,
}

impl From<std::result::Result<Named, Vec<Diagnostic>>> for JsNamed {
    fn from(core: std::result::Result<Named, Vec<Diagnostic>>) -> Self {
        let (Named { files, public_path }, wrong) = match core {
            Ok(named) => (named, vec![]),
            Err(wrong) => (Named::default(), wrong),
        };
        Self { files, public_path, diagnostics: twins(wrong) }
    }
}

pub(crate) fn twins(diagnostics: Vec<Diagnostic>) -> Vec<JsDiagnostic> {
    diagnostics.into_iter().map(Into::into).collect()
}

fn algorithm(name: &str) -> Result<Algorithm> {
    Algorithm::parse(name).ok_or_else(|| Error::from_reason(format!("{name:?} is not sha256, sha384 or sha512")))
}

fn form(name: &str) -> Result<Form> {
    match name {
        "object" => Ok(Form::Object),
        "string" => Ok(Form::String),
        other => Err(Error::from_reason(format!("{other:?} is not object or string"))),
    }
}
