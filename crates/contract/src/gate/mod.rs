//! Refuses what the fast way gets wrong without saying so. Whatever reaches the declaration needs a written type, or one
//! of the few values whose type is the same to everybody; everything else is for tsc.
//!
//! A wrong stub is worse than a slow one: code that is not known to come out right is refused.

mod class;
mod context;
mod declarations;
mod signature;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::{BytePos, SyntaxContext};
use swc_core::ecma::ast::{
    AssignExpr, AssignTarget, Decl, DefaultDecl, Expr, Id, Ident, Lit, MemberExpr, Module, ModuleDecl, ModuleItem, Pat,
    SimpleAssignTarget, Stmt, TsEnumDecl, TsModuleName, TsModuleRef, UnaryOp, VarDecl, VarDeclKind,
};
use swc_core::ecma::visit::{Visit, VisitWith as _};

pub(crate) use self::class::parenthesized_base;
pub(crate) use self::context::Found;
use self::context::{Gate, Position};
use self::declarations::{Kind, declarations, overloaded_functions};
use crate::mention::mentions;

/// Compares a source with the declarations that were made of it.
pub(crate) fn check(source: &Module, declared: &Module) -> Vec<Found> {
    let declarations = declarations(declared);
    let mut gate = Gate {
        kept: declarations.keys().map(|(id, _)| id.clone()).collect(),
        overloaded: overloaded_functions(source),
        functions: BTreeSet::new(),
        found: Vec::new(),
    };
    if !source.body.iter().any(ModuleItem::is_module_decl) {
        gate.refuse(source.span.lo, "a file without imports and exports, which may be a script");
    }
    for item in &source.body {
        gate.statement(item);
    }
    gate.accessor_types(declared);
    gate.assigned_properties(source);
    gate.lost_declarations(source, declared, &declarations);
    gate.found
}

impl Gate {
    /// A statement at the top of the module.
    fn statement(&mut self, item: &ModuleItem) {
        match item {
            ModuleItem::Stmt(Stmt::Decl(decl)) => self.declaration(decl, false),
            ModuleItem::Stmt(_) => {}
            ModuleItem::ModuleDecl(decl) => match decl {
                ModuleDecl::ExportDecl(export) => self.declaration(&export.decl, true),
                ModuleDecl::ExportDefaultDecl(export) => match &export.decl {
                    DefaultDecl::Class(class) => self.class(&class.class),
                    DefaultDecl::Fn(function) => {
                        if let Some(name) = &function.ident {
                            self.functions.insert(name.to_id());
                        }
                        self.function(&function.function);
                    }
                    DefaultDecl::TsInterfaceDecl(_) => {}
                },
                ModuleDecl::ExportDefaultExpr(export) => self.default_export(&export.expr),
                ModuleDecl::TsExportAssignment(export) if !export.expr.is_ident() => {
                    self.refuse(export.span.lo, "`export =` of a value");
                }
                ModuleDecl::TsExportAssignment(_) => {}
                ModuleDecl::TsImportEquals(import) => {
                    let entity = matches!(import.module_ref, TsModuleRef::TsEntityName(_));
                    if import.is_export || (entity && self.kept.contains(&import.id.to_id())) {
                        self.refuse(import.span.lo, "an alias by `import … =`");
                    }
                }
                ModuleDecl::TsNamespaceExport(export) => self.refuse(export.span.lo, "`export as namespace`"),
                ModuleDecl::Import(_) | ModuleDecl::ExportNamed(_) | ModuleDecl::ExportAll(_) => {}
            },
        }
    }

    fn declaration(&mut self, decl: &Decl, exported: bool) {
        let wanted = |id: &Ident| exported || self.kept.contains(&id.to_id());
        match decl {
            Decl::Class(class) if wanted(&class.ident) => self.class(&class.class),
            Decl::Fn(function) if wanted(&function.ident) => {
                self.functions.insert(function.ident.to_id());
                let implementation = function.function.body.is_some();
                if !(implementation && self.overloaded.contains(&function.ident.to_id())) {
                    self.function(&function.function);
                }
            }
            Decl::Var(var) => self.variables(var, exported),
            Decl::Using(using) => {
                let kept = using
                    .decls
                    .iter()
                    .any(|declarator| declarator.name.as_ident().is_some_and(|name| wanted(&name.id)));
                if kept {
                    self.refuse(using.span.lo, "a `using` declaration");
                }
            }
            Decl::TsEnum(ts_enum) if wanted(&ts_enum.id) => self.enum_members(ts_enum),
            Decl::TsModule(module) => {
                let ambient = module.declare || module.global || matches!(module.id, TsModuleName::Str(_));
                let kept = match &module.id {
                    TsModuleName::Ident(id) => wanted(id),
                    TsModuleName::Str(_) => true,
                };
                if kept && !ambient {
                    self.refuse(module.span.lo, "a namespace with values");
                }
            }
            Decl::Class(_) | Decl::Fn(_) | Decl::TsEnum(_) | Decl::TsInterface(_) | Decl::TsTypeAlias(_) => {}
        }
    }

