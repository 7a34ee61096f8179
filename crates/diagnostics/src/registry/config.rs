//! The rules `config/…`, sorted by id.

super::rules! {
CONFIG_AMBIGUOUS "config/ambiguous" Error true {
    "A folder has more than one fedseal configuration."
    "Only one of them could be read, and nothing says which one its author believes in."
    "Keep one `fedseal.config.*` file per folder and delete the others."
}
CONFIG_CONTRADICTION "config/contradiction" Error true {
    "An option and the configuration give different values for the same setting."
    "If sealing and checking use different globs or manifests, a file that was never sealed can pass the check."
    "Delete the option, or change the configuration so that every command and the plugin use the same value."
}
CONFIG_EXCEPTION_EXPIRED "config/exception-expired" Error false {
    "The end date of an exception has passed."
    "An expired exception no longer counts, so the findings that it covered are reported again."
    "Fix the finding and delete the exception, or agree on a new date with its owner."
}
CONFIG_EXCEPTION_UNUSED "config/exception-unused" Error false {
    "An exception covers no finding."
    "It would silently cover the next finding that happens to match, which nobody has looked at."
    "Delete the exception, or correct its `rule`, `file` or `expression`."
}
CONFIG_INVALID "config/invalid" Error true {
    "The configuration has a value that fedseal does not understand."
    "A misread setting makes the check look at something else than its author meant, and pass."
    "Correct the key that is named. `$schema` makes editors complete keys and values."
}
CONFIG_NOTHING_CHECKED "config/nothing-checked" Error true {
    "No area of the check applies to this project."
    "A check that looks at nothing would always be green."
    "Name what to check: an output folder or a manifest URL, as an argument or as `targets` in the configuration."
}
CONFIG_UNKNOWN_BASE "config/unknown-base" Error true {
    "The base of the comparison could not be read."
    "Without it, nobody knows what this change adds or removes."
    "Name a git ref, a folder, a URL or `last`. In a pipeline, fetch the history first (`fetch-depth: 0`)."
}
CONFIG_UNREADABLE "config/unreadable" Error true {
    "The configuration could not be read or executed."
    "Without it, the check would look at less than the project asks for."
    "Correct the file at the place that is named. A module must have the configuration as its default export."
}
}
