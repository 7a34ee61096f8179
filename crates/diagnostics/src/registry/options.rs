//! The rules `options/…`, sorted by id.

super::rules! {
OPTIONS_INVALID "options/invalid" Error true {
    "An option has a value that fedseal cannot use."
    "An option that is silently ignored protects less than its author believes."
    "Correct the option; `docs/reference/options.md` lists what is allowed."
}
}
