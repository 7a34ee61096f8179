//! The rules `config/…`, sorted by id.

super::rules! {
CONFIG_INVALID "config/invalid" Error true {
    "The configuration has a value that fedseal does not understand."
    "A check that is configured wrongly would check something else than what was meant, and pass."
    "Correct the key that is named. `$schema` makes editors complete keys and values."
}
}
