//! Which other modules a text names, and the same text with other names.

use swc_core::common::comments::{Comment, SingleThreadedComments};
use swc_core::common::{BytePos, Span, Spanned as _};
use swc_core::ecma::ast::{
    CallExpr, Callee, ExportSpecifier, Expr, ImportDecl, Lit, Module, ModuleDecl, ModuleExportName, ModuleItem, Str,
    TsExternalModuleRef, TsImportType, TsModuleDecl, TsModuleName,
};
use swc_core::ecma::visit::{Visit, VisitWith as _};

use crate::parse::{self, Place, SyntaxError, offset, place};

/// How a module is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `import … from "x"`
    Import,
    /// `import "x"`
    SideEffect,
    /// `export … from "x"`
    Export,
    /// `import("x")`, as a type or a call
    ImportType,
    /// `import x = require("x")`, or a call of `require`
    Require,
    /// `/// <reference path="x" />`
    ReferencePath,
    /// `/// <reference types="x" />`
    ReferenceTypes,
    /// `declare module "x"`
    Augmentation,
}

/// A module that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specifier {
    /// As it is written.
    pub name: String,
    /// How it is named.
    pub kind: Kind,
    /// Where the name stands.
    pub place: Place,
    /// Byte range of the name without its quotes.
    pub range: (usize, usize),
    /// Byte range of the statement or comment that names it.
    pub statement: (usize, usize),
}

/// Every module that a declaration names, in order.
///
/// # Errors
/// What the parser could not read.
pub fn specifiers(text: &str) -> Result<Vec<Specifier>, SyntaxError> {
    let parsed = parse::declaration(text)?;
    Ok(collect(text, &parsed.module, &parsed.comments))
}

/// Every module that a source names, in order; `path` says by its ending what it is written in.
///
/// # Errors
/// What the parser could not read.
pub fn source_specifiers(path: &str, text: &str) -> Result<Vec<Specifier>, SyntaxError> {
    let parsed = parse::source(path, text)?;
    Ok(collect(text, &parsed.module, &parsed.comments))
}

/// The text with byte ranges replaced; ranges are sorted and do not overlap.
pub fn splice(text: &str, edits: &[((usize, usize), String)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for ((start, end), with) in edits {
        out.push_str(text.get(done..*start).unwrap_or_default());
        out.push_str(with);
        done = *end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The names of the modules that a declaration file declares: `declare module "*.css"`.
pub fn ambient_modules(text: &str) -> Vec<String> {
    let Ok(parsed) = parse::declaration(text) else { return Vec::new() };
    let found = collect(text, &parsed.module, &parsed.comments);
    found.into_iter().filter(|specifier| specifier.kind == Kind::Augmentation).map(|specifier| specifier.name).collect()
}

/// What kinds of export a declaration has that `export *` does not pass on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exports {
    /// A default export.
    pub default: bool,
    /// `export =`
    pub assignment: bool,
}

/// What of a declaration `export *` does not pass on.
///
/// # Errors
/// What the parser could not read.
pub fn exports(text: &str) -> Result<Exports, SyntaxError> {
    let parsed = parse::declaration(text)?;
    let mut out = Exports::default();
    for item in &parsed.module.body {
        match item {
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(_) | ModuleDecl::ExportDefaultExpr(_)) => {
                out.default = true;
            }
            ModuleItem::ModuleDecl(ModuleDecl::TsExportAssignment(_)) => out.assignment = true,
            ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(named)) => {
                out.default |= named.specifiers.iter().any(|specifier| {
                    let name = match specifier {
                        ExportSpecifier::Named(named) => Some(named.exported.as_ref().unwrap_or(&named.orig)),
                        ExportSpecifier::Namespace(namespace) => Some(&namespace.name),
                        ExportSpecifier::Default(_) => None,
                    };
                    name.map(ModuleExportName::atom).is_some_and(|name| *name == *"default")
                });
            }
            _ => {}
        }
    }
    Ok(out)
}

pub(crate) fn collect(text: &str, module: &Module, comments: &SingleThreadedComments) -> Vec<Specifier> {
    let mut collector = Collector { text, found: references(text, comments), statement: (0, 0) };
    for item in &module.body {
        collector.statement = range(item.span());
        item.visit_with(&mut collector);
    }
    let mut found = collector.found;
    found.sort_by_key(|specifier| specifier.range);
    found
}

