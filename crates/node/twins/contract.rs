//! What is extracted of a remote.

use std::path::PathBuf;

use fedseal_contract::SyntaxError;
use fedseal_diagnostics::Diagnostic;
use fedseal_inspect::contract::{Alias, Emitted, Expose, External, ExtractOptions, Extracted, Module, Pending};
use napi::Error;
use napi_derive::napi;

use super::{JsDiagnostic, twins};

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
    /// Name of the remote, by which it finds itself in a contract package.
    pub remote: Option<String>,
    /// Folders of contract packages, which declare the modules of other remotes.
    pub contract_packages: Option<Vec<String>>,
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
            remote: js.remote.unwrap_or_default(),
            contract_packages: js.contract_packages.unwrap_or_default().into_iter().map(PathBuf::from).collect(),
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
