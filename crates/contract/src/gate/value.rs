//! Values without a written type: the few whose type is the same to everybody pass.

use std::collections::BTreeSet;

use swc_core::common::Spanned as _;
use swc_core::ecma::ast::{Expr, Lit, ObjectLit, Prop, PropName, PropOrSpread, UnaryOp};

use super::context::{Gate, Position};

impl Gate {
    /// A value without a written type.
    pub(super) fn value(&mut self, expr: &Expr, position: Position) {
        let at = expr.span_lo();
        match expr {
            Expr::Lit(Lit::Str(_) | Lit::Num(_) | Lit::Bool(_) | Lit::BigInt(_)) => {
                if position == Position::Default {
                    self.refuse(at, "the type of this default export is not written down");
                }
            }
            Expr::Tpl(template) => {
                let plain = template.exprs.is_empty();
                let known = match position {
                    Position::Wide | Position::Returned => true,
                    Position::Fixed | Position::Frozen => plain,
                    Position::Default => false,
                };
                if !known {
                    self.refuse(at, "the type of this template is not written down");
                }
            }
            Expr::Unary(unary)
                if unary.op == UnaryOp::Minus && matches!(&*unary.arg, Expr::Lit(Lit::Num(_) | Lit::BigInt(_))) =>
            {
                if position == Position::Default {
                    self.refuse(at, "the type of this default export is not written down");
                }
            }
            Expr::TsAs(_) | Expr::TsTypeAssertion(_) => {
                if position == Position::Returned {
                    self.refuse(at, "the return type is not written down");
                }
            }
            Expr::TsConstAssertion(assertion) => {
                if position == Position::Returned {
                    self.refuse(at, "the return type is not written down");
                } else {
                    self.value(&assertion.expr, Position::Frozen);
                }
            }
            Expr::Object(object) => {
                // FastDts takes an object in a `readonly` property for a frozen one.
                self.object(object, position);
            }
            Expr::Array(array) if position == Position::Frozen => {
                for item in &array.elems {
                    match item {
                        Some(item) if item.spread.is_none() => self.value(&item.expr, Position::Frozen),
                        _ => self.refuse(at, "a spread or a hole in this array"),
                    }
                }
            }
            Expr::Arrow(arrow) if position != Position::Returned => self.arrow(arrow, position),
            Expr::Fn(function) if position != Position::Returned => {
                if position == Position::Frozen && function.function.return_type.is_none() {
                    self.refuse(at, "the return type is not written down");
                }
                self.function(&function.function);
            }
            Expr::TsNonNull(_) => self.refuse(at, "what `!` leaves of a type is not written down"),
            Expr::TsSatisfies(_) => self.refuse(at, "`satisfies` does not write the type down"),
            Expr::JSXElement(_) | Expr::JSXFragment(_) => self.refuse(at, "the type of JSX is not written down"),
            Expr::Class(_) => self.refuse(at, "the type of a class expression is not written down"),
            _ => self.refuse(
                at,
                match position {
                    Position::Returned => "the return type is not written down",
                    _ => "the type of this value is not written down",
                },
            ),
        }
    }

    fn object(&mut self, object: &ObjectLit, position: Position) {
        let inner = match position {
            Position::Frozen => Position::Frozen,
            Position::Returned => Position::Returned,
            Position::Wide | Position::Fixed | Position::Default => Position::Wide,
        };
        let mut seen = BTreeSet::new();
        for prop in &object.props {
            let PropOrSpread::Prop(prop) = prop else {
                self.refuse(object.span.lo, "the type of an object with a spread is not written down");
                continue;
            };
            let key = match &**prop {
                Prop::KeyValue(pair) => {
                    self.value(&pair.value, inner);
                    &pair.key
                }
                Prop::Method(method) if inner == Position::Wide => {
                    self.function(&method.function);
                    &method.key
                }
                other => {
                    self.refuse(other.span_lo(), "the type of this property is not written down");
                    continue;
                }
            };
            match static_name(key) {
                Some(name) if name != "__proto__" && seen.insert(name.clone()) => {}
                _ => self.refuse(key.span_lo(), "a property name that is computed, or there twice"),
            }
        }
    }
}

/// A property's name, when it is written out.
pub(super) fn static_name(key: &PropName) -> Option<String> {
    match key {
        PropName::Ident(name) => Some(name.sym.to_string()),
        PropName::Str(text) => text.value.as_str().map(str::to_owned),
        PropName::Num(number) => Some(number.value.to_string()),
        PropName::Computed(_) | PropName::BigInt(_) => None,
    }
}
