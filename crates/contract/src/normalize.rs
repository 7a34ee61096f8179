//! One text for what tsc and the fast way write differently: two declarations that normalise to the same text mean the
//! same to whoever imports them.
//!
//! Gone are comments, names of parameters, types of private members, what nobody can reach; sorted are unions, imports,
//! exports and top-level declarations (those of one name keep their order: overloads). Members keep their order.

use std::collections::{BTreeMap, BTreeSet};

use swc_core::common::{DUMMY_SP, SyntaxContext};
use swc_core::ecma::ast::{
    Accessibility, BindingIdent, Bool, Class, ClassMember, ClassProp, Constructor, Decl, DefaultDecl, ExportDecl,
    ExportNamedSpecifier, ExportSpecifier, Expr, Function, Ident, IdentName, ImportSpecifier, Lit, MethodKind,
    ModuleDecl, ModuleExportName, ModuleItem, NamedExport, Number, ObjectLit, Param, ParamOrTsParamProp, Pat,
    PrivateName, PrivateProp, PropName, Stmt, Str, TplElement, TsArrayType, TsCallSignatureDecl,
    TsConstructSignatureDecl, TsConstructorType, TsEntityName, TsEnumMemberId, TsFnParam, TsFnType, TsIndexSignature,
    TsIntersectionType, TsKeywordType, TsKeywordTypeKind, TsLit, TsLitType, TsMappedType, TsMethodSignature,
    TsModuleDecl, TsModuleName, TsNamespaceBody, TsParenthesizedType, TsPropertySignature, TsSetterSignature,
    TsThisTypeOrIdent, TsType, TsTypeAnn, TsTypeElement, TsTypeOperator, TsTypeOperatorOp, TsTypePredicate,
    TsTypeQueryExpr, TsUnionOrIntersectionType, TsUnionType, VarDecl, VarDeclKind, VarDeclarator,
};
use swc_core::ecma::codegen::{Node, to_code};
use swc_core::ecma::visit::{VisitMut, VisitMutWith as _};

use crate::mention::mentions;
use crate::parse::{self, SyntaxError};

/// The canonical text of a declaration.
///
/// # Errors
/// What the parser could not read.
pub fn normalize(text: &str) -> Result<String, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut items = parse::declaration(text)?.module.body;
    let module = items.iter().any(ModuleItem::is_module_decl);
    if module {
        explicit(&mut items);
        default_name(&mut items);
        default_function(&mut items);
    }
    let shadowed = items.iter().flat_map(names).collect();
    items.visit_mut_with(&mut Canonical { scopes: Vec::new(), shadowed });
    let mut items = split(items);
    if module {
        items = reachable(items);
        private(&mut items);
    }
    for item in &mut items {
        ambient(item);
    }
    items.visit_mut_with(&mut Parentheses);
    let mut lines: Vec<(u8, String, String)> = items.iter().map(|item| (rank(item), key(item), print(item))).collect();
    lines.sort_by(|a, b| {
        // Declarations of one name keep their order; everything else has none.
        let order = (a.0, &a.1).cmp(&(b.0, &b.1));
        if a.0 == DECLARATION { order } else { order.then_with(|| a.2.cmp(&b.2)) }
    });
    lines.dedup_by(|a, b| a.0 != DECLARATION && a.2 == b.2);
    Ok(lines.into_iter().map(|(_, _, line)| line).collect::<Vec<_>>().join("\n") + "\n")
}

fn print(node: &impl Node) -> String {
    to_code(node).trim_end().to_owned()
}

const DECLARATION: u8 = 1;

fn rank(item: &ModuleItem) -> u8 {
    match item {
        ModuleItem::ModuleDecl(ModuleDecl::Import(_) | ModuleDecl::TsImportEquals(_)) => 0,
        ModuleItem::Stmt(_) | ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(_) | ModuleDecl::ExportDefaultDecl(_)) => {
            DECLARATION
        }
        ModuleItem::ModuleDecl(_) => 2,
    }
}

fn key(item: &ModuleItem) -> String {
    names(item).into_iter().next().unwrap_or_default()
}

/// The names that an item declares.
fn names(item: &ModuleItem) -> Vec<String> {
    match item {
        ModuleItem::Stmt(Stmt::Decl(decl)) => declared(decl),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => declared(&export.decl),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
            let name = match &export.decl {
                DefaultDecl::Class(one) => one.ident.as_ref(),
                DefaultDecl::Fn(one) => one.ident.as_ref(),
                DefaultDecl::TsInterfaceDecl(one) => Some(&one.id),
            };
            vec![name.map_or_else(|| "default".to_owned(), |name| name.sym.to_string())]
        }
        ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
            import.specifiers.iter().map(|one| one.local().sym.to_string()).collect()
        }
        ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => vec![import.id.sym.to_string()],
        _ => Vec::new(),
    }
}

