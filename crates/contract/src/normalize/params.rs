//! Names of parameters mean nothing to a caller: each parameter is named by its position, wherever it is mentioned.

use std::collections::BTreeMap;

use swc_core::common::{DUMMY_SP, SyntaxContext};
use swc_core::ecma::ast::{BindingIdent, Ident, ObjectPatProp, Pat, TsArrayType, TsFnParam, TsType, TsTypeAnn};

use super::types::{annotation, any};

/// The new names of parameters, from the outermost signature to the innermost.
#[derive(Default)]
pub(super) struct Scopes(Vec<BTreeMap<String, String>>);

impl Scopes {
    /// Enters a function and renames its parameters; [`Scopes::leave`] ends it.
    pub(super) fn enter_function<'a>(&mut self, params: impl Iterator<Item = &'a mut Pat>) {
        let depth = self.0.len();
        let mut scope = BTreeMap::new();
        for (index, param) in params.enumerate() {
            rename(param, &format!("p{depth}_{index}"), &mut scope);
        }
        self.0.push(scope);
    }

    /// Enters a signature and renames its parameters; [`Scopes::leave`] ends it.
    pub(super) fn enter_signature<'a>(&mut self, params: impl Iterator<Item = &'a mut TsFnParam>) {
        let depth = self.0.len();
        let mut scope = BTreeMap::new();
        for (index, param) in params.enumerate() {
            let mut pat = match param {
                TsFnParam::Ident(name) => Pat::Ident(name.clone()),
                TsFnParam::Array(array) => Pat::Array(array.clone()),
                TsFnParam::Object(object) => Pat::Object(object.clone()),
                TsFnParam::Rest(rest) => Pat::Rest(rest.clone()),
            };
            rename(&mut pat, &format!("p{depth}_{index}"), &mut scope);
            *param = match pat {
                Pat::Ident(name) => TsFnParam::Ident(name),
                Pat::Array(array) => TsFnParam::Array(array),
                Pat::Object(object) => TsFnParam::Object(object),
                Pat::Rest(rest) => TsFnParam::Rest(rest),
                _ => continue,
            };
        }
        self.0.push(scope);
    }

    /// Leaves the innermost scope.
    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    /// The new name of a parameter, if the name is one.
    pub(super) fn renamed(&self, name: &str) -> Option<&String> {
        self.0.iter().rev().find_map(|scope| scope.get(name))
    }
}

/// Turns a parameter into an identifier with a type; a pattern means nothing to a caller.
fn rename(param: &mut Pat, new_name: &str, scope: &mut BTreeMap<String, String>) {
    let ident = |optional: bool, type_ann: Option<Box<TsTypeAnn>>| {
        let id = Ident { optional, ..Ident::new(new_name.into(), DUMMY_SP, SyntaxContext::empty()) };
        BindingIdent { id, type_ann: type_ann.or_else(|| Some(any())) }
    };
    match param {
        Pat::Ident(name) if *name.id.sym == *"this" => {
            name.type_ann.get_or_insert_with(any);
        }
        Pat::Ident(name) => {
            scope.insert(name.id.sym.to_string(), new_name.to_owned());
            *param = Pat::Ident(ident(name.id.optional, name.type_ann.take()));
        }
        Pat::Array(_) | Pat::Object(_) => {
            for bound in bound_names(param) {
                let inner = format!("{new_name}_{bound}");
                scope.insert(bound, inner);
            }
            let (optional, written) = match param {
                Pat::Array(array) => (array.optional, array.type_ann.take()),
                Pat::Object(object) => (object.optional, object.type_ann.take()),
                _ => (false, None),
            };
            *param = Pat::Ident(ident(optional, written));
        }
        Pat::Rest(rest) => {
            for bound in bound_names(&rest.arg) {
                scope.insert(bound, new_name.to_owned());
            }
            let written = rest.type_ann.take().unwrap_or_else(|| {
                let array = TsArrayType { span: DUMMY_SP, elem_type: any().type_ann };
                annotation(Box::new(TsType::TsArrayType(array)))
            });
            rest.type_ann = Some(written);
            let id = Ident::new(new_name.into(), DUMMY_SP, SyntaxContext::empty());
            *rest.arg = Pat::Ident(BindingIdent { id, type_ann: None });
        }
        Pat::Assign(_) | Pat::Expr(_) | Pat::Invalid(_) => {}
    }
}

/// The names that a pattern gives.
fn bound_names(pat: &Pat) -> Vec<String> {
    let mut names = Vec::new();
    collect_bound(pat, &mut names);
    names
}

fn collect_bound(pat: &Pat, names: &mut Vec<String>) {
    match pat {
        Pat::Ident(name) => names.push(name.id.sym.to_string()),
        Pat::Array(array) => array.elems.iter().flatten().for_each(|element| collect_bound(element, names)),
        Pat::Object(object) => {
            for prop in &object.props {
                match prop {
                    ObjectPatProp::KeyValue(pair) => collect_bound(&pair.value, names),
                    ObjectPatProp::Assign(short) => names.push(short.key.id.sym.to_string()),
                    ObjectPatProp::Rest(rest) => collect_bound(&rest.arg, names),
                }
            }
        }
        Pat::Rest(rest) => collect_bound(&rest.arg, names),
        Pat::Assign(assign) => collect_bound(&assign.left, names),
        Pat::Expr(_) | Pat::Invalid(_) => {}
    }
}
