//! One text for what tsc and the fast way write differently: two declarations that normalise to the same text mean the
//! same to whoever imports them.
//!
//! Gone are comments, names of parameters, types of private members, what nobody can reach; sorted are unions, imports,
//! exports and top-level declarations (those of one name keep their order: overloads). Members keep their order.

mod canonical;
mod class;
mod keys;
mod module;
mod params;
mod print;
mod reach;
mod types;

use swc_core::ecma::ast::ModuleItem;
use swc_core::ecma::visit::VisitMutWith as _;

use self::canonical::Canonical;
use self::module::{
    Group, default_export_name, default_function_to_constant, first_name, group, hide_unexported, names, set_ambient,
    split, write_exports,
};
pub(crate) use self::module::{export_nothing, lists_exports, resolution_mode};
use self::print::{Parentheses, print};
use self::reach::reachable;
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
        write_exports(&mut items);
        default_export_name(&mut items);
        default_function_to_constant(&mut items);
    }
    let shadowed = items.iter().flat_map(names).collect();
    items.visit_mut_with(&mut Canonical::new(shadowed));
    let mut items = split(items);
    if module {
        items = reachable(items);
        hide_unexported(&mut items);
    }
    items.iter_mut().for_each(set_ambient);
    items.visit_mut_with(&mut Parentheses);
    Ok(sorted_lines(&items).join("\n") + "\n")
}

/// Prints the items in an order that does not depend on where they stood.
fn sorted_lines(items: &[ModuleItem]) -> Vec<String> {
    let mut lines: Vec<(Group, String, String)> =
        items.iter().map(|item| (group(item), first_name(item), print(item))).collect();
    lines.sort_by(|a, b| {
        // Declarations of one name keep their order; everything else has none.
        let order = (a.0, &a.1).cmp(&(b.0, &b.1));
        if a.0 == Group::Declaration { order } else { order.then_with(|| a.2.cmp(&b.2)) }
    });
    lines.dedup_by(|a, b| a.0 != Group::Declaration && a.2 == b.2);
    lines.into_iter().map(|(_, _, line)| line).collect()
}
