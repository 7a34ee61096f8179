//! Names of members: `"a"`, `["a"]` and `a` are one name, and so are `"1"` and `1`.

use swc_core::common::{DUMMY_SP, SyntaxContext};
use swc_core::ecma::ast::{Expr, Ident, IdentName, Lit, Number, PropName, Str, TplElement, TsEnumMemberId};

/// Writes the key of a signature in an interface in its one form.
pub(super) fn signature_key(key: &mut Box<Expr>, computed: &mut bool) {
    if *computed
        && let Expr::Tpl(template) = &**key
        && template.exprs.is_empty()
        && let Some(text) = template.quasis.first().and_then(cooked)
    {
        **key = Expr::Lit(Lit::Str(text));
    }
    match &mut **key {
        Expr::Lit(Lit::Str(text)) => {
            *computed = false;
            text.raw = None;
            let value = text.value.to_string_lossy().into_owned();
            if is_name(&value) {
                **key = Expr::Ident(Ident::new(value.as_str().into(), DUMMY_SP, SyntaxContext::empty()));
            } else if let Some(number) = number(&value) {
                **key = Expr::Lit(Lit::Num(number));
            }
        }
        Expr::Lit(Lit::Num(number)) => {
            *computed = false;
            number.raw = None;
        }
        _ => {}
    }
}

/// Writes the key of a class member in its one form.
pub(super) fn member_key(key: &mut PropName) {
    let (mut expr, mut computed): (Box<Expr>, bool) = match key {
        PropName::Ident(_) | PropName::BigInt(_) => return,
        PropName::Str(text) => (Box::new(Expr::Lit(Lit::Str(text.clone()))), false),
        PropName::Num(number) => (Box::new(Expr::Lit(Lit::Num(number.clone()))), false),
        PropName::Computed(inner) => (inner.expr.clone(), true),
    };
    signature_key(&mut expr, &mut computed);
    match *expr {
        Expr::Ident(name) if !computed => *key = PropName::Ident(IdentName { span: DUMMY_SP, sym: name.sym }),
        Expr::Lit(Lit::Str(text)) if !computed => *key = PropName::Str(text),
        Expr::Lit(Lit::Num(number)) if !computed => *key = PropName::Num(number),
        _ => {}
    }
}

/// Writes the name of an enum member in its one form.
pub(super) fn enum_key(key: &mut TsEnumMemberId) {
    if let TsEnumMemberId::Str(text) = key {
        text.raw = None;
        if let Some(name) = text.value.as_str().filter(|text| is_name(text)) {
            *key = TsEnumMemberId::Ident(Ident::new(name.into(), DUMMY_SP, SyntaxContext::empty()));
        }
    }
}

/// Whether a text is a name that needs no quotes, as far as ASCII goes.
pub(super) fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|letter| letter.is_ascii_alphabetic() || letter == '_' || letter == '$')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$')
}

/// The string that a part of a template stands for.
pub(super) fn cooked(element: &TplElement) -> Option<Str> {
    Some(Str { span: DUMMY_SP, value: element.cooked.clone()?, raw: None })
}

/// The number that a key in quotes stands for.
fn number(text: &str) -> Option<Number> {
    let value: f64 = text.parse().ok()?;
    let plain = (0.0..1e15).contains(&value) && value.fract() == 0.0 && format!("{value}") == text;
    plain.then_some(Number { span: DUMMY_SP, value, raw: None })
}