struct Collector<'a> {
    text: &'a str,
    found: Vec<Specifier>,
    statement: (usize, usize),
}

impl Collector<'_> {
    fn push(&mut self, kind: Kind, name: &Str) {
        let (start, end) = range(name.span);
        self.found.push(Specifier {
            name: name.value.to_string_lossy().into_owned(),
            kind,
            place: place(self.text, name.span.lo),
            range: (start + 1, end.saturating_sub(1).max(start + 1)),
            statement: self.statement,
        });
    }
}

impl Visit for Collector<'_> {
    fn visit_import_decl(&mut self, node: &ImportDecl) {
        let text = self.text.get(range(node.span).0..range(node.src.span).0).unwrap_or_default();
        // `import {} from "x"` is not `import "x"`: it has to be resolved.
        let bare = node.specifiers.is_empty() && !text.contains('{');
        self.push(if bare { Kind::SideEffect } else { Kind::Import }, &node.src);
    }

    fn visit_module_decl(&mut self, node: &ModuleDecl) {
        match node {
            ModuleDecl::ExportNamed(named) => {
                if let Some(src) = &named.src {
                    self.push(Kind::Export, src);
                }
            }
            ModuleDecl::ExportAll(all) => self.push(Kind::Export, &all.src),
            other => other.visit_children_with(self),
        }
    }

    fn visit_ts_import_type(&mut self, node: &TsImportType) {
        self.push(Kind::ImportType, &node.arg);
        node.type_args.visit_with(self);
    }

    fn visit_ts_external_module_ref(&mut self, node: &TsExternalModuleRef) {
        self.push(Kind::Require, &node.expr);
    }

    fn visit_ts_module_decl(&mut self, node: &TsModuleDecl) {
        if let TsModuleName::Str(name) = &node.id {
            self.push(Kind::Augmentation, name);
        }
        node.body.visit_with(self);
    }

    fn visit_call_expr(&mut self, node: &CallExpr) {
        let kind = match &node.callee {
            Callee::Import(_) => Some(Kind::ImportType),
            Callee::Expr(callee) if callee.is_ident_ref_to("require") => Some(Kind::Require),
            _ => None,
        };
        if let (Some(kind), [argument]) = (kind, &node.args[..])
            && let Expr::Lit(Lit::Str(name)) = &*argument.expr
        {
            self.push(kind, name);
        }
        node.visit_children_with(self);
    }
}

fn range(span: Span) -> (usize, usize) {
    (offset(span.lo), offset(span.hi))
}

/// `/// <reference … />` comments: they count only before the first statement.
fn references(text: &str, comments: &SingleThreadedComments) -> Vec<Specifier> {
    if !text.contains("<reference") {
        return Vec::new();
    }
    let (leading, _) = comments.borrow_all();
    let Some(first) =
        leading.iter().min_by_key(|(_, all)| all.first().map_or(BytePos(u32::MAX), |comment| comment.span.lo))
    else {
        return Vec::new();
    };
    first.1.iter().filter_map(|comment| reference(text, comment)).collect()
}

fn reference(text: &str, comment: &Comment) -> Option<Specifier> {
    let (start, end) = range(comment.span);
    let whole = text.get(start..end)?;
    let inner = whole.strip_prefix("///")?.trim_start();
    inner.strip_prefix("<reference")?;
    for (attribute, kind) in [("path=", Kind::ReferencePath), ("types=", Kind::ReferenceTypes)] {
        let Some(at) = whole.find(&format!(" {attribute}")) else { continue };
        let value = at + 1 + attribute.len();
        let quote = whole.get(value..=value)?;
        let length = whole.get(value + 1..)?.find(quote)?;
        let range = (start + value + 1, start + value + 1 + length);
        return Some(Specifier {
            name: text.get(range.0..range.1)?.to_owned(),
            kind,
            place: place(text, BytePos(u32::try_from(range.0).ok()?)),
            range,
            statement: (start, end),
        });
    }
    None
}