    fn variables(&mut self, var: &VarDecl, exported: bool) {
        let wanted: Vec<bool> = var
            .decls
            .iter()
            .map(|declarator| {
                exported || declarator.name.as_ident().is_some_and(|name| self.kept.contains(&name.to_id()))
            })
            .collect();
        if wanted.contains(&true) && wanted.contains(&false) {
            // FastDts stops at the first that is not wanted.
            self.refuse(var.span.lo, "one of several variables in one statement");
        }
        for (declarator, wanted) in var.decls.iter().zip(wanted) {
            if !wanted {
                continue;
            }
            let Pat::Ident(name) = &declarator.name else {
                self.refuse(declarator.span.lo, "a destructured export");
                continue;
            };
            if name.type_ann.is_some() {
                continue;
            }
            match &declarator.init {
                Some(init) => {
                    if init.is_arrow() || init.is_fn_expr() {
                        self.functions.insert(name.to_id());
                    }
                    let fixed = var.kind == VarDeclKind::Const;
                    self.value(init, if fixed { Position::Fixed } else { Position::Wide });
                }
                None => self.refuse(name.span.lo, format!("`{}` has no type annotation", name.sym)),
            }
        }
    }

    fn default_export(&mut self, expr: &Expr) {
        if !expr.is_ident() {
            self.value(expr, Position::Default);
        }
    }

    fn enum_members(&mut self, ts_enum: &TsEnumDecl) {
        if ts_enum.declare {
            self.refuse(ts_enum.span.lo, "an ambient enum");
        }
        for member in &ts_enum.members {
            let known = match member.init.as_deref() {
                None | Some(Expr::Lit(Lit::Str(_) | Lit::Num(_))) => true,
                Some(Expr::Unary(unary)) => unary.op == UnaryOp::Minus && matches!(&*unary.arg, Expr::Lit(Lit::Num(_))),
                Some(_) => false,
            };
            if !known {
                self.refuse(member.span.lo, "an enum member with a computed value");
            }
        }
    }

    /// `f.name = …` makes the property part of the function's type, wherever it stands.
    fn assigned_properties(&mut self, source: &Module) {
        struct Assigned<'a> {
            functions: &'a BTreeSet<Id>,
            found: Vec<BytePos>,
        }
        impl Visit for Assigned<'_> {
            fn visit_assign_expr(&mut self, node: &AssignExpr) {
                if let AssignTarget::Simple(SimpleAssignTarget::Member(MemberExpr { obj, .. })) = &node.left
                    && let Expr::Ident(name) = &**obj
                    && self.functions.contains(&name.to_id())
                {
                    self.found.push(node.span.lo);
                }
                node.visit_children_with(self);
            }
        }
        let mut assigned = Assigned { functions: &self.functions, found: Vec::new() };
        source.visit_with(&mut assigned);
        for at in assigned.found {
            self.refuse(at, "a property that is assigned to a function");
        }
    }

    /// A declaration that mentions a name whose declaration was left out, or of whose declarations only some are kept.
    fn lost_declarations(&mut self, source: &Module, declared: &Module, kept: &BTreeMap<(Id, Kind), BytePos>) {
        let names: BTreeSet<&Id> = kept.keys().map(|(id, _)| id).collect();
        let mentioned = mentions(declared);
        for ((id, kind), at) in declarations(source) {
            let half = names.contains(&id) && !kept.contains_key(&(id.clone(), kind));
            // What FastDts writes itself has no context.
            let missing = mentioned.contains(&id) || mentioned.contains(&(id.0.clone(), SyntaxContext::empty()));
            if half || (missing && !names.contains(&id)) {
                self.refuse(at, format!("the fast way would lose a declaration of `{}`", id.0));
            }
        }
    }
}
