//! Names that no module declares: which of them a declaration uses, and what a project's ambient files say they are.

use std::collections::BTreeSet;

use swc_core::common::{GLOBALS, Globals, Mark, Span, Spanned as _};
use swc_core::ecma::ast::{
    Decl, DefaultDecl, Module, ModuleDecl, ModuleItem, Pass as _, Pat, Program, Stmt, TsModuleName,
};
use swc_core::ecma::ast::{Ident, TsConditionalType, TsInferType, TsModuleBlock, TsModuleDecl, TsNamespaceBody};
use swc_core::ecma::transforms::base::resolver;
use swc_core::ecma::visit::{Visit, VisitMut, VisitMutWith as _, VisitWith as _};

use crate::mention::mentions;
use crate::parse::{self, Place, SyntaxError, offset, place};

/// A declaration of an ambient file, as a module has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmbientItem {
    /// The names that it declares or imports.
    pub names: Vec<String>,
    /// Whether its names are global. The rest is what such declarations use in a file that is a module.
    pub global: bool,
    /// Its text, with `export` before a declaration.
    pub text: String,
    /// The names that it uses, its own parameters among them.
    pub uses: BTreeSet<String>,
    /// Where it stands.
    pub place: Place,
}

/// The names that a declaration uses and neither declares nor imports; none for a script, whose names are global itself.
///
/// # Errors
/// What the parser could not read.
pub fn free_names(text: &str) -> Result<BTreeSet<String>, SyntaxError> {
    let parsed = parse::declaration(text)?;
    if !is_module(&parsed.module) {
        return Ok(BTreeSet::new());
    }
    Ok(free(Program::Module(parsed.module)))
}

fn free(mut program: Program) -> BTreeSet<String> {
    program.visit_mut_with(&mut Inferred::default());
    GLOBALS.set(&Globals::new(), || {
        let (unresolved, top_level) = (Mark::new(), Mark::new());
        resolver(unresolved, top_level, true).process(&mut program);
        let found = mentions(&program).into_iter().filter(|(_, context)| context.has_mark(unresolved));
        found.map(|(name, _)| name.to_string()).filter(|name| !name.starts_with(INFERRED)).collect()
    })
}

/// No name of a program starts like this.
const INFERRED: &str = "infer ";

/// Renames what `infer X` declares, which the resolver does not know, so that it is no other `X`.
#[derive(Default)]
struct Inferred {
    names: BTreeSet<String>,
}

impl VisitMut for Inferred {
    fn visit_mut_ts_conditional_type(&mut self, node: &mut TsConditionalType) {
        node.check_type.visit_mut_with(self);
        node.false_type.visit_mut_with(self);
        let before = self.names.clone();
        let mut declared = Declared::default();
        node.extends_type.visit_with(&mut declared);
        self.names.extend(declared.names);
        node.extends_type.visit_mut_with(self);
        node.true_type.visit_mut_with(self);
        self.names = before;
    }

    fn visit_mut_ident(&mut self, node: &mut Ident) {
        if self.names.contains(&*node.sym) {
            node.sym = format!("{INFERRED}{}", node.sym).into();
        }
    }
}

#[derive(Default)]
struct Declared {
    names: Vec<String>,
}

impl Visit for Declared {
    fn visit_ts_infer_type(&mut self, node: &TsInferType) {
        self.names.push(node.type_param.name.sym.to_string());
    }
}