fn declared(decl: &Decl) -> Vec<String> {
    let one = |name: &Ident| vec![name.sym.to_string()];
    match decl {
        Decl::Class(class) => one(&class.ident),
        Decl::Fn(function) => one(&function.ident),
        Decl::Var(var) => {
            var.decls.iter().filter_map(|one| one.name.as_ident()).map(|name| name.sym.to_string()).collect()
        }
        Decl::Using(_) => Vec::new(),
        Decl::TsInterface(interface) => one(&interface.id),
        Decl::TsTypeAlias(alias) => one(&alias.id),
        Decl::TsEnum(item) => one(&item.id),
        Decl::TsModule(module) => match &module.id {
            TsModuleName::Ident(name) => one(name),
            TsModuleName::Str(name) => vec![name.value.to_string_lossy().into_owned()],
        },
    }
}

/// In an ambient module without an export list or assignment everything is exported, with or without the word; with
/// one, only what has the word. Says it with words, and drops `export {}`.
fn explicit(items: &mut Vec<ModuleItem>) {
    let listed = items.iter().any(lists);
    items.retain(|item| {
        !matches!(item, ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(one)) if one.specifiers.is_empty() && one.src.is_none())
    });
    if listed {
        return;
    }
    for item in items {
        if let ModuleItem::Stmt(Stmt::Decl(decl)) = item
            && !matches!(decl, Decl::TsModule(module) if module.global || module.id.is_str())
        {
            *item = ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { span: DUMMY_SP, decl: decl.clone() }));
        }
    }
}

/// The opposite of [`explicit`], once everything is said: what is not exported stays so.
fn private(items: &mut Vec<ModuleItem>) {
    let hidden = items.iter().any(|item| {
        matches!(item, ModuleItem::Stmt(Stmt::Decl(decl))
            if !matches!(decl, Decl::TsModule(module) if module.global || module.id.is_str()))
    });
    let listed = items.iter().any(lists);
    if hidden && !listed {
        let nothing = NamedExport { span: DUMMY_SP, specifiers: Vec::new(), src: None, type_only: false, with: None };
        items.push(ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(nothing)));
    }
}

/// Whether an item makes it matter which declarations have the word `export`.
pub(crate) fn lists(item: &ModuleItem) -> bool {
    matches!(
        item,
        ModuleItem::ModuleDecl(
            ModuleDecl::ExportNamed(_)
                | ModuleDecl::ExportAll(_)
                | ModuleDecl::ExportDefaultExpr(_)
                | ModuleDecl::TsExportAssignment(_)
        )
    )
}

/// The variable that holds a default export has no name of its own.
fn default_name(items: &mut [ModuleItem]) {
    struct Rename(String);
    impl VisitMut for Rename {
        fn visit_mut_ident(&mut self, node: &mut Ident) {
            if *node.sym == *self.0 {
                node.sym = "_default".into();
            }
        }
    }
    let name = items.iter().find_map(|item| match item {
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultExpr(export)) => export.expr.as_ident(),
        _ => None,
    });
    let Some(name) = name.map(|name| name.sym.to_string()).filter(|name| name.starts_with("_default_")) else { return };
    if !items.iter().flat_map(names).any(|other| other == "_default") {
        items.iter_mut().for_each(|item| item.visit_mut_with(&mut Rename(name.clone())));
    }
}

