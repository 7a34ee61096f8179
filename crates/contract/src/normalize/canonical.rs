//! The walk that writes every part of a declaration in its one form; the files beside it say which form that is.

use std::collections::BTreeSet;

use swc_core::ecma::ast::{
    BigInt, Class, Constructor, FnDecl, FnExpr, Function, Number, ParamOrTsParamProp, Pat, Str, TsCallSignatureDecl,
    TsConstructSignatureDecl, TsConstructorType, TsEntityName, TsEnumMemberId, TsFnParam, TsFnType, TsIndexSignature,
    TsKeywordTypeKind, TsMappedType, TsMethodSignature, TsModuleDecl, TsModuleName, TsNamespaceBody,
    TsPropertySignature, TsSetterSignature, TsThisTypeOrIdent, TsType, TsTypeElement, TsTypeParamDecl, TsTypePredicate,
    TsTypeQueryExpr, VarDeclarator,
};
use swc_core::ecma::visit::{VisitMut, VisitMutWith};

use super::class::{constructor_signature, visible_members};
use super::keys::{enum_key, signature_key};
use super::module::{drop_declare, hide_unexported, split, write_exports};
use super::params::Scopes;
use super::types::{self, accessors_to_properties, annotation, any, keyword, literal};

/// Writes what it visits in its one form.
pub(super) struct Canonical {
    scopes: Scopes,
    /// Names that the module itself declares: `Array` may be its own.
    shadowed: BTreeSet<String>,
}

impl Canonical {
    pub(super) fn new(shadowed: BTreeSet<String>) -> Self {
        Self { scopes: Scopes::default(), shadowed }
    }

    /// The parts of a signature, inside the scope of its parameters.
    fn signature(
        &mut self,
        type_params: &mut Option<Box<TsTypeParamDecl>>,
        params: &mut [TsFnParam],
        result: &mut impl VisitMutWith<Self>,
    ) {
        self.scopes.enter_signature(params.iter_mut());
        type_params.visit_mut_with(self);
        params.iter_mut().for_each(|param| param.visit_mut_with(self));
        result.visit_mut_with(self);
        self.scopes.leave();
    }
}

impl VisitMut for Canonical {
    fn visit_mut_str(&mut self, node: &mut Str) {
        node.raw = None;
    }

    fn visit_mut_number(&mut self, node: &mut Number) {
        node.raw = None;
        if node.value == 0.0 {
            node.value = 0.0;
        }
    }

    fn visit_mut_big_int(&mut self, node: &mut BigInt) {
        node.raw = None;
    }

    fn visit_mut_ts_type(&mut self, node: &mut TsType) {
        node.visit_mut_children_with(self);
        types::rewrite(node, &self.shadowed);
    }

    fn visit_mut_ts_type_query_expr(&mut self, node: &mut TsTypeQueryExpr) {
        node.visit_mut_children_with(self);
        if let TsTypeQueryExpr::TsEntityName(name) = node {
            let mut first = name;
            while let TsEntityName::TsQualifiedName(inner) = first {
                first = &mut inner.left;
            }
            if let TsEntityName::Ident(name) = first
                && let Some(renamed) = self.scopes.renamed(&name.sym)
            {
                name.sym = renamed.as_str().into();
            }
        }
    }

    fn visit_mut_ts_type_predicate(&mut self, node: &mut TsTypePredicate) {
        if let TsThisTypeOrIdent::Ident(name) = &mut node.param_name
            && let Some(renamed) = self.scopes.renamed(&name.sym)
        {
            name.sym = renamed.as_str().into();
        }
        node.type_ann.visit_mut_with(self);
    }

    fn visit_mut_ts_fn_type(&mut self, node: &mut TsFnType) {
        self.signature(&mut node.type_params, &mut node.params, &mut node.type_ann);
    }

    fn visit_mut_ts_constructor_type(&mut self, node: &mut TsConstructorType) {
        self.signature(&mut node.type_params, &mut node.params, &mut node.type_ann);
    }

    fn visit_mut_ts_call_signature_decl(&mut self, node: &mut TsCallSignatureDecl) {
        node.type_ann.get_or_insert_with(any);
        self.signature(&mut node.type_params, &mut node.params, &mut node.type_ann);
    }

    fn visit_mut_ts_construct_signature_decl(&mut self, node: &mut TsConstructSignatureDecl) {
        node.type_ann.get_or_insert_with(any);
        self.signature(&mut node.type_params, &mut node.params, &mut node.type_ann);
    }

    fn visit_mut_ts_method_signature(&mut self, node: &mut TsMethodSignature) {
        signature_key(&mut node.key, &mut node.computed);
        node.type_ann.get_or_insert_with(any);
        self.signature(&mut node.type_params, &mut node.params, &mut node.type_ann);
    }

