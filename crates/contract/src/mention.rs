//! Which names a declaration mentions, apart from those that it gives itself.

use std::collections::BTreeSet;

use swc_core::ecma::ast::{
    BindingIdent, ClassDecl, ClassExpr, ExportNamedSpecifier, Expr, FnDecl, FnExpr, Id, Ident, ImportDecl,
    ModuleExportName, NamedExport, TsEnumDecl, TsGetterSignature, TsImportEqualsDecl, TsImportType, TsInterfaceDecl,
    TsMethodSignature, TsModuleDecl, TsPropertySignature, TsSetterSignature, TsTypeAliasDecl, TsTypeParam,
    TsTypePredicate,
};
use swc_core::ecma::visit::{Visit, VisitWith};

/// The names that a part of a declaration mentions. Names of type parameters are among them when they are used.
pub(crate) fn mentions(node: &impl VisitWith<Mentions>) -> BTreeSet<Id> {
    let mut all = Mentions::default();
    node.visit_with(&mut all);
    all.names
}

#[derive(Default)]
pub(crate) struct Mentions {
    names: BTreeSet<Id>,
}

impl Mentions {
    fn key(&mut self, key: &Expr, computed: bool) {
        if computed {
            key.visit_with(self);
        }
    }
}

impl Visit for Mentions {
    fn visit_ident(&mut self, node: &Ident) {
        self.names.insert(node.to_id());
    }

    fn visit_binding_ident(&mut self, node: &BindingIdent) {
        node.type_ann.visit_with(self);
    }

    fn visit_ts_type_param(&mut self, node: &TsTypeParam) {
        node.constraint.visit_with(self);
        node.default.visit_with(self);
    }

    fn visit_ts_type_predicate(&mut self, node: &TsTypePredicate) {
        node.type_ann.visit_with(self);
    }

    fn visit_ts_import_type(&mut self, node: &TsImportType) {
        node.type_args.visit_with(self);
    }

    fn visit_import_decl(&mut self, _: &ImportDecl) {}

    fn visit_ts_import_equals_decl(&mut self, node: &TsImportEqualsDecl) {
        node.module_ref.visit_with(self);
    }

    fn visit_named_export(&mut self, node: &NamedExport) {
        if node.src.is_none() {
            node.visit_children_with(self);
        }
    }

    fn visit_export_named_specifier(&mut self, node: &ExportNamedSpecifier) {
        if let ModuleExportName::Ident(name) = &node.orig {
            self.visit_ident(name);
        }
    }

    fn visit_class_decl(&mut self, node: &ClassDecl) {
        node.class.visit_with(self);
    }

    fn visit_class_expr(&mut self, node: &ClassExpr) {
        node.class.visit_with(self);
    }

    fn visit_fn_decl(&mut self, node: &FnDecl) {
        node.function.visit_with(self);
    }

    fn visit_fn_expr(&mut self, node: &FnExpr) {
        node.function.visit_with(self);
    }

    fn visit_ts_interface_decl(&mut self, node: &TsInterfaceDecl) {
        node.type_params.visit_with(self);
        node.extends.visit_with(self);
        node.body.visit_with(self);
    }

    fn visit_ts_type_alias_decl(&mut self, node: &TsTypeAliasDecl) {
        node.type_params.visit_with(self);
        node.type_ann.visit_with(self);
    }

    fn visit_ts_enum_decl(&mut self, node: &TsEnumDecl) {
        for member in &node.members {
            member.init.visit_with(self);
        }
    }

    fn visit_ts_module_decl(&mut self, node: &TsModuleDecl) {
        node.body.visit_with(self);
    }

    fn visit_ts_property_signature(&mut self, node: &TsPropertySignature) {
        self.key(&node.key, node.computed);
        node.type_ann.visit_with(self);
    }

    fn visit_ts_method_signature(&mut self, node: &TsMethodSignature) {
        self.key(&node.key, node.computed);
        node.type_params.visit_with(self);
        node.params.visit_with(self);
        node.type_ann.visit_with(self);
    }

    fn visit_ts_getter_signature(&mut self, node: &TsGetterSignature) {
        self.key(&node.key, node.computed);
        node.type_ann.visit_with(self);
    }

    fn visit_ts_setter_signature(&mut self, node: &TsSetterSignature) {
        self.key(&node.key, node.computed);
        node.param.visit_with(self);
    }
}