/// TypeScript 7 writes a default export of a function as `function _default`, others as a constant.
fn default_function(items: &mut [ModuleItem]) {
    let mut all = items.iter_mut().filter(|item| key(item) == "_default" && rank(item) == DECLARATION);
    let (Some(item), None) = (all.next(), all.next()) else { return };
    let ModuleItem::Stmt(Stmt::Decl(Decl::Fn(function))) = &*item else { return };
    let whole = &function.function;
    let mut params: Vec<TsFnParam> = Vec::new();
    if let Some(this) = &whole.this_param {
        let id = Ident::new("this".into(), DUMMY_SP, SyntaxContext::empty());
        params.push(TsFnParam::Ident(BindingIdent { id, type_ann: this.type_ann.clone() }));
    }
    for param in &whole.params {
        params.push(match &param.pat {
            Pat::Ident(name) => TsFnParam::Ident(name.clone()),
            Pat::Array(array) => TsFnParam::Array(array.clone()),
            Pat::Object(object) => TsFnParam::Object(object.clone()),
            Pat::Rest(rest) => TsFnParam::Rest(rest.clone()),
            Pat::Assign(_) | Pat::Expr(_) | Pat::Invalid(_) => return,
        });
    }
    let type_ann = whole.return_type.clone().unwrap_or_else(any);
    let shape = TsFnType { span: DUMMY_SP, params, type_params: whole.type_params.clone(), type_ann };
    let name = BindingIdent { id: function.ident.clone(), type_ann: Some(written(Box::new(shape.into()))) };
    let one = VarDeclarator { span: DUMMY_SP, name: Pat::Ident(name), init: None, definite: false };
    let var = VarDecl { kind: VarDeclKind::Const, declare: true, decls: vec![one], ..VarDecl::default() };
    *item = ModuleItem::Stmt(Stmt::Decl(Decl::Var(Box::new(var))));
}

/// One statement a name: variables, imports, exports.
fn split(items: Vec<ModuleItem>) -> Vec<ModuleItem> {
    let mut out = Vec::new();
    for item in items {
        match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::Var(var))) => {
                out.extend(single(&var).map(|var| ModuleItem::Stmt(Stmt::Decl(Decl::Var(var)))));
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { decl: Decl::Var(var), .. })) => {
                out.extend(single(&var).map(|var| {
                    let export = ExportDecl { span: DUMMY_SP, decl: Decl::Var(var) };
                    ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export))
                }));
            }
            ModuleItem::ModuleDecl(ModuleDecl::Import(mut import)) if !import.specifiers.is_empty() => {
                import.with = resolution_mode(import.with);
                for specifier in &import.specifiers {
                    let mut one = import.clone();
                    let mut specifier = specifier.clone();
                    if let ImportSpecifier::Named(named) = &mut specifier {
                        one.type_only |= named.is_type_only;
                        named.is_type_only = false;
                        let same = named.imported.as_ref().is_some_and(|name| **name.atom() == *named.local.sym);
                        if same {
                            named.imported = None;
                        }
                    }
                    one.specifiers = vec![specifier];
                    out.push(ModuleItem::ModuleDecl(ModuleDecl::Import(one)));
                }
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(mut export)) if !export.specifiers.is_empty() => {
                export.with = resolution_mode(export.with);
                for specifier in &export.specifiers {
                    let mut one: NamedExport = export.clone();
                    let mut specifier = specifier.clone();
                    if let ExportSpecifier::Named(named) = &mut specifier {
                        one.type_only |= named.is_type_only;
                        named.is_type_only = false;
                        unalias(named);
                    }
                    one.specifiers = vec![specifier];
                    out.push(ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(one)));
                }
            }
            other => out.push(other),
        }
    }
    out
}

/// Of the attributes of an import, what a declaration keeps.
pub(crate) fn resolution_mode(attributes: Option<Box<ObjectLit>>) -> Option<Box<ObjectLit>> {
    attributes.filter(|all| print(&**all).contains("resolution-mode"))
}

fn unalias(named: &mut ExportNamedSpecifier) {
    for name in [Some(&mut named.orig), named.exported.as_mut()].into_iter().flatten() {
        if let ModuleExportName::Str(text) = name
            && let Some(plain) = text.value.as_str().filter(|text| is_name(text))
        {
            *name = ModuleExportName::Ident(Ident::new(plain.into(), DUMMY_SP, SyntaxContext::empty()));
        }
    }
    if named.exported.as_ref().is_some_and(|name| *name.atom() == *named.orig.atom()) {
        named.exported = None;
    }
}

fn single(var: &VarDecl) -> impl Iterator<Item = Box<VarDecl>> + '_ {
    var.decls.iter().map(|one| Box::new(VarDecl { decls: vec![one.clone()], ..var.clone() }))
}

/// What an importer can get at: what is exported, what changes other modules, and all that these mention.
fn reachable(items: Vec<ModuleItem>) -> Vec<ModuleItem> {
    let mut kept: Vec<bool> = items
        .iter()
        .map(|item| match item {
            ModuleItem::Stmt(Stmt::Decl(Decl::TsModule(module))) => module.global || module.id.is_str(),
            ModuleItem::Stmt(_) => false,
            ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => import.specifiers.is_empty(),
            ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => import.is_export,
            ModuleItem::ModuleDecl(_) => true,
        })
        .collect();
    let mut owners: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        for name in names(item) {
            owners.entry(name).or_default().push(index);
        }
    }
    let mut todo: Vec<usize> = kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(index, _)| index).collect();
    while let Some(index) = todo.pop() {
        for (name, _) in mentions(&items[index]) {
            for owner in owners.get(name.as_str()).into_iter().flatten() {
                if !std::mem::replace(&mut kept[*owner], true) {
                    todo.push(*owner);
                }
            }
        }
    }
    items.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(item, _)| item).collect()
}

