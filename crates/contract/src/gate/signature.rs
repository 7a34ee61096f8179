//! Parameters and results: each parameter needs a written type, each result one that can be read off its only `return`.

use swc_core::common::{BytePos, Spanned as _};
use swc_core::ecma::ast::{
    ArrowExpr, ArrowFunctionBody, Class, Expr, Function, Module, ObjectPatProp, Pat, ReturnStmt, Stmt, TsEntityName,
    TsFnParam, TsGetterSignature, TsKeywordTypeKind, TsSetterSignature, TsThisParam, TsType, TsTypeOperatorOp,
};
use swc_core::ecma::visit::{Visit, VisitWith as _};

use super::context::{Gate, Position};
use super::value::static_name;

impl Gate {
    pub(super) fn function(&mut self, function: &Function) {
        self.this_param(function.this_param.as_deref());
        if function.params.iter().any(|param| !param.decorators.is_empty()) || !function.decorators.is_empty() {
            self.refuse(function.span.lo, "decorators");
        }
        let params: Vec<&Pat> = function.params.iter().map(|param| &param.pat).collect();
        self.params(&params);
        if function.return_type.is_some() {
            return;
        }
        match &function.body {
            Some(body) if !function.is_async && !function.is_generator => {
                self.returned_value(function.span.lo, &body.stmts);
            }
            _ => self.refuse(function.span.lo, "the return type is not written down"),
        }
    }

    pub(super) fn arrow(&mut self, arrow: &ArrowExpr, position: Position) {
        let params: Vec<&Pat> = arrow.params.iter().collect();
        self.params(&params);
        if arrow.return_type.is_some() {
            return;
        }
        let at = arrow.span.lo;
        if arrow.is_async || arrow.is_generator || position == Position::Frozen {
            self.refuse(at, "the return type is not written down");
            return;
        }
        match &*arrow.body {
            ArrowFunctionBody::Expr(expr) => self.value(expr, Position::Returned),
            ArrowFunctionBody::FunctionBody(body) => self.returned_value(at, &body.stmts),
        }
    }

    /// A body without a return type: one return, at the very end, of a value that is the same to everybody.
    fn returned_value(&mut self, at: BytePos, body: &[Stmt]) {
        let mut returns = Returns::default();
        body.visit_with(&mut returns);
        match body.last() {
            Some(Stmt::Return(ReturnStmt { arg: Some(value), .. })) if returns.count == 1 => {
                self.value(value, Position::Returned);
            }
            _ => self.refuse(at, "the return type is not written down"),
        }
    }

    fn this_param(&mut self, this: Option<&TsThisParam>) {
        if let Some(this) = this
            && this.type_ann.is_none()
        {
            self.refuse(this.span.lo, "`this` has no type annotation");
        }
    }

    pub(super) fn params(&mut self, params: &[&Pat]) {
        let required = |pat: &Pat| match pat {
            Pat::Ident(name) => !name.optional,
            Pat::Array(array) => !array.optional,
            Pat::Object(object) => !object.optional,
            _ => false,
        };
        // TypeScript counts what a tuple at the end demands.
        let demands = |pat: &Pat| match pat {
            Pat::Rest(rest) => !rest.type_ann.as_ref().is_some_and(|written| is_list(&written.type_ann)),
            other => required(other),
        };
        let last = params.iter().rposition(|pat| demands(pat));
        for (index, pat) in params.iter().enumerate() {
            if !required(pat) && last.is_some_and(|last| index < last) {
                self.refuse(pat.span_lo(), "a parameter with a default before one without");
            }
            self.param(pat);
        }
    }

