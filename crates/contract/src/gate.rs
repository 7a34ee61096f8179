//! What the fast way gets wrong without saying so. Whatever reaches the declaration has to have a written type, or one of
//! the few values whose type is the same to everybody; everything else is for tsc.
//!
//! A wrong stub is worse than a slow one: what is not known to be right here is refused.

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::{BytePos, EqIgnoreSpan as _, Spanned as _, SyntaxContext};
use swc_core::ecma::ast::{
    Accessibility, ArrowExpr, ArrowFunctionBody, AssignExpr, AssignTarget, BindingIdent, Class, ClassMember,
    Constructor, Decl, DefaultDecl, Expr, Function, Id, Ident, Lit, MemberExpr, MethodKind, Module, ModuleDecl,
    ModuleItem, ObjectLit, ObjectPatProp, Param, ParamOrTsParamProp, Pat, Prop, PropName, PropOrSpread, ReturnStmt,
    SimpleAssignTarget, Stmt, TsEntityName, TsEnumDecl, TsFnParam, TsGetterSignature, TsKeywordTypeKind, TsModuleName,
    TsModuleRef, TsParamPropParam, TsSetterSignature, TsThisParam, TsType, TsTypeAnn, TsTypeOperatorOp, UnaryOp,
    VarDecl, VarDeclKind, VarDeclarator,
};
use swc_core::ecma::visit::{Visit, VisitMut, VisitMutWith as _, VisitWith as _};

use crate::mention::mentions;
use crate::normalize::{export_nothing, lists_exports, resolution_mode};

/// A place that is for tsc, and why.
pub(crate) type Found = (BytePos, String);

/// Compares a source with the declarations that were made of it.
pub(crate) fn check(source: &Module, declared: &Module) -> Vec<Found> {
    let declarations = declarations(declared);
    let mut gate = Gate {
        kept: declarations.keys().map(|(id, _)| id.clone()).collect(),
        overloaded: overloaded(source),
        functions: BTreeSet::new(),
        found: Vec::new(),
    };
    if !source.body.iter().any(ModuleItem::is_module_decl) {
        gate.refuse(source.span.lo, "a file without imports and exports, which may be a script");
    }
    for item in &source.body {
        gate.item(item);
    }
    gate.signatures(declared);
    gate.expandos(source);
    gate.lost(source, declared, &declarations);
    gate.found
}

/// What cannot be seen any more once parentheses are gone: tsc names a base class that is in parentheses.
pub(crate) fn parenthesized(source: &Module) -> Option<Found> {
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

/// Mends what FastDts writes otherwise than tsc.
pub(crate) fn mend(declared: &mut Module) {
    struct Rename;
    impl VisitMut for Rename {
        fn visit_mut_ident(&mut self, node: &mut Ident) {
            if node.sym.starts_with("_default_") && node.ctxt == SyntaxContext::empty() {
                node.sym = "_default".into();
            }
        }

        fn visit_mut_var_declarator(&mut self, node: &mut VarDeclarator) {
            node.definite = false;
            node.visit_mut_children_with(self);
        }
    }
    // It numbers the name of a default export, and keeps the `!` of `let a!: string`.
    declared.visit_mut_with(&mut Rename);
    // It keeps the attributes of imports: a stub of JSON is no JSON.
    for item in &mut declared.body {
        if let ModuleItem::ModuleDecl(item) = item {
            let attributes = match item {
                ModuleDecl::Import(import) => &mut import.with,
                ModuleDecl::ExportNamed(export) => &mut export.with,
                ModuleDecl::ExportAll(export) => &mut export.with,
                _ => continue,
            };
            *attributes = resolution_mode(attributes.take());
        }
    }
    // Without a list of exports everything is exported. It forgets that when what is not is a namespace.
    let hidden = declared.body.iter().any(|item| match item {
        ModuleItem::Stmt(Stmt::Decl(Decl::TsModule(module))) => !module.global && !module.id.is_str(),
        ModuleItem::Stmt(_) => true,
        ModuleItem::ModuleDecl(_) => false,
    });
    let listed = declared.body.iter().any(lists_exports);
    if hidden && !listed {
        declared.body.push(export_nothing());
    }
}

/// How a value is written into the declaration.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// `let`, a property that can be written, a parameter's default: `1` is a number.
    Wide,
    /// `const` and `readonly`: `1` is 1.
    Fixed,
    /// Inside `as const`.
    Frozen,
    /// What a function returns; its types may be local to the function.
    Returned,
    /// `export default` of a value.
    Default,
}

