//! The rules `manifest/…`, sorted by id.

super::rules! {
MANIFEST_AMBIGUOUS "manifest/ambiguous" Error true {
    "There is more than one manifest and no way to know which one is meant."
    "Sealing or checking the wrong one would leave the other unprotected."
    "Name it: `manifest: \"…\"` in the plugin, `--manifest <file>` on the command line."
}
MANIFEST_DUPLICATE_KEY "manifest/duplicate-key" Error true {
    "An object in the manifest has the same key twice."
    "JSON readers disagree about which one counts (RFC 8259, section 4), so two hosts could read two different manifests from the same bytes."
    "Look for a plugin or script that edits the manifest as text; build again without it."
}
MANIFEST_ENTRY_NOT_EMITTED "manifest/entry-not-emitted" Error false {
    "The manifest names a file that the build did not emit."
    "There are no bytes to hash; a host that loads this entry gets an error page."
    "Check `publicPath`, `filename` and plugins that rename or delete assets after Module Federation wrote its manifest."
}
MANIFEST_INVALID_JSON "manifest/invalid-json" Error true {
    "The manifest is not JSON, or is cut off."
    "What cannot be read cannot be sealed or checked."
    "Build again. If a tool edits the manifest, let it write JSON in UTF-8 without a byte order mark."
}
MANIFEST_INVALID_SHAPE "manifest/invalid-shape" Error true {
    "The file is JSON, but not a Module Federation manifest."
    "An entry that is understood in part would be protected in part."
    "Point fedseal at the `mf-manifest.json` that Module Federation wrote. If it is that file, its producer may be newer than this fedseal: please report it."
}
MANIFEST_MISSING "manifest/missing" Error true {
    "There is no Module Federation manifest."
    "The seal is written into the manifest; without one there is no place a host could read it from."
    "Let Module Federation write one: `manifest: true` in the ModuleFederationPlugin's options (Rspack's built-in plugin writes none without it; `@module-federation/enhanced` does unless `manifest: false`). Put FedsealPlugin into the same configuration."
}
MANIFEST_PUBLIC_PATH_TEMPLATE "manifest/public-path-template" Error false {
    "`metaData.publicPath` holds a placeholder such as `[fullhash]` that nobody has filled in."
    "Hosts take it for the name of a folder and request files that are not there."
    "Write the folder itself into `output.publicPath`, or use `auto`: Module Federation does not fill in placeholders of the bundler in its manifest."
}
MANIFEST_PUBLIC_PATH_WITHOUT_SLASH "manifest/public-path-without-slash" Warning false {
    "`metaData.publicPath` does not end in a slash."
    "Hosts join it with an entry's path in different ways and then disagree about the URL, so one of them finds no seal for what it loads."
    "End `output.publicPath` with `/`, or use `auto`."
}
MANIFEST_SSR_ENTRY_NOT_EMITTED "manifest/ssr-entry-not-emitted" Warning false {
    "`metaData.ssrRemoteEntry` names a file that is not part of this output."
    "It stays unsealed. A Node host that enforces seals refuses it; one that does not gets a 404."
    "If the remote is rendered on a server, bring both outputs together first and run `fedseal seal <dir>` on the result. If not, ignore this."
}
MANIFEST_TOO_DEEP "manifest/too-deep" Error true {
    "The manifest is nested deeper than 128 levels."
    "No Module Federation manifest is: such a file is made to crash the programs that read it."
    "Find out where the file comes from, and build again."
}
MANIFEST_TOO_LARGE "manifest/too-large" Error true {
    "The manifest is larger than 32 MiB."
    "Every page fetches the manifest before it loads anything; a file of this size is a mistake or an attack."
    "Split the remote, or set `manifest: { disableAssetsAnalyze: true }` in Module Federation: the closure still covers every file."
}
MANIFEST_TYPES_NOT_EMITTED "manifest/types-not-emitted" Warning false {
    "The manifest names a types archive that was not emitted."
    "Module Federation's type generation can fail without failing the build; hosts then find no types, or old ones."
    "Look for the type error further up in the build's output, or set `dts: false` in Module Federation."
}
MANIFEST_UNSUPPORTED_SCHEMA_VERSION "manifest/unsupported-schema-version" Error true {
    "`schemaVersion` is not `1.x.y`."
    "Another major version may give the same keys another meaning."
    "Use a version of fedseal that knows this protocol, or remove the key if it was set by mistake."
}
}
