//! Members of classes: what FastDts drops, joins or freezes is refused.

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::{BytePos, EqIgnoreSpan as _, Spanned as _};
use swc_core::ecma::ast::{
    Accessibility, Class, ClassMember, ClassMethod, ClassProp, Constructor, Expr, MethodKind, Module, Param,
    ParamOrTsParamProp, Pat, TsParamPropParam, TsTypeAnn,
};
use swc_core::ecma::visit::{Visit, VisitWith as _};

use super::context::{Found, Gate, Position};
use super::value::static_name;

impl Gate {
    pub(super) fn class(&mut self, class: &Class) {
        if !class.decorators.is_empty() {
            self.refuse(class.span.lo, "decorators");
        }
        if let Some(parent) = &class.super_class
            && !is_entity_name(parent)
        {
            self.refuse(parent.span_lo(), "a base class that is an expression");
        }
        self.accessor_access(class);
        let overloaded = overloaded_methods(class);
        let has_overloaded_constructor = class
            .body
            .iter()
            .any(|member| matches!(member, ClassMember::Constructor(constructor) if constructor.body.is_none()));
        let mut accessors = BTreeMap::new();
        for member in &class.body {
            match member {
                ClassMember::Constructor(constructor) => {
                    if !(has_overloaded_constructor && constructor.body.is_some()) {
                        self.constructor(constructor);
                    } else if constructor.params.iter().any(ParamOrTsParamProp::is_ts_param_prop) {
                        self.refuse(constructor.span.lo, "parameter properties of an overloaded constructor");
                    }
                }
                ClassMember::Method(method) => self.method(method, &overloaded, &mut accessors),
                ClassMember::ClassProp(property) => self.property(property),
                ClassMember::AutoAccessor(accessor) => self.refuse(accessor.span.lo, "an `accessor` property"),
                // The printer drops the word.
                ClassMember::TsIndexSignature(index) if index.is_static => {
                    self.refuse(index.span.lo, "a static index signature");
                }
                ClassMember::PrivateMethod(_)
                | ClassMember::PrivateProp(_)
                | ClassMember::TsIndexSignature(_)
                | ClassMember::StaticBlock(_)
                | ClassMember::Empty(_) => {}
            }
        }
    }

    /// FastDts writes a getter and a setter of one name with the same access.
    fn accessor_access(&mut self, class: &Class) {
        let mut access: BTreeMap<String, Option<Accessibility>> = BTreeMap::new();
        for member in &class.body {
            let ClassMember::Method(half) = member else { continue };
            if half.kind == MethodKind::Method {
                continue;
            }
            let Some(key) = static_name(&half.key) else { continue };
            if *access.entry(key).or_insert(half.accessibility) != half.accessibility {
                self.refuse(half.span.lo, "a getter and a setter of different access");
            }
        }
    }

    fn method(
        &mut self,
        method: &ClassMethod,
        overloaded: &BTreeSet<String>,
        accessors: &mut BTreeMap<String, TsTypeAnn>,
    ) {
        let at = method.span.lo;
        let Some(key) = static_name(&method.key) else {
            self.refuse(at, "a computed member name");
            return;
        };
        let is_overloaded = overloaded.contains(&qualified(&key, method.is_static));
        if method.is_optional {
            self.refuse(at, "an optional method of a class");
        }
        if !method.function.decorators.is_empty() {
            self.refuse(at, "decorators");
        }
        if method.accessibility == Some(Accessibility::Private) {
            if is_overloaded {
                self.refuse(at, "a private method with overloads");
            }
            return;
        }
        match method.kind {
            MethodKind::Method => {
                if !(method.function.body.is_some() && is_overloaded) {
                    self.function(&method.function);
                }
            }
            MethodKind::Getter => {
                if method.function.return_type.is_none() {
                    self.refuse(at, "the type of a getter is not written down");
                }
                self.accessor(accessors, key, method.function.return_type.as_deref(), at);
            }
            MethodKind::Setter => {
                let written = match method.function.params.first().map(|param| &param.pat) {
                    Some(Pat::Ident(name)) => name.type_ann.as_deref(),
                    _ => None,
                };
                if written.is_none() {
                    self.refuse(at, "the type of a setter is not written down");
                }
                self.accessor(accessors, key, written, at);
            }
        }
    }