/// `declare` where it has to be, and nowhere else.
fn ambient(item: &mut ModuleItem) {
    let decl = match item {
        ModuleItem::Stmt(Stmt::Decl(decl)) => decl,
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => &mut export.decl,
        _ => return,
    };
    set_declare(decl, true);
}

fn set_declare(decl: &mut Decl, declare: bool) {
    match decl {
        Decl::Class(one) => one.declare = declare,
        Decl::Fn(one) => one.declare = declare,
        Decl::Var(one) => one.declare = declare,
        Decl::TsEnum(one) => one.declare = declare,
        Decl::TsModule(one) => one.declare = declare,
        Decl::TsInterface(one) => one.declare = false,
        Decl::TsTypeAlias(one) => one.declare = false,
        Decl::Using(_) => {}
    }
}

struct Canonical {
    /// Names of parameters, by the signatures around.
    scopes: Vec<BTreeMap<String, String>>,
    /// What the module itself declares: `Array` may be its own.
    shadowed: BTreeSet<String>,
}

impl Canonical {
    /// Names the parameters of a signature by their places; whoever calls leaves the scope again.
    fn enter<'a>(&mut self, params: impl Iterator<Item = &'a mut Pat>) {
        let depth = self.scopes.len();
        let mut scope = BTreeMap::new();
        for (index, pat) in params.enumerate() {
            name_param(pat, &format!("p{depth}_{index}"), &mut scope);
        }
        self.scopes.push(scope);
    }

    fn fn_params(&mut self, params: &mut [TsFnParam], walk: impl FnOnce(&mut Self, &mut [TsFnParam])) {
        let depth = self.scopes.len();
        let mut scope = BTreeMap::new();
        for (index, param) in params.iter_mut().enumerate() {
            let mut pat = match param {
                TsFnParam::Ident(name) => Pat::Ident(name.clone()),
                TsFnParam::Array(array) => Pat::Array(array.clone()),
                TsFnParam::Object(object) => Pat::Object(object.clone()),
                TsFnParam::Rest(rest) => Pat::Rest(rest.clone()),
            };
            name_param(&mut pat, &format!("p{depth}_{index}"), &mut scope);
            *param = match pat {
                Pat::Ident(name) => TsFnParam::Ident(name),
                Pat::Array(array) => TsFnParam::Array(array),
                Pat::Object(object) => TsFnParam::Object(object),
                Pat::Rest(rest) => TsFnParam::Rest(rest),
                _ => continue,
            };
        }
        self.scopes.push(scope);
        walk(self, params);
        self.scopes.pop();
    }

    fn renamed(&self, name: &str) -> Option<&String> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name))
    }
}

/// A parameter is an identifier with a type; a pattern says nothing to whoever calls.
fn name_param(pat: &mut Pat, name: &str, scope: &mut BTreeMap<String, String>) {
    let ident = |optional: bool, type_ann: Option<Box<TsTypeAnn>>| {
        let id = Ident { optional, ..Ident::new(name.into(), DUMMY_SP, SyntaxContext::empty()) };
        BindingIdent { id, type_ann: type_ann.or_else(|| Some(any())) }
    };
    match pat {
        Pat::Ident(one) if *one.id.sym == *"this" => {
            one.type_ann.get_or_insert_with(any);
        }
        Pat::Ident(one) => {
            scope.insert(one.id.sym.to_string(), name.to_owned());
            *pat = Pat::Ident(ident(one.id.optional, one.type_ann.take()));
        }
        Pat::Array(_) | Pat::Object(_) => {
            for bound in bound(pat) {
                let inner = format!("{name}_{bound}");
                scope.insert(bound, inner);
            }
            let (optional, written) = match pat {
                Pat::Array(one) => (one.optional, one.type_ann.take()),
                Pat::Object(one) => (one.optional, one.type_ann.take()),
                _ => (false, None),
            };
            *pat = Pat::Ident(ident(optional, written));
        }
        Pat::Rest(rest) => {
            for bound in bound(&rest.arg) {
                scope.insert(bound, name.to_owned());
            }
            let written = rest.type_ann.take().unwrap_or_else(|| {
                let elem_type = any().type_ann;
                let array = TsType::TsArrayType(TsArrayType { span: DUMMY_SP, elem_type });
                Box::new(TsTypeAnn { span: DUMMY_SP, type_ann: Box::new(array) })
            });
            rest.type_ann = Some(written);
            let id = Ident::new(name.into(), DUMMY_SP, SyntaxContext::empty());
            *rest.arg = Pat::Ident(BindingIdent { id, type_ann: None });
        }
        Pat::Assign(_) | Pat::Expr(_) | Pat::Invalid(_) => {}
    }
}

