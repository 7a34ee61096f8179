//! FastDts of swc, with what it writes otherwise than tsc repaired. What it gets wrong beyond repair is for the gate.

use std::sync::Arc;

use swc_core::common::{FileName, Mark, SyntaxContext};
use swc_core::ecma::ast::{Decl, Ident, Module, ModuleDecl, ModuleItem, Program, Stmt, VarDeclarator};
use swc_core::ecma::visit::{VisitMut, VisitMutWith as _};
use swc_core::typescript::fast_dts::{FastDts, FastDtsOptions};

use crate::gate::Found;
use crate::normalize::{export_nothing, lists_exports, resolution_mode};

/// Turns a module into its declarations, and says where FastDts cannot tell a type.
pub(crate) fn transform(program: &mut Program, unresolved: Mark) -> Vec<Found> {
    let options = FastDtsOptions { internal_annotations: None };
    let mut fast = FastDts::new(Arc::new(FileName::Anon), unresolved, options);
    let issues = fast.transform(program);
    if let Program::Module(declared) = program {
        repair(declared);
    }
    issues.into_iter().map(|issue| (issue.range.span.lo, reason(&issue.message))).collect()
}

/// Repairs what FastDts writes otherwise than tsc.
fn repair(declared: &mut Module) {
    struct Names;
    impl VisitMut for Names {
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
    // FastDts numbers the name of a default export, and keeps the `!` of `let a!: string`.
    declared.visit_mut_with(&mut Names);
    // It keeps the attributes of imports, but the stub of a JSON module is not JSON.
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
    // Without a list of exports everything is exported. It forgets that if only a namespace is not.
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

/// FastDts's words without the number that TypeScript gives them.
fn reason(message: &str) -> String {
    let text = message.split_once(": ").map_or(message, |(_, text)| text);
    text.replace(" with --isolatedDeclarations", "").trim_end_matches('.').to_owned()
}
