//! Where a declaration says nothing: every `any` in it.

use swc_core::common::{BytePos, Spanned as _};
use swc_core::ecma::ast::{
    ClassDecl, Decl, ExportDefaultDecl, FnDecl, ModuleDecl, ModuleItem, Stmt, TsEnumDecl, TsInterfaceDecl,
    TsKeywordType, TsKeywordTypeKind, TsModuleDecl, TsModuleName, TsTypeAliasDecl, VarDeclarator,
};
use swc_core::ecma::visit::{Visit, VisitWith as _};

use crate::parse::{self, Place, SyntaxError, place};

/// An `any`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Any {
    /// The declaration it stands in; `default` for a default export without a name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// Every `any` of a declaration, in order.
///
/// # Errors
/// What the parser could not read.
pub fn anys(text: &str) -> Result<Vec<Any>, SyntaxError> {
    // The word is looked for first: most declarations do not have it, and need not be read again.
    if !text.contains("any") {
        return Ok(Vec::new());
    }
    let parsed = parse::declaration(text)?;
    let mut finder = Finder { names: Vec::new(), found: Vec::new() };
    for item in &parsed.module.body {
        finder.item(item);
    }
    let named = finder.found.into_iter().map(|(name, at)| Any { name, place: place(text, at) });
    Ok(named.collect())
}

struct Finder {
    names: Vec<String>,
    found: Vec<(String, BytePos)>,
}

impl Finder {
    fn item(&mut self, item: &ModuleItem) {
        match item {
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => export.visit_with(self),
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => self.decl(&export.decl),
            ModuleItem::Stmt(Stmt::Decl(decl)) => self.decl(decl),
            other => other.visit_with(self),
        }
    }

    fn decl(&mut self, decl: &Decl) {
        decl.visit_with(self);
    }

    fn within(&mut self, name: &str, work: impl FnOnce(&mut Self)) {
        self.names.push(name.to_owned());
        work(self);
        self.names.pop();
    }
}

impl Visit for Finder {
    fn visit_ts_keyword_type(&mut self, node: &TsKeywordType) {
        if node.kind == TsKeywordTypeKind::TsAnyKeyword {
            let name = if self.names.is_empty() { "default".to_owned() } else { self.names.join(".") };
            self.found.push((name, node.span_lo()));
        }
    }

    fn visit_export_default_decl(&mut self, node: &ExportDefaultDecl) {
        self.within("default", |finder| node.visit_children_with(finder));
    }

    fn visit_class_decl(&mut self, node: &ClassDecl) {
        self.within(&node.ident.sym, |finder| node.visit_children_with(finder));
    }

    fn visit_fn_decl(&mut self, node: &FnDecl) {
        self.within(&node.ident.sym, |finder| node.visit_children_with(finder));
    }

    fn visit_ts_interface_decl(&mut self, node: &TsInterfaceDecl) {
        self.within(&node.id.sym, |finder| node.visit_children_with(finder));
    }

    fn visit_ts_type_alias_decl(&mut self, node: &TsTypeAliasDecl) {
        self.within(&node.id.sym, |finder| node.visit_children_with(finder));
    }

    fn visit_ts_enum_decl(&mut self, node: &TsEnumDecl) {
        self.within(&node.id.sym, |finder| node.visit_children_with(finder));
    }

    fn visit_ts_module_decl(&mut self, node: &TsModuleDecl) {
        let name = match &node.id {
            TsModuleName::Ident(id) => id.sym.to_string(),
            TsModuleName::Str(text) => text.value.to_string_lossy().into_owned(),
        };
        self.within(&name, |finder| node.visit_children_with(finder));
    }

    fn visit_var_declarator(&mut self, node: &VarDeclarator) {
        let name = node.name.as_ident().map_or_else(String::new, |name| name.sym.to_string());
        self.within(&name, |finder| node.visit_children_with(finder));
    }
}
