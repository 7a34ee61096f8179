//! The statements of a module: which names they declare, which of them are exported, and one statement per name.

use swc_core::common::{DUMMY_SP, SyntaxContext};
use swc_core::ecma::ast::{
    BindingIdent, Decl, DefaultDecl, ExportDecl, ExportNamedSpecifier, ExportSpecifier, Ident, ImportSpecifier,
    ModuleDecl, ModuleExportName, ModuleItem, NamedExport, ObjectLit, Pat, Stmt, TsFnParam, TsFnType, TsModuleName,
    VarDecl, VarDeclKind, VarDeclarator,
};
use swc_core::ecma::visit::{VisitMut, VisitMutWith as _};

use super::keys::is_name;
use super::print::print;
use super::types::{annotation, any};

/// In an ambient module without an export list or assignment everything is exported, with or without the word; with
/// one, only what has the word. Writes the word everywhere, and drops `export {}`.
pub(super) fn write_exports(items: &mut Vec<ModuleItem>) {
    let listed = items.iter().any(lists_exports);
    items.retain(|item| {
        !matches!(item, ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(export)) if export.specifiers.is_empty() && export.src.is_none())
    });
    if listed {
        return;
    }
    for item in items {
        if let ModuleItem::Stmt(Stmt::Decl(decl)) = item
            && !changes_other_modules(decl)
        {
            *item = ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { span: DUMMY_SP, decl: decl.clone() }));
        }
    }
}

/// The opposite of [`write_exports`], once every word is written: what is not exported stays so.
pub(super) fn hide_unexported(items: &mut Vec<ModuleItem>) {
    let hidden =
        items.iter().any(|item| matches!(item, ModuleItem::Stmt(Stmt::Decl(decl)) if !changes_other_modules(decl)));
    let listed = items.iter().any(lists_exports);
    if hidden && !listed {
        items.push(export_nothing());
    }
}

/// Whether an item makes it matter which declarations have the word `export`.
pub(crate) fn lists_exports(item: &ModuleItem) -> bool {
    matches!(
        item,
        ModuleItem::ModuleDecl(
            ModuleDecl::ExportNamed(_)
                | ModuleDecl::ExportAll(_)
                | ModuleDecl::ExportDefaultExpr(_)
                | ModuleDecl::TsExportAssignment(_)
        )
    )
}

/// `export {}`
pub(crate) fn export_nothing() -> ModuleItem {
    let nothing = NamedExport { span: DUMMY_SP, specifiers: Vec::new(), src: None, type_only: false, with: None };
    ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(nothing))
}

/// `declare global` and `declare module "x"`.
fn changes_other_modules(decl: &Decl) -> bool {
    matches!(decl, Decl::TsModule(module) if module.global || module.id.is_str())
}

/// The variable that holds a default export has no name of its own.
pub(super) fn default_export_name(items: &mut [ModuleItem]) {
    struct Rename(String);
    impl VisitMut for Rename {
        fn visit_mut_ident(&mut self, node: &mut Ident) {
            if *node.sym == *self.0 {
                node.sym = "_default".into();
            }
        }
    }
    let name = items.iter().find_map(|item| match item {
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultExpr(export)) => export.expr.as_ident(),
        _ => None,
    });
    let Some(name) = name.map(|name| name.sym.to_string()).filter(|name| name.starts_with("_default_")) else { return };
    if !items.iter().flat_map(names).any(|other| other == "_default") {
        items.iter_mut().for_each(|item| item.visit_mut_with(&mut Rename(name.clone())));
    }
}