/// What a declaration file declares globally, and what that uses of the same file.
///
/// # Errors
/// What the parser could not read.
pub fn ambient_items(text: &str) -> Result<Vec<AmbientItem>, SyntaxError> {
    let Module { body, .. } = &parse::declaration(text)?.module;
    let script = !body.iter().any(|item| matches!(item, ModuleItem::ModuleDecl(_)));
    let mut out = Reader { text, end: 0, items: Vec::new() };
    for item in body {
        match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::TsModule(module))) if module.global => out.global_block(module),
            ModuleItem::Stmt(Stmt::Decl(decl)) => out.declaration(decl, script),
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => out.add(&export.decl, export.span, false),
            ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
                let names = import.specifiers.iter().map(|one| one.local().sym.to_string()).collect();
                out.push(names, import.span, false, BTreeSet::new(), "");
            }
            ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => {
                out.push(vec![import.id.sym.to_string()], import.span, false, BTreeSet::new(), "");
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
                let name = match &export.decl {
                    DefaultDecl::Class(class) => class.ident.as_ref(),
                    DefaultDecl::Fn(function) => function.ident.as_ref(),
                    DefaultDecl::TsInterfaceDecl(interface) => Some(&interface.id),
                };
                // It may be used by its name, but not be taken along under it.
                let names = name.into_iter().map(|name| name.sym.to_string()).collect();
                out.push(names, export.span, false, BTreeSet::new(), "");
            }
            ModuleItem::Stmt(_) | ModuleItem::ModuleDecl(_) => {}
        }
        out.end = offset(item.span().hi);
    }
    Ok(out.items)
}

struct Reader<'a> {
    text: &'a str,
    /// Where the item before ends.
    end: usize,
    items: Vec<AmbientItem>,
}

impl Reader<'_> {
    fn global_block(&mut self, module: &TsModuleDecl) {
        let Some(TsNamespaceBody::TsModuleBlock(TsModuleBlock { body, span })) = &module.body else { return };
        self.end = offset(span.lo) + 1;
        for item in body {
            match item {
                ModuleItem::Stmt(Stmt::Decl(decl)) => self.declaration(decl, true),
                ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => self.add(&export.decl, export.span, true),
                ModuleItem::Stmt(_) | ModuleItem::ModuleDecl(_) => {}
            }
            self.end = offset(item.span().hi);
        }
    }

    fn declaration(&mut self, decl: &Decl, global: bool) {
        self.add(decl, decl.span(), global);
    }

    fn add(&mut self, decl: &Decl, span: Span, global: bool) {
        let names = match decl {
            Decl::Class(class) => vec![class.ident.sym.to_string()],
            Decl::Fn(function) => vec![function.ident.sym.to_string()],
            Decl::Var(var) => var
                .decls
                .iter()
                .filter_map(|one| match &one.name {
                    Pat::Ident(name) => Some(name.sym.to_string()),
                    _ => None,
                })
                .collect(),
            Decl::TsInterface(interface) => vec![interface.id.sym.to_string()],
            Decl::TsTypeAlias(alias) => vec![alias.id.sym.to_string()],
            Decl::TsEnum(one) => vec![one.id.sym.to_string()],
            Decl::TsModule(module) => match &module.id {
                TsModuleName::Ident(name) => vec![name.sym.to_string()],
                // `declare module "x"` declares no name.
                TsModuleName::Str(_) => return,
            },
            Decl::Using(_) => return,
        };
        let uses = mentions(decl).into_iter().map(|(name, _)| name.to_string()).collect();
        self.push(names, span, global, uses, "export ");
    }

    fn push(&mut self, names: Vec<String>, span: Span, global: bool, uses: BTreeSet<String>, before: &str) {
        let (start, end) = (offset(span.lo), offset(span.hi));
        let own = self.text.get(start..end).unwrap_or_default();
        let comment = self.text.get(self.end..start).unwrap_or_default();
        // What documents it stays; what is about the whole file does not.
        let comment =
            comment.rfind("/**").and_then(|at| comment.get(at..)).filter(|text| text.trim_end().ends_with("*/"));
        let before = if own.starts_with("export") { "" } else { before };
        let text = format!("{}{before}{own}", comment.unwrap_or_default());
        self.items.push(AmbientItem { names, global, text, uses, place: place(self.text, span.lo) });
    }
}

fn is_module(module: &Module) -> bool {
    module.body.iter().any(|item| matches!(item, ModuleItem::ModuleDecl(_)))
}