struct Gate {
    kept: BTreeSet<Id>,
    /// Functions with overloads: their implementation is no part of the declarations.
    overloaded: BTreeSet<Id>,
    /// Functions whose properties would be part of their type.
    functions: BTreeSet<Id>,
    found: Vec<Found>,
}

impl Gate {
    fn refuse(&mut self, at: BytePos, reason: impl Into<String>) {
        self.found.push((at, reason.into()));
    }

    fn item(&mut self, item: &ModuleItem) {
        match item {
            ModuleItem::Stmt(Stmt::Decl(decl)) => self.decl(decl, false),
            ModuleItem::Stmt(_) => {}
            ModuleItem::ModuleDecl(decl) => match decl {
                ModuleDecl::ExportDecl(export) => self.decl(&export.decl, true),
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
                ModuleDecl::ExportDefaultExpr(export) => self.exported(&export.expr),
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

    fn exported(&mut self, expr: &Expr) {
        if !expr.is_ident() {
            self.value(expr, Position::Default);
        }
    }

    fn decl(&mut self, decl: &Decl, exported: bool) {
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
            Decl::Var(var) => self.var(var, exported),
            Decl::Using(using) => {
                let kept = using.decls.iter().any(|one| one.name.as_ident().is_some_and(|name| wanted(&name.id)));
                if kept {
                    self.refuse(using.span.lo, "a `using` declaration");
                }
            }
            Decl::TsEnum(item) if wanted(&item.id) => self.enumeration(item),
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

    fn var(&mut self, var: &VarDecl, exported: bool) {
        let wanted: Vec<bool> = var
            .decls
            .iter()
            .map(|one| exported || one.name.as_ident().is_some_and(|name| self.kept.contains(&name.to_id())))
            .collect();
        if wanted.contains(&true) && wanted.contains(&false) {
            // FastDts stops at the first that is not wanted.
            self.refuse(var.span.lo, "one of several variables in one statement");
        }
        for (one, wanted) in var.decls.iter().zip(wanted) {
            if !wanted {
                continue;
            }
            let Pat::Ident(name) = &one.name else {
                self.refuse(one.span.lo, "a destructured export");
                continue;
            };
            if name.type_ann.is_some() {
                continue;
            }
            match &one.init {
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

    /// A value without a written type.
    fn value(&mut self, expr: &Expr, position: Position) {
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
            match name(key) {
                Some(name) if name != "__proto__" && seen.insert(name.clone()) => {}
                _ => self.refuse(key.span_lo(), "a property name that is computed, or there twice"),
            }
        }
    }

    fn arrow(&mut self, arrow: &ArrowExpr, position: Position) {
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
            ArrowFunctionBody::FunctionBody(body) => self.returned(at, &body.stmts),
        }
    }

    fn function(&mut self, function: &Function) {
        self.this(function.this_param.as_deref());
        if function.params.iter().any(|one| !one.decorators.is_empty()) || !function.decorators.is_empty() {
            self.refuse(function.span.lo, "decorators");
        }
        let params: Vec<&Pat> = function.params.iter().map(|one| &one.pat).collect();
        self.params(&params);
        if function.return_type.is_some() {
            return;
        }
        match &function.body {
            Some(body) if !function.is_async && !function.is_generator => {
                self.returned(function.span.lo, &body.stmts);
            }
            _ => self.refuse(function.span.lo, "the return type is not written down"),
        }
    }

    /// A body without a return type: one return, at the very end, of a value that is the same to everybody.
    fn returned(&mut self, at: BytePos, body: &[Stmt]) {
        let mut returns = Returns::default();
        body.visit_with(&mut returns);
        match body.last() {
            Some(Stmt::Return(ReturnStmt { arg: Some(value), .. })) if returns.count == 1 => {
                self.value(value, Position::Returned);
            }
            _ => self.refuse(at, "the return type is not written down"),
        }
    }

    fn this(&mut self, this: Option<&TsThisParam>) {
        if let Some(this) = this
            && this.type_ann.is_none()
        {
            self.refuse(this.span.lo, "`this` has no type annotation");
        }
    }

    fn params(&mut self, params: &[&Pat]) {
        let required = |pat: &Pat| match pat {
            Pat::Ident(name) => !name.optional,
            Pat::Array(array) => !array.optional,
            Pat::Object(object) => !object.optional,
            _ => false,
        };
        // TypeScript counts what a tuple at the end demands.
        let demands = |pat: &Pat| match pat {
            Pat::Rest(rest) => !rest.type_ann.as_ref().is_some_and(|written| list(&written.type_ann)),
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
            Pat::Ident(name) => self.annotated(name.type_ann.as_deref(), name),
            Pat::Array(array) => {
                if array.type_ann.is_none() {
                    self.refuse(array.span.lo, "a parameter has no type annotation");
                }
                self.plain(pat);
            }
            Pat::Object(object) => {
                if object.type_ann.is_none() {
                    self.refuse(object.span.lo, "a parameter has no type annotation");
                }
                self.plain(pat);
            }
            Pat::Rest(rest) => {
                if rest.type_ann.is_none() {
                    self.refuse(rest.span.lo, "a parameter has no type annotation");
                }
                self.plain(&rest.arg);
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

    fn annotated(&mut self, written: Option<&TsTypeAnn>, name: &BindingIdent) {
        if written.is_none() {
            self.refuse(name.span.lo, format!("the parameter `{}` has no type annotation", name.sym));
        }
    }

    /// Computed names in a destructured parameter would have to be declared too.
    fn plain(&mut self, pat: &Pat) {
        match pat {
            Pat::Array(array) => array.elems.iter().flatten().for_each(|one| self.plain(one)),
            Pat::Object(object) => {
                for prop in &object.props {
                    match prop {
                        ObjectPatProp::KeyValue(pair) => {
                            if name(&pair.key).is_none() {
                                self.refuse(pair.key.span_lo(), "a computed name in a destructured parameter");
                            }
                            self.plain(&pair.value);
                        }
                        ObjectPatProp::Assign(_) => {}
                        ObjectPatProp::Rest(rest) => self.plain(&rest.arg),
                    }
                }
            }
            Pat::Assign(assign) => self.plain(&assign.left),
            Pat::Rest(rest) => self.plain(&rest.arg),
            Pat::Ident(_) | Pat::Expr(_) | Pat::Invalid(_) => {}
        }
    }

    fn enumeration(&mut self, item: &TsEnumDecl) {
        if item.declare {
            self.refuse(item.span.lo, "an ambient enum");
        }
        for member in &item.members {
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

    fn class(&mut self, class: &Class) {
        if !class.decorators.is_empty() {
            self.refuse(class.span.lo, "decorators");
        }
        if let Some(parent) = &class.super_class
            && !named(parent)
        {
            self.refuse(parent.span_lo(), "a base class that is an expression");
        }
        let overloaded: BTreeSet<String> = class
            .body
            .iter()
            .filter_map(|member| match member {
                ClassMember::Method(method) if method.function.body.is_none() && !method.is_abstract => {
                    name(&method.key).map(|name| format!("{}{name}", if method.is_static { "static " } else { "" }))
                }
                _ => None,
            })
            .collect();
        let constructors =
            class.body.iter().any(|one| matches!(one, ClassMember::Constructor(one) if one.body.is_none()));
        let mut accessors: BTreeMap<String, TsTypeAnn> = BTreeMap::new();
        let halves = class.body.iter().filter_map(|member| match member {
            ClassMember::Method(method) if method.kind != MethodKind::Method => Some(method),
            _ => None,
        });
        let mut access: BTreeMap<String, Option<Accessibility>> = BTreeMap::new();
        for half in halves {
            let Some(key) = name(&half.key) else { continue };
            if *access.entry(key).or_insert(half.accessibility) != half.accessibility {
                self.refuse(half.span.lo, "a getter and a setter of different access");
            }
        }
        for member in &class.body {
            match member {
                ClassMember::Constructor(constructor) => {
                    if !(constructors && constructor.body.is_some()) {
                        self.constructor(constructor);
                    } else if constructor.params.iter().any(ParamOrTsParamProp::is_ts_param_prop) {
                        self.refuse(constructor.span.lo, "parameter properties of an overloaded constructor");
                    }
                }
                ClassMember::Method(method) => {
                    let at = method.span.lo;
                    let Some(key) = name(&method.key) else {
                        self.refuse(at, "a computed member name");
                        continue;
                    };
                    let full = format!("{}{key}", if method.is_static { "static " } else { "" });
                    if method.is_optional {
                        self.refuse(at, "an optional method of a class");
                    }
                    if method.accessibility == Some(Accessibility::Private) {
                        if overloaded.contains(&full) {
                            self.refuse(at, "a private method with overloads");
                        }
                        if !method.function.decorators.is_empty() {
                            self.refuse(at, "decorators");
                        }
                        continue;
                    }
                    match method.kind {
                        MethodKind::Method => {
                            if !(method.function.body.is_some() && overloaded.contains(&full)) {
                                self.function(&method.function);
                            }
                        }
                        MethodKind::Getter => {
                            if method.function.return_type.is_none() {
                                self.refuse(at, "the type of a getter is not written down");
                            }
                            self.accessor(&mut accessors, key, method.function.return_type.as_deref(), at);
                        }
                        MethodKind::Setter => {
                            let written = match method.function.params.first().map(|one| &one.pat) {
                                Some(Pat::Ident(name)) => name.type_ann.as_deref(),
                                _ => None,
                            };
                            if written.is_none() {
                                self.refuse(at, "the type of a setter is not written down");
                            }
                            self.accessor(&mut accessors, key, written, at);
                        }
                    }
                    if !method.function.decorators.is_empty() {
                        self.refuse(at, "decorators");
                    }
                }
                ClassMember::ClassProp(prop) => {
                    if !prop.decorators.is_empty() {
                        self.refuse(prop.span.lo, "decorators");
                    }
                    if name(&prop.key).is_none() {
                        self.refuse(prop.span.lo, "a computed member name");
                    }
                    if prop.accessibility == Some(Accessibility::Private) || prop.type_ann.is_some() {
                        continue;
                    }
                    if prop.is_optional {
                        self.refuse(prop.span.lo, "an optional property has no type annotation");
                    }
                    match &prop.value {
                        // FastDts freezes what a `readonly` property holds.
                        Some(value) if prop.readonly && value.is_object() => {
                            self.refuse(prop.span.lo, "the type of this property is not written down");
                        }
                        Some(value) => {
                            let fixed = prop.readonly;
                            self.value(value, if fixed { Position::Fixed } else { Position::Wide });
                        }
                        None => self.refuse(prop.span.lo, "a property has no type annotation"),
                    }
                }
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

    /// An accessor in a type may take its type from its other half.
    fn signatures(&mut self, declared: &Module) {
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

    /// `f.name = …` makes the property part of the function's type, wherever it stands.
    fn expandos(&mut self, source: &Module) {
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

    /// A declaration that mentions what was left out, or only half of what goes by one name.
    fn lost(&mut self, source: &Module, declared: &Module, kept: &BTreeMap<(Id, What), BytePos>) {
        let names: BTreeSet<&Id> = kept.keys().map(|(id, _)| id).collect();
        let mentioned = mentions(declared);
        for ((id, what), at) in declarations(source) {
            let half = names.contains(&id) && !kept.contains_key(&(id.clone(), what));
            // What FastDts writes itself has no context.
            let missing = mentioned.contains(&id) || mentioned.contains(&(id.0.clone(), SyntaxContext::empty()));
            if half || (missing && !names.contains(&id)) {
                self.refuse(at, format!("the fast way would lose a declaration of `{}`", id.0));
            }
        }
    }
}

/// What goes by a name at the top of a module.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Class,
    Function,
    Variable,
    Interface,
    Alias,
    Enum,
    Namespace,
    Import,
}

/// What a module declares at its top, and where first.
fn declarations(module: &Module) -> BTreeMap<(Id, What), BytePos> {
    let mut out = BTreeMap::new();
    let mut add = |name: &Ident, what: What| {
        out.entry((name.to_id(), what)).or_insert(name.span.lo);
    };
    for item in &module.body {
        let decl = match item {
            ModuleItem::Stmt(Stmt::Decl(decl)) => decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => &export.decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
                match &export.decl {
                    DefaultDecl::Class(one) => one.ident.iter().for_each(|name| add(name, What::Class)),
                    DefaultDecl::Fn(one) => one.ident.iter().for_each(|name| add(name, What::Function)),
                    DefaultDecl::TsInterfaceDecl(one) => add(&one.id, What::Interface),
                }
                continue;
            }
            ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
                import.specifiers.iter().for_each(|one| add(one.local(), What::Import));
                continue;
            }
            ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => {
                add(&import.id, What::Import);
                continue;
            }
            _ => continue,
        };
        match decl {
            Decl::Class(one) => add(&one.ident, What::Class),
            Decl::Fn(one) => add(&one.ident, What::Function),
            Decl::Var(one) => {
                one.decls.iter().filter_map(|one| one.name.as_ident()).for_each(|name| add(&name.id, What::Variable));
            }
            Decl::Using(one) => {
                one.decls.iter().filter_map(|one| one.name.as_ident()).for_each(|name| add(&name.id, What::Variable));
            }
            Decl::TsInterface(one) => add(&one.id, What::Interface),
            Decl::TsTypeAlias(one) => add(&one.id, What::Alias),
            Decl::TsEnum(one) => add(&one.id, What::Enum),
            Decl::TsModule(one) => {
                if let (TsModuleName::Ident(name), false) = (&one.id, one.global) {
                    add(name, What::Namespace);
                }
            }
        }
    }
    out
}

fn overloaded(module: &Module) -> BTreeSet<Id> {
    let mut out = BTreeSet::new();
    for item in &module.body {
        let decl = match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::Fn(decl))) => decl,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => match &export.decl {
                Decl::Fn(decl) => decl,
                _ => continue,
            },
            _ => continue,
        };
        if decl.function.body.is_none() && !decl.declare {
            out.insert(decl.ident.to_id());
        }
    }
    out
}

/// A property's name, when it is written out.
fn name(key: &PropName) -> Option<String> {
    match key {
        PropName::Ident(name) => Some(name.sym.to_string()),
        PropName::Str(text) => text.value.as_str().map(str::to_owned),
        PropName::Num(number) => Some(number.value.to_string()),
        PropName::Computed(_) | PropName::BigInt(_) => None,
    }
}

/// A type that is a list of any length for certain.
fn list(written: &TsType) -> bool {
    match written {
        TsType::TsArrayType(_) => true,
        TsType::TsParenthesizedType(inner) => list(&inner.type_ann),
        TsType::TsTypeOperator(operator) => operator.op == TsTypeOperatorOp::ReadOnly && list(&operator.type_ann),
        TsType::TsTypeRef(reference) => {
            matches!(&reference.type_name, TsEntityName::Ident(name) if matches!(&*name.sym, "Array" | "ReadonlyArray"))
        }
        TsType::TsKeywordType(keyword) => keyword.kind == TsKeywordTypeKind::TsAnyKeyword,
        _ => false,
    }
}

/// A name, or names joined by dots.
fn named(expr: &Expr) -> bool {
    match expr {
        Expr::Ident(_) => true,
        Expr::Member(member) => member.prop.is_ident() && named(&member.obj),
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
