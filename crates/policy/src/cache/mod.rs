//! Caching of responses (RFC 9111, RFC 8246, RFC 5861): the strict reader of `Cache-Control`, how long caches reuse a
//! response, and whether that is right for the role of its URL.

mod arguments;
mod contradictions;
mod directive;
mod field;
mod freshness;
mod hashed_name;
mod judge;
mod response;
mod syntax;
mod targeted;
mod tokens;

pub use directive::{Argument, Directive};
pub use field::{CacheControl, MAX_BYTES, MAX_DIRECTIVES, read};
pub use freshness::{Freshness, Reuse, freshness};
pub use hashed_name::{NameHash, name_hash};
pub use judge::{Judging, Role, judge, recommended};
pub use response::Response;
