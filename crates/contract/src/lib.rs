//! The declarations of a module: what a remote promises. Pure: text in, text out.
#![forbid(unsafe_code)]

mod ambient;
mod any;
mod data;
mod declare;
mod fast_dts;
mod gate;
mod mention;
mod normalize;
mod parse;
mod specifier;
mod surface;

pub use ambient::{AmbientItem, ambient_items, free_names};
pub use any::{Any, anys};
pub use data::{json_declaration, style_declaration};
pub use declare::{Declared, NeedsTsc, Outcome, declare};
pub use normalize::normalize;
pub use parse::{Place, SyntaxError};
pub use specifier::{Exports, Kind, Specifier, ambient_modules, exports, source_specifiers, specifiers, splice};
pub use surface::surface;
