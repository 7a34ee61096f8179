//! The rules `internal/…`, sorted by id.

super::rules! {
INTERNAL_PANIC "internal/panic" Error true {
    "fedseal itself failed."
    "This is a bug of ours. Nothing was sealed and nothing was checked; your bundler and your files are unharmed."
    "Please report it with the message above. `enabled: false` builds without fedseal until it is mended."
}
}
