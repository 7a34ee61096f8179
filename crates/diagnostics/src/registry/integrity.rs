//! The rules `integrity/…`, sorted by id.

super::rules! {
INTEGRITY_CHANGED_AFTER_SEAL "integrity/changed-after-seal" Error false {
    "A file in the output is not the file that was sealed: something changed it after the bundler had written it."
    "The manifest names other bytes, so every page that enforces it would refuse this file. The plugin deletes the manifest again."
    "Find the plugin that writes into the output folder (`hooks.afterEmit`) and let it change assets in `processAssets` in place of that, or exclude the file."
}
INTEGRITY_CLOSURE_MISSING "integrity/closure-missing" Error false {
    "The manifest has no `integrity` map."
    "Without the closure, files that are loaded but listed nowhere (lazy chunks of lazy chunks) are not covered by anything."
    "Seal the folder: add FedsealPlugin to the build, or run `fedseal seal <dir>`."
}
INTEGRITY_DRIFT "integrity/drift" Error false {
    "A file's bytes do not match the hash in the manifest."
    "Either the file or the manifest was changed after sealing. A page that enforces the manifest refuses this file; a page that does not would run it."
    "If a later build step changed the file on purpose, run `fedseal seal <dir>` after that step. If not, find out who changed it before you deploy."
}
INTEGRITY_ENTRY_UNSEALED "integrity/entry-unsealed" Error false {
    "An entry of the manifest carries no hash and is not in the closure."
    "Nobody can tell which bytes this entry stands for."
    "Seal the folder again with `fedseal seal <dir>`."
}
INTEGRITY_MALFORMED_HASH "integrity/malformed-hash" Error false {
    "A hash in the manifest is not written as this protocol demands."
    "Browsers ignore an `integrity` they cannot read and load the file unchecked (SRI, section 3.3), so a malformed hash switches protection off."
    "Seal again. `integrity` is exactly one `sha256-`, `sha384-` or `sha512-` token in padded base64; `contentHash` is 64 lower-case hex digits."
}
INTEGRITY_MISSING_FILE "integrity/missing-file" Error false {
    "The manifest names a file that is not in the folder."
    "A page that loads it gets the server's error page, or, with an SPA fallback, HTML in place of a script."
    "Deploy the whole output folder, or build and seal again after removing files."
}
INTEGRITY_STALE_SIBLING "integrity/stale-sibling" Error false {
    "A compressed copy does not contain what the file beside it contains."
    "A server that prefers the compressed copy serves other bytes than the sealed ones, to some visitors only."
    "Compress after sealing, or delete the copy; `fedseal seal <dir>` renews the copies of the manifest."
}
INTEGRITY_UNLISTED_FILE "integrity/unlisted-file" Error false {
    "A loadable file is not in the closure."
    "Code can load it from the remote's origin, and nothing says which bytes it should have."
    "Find out which step put the file there. Left by an earlier build: set `output.clean: true` and build again; sealing again would seal the old file. Added by a later step: seal again after it."
}
}
