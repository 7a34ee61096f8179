//! Every rule fedseal knows. A rule id is `area/wrong-pattern`; ids never change their meaning.
//! `docs/reference/rules` and `fedseal explain` are made from this list.

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The build fails, the command ends with 1 or 2.
    Error,
    /// Reported; changes no verdict.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One rule: what is wrong, why it matters, what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `area/wrong-pattern`.
    pub id: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// True when it means that something could not be checked (exit code 2) instead of checked and found wrong (1).
    pub undecided: bool,
    /// What is wrong, in one sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $undecided:literal
        { $summary:literal $why:literal $fix:literal })*) => {
        $(
            #[doc = $summary]
            pub static $name: Rule = Rule {
                id: $id,
                severity: Severity::$severity,
                undecided: $undecided,
                summary: $summary,
                why: $why,
                fix: $fix,
            };
        )*
        /// All rules, sorted by id.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
ASSET_AMBIGUOUS_URL "asset/ambiguous-url" Error false {
    "An asset's name contains `#`, `?` or `%`."
    "A browser reads these characters as URL syntax and asks the server for another name, so the URL that is checked and the file that was sealed are not the same."
    "Take the character out of the name: put `[contenthash]` into the file name instead of a query, and rename the chunk or expose that brings the character in."
}
ASSET_DUPLICATE_NAME "asset/duplicate-name" Error false {
    "Two assets have the same name and different bytes."
    "One URL can have one content. Which of the two is served would decide whether the page works, and only one of them is sealed."
    "Give every chunk its own name (`[name]` or `[id]` together with `[contenthash]`), or keep the two builds in separate output folders."
}
ASSET_EMPTY "asset/empty" Warning false {
    "A script or WebAssembly file of the closure is empty."
    "It is sealed as it is, and an empty script loads without an error and does nothing: usually the sign of a build step that failed quietly."
    "Look at the step that writes this file. If it is meant to be empty, exclude it or ignore this warning."
}
ASSET_UNSAFE_NAME "asset/unsafe-name" Error false {
    "A name leaves the output folder, is absolute, or uses Windows separators or control characters."
    "Such a name means different files to a browser, to a server and to Node; a manifest that names it could be made to vouch for a file outside the remote."
    "Emit the file inside the output folder under a relative name with `/` between the folders."
}
CLOSURE_EMPTY "closure/empty" Error false {
    "There is no loadable file to seal."
    "A seal over nothing protects nothing, and a check of it would always pass."
    "Check that the build emits JavaScript, that the folder is the right one, and that `include` and `exclude` do not leave everything out."
}
CONTRACT_EXPOSE_NOT_FOUND "contract/expose-not-found" Error true {
    "An expose names a source that does not exist."
    "Nothing can be promised about a module that is not there, and leaving it out would look like a removal to every shell."
    "Correct the path under `exposes` in the Module Federation options, or run the command in the remote's own folder."
}
CONTRACT_NOT_EXTRACTED "contract/not-extracted" Error true {
    "The declaration of a module could neither be taken from its source nor be had from TypeScript."
    "A type that is not written down is inferred, and only the project's own compiler does that as the editor does. A guess would be a promise that nobody made."
    "Install `typescript` in the project and let its tsconfig include the file, or write the missing type annotation at the place that is named."
}
CONTRACT_STUB_NAME_TAKEN "contract/stub-name-taken" Error false {
    "Two modules would get the same stub, or an expose's name cannot be that of a file."
    "One of the two would overwrite the other, on some disks only where letters differ in nothing but case; and a name that leaves the contract's folder would write elsewhere."
    "Rename one of the exposes or files. Names consist of folders joined by `/`, below the contract's own folder."
}
CONTRACT_SYNTAX_ERROR "contract/syntax-error" Error true {
    "A module cannot be parsed."
    "Declarations made of half a file would lack whatever follows the mistake."
    "Correct the file at the line that is named; if the compiler accepts it, please report it."
}
CONTRACT_UNRESOLVED_IMPORT "contract/unresolved-import" Error true {
    "A module imports something that cannot be found."
    "TypeScript takes an unknown module for `any`, without a word in this mode, and everything inferred from it stops being checked in every shell."
    "Install the package, correct the path, or add the alias to `paths` in the tsconfig that is used."
}
CONTRACT_UNSUPPORTED_SOURCE "contract/unsupported-source" Error true {
    "An expose, or something its declaration mentions, is written in a format that TypeScript cannot read."
    "Its types are known to that framework's compiler or to the bundler only; a stub without them would accept anything."
    "Expose an annotated `.ts` module that wraps it, such as `mount(element: HTMLElement): () => void`."
}
ENFORCE_HOST_NOT_WIRED "enforce/host-not-wired" Error true {
    "The host was built without fedseal's runtime plugin."
    "Module Federation would load the host's remotes, and nothing would compare them with their seals: changed files would run, and nobody would be told."
    "Put FedsealPlugin before the ModuleFederationPlugin in `plugins`. If something else removes the plugin, add `@fedseal/runtime/plugin` to `runtimePlugins` by hand and set `enforce: false`."
}
ENFORCE_REMOTE_NOT_WIRED "enforce/remote-not-wired" Error true {
    "The remote's chunk loader does not ask for hashes."
    "A host loads the remote's entry as sealed, and the remote then loads its lazy chunks itself: they would run unchecked."
    "Look for a plugin that replaces the bundler's chunk loader. With `enforce: false` the remote is built without the check."
}
FILE_CHANGED_WHILE_READ "file/changed-while-read" Error true {
    "A file changed while it was being hashed."
    "The hash belongs neither to the old nor to the new content."
    "Wait until the build has finished, then run the command again."
}
FILE_SYMLINK_OUTSIDE "file/symlink-outside" Error true {
    "A symbolic link leads out of the output folder."
    "What it points to is not part of what gets deployed, so its bytes cannot be sealed here."
    "Copy the file into the output folder, or exclude the link."
}
FILE_UNREADABLE "file/unreadable" Error true {
    "A file or folder could not be read."
    "What cannot be read cannot be hashed, and what was not checked did not pass."
    "Check that the path exists, that you may read it, and that no other program is holding it."
}
FILE_UNWRITABLE "file/unwritable" Error true {
    "A file could not be written."
    "The old file is still there, unchanged: fedseal writes to a temporary file first and renames it at the end."
    "Check free disk space and permissions of the folder, then run the command again."
}
INTEGRITY_CHANGED_AFTER_SEAL "integrity/changed-after-seal" Error false {
    "A file on disk is not the file that was sealed: something changed it between sealing and writing."
    "The manifest that was written names other bytes, so every page that enforces it would refuse this file."
    "Find the plugin that rewrites assets after fedseal (stage later than `PROCESS_ASSETS_STAGE_REPORT`, or `hooks.emit`) and move it earlier, or exclude the file."
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
    "Seal again after the step that adds the file, or exclude it with `exclude` / `--exclude` if no page ever loads it."
}
INTERNAL_PANIC "internal/panic" Error true {
    "fedseal itself failed."
    "This is a bug of ours. Nothing was sealed and nothing was checked; your bundler and your files are unharmed."
    "Please report it with the message above. `enabled: false` builds without fedseal until it is mended."
}
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
OPTIONS_INVALID "options/invalid" Error true {
    "An option has a value that fedseal cannot use."
    "An option that is silently ignored protects less than its author believes."
    "Correct the option; `docs/reference/options.md` lists what is allowed."
}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_sorted_unique_and_well_formed() {
        for pair in RULES.windows(2) {
            assert!(pair[0].id < pair[1].id, "{} must come after {}", pair[0].id, pair[1].id);
        }
        for rule in RULES {
            let (area, pattern) = rule.id.split_once('/').unwrap_or_default();
            let word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(word(area) && word(pattern), "{}", rule.id);
        }
    }

    #[test]
    fn every_text_is_a_sentence() {
        for rule in RULES {
            for text in [rule.summary, rule.why, rule.fix] {
                assert!(text.len() > 20 && text.ends_with(['.', '`']), "{}: {text}", rule.id);
            }
        }
    }
}