    fn visit_mut_ts_setter_signature(&mut self, node: &mut TsSetterSignature) {
        signature_key(&mut node.key, &mut node.computed);
        self.scopes.enter_signature(std::iter::once(&mut node.param));
        node.param.visit_mut_with(self);
        self.scopes.leave();
    }

    fn visit_mut_ts_index_signature(&mut self, node: &mut TsIndexSignature) {
        node.type_ann.get_or_insert_with(any);
        // The printer drops the word `static`, so the name of the parameter holds it.
        let was_static = matches!(node.params.first(), Some(TsFnParam::Ident(name)) if name.sym.starts_with("static$"));
        let prefix = if std::mem::take(&mut node.is_static) || was_static { "static$" } else { "" };
        self.signature(&mut None, &mut node.params, &mut node.type_ann);
        if let Some(TsFnParam::Ident(param)) = node.params.first_mut() {
            param.id.sym = format!("{prefix}{}", param.id.sym).into();
        }
    }

    fn visit_mut_ts_property_signature(&mut self, node: &mut TsPropertySignature) {
        signature_key(&mut node.key, &mut node.computed);
        node.type_ann.get_or_insert_with(any);
        node.type_ann.visit_mut_with(self);
    }

    fn visit_mut_ts_type_element(&mut self, node: &mut TsTypeElement) {
        if let TsTypeElement::TsGetterSignature(getter) = node {
            signature_key(&mut getter.key, &mut getter.computed);
            getter.type_ann.get_or_insert_with(any);
        }
        node.visit_mut_children_with(self);
    }

    fn visit_mut_ts_type_elements(&mut self, node: &mut Vec<TsTypeElement>) {
        node.visit_mut_children_with(self);
        accessors_to_properties(node);
    }

    fn visit_mut_ts_mapped_type(&mut self, node: &mut TsMappedType) {
        node.type_ann.get_or_insert_with(|| keyword(TsKeywordTypeKind::TsAnyKeyword));
        node.visit_mut_children_with(self);
    }

    fn visit_mut_ts_enum_member_id(&mut self, node: &mut TsEnumMemberId) {
        enum_key(node);
    }

    fn visit_mut_function(&mut self, node: &mut Function) {
        node.decorators.clear();
        node.is_async = false;
        node.is_generator = false;
        node.body = None;
        node.params.iter_mut().for_each(|param| param.decorators.clear());
        self.scopes.enter_function(node.params.iter_mut().map(|param| &mut param.pat));
        node.type_params.visit_mut_with(self);
        node.this_param.visit_mut_with(self);
        node.params.visit_mut_with(self);
        node.return_type.visit_mut_with(self);
        self.scopes.leave();
    }

    fn visit_mut_constructor(&mut self, node: &mut Constructor) {
        constructor_signature(node);
        let patterns = node.params.iter_mut().filter_map(|param| match param {
            ParamOrTsParamProp::Param(param) => Some(&mut param.pat),
            ParamOrTsParamProp::TsParamProp(_) => None,
        });
        self.scopes.enter_function(patterns);
        node.params.visit_mut_with(self);
        self.scopes.leave();
    }

    fn visit_mut_class(&mut self, node: &mut Class) {
        visible_members(node);
        node.visit_mut_children_with(self);
    }

    fn visit_mut_fn_decl(&mut self, node: &mut FnDecl) {
        node.function.return_type.get_or_insert_with(any);
        node.function.visit_mut_with(self);
    }

    fn visit_mut_fn_expr(&mut self, node: &mut FnExpr) {
        node.function.return_type.get_or_insert_with(any);
        node.function.visit_mut_with(self);
    }

    fn visit_mut_var_declarator(&mut self, node: &mut VarDeclarator) {
        node.definite = false;
        if let Pat::Ident(name) = &mut node.name
            && name.type_ann.is_none()
        {
            let value = node.init.as_deref().and_then(literal);
            name.type_ann = Some(value.map_or_else(any, annotation));
        }
        node.init = None;
        node.name.visit_mut_with(self);
    }

    fn visit_mut_ts_module_decl(&mut self, node: &mut TsModuleDecl) {
        if let TsModuleName::Ident(_) = &node.id
            && !node.global
        {
            node.namespace = true;
        }
        if let Some(TsNamespaceBody::TsModuleBlock(block)) = &mut node.body {
            write_exports(&mut block.body);
            block.body.iter_mut().for_each(drop_declare);
            block.body = split(std::mem::take(&mut block.body));
            hide_unexported(&mut block.body);
        }
        node.visit_mut_children_with(self);
    }
}