    fn param(&mut self, pat: &Pat) {
        match pat {
            Pat::Ident(name) => {
                if name.type_ann.is_none() {
                    self.refuse(name.span.lo, format!("the parameter `{}` has no type annotation", name.sym));
                }
            }
            Pat::Array(array) => {
                if array.type_ann.is_none() {
                    self.refuse(array.span.lo, "a parameter has no type annotation");
                }
                self.static_names(pat);
            }
            Pat::Object(object) => {
                if object.type_ann.is_none() {
                    self.refuse(object.span.lo, "a parameter has no type annotation");
                }
                self.static_names(pat);
            }
            Pat::Rest(rest) => {
                if rest.type_ann.is_none() {
                    self.refuse(rest.span.lo, "a parameter has no type annotation");
                }
                self.static_names(&rest.arg);
            }
            Pat::Assign(assign) => match &*assign.left {
                Pat::Ident(name) if name.type_ann.is_none() => match &*assign.right {
                    value @ (Expr::Lit(_) | Expr::Tpl(_) | Expr::Unary(_) | Expr::TsAs(_)) => {
                        self.value(value, Position::Wide);
                    }
                    _ => self.refuse(name.span.lo, format!("the parameter `{}` has no type annotation", name.sym)),
                },
                left => self.param(left),
            },
            Pat::Expr(_) | Pat::Invalid(_) => self.refuse(pat.span_lo(), "a parameter has no type annotation"),
        }
    }

    /// A computed name in a destructured parameter would have to be declared as well.
    fn static_names(&mut self, pat: &Pat) {
        match pat {
            Pat::Array(array) => array.elems.iter().flatten().for_each(|element| self.static_names(element)),
            Pat::Object(object) => {
                for prop in &object.props {
                    match prop {
                        ObjectPatProp::KeyValue(pair) => {
                            if static_name(&pair.key).is_none() {
                                self.refuse(pair.key.span_lo(), "a computed name in a destructured parameter");
                            }
                            self.static_names(&pair.value);
                        }
                        ObjectPatProp::Assign(_) => {}
                        ObjectPatProp::Rest(rest) => self.static_names(&rest.arg),
                    }
                }
            }
            Pat::Assign(assign) => self.static_names(&assign.left),
            Pat::Rest(rest) => self.static_names(&rest.arg),
            Pat::Ident(_) | Pat::Expr(_) | Pat::Invalid(_) => {}
        }
    }

    /// An accessor in a type may take its type from its other half.
    pub(super) fn accessor_types(&mut self, declared: &Module) {
        #[derive(Default)]
        struct Accessors(Vec<BytePos>);
        impl Visit for Accessors {
            fn visit_ts_getter_signature(&mut self, node: &TsGetterSignature) {
                if node.type_ann.is_none() {
                    self.0.push(node.span.lo);
                }
                node.visit_children_with(self);
            }

            fn visit_ts_setter_signature(&mut self, node: &TsSetterSignature) {
                if !matches!(&node.param, TsFnParam::Ident(name) if name.type_ann.is_some()) {
                    self.0.push(node.span.lo);
                }
                node.visit_children_with(self);
            }
        }
        let mut accessors = Accessors::default();
        declared.visit_with(&mut accessors);
        for at in accessors.0 {
            self.refuse(at, "an accessor has no type annotation");
        }
    }
}

/// A type that is a list of any length for certain.
fn is_list(written: &TsType) -> bool {
    match written {
        TsType::TsArrayType(_) => true,
        TsType::TsParenthesizedType(inner) => is_list(&inner.type_ann),
        TsType::TsTypeOperator(operator) => operator.op == TsTypeOperatorOp::ReadOnly && is_list(&operator.type_ann),
        TsType::TsTypeRef(reference) => {
            matches!(&reference.type_name, TsEntityName::Ident(name) if matches!(&*name.sym, "Array" | "ReadonlyArray"))
        }
        TsType::TsKeywordType(keyword) => keyword.kind == TsKeywordTypeKind::TsAnyKeyword,
        _ => false,
    }
}

/// Counts the returns of one function, not of those inside it.
#[derive(Default)]
struct Returns {
    count: usize,
}

impl Visit for Returns {
    fn visit_return_stmt(&mut self, _: &ReturnStmt) {
        self.count += 1;
    }

    fn visit_function(&mut self, _: &Function) {}

    fn visit_arrow_expr(&mut self, _: &ArrowExpr) {}

    fn visit_class(&mut self, _: &Class) {}
}
