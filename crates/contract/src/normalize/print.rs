//! Trees as text that can be read in one way only: equal texts are equal trees.

use swc_core::common::DUMMY_SP;
use swc_core::ecma::ast::{TsParenthesizedType, TsType, TsUnionOrIntersectionType};
use swc_core::ecma::codegen::{Node, to_code};
use swc_core::ecma::visit::{VisitMut, VisitMutWith as _};

/// The text of a node as the printer writes it; types in it need [`Parentheses`] first.
pub(super) fn print(node: &impl Node) -> String {
    to_code(node).trim_end().to_owned()
}

/// The text of a type with parentheses: without them, two types can have one text.
pub(super) fn print_type(ts_type: &TsType) -> String {
    let mut whole = ts_type.clone();
    whole.visit_mut_with(&mut Parentheses);
    print(&whole)
}

/// Parentheses around every part that could be read otherwise, whether it would be or not.
pub(super) struct Parentheses;

impl Parentheses {
    fn wrap(node: &mut Box<TsType>) {
        let open = matches!(
            &**node,
            TsType::TsUnionOrIntersectionType(_)
                | TsType::TsFnOrConstructorType(_)
                | TsType::TsConditionalType(_)
                | TsType::TsTypeOperator(_)
                | TsType::TsInferType(_)
        );
        if open {
            let inner = node.clone();
            **node = TsType::TsParenthesizedType(TsParenthesizedType { span: DUMMY_SP, type_ann: inner });
        }
    }
}

impl VisitMut for Parentheses {
    fn visit_mut_ts_type(&mut self, node: &mut TsType) {
        node.visit_mut_children_with(self);
        match node {
            TsType::TsArrayType(array) => Self::wrap(&mut array.elem_type),
            TsType::TsTypeOperator(operator) => Self::wrap(&mut operator.type_ann),
            TsType::TsIndexedAccessType(access) => Self::wrap(&mut access.obj_type),
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsUnionType(all)) => {
                all.types.iter_mut().for_each(Self::wrap);
            }
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsIntersectionType(all)) => {
                all.types.iter_mut().for_each(Self::wrap);
            }
            TsType::TsOptionalType(optional) => Self::wrap(&mut optional.type_ann),
            TsType::TsRestType(rest) => Self::wrap(&mut rest.type_ann),
            TsType::TsConditionalType(conditional) => {
                Self::wrap(&mut conditional.check_type);
                Self::wrap(&mut conditional.extends_type);
            }
            _ => {}
        }
    }
}
