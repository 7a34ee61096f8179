//! The rules `csp/…`, sorted by id.

super::rules! {
CSP_SOURCE_MISSING "csp/source-missing" Error false {
    "The Content Security Policy of the shell blocks a URL that a sealed manifest needs."
    "The browser refuses the request, and the remote does not load. Only visitors see it: nothing fails at build."
    "Add the source that is named to the directive that is named."
}
}