/// TypeScript 7 writes a default export of a function as `function _default`, others as a constant.
pub(super) fn default_function_to_constant(items: &mut [ModuleItem]) {
    let mut defaults =
        items.iter_mut().filter(|item| first_name(item) == "_default" && group(item) == Group::Declaration);
    let (Some(item), None) = (defaults.next(), defaults.next()) else { return };
    let ModuleItem::Stmt(Stmt::Decl(Decl::Fn(declaration))) = &*item else { return };
    let function = &declaration.function;
    let mut params: Vec<TsFnParam> = Vec::new();
    if let Some(this) = &function.this_param {
        let id = Ident::new("this".into(), DUMMY_SP, SyntaxContext::empty());
        params.push(TsFnParam::Ident(BindingIdent { id, type_ann: this.type_ann.clone() }));
    }
    for param in &function.params {
        params.push(match &param.pat {
            Pat::Ident(name) => TsFnParam::Ident(name.clone()),
            Pat::Array(array) => TsFnParam::Array(array.clone()),
            Pat::Object(object) => TsFnParam::Object(object.clone()),
            Pat::Rest(rest) => TsFnParam::Rest(rest.clone()),
            Pat::Assign(_) | Pat::Expr(_) | Pat::Invalid(_) => return,
        });
    }
    let type_ann = function.return_type.clone().unwrap_or_else(any);
    let signature = TsFnType { span: DUMMY_SP, params, type_params: function.type_params.clone(), type_ann };
    let name = BindingIdent { id: declaration.ident.clone(), type_ann: Some(annotation(Box::new(signature.into()))) };
    let constant = VarDeclarator { span: DUMMY_SP, name: Pat::Ident(name), init: None, definite: false };
    let var = VarDecl { kind: VarDeclKind::Const, declare: true, decls: vec![constant], ..VarDecl::default() };
    *item = ModuleItem::Stmt(Stmt::Decl(Decl::Var(Box::new(var))));
}

/// One statement per name: variables, imports, exports.
pub(super) fn split(items: Vec<ModuleItem>) -> Vec<ModuleItem> {
    let mut out = Vec::new();
    for item in items {
        match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::Var(var))) => {
                out.extend(split_variables(&var).map(|var| ModuleItem::Stmt(Stmt::Decl(Decl::Var(var)))));
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { decl: Decl::Var(var), .. })) => {
                out.extend(split_variables(&var).map(|var| {
                    let export = ExportDecl { span: DUMMY_SP, decl: Decl::Var(var) };
                    ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export))
                }));
            }
            ModuleItem::ModuleDecl(ModuleDecl::Import(mut import)) if !import.specifiers.is_empty() => {
                import.with = resolution_mode(import.with);
                for specifier in &import.specifiers {
                    let mut single = import.clone();
                    let mut specifier = specifier.clone();
                    if let ImportSpecifier::Named(named) = &mut specifier {
                        single.type_only |= named.is_type_only;
                        named.is_type_only = false;
                        let same = named.imported.as_ref().is_some_and(|name| **name.atom() == *named.local.sym);
                        if same {
                            named.imported = None;
                        }
                    }
                    single.specifiers = vec![specifier];
                    out.push(ModuleItem::ModuleDecl(ModuleDecl::Import(single)));
                }
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(mut export)) if !export.specifiers.is_empty() => {
                export.with = resolution_mode(export.with);
                for specifier in &export.specifiers {
                    let mut single: NamedExport = export.clone();
                    let mut specifier = specifier.clone();
                    if let ExportSpecifier::Named(named) = &mut specifier {
                        single.type_only |= named.is_type_only;
                        named.is_type_only = false;
                        unalias(named);
                    }
                    single.specifiers = vec![specifier];
                    out.push(ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(single)));
                }
            }
            other => out.push(other),
        }
    }
    out
}

/// Of the attributes of an import, those that a declaration keeps.
pub(crate) fn resolution_mode(attributes: Option<Box<ObjectLit>>) -> Option<Box<ObjectLit>> {
    attributes.filter(|all| print(&**all).contains("resolution-mode"))
}

fn unalias(named: &mut ExportNamedSpecifier) {
    for name in [Some(&mut named.orig), named.exported.as_mut()].into_iter().flatten() {
        if let ModuleExportName::Str(text) = name
            && let Some(plain) = text.value.as_str().filter(|text| is_name(text))
        {
            *name = ModuleExportName::Ident(Ident::new(plain.into(), DUMMY_SP, SyntaxContext::empty()));
        }
    }
    if named.exported.as_ref().is_some_and(|name| *name.atom() == *named.orig.atom()) {
        named.exported = None;
    }
}

