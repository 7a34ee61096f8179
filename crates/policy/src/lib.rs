//! What servers say about a page and its files: policies as text, findings and answers as data. Reads no file and no network.
#![forbid(unsafe_code)]

pub mod csp;