fn bound(pat: &Pat) -> Vec<String> {
    let mut out = Vec::new();
    pat.bound_names(&mut |name: &BindingIdent| out.push(name.id.sym.to_string()));
    out
}

trait BoundNames {
    fn bound_names(&self, each: &mut dyn FnMut(&BindingIdent));
}

impl BoundNames for Pat {
    fn bound_names(&self, each: &mut dyn FnMut(&BindingIdent)) {
        use swc_core::ecma::ast::ObjectPatProp;
        match self {
            Pat::Ident(name) => each(name),
            Pat::Array(array) => array.elems.iter().flatten().for_each(|one| one.bound_names(each)),
            Pat::Object(object) => {
                for prop in &object.props {
                    match prop {
                        ObjectPatProp::KeyValue(pair) => pair.value.bound_names(each),
                        ObjectPatProp::Assign(one) => each(&one.key),
                        ObjectPatProp::Rest(rest) => rest.arg.bound_names(each),
                    }
                }
            }
            Pat::Rest(rest) => rest.arg.bound_names(each),
            Pat::Assign(assign) => assign.left.bound_names(each),
            Pat::Expr(_) | Pat::Invalid(_) => {}
        }
    }
}

fn any() -> Box<TsTypeAnn> {
    written(keyword(TsKeywordTypeKind::TsAnyKeyword))
}

fn keyword(kind: TsKeywordTypeKind) -> Box<TsType> {
    Box::new(TsType::TsKeywordType(TsKeywordType { span: DUMMY_SP, kind }))
}

fn written(type_ann: Box<TsType>) -> Box<TsTypeAnn> {
    Box::new(TsTypeAnn { span: DUMMY_SP, type_ann })
}

