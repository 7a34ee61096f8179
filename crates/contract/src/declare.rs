//! The fast way: a module's declarations from its own text, without looking at any other module.
//!
//! FastDts says where it cannot tell a type, but not everywhere; [`crate::gate`] closes the gap.

use std::collections::BTreeSet;

use swc_core::common::comments::{Comment, CommentKind, Comments as _, SingleThreadedComments};
use swc_core::common::{BytePos, EqIgnoreSpan as _, GLOBALS, Globals, Mark, SyntaxContext};
use swc_core::ecma::ast::{
    BigInt, Expr, Lit, Module, ModuleItem, Number, Param, ParamOrTsParamProp, Pass as _, Pat, Program, Str,
    TsParamPropParam, TsType, UnaryOp, VarDeclarator,
};
use swc_core::ecma::codegen::to_code_with_comments;
use swc_core::ecma::transforms::base::fixer::paren_remover;
use swc_core::ecma::transforms::base::resolver;
use swc_core::ecma::visit::{VisitMut, VisitMutWith as _};

use crate::fast_dts;
use crate::gate::{self, Found};
use crate::parse::{self, Place, SyntaxError, place};
use crate::specifier::{Specifier, collect};

/// A module, looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its declarations, or why only tsc knows them.
    pub outcome: Outcome,
    /// Every module that the source names.
    pub imports: Vec<Specifier>,
}

/// What became of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its declarations.
    Text(String),
    /// They cannot be had from its text alone.
    NeedsTsc(NeedsTsc),
}

/// Why tsc has to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedsTsc {
    /// The first thing in the source that has no written type.
    pub reason: String,
    /// Where it stands.
    pub place: Place,
}

/// Declares a TypeScript module. `path` says by its ending what it is written in; `strip_internal` that what is marked
/// `@internal` is no part of the declarations.
///
/// # Errors
/// What the parser could not read.
pub fn declare(path: &str, text: &str, strip_internal: bool) -> Result<Declared, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = parse::source(path, text)?;
    let imports = collect(text, &parsed.module, &parsed.comments);
    let needs = |(at, reason): Found| Outcome::NeedsTsc(NeedsTsc { reason, place: place(text, at) });
    let early = parsed
        .doubt
        .or_else(|| comments_in_doubt(&parsed.comments, strip_internal))
        .or_else(|| gate::parenthesized_base(&parsed.module));
    let outcome = match early {
        Some(found) => needs(found),
        None => match transform(parsed.module, &parsed.comments) {
            Ok(text) => Outcome::Text(text),
            Err(found) => needs(found),
        },
    };
    Ok(Declared { outcome, imports })
}

fn transform(module: Module, comments: &SingleThreadedComments) -> Result<String, Found> {
    GLOBALS.set(&Globals::new(), || {
        let (unresolved, top_level) = (Mark::new(), Mark::new());
        let mut program = Program::Module(module);
        resolver(unresolved, top_level, true).process(&mut program);
        paren_remover(None).process(&mut program);
        let Program::Module(source) = &program else { return Err(odd("a script")) };
        let source = source.clone();

        let mut found = fast_dts::transform(&mut program, unresolved);
        let Program::Module(declared) = &program else { return Err(odd("a script")) };
        found.extend(gate::check(&source, declared));
        if let Some(first) = found.into_iter().min() {
            return Err(first);
        }
        // What cannot be read back as it was meant is not handed out.
        let meant = plain(declared.body.clone());
        let reads = |text: &str| {
            parse::declaration(text)
                .is_ok_and(|read| read.doubt.is_none() && plain(read.module.body).eq_ignore_span(&meant))
        };
        let comments = documentation(comments);
        let known = comments.borrow_all().0.values().flatten().map(|comment| format!("/*{}*/", comment.text)).collect();
        // Printing takes the comments out of the map.
        let text = spaced(&to_code_with_comments(Some(&comments), &program), &known);
        if reads(&text) {
            return Ok(text);
        }
        let text = to_code_with_comments(None, &program);
        if reads(&text) { Ok(text) } else { Err(odd("something that the fast way cannot write down")) }
    })
}

