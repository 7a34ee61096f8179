//! The statements that an importer can reach; the rest of a module is not part of its contract.

use std::collections::BTreeMap;

use swc_core::ecma::ast::{Decl, ModuleDecl, ModuleItem, Stmt};

use super::module::names;
use crate::mention::mentions;

/// Keeps what is exported, what changes other modules, and all that these mention.
pub(super) fn reachable(items: Vec<ModuleItem>) -> Vec<ModuleItem> {
    let mut kept: Vec<bool> = items.iter().map(is_root).collect();
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

/// Whether a statement counts even if nothing mentions it.
fn is_root(item: &ModuleItem) -> bool {
    match item {
        ModuleItem::Stmt(Stmt::Decl(Decl::TsModule(module))) => module.global || module.id.is_str(),
        ModuleItem::Stmt(_) => false,
        ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => import.specifiers.is_empty(),
        ModuleItem::ModuleDecl(ModuleDecl::TsImportEquals(import)) => import.is_export,
        ModuleItem::ModuleDecl(_) => true,
    }
}