/// The type that a value in a declaration stands for: `const x = 1` is `const x: 1`.
fn literal(value: &Expr) -> Option<Box<TsType>> {
    let lit = match value {
        Expr::Lit(Lit::Str(text)) => TsLit::Str(text.clone()),
        Expr::Lit(Lit::Num(number)) => TsLit::Number(number.clone()),
        Expr::Lit(Lit::Bool(Bool { value, .. })) => TsLit::Bool(Bool { span: DUMMY_SP, value: *value }),
        Expr::Lit(Lit::BigInt(number)) => TsLit::BigInt(number.clone()),
        Expr::Tpl(template) if template.exprs.is_empty() => TsLit::Str(cooked(template.quasis.first()?)?),
        Expr::Unary(unary) => {
            let negative = unary.op == swc_core::ecma::ast::UnaryOp::Minus;
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

fn cooked(element: &TplElement) -> Option<Str> {
    Some(Str { span: DUMMY_SP, value: element.cooked.clone()?, raw: None })
}

fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|one| one.is_ascii_alphabetic() || one == '_' || one == '$')
        && letters.all(|one| one.is_ascii_alphanumeric() || one == '_' || one == '$')
}

/// A key as text that stands for one name only.
fn key_expr(key: &mut Box<Expr>, computed: &mut bool) {
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

fn number(text: &str) -> Option<Number> {
    let value: f64 = text.parse().ok()?;
    let plain = (0.0..1e15).contains(&value) && value.fract() == 0.0 && format!("{value}") == text;
    plain.then_some(Number { span: DUMMY_SP, value, raw: None })
}

fn prop_name(key: &mut PropName) {
    let (mut expr, mut computed): (Box<Expr>, bool) = match key {
        PropName::Ident(_) | PropName::BigInt(_) => return,
        PropName::Str(text) => (Box::new(Expr::Lit(Lit::Str(text.clone()))), false),
        PropName::Num(number) => (Box::new(Expr::Lit(Lit::Num(number.clone()))), false),
        PropName::Computed(inner) => (inner.expr.clone(), true),
    };
    key_expr(&mut expr, &mut computed);
    match *expr {
        Expr::Ident(name) if !computed => *key = PropName::Ident(IdentName { span: DUMMY_SP, sym: name.sym }),
        Expr::Lit(Lit::Str(text)) if !computed => *key = PropName::Str(text),
        Expr::Lit(Lit::Num(number)) if !computed => *key = PropName::Num(number),
        _ => {}
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

    fn visit_mut_big_int(&mut self, node: &mut swc_core::ecma::ast::BigInt) {
        node.raw = None;
    }

    fn visit_mut_ts_type(&mut self, node: &mut TsType) {
        node.visit_mut_children_with(self);
        while let TsType::TsParenthesizedType(inner) = node {
            *node = (*inner.type_ann).clone();
        }
        match node {
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsUnionType(union)) => {
                *node = sorted(std::mem::take(&mut union.types));
            }
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsIntersectionType(all)) => {
                let mut types: Vec<Box<TsType>> = Vec::new();
                for one in std::mem::take(&mut all.types) {
                    match *one {
                        TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsIntersectionType(inner)) => {
                            types.extend(inner.types);
                        }
                        other => types.push(Box::new(other)),
                    }
                }
                *all = TsIntersectionType { span: DUMMY_SP, types };
            }
            TsType::TsTypeRef(reference) => {
                let name = match (&reference.type_name, &reference.type_params) {
                    (TsEntityName::Ident(name), Some(arguments)) if arguments.params.len() == 1 => name.sym.clone(),
                    _ => return,
                };
                if self.shadowed.contains(name.as_str()) {
                    return;
                }
                let Some(item) = reference.type_params.as_ref().and_then(|all| all.params.first()).cloned() else {
                    return;
                };
                let array = TsType::TsArrayType(TsArrayType { span: DUMMY_SP, elem_type: item });
                match name.as_str() {
                    "Array" => *node = array,
                    "ReadonlyArray" => {
                        *node = TsType::TsTypeOperator(TsTypeOperator {
                            span: DUMMY_SP,
                            op: TsTypeOperatorOp::ReadOnly,
                            type_ann: Box::new(array),
                        });
                    }
                    _ => {}
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

    fn visit_mut_ts_type_query_expr(&mut self, node: &mut TsTypeQueryExpr) {
        node.visit_mut_children_with(self);
        if let TsTypeQueryExpr::TsEntityName(name) = node {
            let mut first = name;
            while let TsEntityName::TsQualifiedName(inner) = first {
                first = &mut inner.left;
            }
            if let TsEntityName::Ident(name) = first
                && let Some(renamed) = self.renamed(&name.sym)
            {
                name.sym = renamed.as_str().into();
            }
        }
    }

    fn visit_mut_ts_type_predicate(&mut self, node: &mut TsTypePredicate) {
        if let TsThisTypeOrIdent::Ident(name) = &mut node.param_name
            && let Some(renamed) = self.renamed(&name.sym)
        {
            name.sym = renamed.as_str().into();
        }
        node.type_ann.visit_mut_with(self);
    }

    fn visit_mut_ts_fn_type(&mut self, node: &mut TsFnType) {
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            node.type_params.visit_mut_with(this);
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        node.params = params;
    }

    fn visit_mut_ts_constructor_type(&mut self, node: &mut TsConstructorType) {
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            node.type_params.visit_mut_with(this);
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        node.params = params;
    }

    fn visit_mut_ts_call_signature_decl(&mut self, node: &mut TsCallSignatureDecl) {
        node.type_ann.get_or_insert_with(any);
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            node.type_params.visit_mut_with(this);
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        node.params = params;
    }

    fn visit_mut_ts_construct_signature_decl(&mut self, node: &mut TsConstructSignatureDecl) {
        node.type_ann.get_or_insert_with(any);
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            node.type_params.visit_mut_with(this);
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        node.params = params;
    }

    fn visit_mut_ts_method_signature(&mut self, node: &mut TsMethodSignature) {
        key_expr(&mut node.key, &mut node.computed);
        node.type_ann.get_or_insert_with(any);
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            node.type_params.visit_mut_with(this);
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        node.params = params;
    }

    fn visit_mut_ts_setter_signature(&mut self, node: &mut TsSetterSignature) {
        key_expr(&mut node.key, &mut node.computed);
        let mut params = [node.param.clone()];
        self.fn_params(&mut params, |this, params| params.iter_mut().for_each(|one| one.visit_mut_with(this)));
        let [param] = params;
        node.param = param;
    }

    fn visit_mut_ts_index_signature(&mut self, node: &mut TsIndexSignature) {
        node.type_ann.get_or_insert_with(any);
        // The printer drops the word.
        let read = matches!(node.params.first(), Some(TsFnParam::Ident(name)) if name.sym.starts_with("static$"));
        let name = if std::mem::take(&mut node.is_static) || read { "static$" } else { "" };
        let mut params = std::mem::take(&mut node.params);
        self.fn_params(&mut params, |this, params| {
            params.iter_mut().for_each(|one| one.visit_mut_with(this));
            node.type_ann.visit_mut_with(this);
        });
        if let Some(TsFnParam::Ident(param)) = params.first_mut() {
            param.id.sym = format!("{name}{}", param.id.sym).into();
        }
        node.params = params;
    }

    fn visit_mut_ts_property_signature(&mut self, node: &mut TsPropertySignature) {
        key_expr(&mut node.key, &mut node.computed);
        node.type_ann.get_or_insert_with(any);
        node.type_ann.visit_mut_with(self);
    }

    fn visit_mut_ts_type_element(&mut self, node: &mut TsTypeElement) {
        if let TsTypeElement::TsGetterSignature(getter) = node {
            key_expr(&mut getter.key, &mut getter.computed);
            getter.type_ann.get_or_insert_with(any);
        }
        node.visit_mut_children_with(self);
    }

    fn visit_mut_ts_type_elements(&mut self, node: &mut Vec<TsTypeElement>) {
        node.visit_mut_children_with(self);
        properties(node);
    }

    fn visit_mut_ts_mapped_type(&mut self, node: &mut TsMappedType) {
        node.type_ann.get_or_insert_with(|| keyword(TsKeywordTypeKind::TsAnyKeyword));
        node.visit_mut_children_with(self);
    }

    fn visit_mut_ts_enum_member_id(&mut self, node: &mut TsEnumMemberId) {
        if let TsEnumMemberId::Str(text) = node {
            text.raw = None;
            if let Some(name) = text.value.as_str().filter(|text| is_name(text)) {
                *node = TsEnumMemberId::Ident(Ident::new(name.into(), DUMMY_SP, SyntaxContext::empty()));
            }
        }
    }

    fn visit_mut_function(&mut self, node: &mut Function) {
        node.decorators.clear();
        node.is_async = false;
        node.is_generator = false;
        node.body = None;
        let mut params: Vec<Param> = std::mem::take(&mut node.params);
        params.iter_mut().for_each(|one| one.decorators.clear());
        self.enter(params.iter_mut().map(|one| &mut one.pat));
        node.type_params.visit_mut_with(self);
        node.this_param.visit_mut_with(self);
        params.visit_mut_with(self);
        node.return_type.visit_mut_with(self);
        self.scopes.pop();
        node.params = params;
    }

    fn visit_mut_constructor(&mut self, node: &mut Constructor) {
        node.body = None;
        prop_name(&mut node.key);
        node.accessibility = node.accessibility.filter(|one| *one != Accessibility::Public);
        if node.accessibility == Some(Accessibility::Private) {
            node.params.clear();
        }
        let patterns = node.params.iter_mut().filter_map(|param| match param {
            ParamOrTsParamProp::Param(param) => {
                param.decorators.clear();
                Some(&mut param.pat)
            }
            ParamOrTsParamProp::TsParamProp(_) => None,
        });
        self.enter(patterns);
        node.params.visit_mut_with(self);
        self.scopes.pop();
    }

    fn visit_mut_class(&mut self, node: &mut Class) {
        node.decorators.clear();
        let mut out: Vec<ClassMember> = Vec::new();
        let mut hidden = false;
        let mut private: BTreeSet<(String, bool)> = BTreeSet::new();
        for mut member in std::mem::take(&mut node.body) {
            match &mut member {
                ClassMember::PrivateMethod(_) | ClassMember::PrivateProp(_) => {
                    hidden = true;
                    continue;
                }
                ClassMember::Empty(_) | ClassMember::StaticBlock(_) => continue,
                ClassMember::Method(method) => {
                    method.accessibility = method.accessibility.filter(|one| *one != Accessibility::Public);
                    method.is_override = false;
                    prop_name(&mut method.key);
                    if method.accessibility == Some(Accessibility::Private) {
                        let key = print(&method.key);
                        if private.insert((key, method.is_static)) {
                            out.push(private_member(&method.key, method.is_static));
                        }
                        continue;
                    }
                    if method.kind != MethodKind::Setter {
                        method.function.return_type.get_or_insert_with(any);
                    }
                }
                ClassMember::ClassProp(prop) => {
                    prop.accessibility = prop.accessibility.filter(|one| *one != Accessibility::Public);
                    prop.is_override = false;
                    prop.declare = false;
                    prop.definite = false;
                    prop.decorators.clear();
                    prop_name(&mut prop.key);
                    if prop.accessibility == Some(Accessibility::Private) {
                        let key = print(&prop.key);
                        if private.insert((key, prop.is_static)) {
                            out.push(private_member(&prop.key, prop.is_static));
                        }
                        continue;
                    }
                    if prop.type_ann.is_none() {
                        prop.type_ann = prop.value.as_deref().and_then(literal).map(written);
                    }
                    prop.value = None;
                    prop.type_ann.get_or_insert_with(any);
                }
                ClassMember::AutoAccessor(accessor) => {
                    accessor.accessibility = accessor.accessibility.filter(|one| *one != Accessibility::Public);
                    accessor.is_override = false;
                    accessor.definite = false;
                    accessor.decorators.clear();
                    accessor.value = None;
                }
                ClassMember::Constructor(_) | ClassMember::TsIndexSignature(_) => {}
            }
            out.push(member);
        }
        if hidden {
            let key = PrivateName { span: DUMMY_SP, name: "private".into() };
            out.insert(0, ClassMember::PrivateProp(PrivateProp { key, ..PrivateProp::default() }));
        }
        node.body = out;
        node.visit_mut_children_with(self);
    }

    fn visit_mut_fn_decl(&mut self, node: &mut swc_core::ecma::ast::FnDecl) {
        node.function.return_type.get_or_insert_with(any);
        node.function.visit_mut_with(self);
    }

    fn visit_mut_fn_expr(&mut self, node: &mut swc_core::ecma::ast::FnExpr) {
        node.function.return_type.get_or_insert_with(any);
        node.function.visit_mut_with(self);
    }

    fn visit_mut_var_declarator(&mut self, node: &mut VarDeclarator) {
        node.definite = false;
        if let Pat::Ident(name) = &mut node.name
            && name.type_ann.is_none()
        {
            let value = node.init.as_deref().and_then(literal);
            name.type_ann = Some(value.map_or_else(any, written));
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
            explicit(&mut block.body);
            for item in &mut block.body {
                let decl = match item {
                    ModuleItem::Stmt(Stmt::Decl(decl)) => decl,
                    ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => &mut export.decl,
                    _ => continue,
                };
                set_declare(decl, false);
            }
            block.body = split(std::mem::take(&mut block.body));
            private(&mut block.body);
        }
        node.visit_mut_children_with(self);
    }
}

/// An accessor of a type is a property: TypeScript 7 writes the one, others write the other.
fn properties(members: &mut Vec<TsTypeElement>) {
    let setters: BTreeMap<String, String> = members
        .iter()
        .filter_map(|member| match member {
            TsTypeElement::TsSetterSignature(setter) => match &setter.param {
                TsFnParam::Ident(name) => Some((print(&*setter.key), name.type_ann.as_deref().map(shape)?)),
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
            Some(other) if getter.type_ann.as_deref().map(shape).as_ref() != Some(other) => continue,
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

fn shape(written: &TsTypeAnn) -> String {
    let mut whole = written.type_ann.clone();
    whole.visit_mut_with(&mut Parentheses);
    print(&*whole)
}

/// What is left of a private member: that it is there.
fn private_member(key: &PropName, is_static: bool) -> ClassMember {
    ClassMember::ClassProp(ClassProp {
        key: key.clone(),
        is_static,
        accessibility: Some(Accessibility::Private),
        ..ClassProp::default()
    })
}

/// A union without nesting and repetition, in an order that does not depend on where its parts came from.
#[expect(clippy::vec_box, reason = "as the tree holds them")]
fn sorted(types: Vec<Box<TsType>>) -> TsType {
    let mut parts: BTreeMap<String, Box<TsType>> = BTreeMap::new();
    let mut todo = types;
    todo.reverse();
    while let Some(one) = todo.pop() {
        match *one {
            TsType::TsUnionOrIntersectionType(TsUnionOrIntersectionType::TsUnionType(inner)) => {
                todo.extend(inner.types.into_iter().rev());
            }
            other => {
                // Without parentheses two types can have one text.
                let mut whole = other.clone();
                whole.visit_mut_with(&mut Parentheses);
                parts.entry(print(&whole)).or_insert_with(|| Box::new(other));
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

/// Parentheses around every part that could be read otherwise, whether it would be or not.
struct Parentheses;

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