/// A tree without what its text does not show.
fn plain(mut items: Vec<ModuleItem>) -> Vec<ModuleItem> {
    struct Plain;
    impl VisitMut for Plain {
        fn visit_mut_syntax_context(&mut self, node: &mut SyntaxContext) {
            *node = SyntaxContext::empty();
        }

        fn visit_mut_str(&mut self, node: &mut Str) {
            node.raw = None;
        }

        fn visit_mut_number(&mut self, node: &mut Number) {
            node.raw = None;
        }

        fn visit_mut_big_int(&mut self, node: &mut BigInt) {
            node.raw = None;
        }

        fn visit_mut_expr(&mut self, node: &mut Expr) {
            node.visit_mut_children_with(self);
            if let Expr::Unary(unary) = node
                && unary.op == UnaryOp::Minus
                && let Expr::Lit(Lit::Num(number)) = &*unary.arg
            {
                *node = Expr::Lit(Lit::Num(Number { span: unary.span, value: -number.value, raw: None }));
            }
        }

        fn visit_mut_var_declarator(&mut self, node: &mut VarDeclarator) {
            node.definite = false;
            node.visit_mut_children_with(self);
        }

        fn visit_mut_param_or_ts_param_prop(&mut self, node: &mut ParamOrTsParamProp) {
            node.visit_mut_children_with(self);
            if let ParamOrTsParamProp::TsParamProp(property) = node
                && property.accessibility.is_none()
                && !property.readonly
            {
                let pat = match &property.param {
                    TsParamPropParam::Ident(name) => Pat::Ident(name.clone()),
                    TsParamPropParam::Assign(assign) => Pat::Assign(assign.clone()),
                };
                *node = ParamOrTsParamProp::Param(Param { span: property.span, decorators: Vec::new(), pat });
            }
        }

        fn visit_mut_ts_type(&mut self, node: &mut TsType) {
            node.visit_mut_children_with(self);
            while let TsType::TsParenthesizedType(inner) = node {
                *node = (*inner.type_ann).clone();
            }
        }
    }
    items.visit_mut_with(&mut Plain);
    items
}

/// Every doc comment on lines of its own.
fn spaced(text: &str, comments: &BTreeSet<String>) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(start) = rest.find("/**") {
        let Some(length) = rest.get(start..).and_then(|text| text.find("*/")).map(|at| at + 2) else { break };
        let (before, comment) =
            (rest.get(..start).unwrap_or_default(), rest.get(start..start + length).unwrap_or_default());
        let after = rest.get(start + length..).unwrap_or_default();
        out.push_str(before);
        let line = out.rsplit('\n').next().unwrap_or_default();
        let indent: String = line.chars().take_while(|letter| letter.is_whitespace()).collect();
        let first = line.len() == indent.len();
        out.push_str(comment);
        rest = match after.strip_prefix(' ') {
            Some(after) if first && comments.contains(comment) => {
                out.push('\n');
                out.push_str(&indent);
                after
            }
            _ => after,
        };
    }
    out.push_str(rest);
    out
}

fn odd(reason: &str) -> Found {
    (BytePos(1), reason.to_owned())
}

/// Comments that change what tsc emits.
fn comments_in_doubt(comments: &SingleThreadedComments, strip_internal: bool) -> Option<Found> {
    let (leading, _) = comments.borrow_all();
    let mut found = BTreeSet::new();
    for comment in leading.values().flatten() {
        if strip_internal && comment.text.contains("@internal") {
            found.insert((comment.span.lo, "`@internal` with `stripInternal`".to_owned()));
        }
        if comment.text.contains("<reference") && comment.text.contains("preserve") {
            found.insert((comment.span.lo, "a reference that has to be preserved".to_owned()));
        }
    }
    found.into_iter().next()
}

/// The doc comments: what a developer reads in the editor.
fn documentation(comments: &SingleThreadedComments) -> SingleThreadedComments {
    let (leading, _) = comments.borrow_all();
    let doc = |comment: &&Comment| comment.kind == CommentKind::Block && comment.text.starts_with('*');
    let kept = SingleThreadedComments::default();
    for (at, all) in leading.iter() {
        let all: Vec<Comment> = all.iter().filter(doc).cloned().collect();
        if !all.is_empty() {
            kept.add_leading_comments(*at, all);
        }
    }
    kept
}
