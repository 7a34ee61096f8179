//! The names at the top of a module, by the kind of thing that they name.

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::BytePos;
use swc_core::ecma::ast::{Decl, DefaultDecl, Id, Ident, Module, ModuleDecl, ModuleItem, Stmt, TsModuleName};

/// The names that a module declares at its top, and where each first stands.
pub(super) fn declarations(module: &Module) -> BTreeMap<(Id, Kind), BytePos> {
    let mut out = BTreeMap::new();
    let mut add = |name: &Ident, kind: Kind| {
        out.entry((name.to_id(), kind)).or_insert(name.span.lo);
    };
    for item in &module.body {
        let decl = match item {
            ModuleItem::Stmt(Stmt::Decl(decl)) => decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => &export.decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
                match &export.decl {
                    DefaultDecl::Class(class) => class.ident.iter().for_each(|name| add(name, Kind::Class)),
                    DefaultDecl::Fn(function) => function.ident.iter().for_each(|name| add(name, Kind::Function)),
                    DefaultDecl::TsInterfaceDecl(interface) => add(&interface.id, Kind::Interface),
                }
                continue;
            }
            ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
                import.specifiers.iter().for_each(|specifier| add(specifier.local(), Kind::Import));
                continue;
            }
            ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => {
                add(&import.id, Kind::Import);
                continue;
            }
            _ => continue,
        };
        match decl {
            Decl::Class(class) => add(&class.ident, Kind::Class),
            Decl::Fn(function) => add(&function.ident, Kind::Function),
            Decl::Var(var) => {
                let names = var.decls.iter().filter_map(|declarator| declarator.name.as_ident());
                names.for_each(|name| add(&name.id, Kind::Variable));
            }
            Decl::Using(using) => {
                let names = using.decls.iter().filter_map(|declarator| declarator.name.as_ident());
                names.for_each(|name| add(&name.id, Kind::Variable));
            }
            Decl::TsInterface(interface) => add(&interface.id, Kind::Interface),
            Decl::TsTypeAlias(alias) => add(&alias.id, Kind::Alias),
            Decl::TsEnum(ts_enum) => add(&ts_enum.id, Kind::Enum),
            Decl::TsModule(namespace) => {
                if let (TsModuleName::Ident(name), false) = (&namespace.id, namespace.global) {
                    add(name, Kind::Namespace);
                }
            }
        }
    }
    out
}

/// The kinds of thing that a name at the top of a module can stand for; one name can stand for several.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Class,
    Function,
    Variable,
    Interface,
    Alias,
    Enum,
    Namespace,
    Import,
}

/// Functions that have overloads.
pub(super) fn overloaded_functions(module: &Module) -> BTreeSet<Id> {
    let mut out = BTreeSet::new();
    for item in &module.body {
        let decl = match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::Fn(decl))) => decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => match &export.decl {
                Decl::Fn(decl) => decl,
                _ => continue,
            },
            _ => continue,
        };
        if decl.function.body.is_none() && !decl.declare {
            out.insert(decl.ident.to_id());
        }
    }
    out
}