    fn property(&mut self, property: &ClassProp) {
        let at = property.span.lo;
        if !property.decorators.is_empty() {
            self.refuse(at, "decorators");
        }
        if static_name(&property.key).is_none() {
            self.refuse(at, "a computed member name");
        }
        if property.accessibility == Some(Accessibility::Private) || property.type_ann.is_some() {
            return;
        }
        if property.is_optional {
            self.refuse(at, "an optional property has no type annotation");
        }
        match &property.value {
            // FastDts freezes an object in a `readonly` property.
            Some(value) if property.readonly && value.is_object() => {
                self.refuse(at, "the type of this property is not written down");
            }
            Some(value) => self.value(value, if property.readonly { Position::Fixed } else { Position::Wide }),
            None => self.refuse(at, "a property has no type annotation"),
        }
    }

    /// FastDts gives a getter and a setter of one name one type, and knows static ones by the same name.
    fn accessor(
        &mut self,
        seen: &mut BTreeMap<String, TsTypeAnn>,
        key: String,
        written: Option<&TsTypeAnn>,
        at: BytePos,
    ) {
        let Some(written) = written else { return };
        match seen.get(&key) {
            Some(other) if !other.eq_ignore_span(written) => {
                self.refuse(at, "a getter and a setter of different types");
            }
            Some(_) => {}
            None => {
                seen.insert(key, written.clone());
            }
        }
    }

    fn constructor(&mut self, constructor: &Constructor) {
        let private = constructor.accessibility == Some(Accessibility::Private);
        let mut patterns = Vec::new();
        let assigned: Vec<Pat> = constructor
            .params
            .iter()
            .map(|param| match param {
                ParamOrTsParamProp::TsParamProp(property) => match &property.param {
                    TsParamPropParam::Ident(name) => Pat::Ident(name.clone()),
                    TsParamPropParam::Assign(assign) => Pat::Assign(assign.clone()),
                },
                ParamOrTsParamProp::Param(Param { pat, .. }) => pat.clone(),
            })
            .collect();
        for (param, pat) in constructor.params.iter().zip(&assigned) {
            match param {
                ParamOrTsParamProp::TsParamProp(property) => {
                    let optional = matches!(&property.param, TsParamPropParam::Ident(name) if name.optional);
                    if optional {
                        self.refuse(property.span.lo, "an optional parameter property");
                    }
                    if !property.decorators.is_empty() {
                        self.refuse(property.span.lo, "decorators");
                    }
                    patterns.push(pat);
                }
                ParamOrTsParamProp::Param(param) => {
                    if !param.decorators.is_empty() {
                        self.refuse(param.span.lo, "decorators");
                    }
                    if !private {
                        patterns.push(pat);
                    }
                }
            }
        }
        self.params(&patterns);
    }
}

/// The methods of a class that have overloads.
fn overloaded_methods(class: &Class) -> BTreeSet<String> {
    let overload = |member: &ClassMember| match member {
        ClassMember::Method(method) if method.function.body.is_none() && !method.is_abstract => {
            static_name(&method.key).map(|name| qualified(&name, method.is_static))
        }
        _ => None,
    };
    class.body.iter().filter_map(overload).collect()
}

/// The name of a member, by which a static one is another than one of instances.
fn qualified(name: &str, is_static: bool) -> String {
    format!("{}{name}", if is_static { "static " } else { "" })
}

/// A name, or names joined by dots.
fn is_entity_name(expr: &Expr) -> bool {
    match expr {
        Expr::Ident(_) => true,
        Expr::Member(member) => member.prop.is_ident() && is_entity_name(&member.obj),
        _ => false,
    }
}

/// A base class in parentheses: tsc gives it a name of its own. Looked for before the parentheses are removed.
pub(crate) fn parenthesized_base(source: &Module) -> Option<Found> {
    #[derive(Default)]
    struct Bases(Option<BytePos>);
    impl Visit for Bases {
        fn visit_class(&mut self, node: &Class) {
            if let Some(Expr::Paren(base)) = node.super_class.as_deref() {
                self.0.get_or_insert(base.span.lo);
            }
            node.visit_children_with(self);
        }
    }
    let mut bases = Bases::default();
    source.visit_with(&mut bases);
    bases.0.map(|at| (at, "a base class that is an expression".to_owned()))
}
