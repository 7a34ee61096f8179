//! One form for types that can be written in several ways: unions, intersections, arrays, literals, accessors.

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::DUMMY_SP;
use swc_core::ecma::ast::{
    Bool, Expr, Lit, Number, TsArrayType, TsEntityName, TsFnParam, TsIntersectionType, TsKeywordType,
    TsKeywordTypeKind, TsLit, TsLitType, TsPropertySignature, TsType, TsTypeAnn, TsTypeElement, TsTypeOperator,
    TsTypeOperatorOp, TsTypeRef, TsUnionOrIntersectionType, TsUnionType, UnaryOp,
};

use super::keys::cooked;
use super::print::{print, print_type};

/// Writes a type in its one form; its parts are in theirs. `shadowed` are the names that the module declares itself.
pub(super) fn rewrite(node: &mut TsType, shadowed: &BTreeSet<String>) {
    while let TsType::TsParenthesizedType(inner) = node {
        *node = (*inner.type_ann).clone();
    }
    match node {
        TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsUnionType(union)) => {
            *node = sorted_union(std::mem::take(&mut union.types));
        }
        TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsIntersectionType(intersection)) => {
            flatten(intersection);
        }
        TsType::TsTypeRef(reference) => {
            if let Some(array) = array(reference, shadowed) {
                *node = array;
            }
        }
        TsType::TsLitType(TsLitType { lit, .. }) => {
            if let TsLit::Tpl(template) = lit
                && template.types.is_empty()
                && let Some(text) = template.quasis.first().and_then(cooked)
            {
                *lit = TsLit::Str(text);
            }
        }
        _ => {}
    }
}

/// A union without nesting and repetition, in an order that does not depend on where its parts came from.
#[expect(clippy::vec_box, reason = "as the tree holds them")]
fn sorted_union(types: Vec<Box<TsType>>) -> TsType {
    let mut parts: BTreeMap<String, Box<TsType>> = BTreeMap::new();
    let mut todo = types;
    todo.reverse();
    while let Some(part) = todo.pop() {
        match *part {
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsUnionType(inner)) => {
                todo.extend(inner.types.into_iter().rev());
            }
            other => {
                parts.entry(print_type(&other)).or_insert_with(|| Box::new(other));
            }
        }
    }
    if parts.contains_key("true") && parts.contains_key("false") {
        parts.remove("true");
        parts.remove("false");
        parts.insert("boolean".to_owned(), keyword(TsKeywordTypeKind::TsBooleanKeyword));
    }
    let mut types: Vec<Box<TsType>> = parts.into_values().collect();
    match types.pop() {
        Some(only) if types.is_empty() => *only,
        Some(last) => {
            types.push(last);
            TsUnionOrIntersectionType::TsUnionType(TsUnionType { span: DUMMY_SP, types }).into()
        }
        None => *keyword(TsKeywordTypeKind::TsNeverKeyword),
    }
}

/// Takes the nesting out of an intersection. Its order stays: it decides which overload comes first.
fn flatten(intersection: &mut TsIntersectionType) {
    let mut types: Vec<Box<TsType>> = Vec::new();
    for part in std::mem::take(&mut intersection.types) {
        match *part {
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsIntersectionType(inner)) => {
                types.extend(inner.types);
            }
            other => types.push(Box::new(other)),
        }
    }
    *intersection = TsIntersectionType { span: DUMMY_SP, types };
}

/// `T[]` for `Array<T>` and `readonly T[]` for `ReadonlyArray<T>`, unless these names are the module's own.
fn array(reference: &TsTypeRef, shadowed: &BTreeSet<String>) -> Option<TsType> {
    let TsEntityName::Ident(name) = &reference.type_name else { return None };
    let [item] = &reference.type_params.as_ref()?.params[..] else { return None };
    if shadowed.contains(name.sym.as_str()) {
        return None;
    }
    let array = || TsType::TsArrayType(TsArrayType { span: DUMMY_SP, elem_type: item.clone() });
    match name.sym.as_str() {
        "Array" => Some(array()),
        "ReadonlyArray" => Some(TsType::TsTypeOperator(TsTypeOperator {
            span: DUMMY_SP,
            op: TsTypeOperatorOp::ReadOnly,
            type_ann: Box::new(array()),
        })),
        _ => None,
    }
}

/// Makes properties of accessors in a type: TypeScript 7 writes the one, others write the other.
pub(super) fn accessors_to_properties(members: &mut Vec<TsTypeElement>) {
    let setters: BTreeMap<String, String> = members
        .iter()
        .filter_map(|member| match member {
            TsTypeElement::TsSetterSignature(setter) => match &setter.param {
                TsFnParam::Ident(name) => Some((print(&*setter.key), name.type_ann.as_deref().map(annotation_text)?)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let mut merged = BTreeSet::new();
    for member in members.iter_mut() {
        let TsTypeElement::TsGetterSignature(getter) = member else { continue };
        let name = print(&*getter.key);
        let readonly = match setters.get(&name) {
            Some(other) if getter.type_ann.as_deref().map(annotation_text).as_ref() != Some(other) => continue,
            Some(_) => false,
            None => true,
        };
        merged.insert(name);
        *member = TsTypeElement::TsPropertySignature(TsPropertySignature {
            span: DUMMY_SP,
            readonly,
            key: getter.key.clone(),
            computed: getter.computed,
            optional: false,
            type_ann: getter.type_ann.clone(),
        });
    }
    members.retain(
        |member| !matches!(member, TsTypeElement::TsSetterSignature(setter) if merged.contains(&print(&*setter.key))),
    );
}

fn annotation_text(written: &TsTypeAnn) -> String {
    print_type(&written.type_ann)
}

/// The type that a value in a declaration stands for: `const x = 1` is `const x: 1`.
pub(super) fn literal(value: &Expr) -> Option<Box<TsType>> {
    let lit = match value {
        Expr::Lit(Lit::Str(text)) => TsLit::Str(text.clone()),
        Expr::Lit(Lit::Num(number)) => TsLit::Number(number.clone()),
        Expr::Lit(Lit::Bool(Bool { value, .. })) => TsLit::Bool(Bool { span: DUMMY_SP, value: *value }),
        Expr::Lit(Lit::BigInt(number)) => TsLit::BigInt(number.clone()),
        Expr::Tpl(template) if template.exprs.is_empty() => TsLit::Str(cooked(template.quasis.first()?)?),
        Expr::Unary(unary) => {
            let negative = unary.op == UnaryOp::Minus;
            match (&*unary.arg, negative) {
                (Expr::Lit(Lit::Num(number)), true) => {
                    TsLit::Number(Number { span: DUMMY_SP, value: 0.0 - number.value, raw: None })
                }
                (Expr::Lit(Lit::BigInt(number)), true) => {
                    let mut number = number.clone();
                    *number.value = -(*number.value).clone();
                    number.raw = None;
                    TsLit::BigInt(number)
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Box::new(TsType::TsLitType(TsLitType { span: DUMMY_SP, lit })))
}

/// The annotation that a missing one stands for.
pub(super) fn any() -> Box<TsTypeAnn> {
    annotation(keyword(TsKeywordTypeKind::TsAnyKeyword))
}

/// A keyword as a type.
pub(super) fn keyword(kind: TsKeywordTypeKind) -> Box<TsType> {
    Box::new(TsType::TsKeywordType(TsKeywordType { span: DUMMY_SP, kind }))
}

/// A type as an annotation.
pub(super) fn annotation(type_ann: Box<TsType>) -> Box<TsTypeAnn> {
    Box::new(TsTypeAnn { span: DUMMY_SP, type_ann })
}
