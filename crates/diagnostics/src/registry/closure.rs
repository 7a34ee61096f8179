//! The rules `closure/…`, sorted by id.

super::rules! {
CLOSURE_EMPTY "closure/empty" Error false {
    "There is no loadable file to seal."
    "A seal over nothing protects nothing, and a check of it would always pass."
    "Check that the build emits JavaScript, that the folder is the right one, and that `include` and `exclude` do not leave everything out."
}
}
