//! A remote's folder to its contract: the declarations of what it exposes, and of everything that they mention.
//!
//! What is walked is the graph of the declarations, not of the sources: an implementation's imports are nobody's business.

mod extract;
mod globals;
mod graph;
mod names;
mod packages;
mod paths;
mod resolve;
mod sources;
mod text;
mod write;

use std::path::PathBuf;

use fedseal_contract::Any;

pub use extract::{extract, roomy};

/// What to extract.
#[derive(Debug, Clone, Default)]
pub struct ExtractOptions {
    /// The remote's project folder; ids are relative to it.
    pub root: PathBuf,
    /// What is exposed: `./Button` and its source, relative to the root or absolute; the ending may be missing.
    pub exposes: Vec<(String, String)>,
    /// What the bundler takes requests of exposes for: `resolve.alias`.
    pub alias: Vec<Alias>,
    /// The project's tsconfig, for `paths`; the root's `tsconfig.json`, where there is one, when `None`.
    pub tsconfig: Option<PathBuf>,
    /// `customConditions` of the tsconfig.
    pub conditions: Vec<String>,
    /// `stripInternal` of the tsconfig.
    pub strip_internal: bool,
    /// The declaration files of the project's TypeScript program, for names that no module declares.
    pub ambient: Vec<PathBuf>,
    /// Folders of declarations whose global names every project has: TypeScript's own, and `@types`.
    pub libraries: Vec<PathBuf>,
    /// Name of the remote, by which it finds itself in a contract package.
    pub remote: String,
    /// Folders of contract packages, which declare the modules of other remotes.
    pub contract_packages: Vec<PathBuf>,
    /// What tsc wrote for the modules that were pending.
    pub emitted: Option<Emitted>,
    /// Use what tsc wrote for every module, also where the fast way would do.
    pub only_tsc: bool,
}

/// An entry of the bundler's `resolve.alias`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alias {
    /// What a request starts with; one `*` stands for anything.
    pub name: String,
    /// Whether only the whole request counts: `name$`.
    pub exact: bool,
    /// What it becomes, in the order in which the bundler tries.
    pub targets: Vec<String>,
}

/// A folder of declarations that tsc wrote.
#[derive(Debug, Clone, Default)]
pub struct Emitted {
    /// The folder.
    pub dir: PathBuf,
    /// The folder of the sources that `dir` stands for: the declaration of `base/a/b.tsx` is `dir/a/b.d.ts`.
    pub base: PathBuf,
}

/// A contract.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extracted {
    /// The stubs, sorted by their names.
    pub modules: Vec<Module>,
    /// What is exposed, in the order given.
    pub exposes: Vec<Expose>,
    /// The packages that stubs import, sorted by name.
    pub externals: Vec<External>,
    /// The modules that need tsc, sorted by id; empty on the second call.
    pub pending: Vec<Pending>,
    /// Ids and paths of sources outside of the root that pending modules depend on: tsc has to declare them, too.
    pub linked: Vec<(String, PathBuf)>,
    /// Ids and paths of all sources outside of the root that were looked at: diagnostics name ids.
    pub outside: Vec<(String, PathBuf)>,
}

/// A stub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its source, relative to the root, with `/`; of a package of the workspace, the package and the path in it.
    pub id: String,
    /// The path of its source; `None` for an expose that is a package.
    pub file: Option<PathBuf>,
    /// Its name in the contract.
    pub stub: String,
    /// How its text was made.
    pub way: Way,
    /// Its text.
    pub text: String,
    /// Every `any` in it.
    pub anys: Vec<Any>,
}

/// How a stub's text was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the source's own text.
    Fast,
    /// By tsc.
    Tsc,
    /// It is a declaration already.
    Declaration,
    /// From JSON.
    Json,
    /// It stands for a style sheet.
    Style,
}

impl Way {
    /// As the addon writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Tsc => "tsc",
            Self::Declaration => "declaration",
            Self::Json => "json",
            Self::Style => "style",
        }
    }
}

/// Something that the remote exposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expose {
    /// As in the options: `./Button`.
    pub key: String,
    /// The id of its source.
    pub source: String,
    /// Its stub.
    pub stub: String,
    /// The hash over its stub and every stub that can be reached from it.
    pub surface: String,
    /// How its own stub was made.
    pub way: Way,
    /// Whether its stub has a default export.
    pub has_default: bool,
}

/// A package that stubs import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    /// The package.
    pub name: String,
    /// The range that the project wants.
    pub range: String,
    /// The stubs that import it, sorted.
    pub used_by: Vec<String>,
}

/// A module that needs tsc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its path.
    pub file: PathBuf,
    /// Its id.
    pub id: String,
    /// Why.
    pub reason: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in UTF-16 code units.
    pub column: u32,
}