fn split_variables(var: &VarDecl) -> impl Iterator<Item = Box<VarDecl>> + '_ {
    var.decls.iter().map(|declarator| Box::new(VarDecl { decls: vec![declarator.clone()], ..var.clone() }))
}

/// Writes `declare` where it has to be at the top of a module, and nowhere else.
pub(super) fn set_ambient(item: &mut ModuleItem) {
    set_declare(item, true);
}

/// Drops `declare` inside a namespace, where it is implied.
pub(super) fn drop_declare(item: &mut ModuleItem) {
    set_declare(item, false);
}

fn set_declare(item: &mut ModuleItem, declare: bool) {
    let decl = match item {
        ModuleItem::Stmt(Stmt::Decl(decl)) => decl,
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => &mut export.decl,
        _ => return,
    };
    match decl {
        Decl::Class(class) => class.declare = declare,
        Decl::Fn(function) => function.declare = declare,
        Decl::Var(var) => var.declare = declare,
        Decl::TsEnum(ts_enum) => ts_enum.declare = declare,
        Decl::TsModule(namespace) => namespace.declare = declare,
        Decl::TsInterface(interface) => interface.declare = false,
        Decl::TsTypeAlias(alias) => alias.declare = false,
        Decl::Using(_) => {}
    }
}

/// The groups of statements, in the order of the canonical text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Import,
    Declaration,
    Export,
}

/// The group of a statement.
pub(super) fn group(item: &ModuleItem) -> Group {
    match item {
        ModuleItem::ModuleDecl(ModuleDecl::Import(_) | ModuleDecl::TsImportEquals(_)) => Group::Import,
        ModuleItem::Stmt(_) | ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(_) | ModuleDecl::ExportDefaultDecl(_)) => {
            Group::Declaration
        }
        ModuleItem::ModuleDecl(_) => Group::Export,
    }
}

/// The name that a statement is sorted by.
pub(super) fn first_name(item: &ModuleItem) -> String {
    names(item).into_iter().next().unwrap_or_default()
}

/// The names that a statement declares.
pub(super) fn names(item: &ModuleItem) -> Vec<String> {
    match item {
        ModuleItem::Stmt(Stmt::Decl(decl)) => declared_names(decl),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => declared_names(&export.decl),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
            let name = match &export.decl {
                DefaultDecl::Class(class) => class.ident.as_ref(),
                DefaultDecl::Fn(function) => function.ident.as_ref(),
                DefaultDecl::TsInterfaceDecl(interface) => Some(&interface.id),
            };
            vec![name.map_or_else(|| "default".to_owned(), |name| name.sym.to_string())]
        }
        ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
            import.specifiers.iter().map(|specifier| specifier.local().sym.to_string()).collect()
        }
        ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => vec![import.id.sym.to_string()],
        _ => Vec::new(),
    }
}

fn declared_names(decl: &Decl) -> Vec<String> {
    let name = match decl {
        Decl::Class(class) => &class.ident,
        Decl::Fn(function) => &function.ident,
        Decl::TsInterface(interface) => &interface.id,
        Decl::TsTypeAlias(alias) => &alias.id,
        Decl::TsEnum(ts_enum) => &ts_enum.id,
        Decl::TsModule(module) => match &module.id {
            TsModuleName::Ident(name) => name,
            TsModuleName::Str(name) => return vec![name.value.to_string_lossy().into_owned()],
        },
        Decl::Var(var) => {
            let names = var.decls.iter().filter_map(|declarator| declarator.name.as_ident());
            return names.map(|name| name.sym.to_string()).collect();
        }
        Decl::Using(_) => return Vec::new(),
    };
    vec![name.sym.to_string()]
}
