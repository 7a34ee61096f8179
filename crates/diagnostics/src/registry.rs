//! Every rule fedseal knows. A rule id is `area/wrong-pattern`; ids never change their meaning.
//! `docs/reference/rules` and `fedseal explain` are made from this list.

/// How much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The build fails, the command ends with 1 or 2.
    Error,
    /// Reported; changes no verdict.
    Warning,
    /// For information: nothing has to be done.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The severity called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Note].into_iter().find(|one| one.as_str() == name)
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
ASSET_ENCODING_DEPENDENT_SCRIPT "asset/encoding-dependent-script" Warning false {
    "A classic script contains bytes that become other code when the server declares another encoding."
    "Browsers decode a classic script in the encoding that its `Content-Type` names, and a hash does not cover headers. With `text/javascript; charset=shift_jis`, the last byte of a letter can swallow the backslash after it, so that a string ends early and the rest of it runs: same bytes, same hash, other code. ASCII is safe in every encoding. ES modules and Node always read UTF-8."
    "Let the minimizer write ASCII. Rspack: `optimization.minimizer: [new rspack.SwcJsMinimizerRspackPlugin({ minimizerOptions: { format: { asciiOnly: true } } }), new rspack.LightningCssMinimizerRspackPlugin()]`. webpack: `optimization.minimizer: [new TerserPlugin({ terserOptions: { format: { ascii_only: true } } })]`, from `terser-webpack-plugin`. Minimizers leave tagged templates as they are, and some leave comments or control characters: there, write an escape such as `${\"\\u00df\"}` in the source. Serving `Content-Type: text/javascript; charset=utf-8` makes browsers read the file as it was built, but protects only while nobody else can change the server's headers."
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
CONTRACT_ANY_CHANGED "contract/any-changed" Error false {
    "A type became `any`, or is no longer `any`."
    "TypeScript checks nothing that is `any`: mistakes that were errors now compile, or code that compiled is now an error."
    "Write the type. If it has to be `any`, release a major version."
}
CONTRACT_ANY_IN_STUB "contract/any-in-stub" Warning false {
    "A stub contains `any`."
    "TypeScript does not check how shells use it, and fedseal does not see it change. TypeScript infers `any` silently where an annotation is missing."
    "Write the real type or `unknown` in the source. fedseal reports a written `any` as well: it promises nothing."
}
CONTRACT_CLASS_BECAME_NOMINAL "contract/class-became-nominal" Error false {
    "A class got its first private or protected member, or lost its last one."
    "A class with such a member accepts only its own instances. Objects of the same shape, such as test doubles, do not fit."
    "Keep the class free of private members, expose an interface instead, or release a major version."
}
CONTRACT_CLASS_NOT_CONSTRUCTIBLE "contract/class-not-constructible" Error false {
    "A class, its constructor or a member became abstract, protected or private, or the reverse."
    "`new` and `extends` of shells no longer compile."
    "Keep the constructor as it was, or release a major version."
}
CONTRACT_CONSTANT_CHANGED "contract/constant-changed" Error false {
    "The literal type of a constant changed, or whether it is fixed."
    "A constant without an annotation has its value as its type, and widens; with one, it is a promise of that value."
    "Annotate a constant whose value changes: `string` in place of the literal."
}
CONTRACT_DOES_NOT_SATISFY "contract/does-not-satisfy" Error false {
    "An expose does not have the shape that the platform declared for it."
    "Shells that treat all remotes of a kind alike rely on that shape, and would fail where they call it."
    "Change the expose to fit the interface in `interfaces.d.ts`, or change the interface together with the teams that rely on it."
}
CONTRACT_ENUM_FORM "contract/enum-form" Error false {
    "An enum became `const`, or is no longer `const`."
    "TypeScript writes the values of a constant enum into the code that uses it. The enum itself does not exist at run time."
    "Keep the form, or release a major version."
}
CONTRACT_ENUM_MEMBER_ADDED "contract/enum-member-added" Error false {
    "An enum got a member."
    "Code that handles every member of an enum that it receives does not handle this one."
    "Release a major version, or return the new value from a new export. An enum that shells only pass may grow in a minor version."
}
CONTRACT_ENUM_MEMBER_REMOVED "contract/enum-member-removed" Error false {
    "An enum lost a member."
    "Code that names it no longer compiles."
    "Keep it, marked as `@deprecated`, or release a major version."
}
CONTRACT_ENUM_VALUE_CHANGED "contract/enum-value-changed" Error false {
    "A member of an enum changed its value."
    "A shell that was built before passes the old value, which now means something else or nothing."
    "Keep the value and add a member, or release a major version."
}
CONTRACT_EXPERIMENTAL_CHANGED "contract/experimental-changed" Warning false {
    "An experimental export changed or was removed."
    "The profile `experimental` exempts exports that are marked `@alpha` or `@experimental`, or named `unstable_…`."
    "Nothing has to be done. Remove the mark once shells may rely on the export."
}
CONTRACT_EXPORT_ADDED "contract/export-added" Warning false {
    "A module exports something new."
    "No shell uses it yet, so nothing breaks. Shells that want it need this version."
    "Release a minor version."
}
CONTRACT_EXPORT_KIND_CHANGED "contract/export-kind-changed" Error false {
    "An export became another kind: a value, type, class, enum or namespace."
    "Some code that uses its name no longer compiles."
    "Keep the kind and export the new one under another name, or release a major version."
}
CONTRACT_EXPORT_REMOVED "contract/export-removed" Error false {
    "A module no longer exports a name."
    "Shells that import it do not compile. Shells that were built before get `undefined`, and a panel stays blank."
    "Keep the export, marked as `@deprecated`, until no shell uses it; `fedseal contract can-i-deploy` lists the shells that do."
}
CONTRACT_EXPOSE_ADDED "contract/expose-added" Warning false {
    "A remote exposes a new module."
    "No shell loads it yet, so nothing breaks."
    "Release a minor version."
}
CONTRACT_EXPOSE_NOT_FOUND "contract/expose-not-found" Error true {
    "An expose names a source that does not exist."
    "A missing module has no types, and leaving it out would look like a removal to every shell."
    "Correct the path under `exposes` in the Module Federation options, or run the command in the remote's own folder."
}
CONTRACT_EXPOSE_REMOVED "contract/expose-removed" Error false {
    "A remote no longer exposes a module."
    "Every shell that loads it gets an error instead of the module."
    "Keep the expose until no shell uses it; `fedseal contract can-i-deploy` lists the shells that do."
}
CONTRACT_EXTERNAL_RANGE_CHANGED "contract/external-range-changed" Error false {
    "The stubs need another version of a package, or another package."
    "A shell with a version outside the range mixes two versions of the package's types. Where the package is missing, everything typed with it is `any`."
    "Keep the range as wide as it was, or release a major version."
}
CONTRACT_FUNCTION_BECAME_CONSTANT "contract/function-became-constant" Error false {
    "A function declaration became a constant, or the reverse."
    "A namespace can extend a declared function, and a declared assertion function needs no annotation. Neither works with a constant."
    "Keep the declaration, or release a major version."
}
CONTRACT_INDEX_SIGNATURE_ADDED "contract/index-signature-added" Error false {
    "A type got an index signature."
    "Interfaces are not assignable to a type with an index signature, so some values no longer fit."
    "Remove it, or release a major version."
}
CONTRACT_INDEX_SIGNATURE_REMOVED "contract/index-signature-removed" Error false {
    "A type lost an index signature."
    "Code that reads it by a computed name no longer compiles."
    "Keep it, or release a major version."
}
CONTRACT_INTERFACE_BECAME_ALIAS "contract/interface-became-alias" Error false {
    "An interface became a type alias."
    "Shells can add to an interface by declaring it again, but not to a type alias."
    "Keep the interface, or release a major version."
}
CONTRACT_MEMBER_FORM "contract/member-form" Error false {
    "A member changed between method, accessor and property."
    "Subclasses that override the old form no longer compile, and TypeScript checks the parameters of methods and of properties differently."
    "Keep the form, or release a major version."
}
CONTRACT_MEMBER_VISIBILITY "contract/member-visibility" Error false {
    "A member became protected, or public."
    "Only subclasses can use a protected member."
    "Keep it public, or release a major version."
}
CONTRACT_NOT_COMPARED "contract/not-compared" Error true {
    "Part of the surface could not be compared."
    "Without both versions there is no verdict, and an unchecked part did not pass."
    "Install the packages that the declarations need where the command runs (including `@types/…`), or split the expose if it takes too long."
}
CONTRACT_NOT_DEPLOYABLE "contract/not-deployable" Error false {
    "A deployed shell would break with this version of the remote."
    "Remotes go live without the shell: its users would meet the error first."
    "Keep the exports that the shell uses, or first deploy a shell that does not use them."
}
CONTRACT_NOT_EXTRACTED "contract/not-extracted" Error true {
    "Neither the source nor TypeScript gave the declaration of a module."
    "Only the project's own compiler infers missing types as the editor does. A guess would be a promise that nobody made."
    "Install `typescript` in the project and include the file in its tsconfig, or add the missing type annotation at the place shown."
}
CONTRACT_NOT_LOCKED "contract/not-locked" Error true {
    "The contract package has no contract of this remote."
    "There is nothing to compare the remote with."
    "Add its contract to the package: `fedseal contract generate <contract> --out <package>`."
}
CONTRACT_NOT_PULLED "contract/not-pulled" Error true {
    "A contract could not be had from where the remote is deployed, or is not the one that was sealed."
    "A contract is trusted as far as the manifest that names its hash, and no further."
    "Check the URL of the manifest and that the remote was built with `contract`. If the hash differs, find out who changed the file."
}
CONTRACT_OVERLOAD_ADDED "contract/overload-added" Error false {
    "A function got an overload in front of another one."
    "TypeScript takes the first overload that fits, so a call may now get another one."
    "Put it last, or release a major version."
}
CONTRACT_OVERLOAD_ORDER "contract/overload-order" Error false {
    "The order of a function's overloads changed."
    "TypeScript takes the first overload that fits, so a call may now get another one."
    "Keep the order, or release a major version."
}
CONTRACT_OVERLOAD_REMOVED "contract/overload-removed" Error false {
    "A function lost an overload."
    "Calls that only this overload accepted no longer compile."
    "Keep it, or release a major version."
}
CONTRACT_PACKAGE_EDITED "contract/package-edited" Error true {
    "A contract package differs from what fedseal generated."
    "An edited stub promises something that no remote delivers."
    "Generate the package again with `fedseal contract generate --fresh` and the contracts of all remotes. Write your own declarations into `interfaces.d.ts`."
}
CONTRACT_PARAMETER_ADDED "contract/parameter-added" Warning false {
    "A function got an optional parameter."
    "Existing calls and callbacks still compile."
    "Release a minor version."
}
CONTRACT_PARAMETER_BECAME_OPTIONAL "contract/parameter-became-optional" Error false {
    "A parameter became optional."
    "A callback that a shell passes must now handle a missing argument; a function that a shell calls only becomes easier to call."
    "For a callback, release a major version; otherwise, a minor one."
}
CONTRACT_PARAMETER_BECAME_REQUIRED "contract/parameter-became-required" Error false {
    "A parameter became required."
    "Calls that leave it out no longer compile."
    "Keep it optional, or release a major version."
}
CONTRACT_PARAMETER_REMOVED "contract/parameter-removed" Error false {
    "A function lost a parameter."
    "Calls that pass it no longer compile, even if it was optional."
    "Keep it and ignore it, or release a major version."
}
CONTRACT_PARAMETER_REST "contract/parameter-rest" Error false {
    "A parameter became a rest parameter, or is no longer one."
    "Calls with another number of arguments no longer compile."
    "Keep it, or release a major version."
}
CONTRACT_PROPERTY_ADDED "contract/property-added" Warning false {
    "A type got a member that shells do not have to provide."
    "Code that does not know it still compiles."
    "Release a minor version."
}
CONTRACT_PROPERTY_BECAME_OPTIONAL "contract/property-became-optional" Error false {
    "A member became optional."
    "Code that reads it must now handle `undefined`; code that provides it only becomes easier to write."
    "Always provide it, or release a major version."
}
CONTRACT_PROPERTY_BECAME_READONLY "contract/property-became-readonly" Error false {
    "A member became read-only, or writable."
    "Code that assigns to it no longer compiles."
    "Keep it writable, or release a major version."
}
CONTRACT_PROPERTY_BECAME_REQUIRED "contract/property-became-required" Error false {
    "A member became required."
    "Objects without it no longer fit."
    "Keep it optional with a default, or release a major version."
}
CONTRACT_PROPERTY_REMOVED "contract/property-removed" Error false {
    "A type lost a member."
    "Code that reads or sets it no longer compiles, even if it was optional."
    "Keep it, marked as `@deprecated`, or release a major version."
}
CONTRACT_RECEIVER_CHANGED "contract/receiver-changed" Error false {
    "A function changed the type of its `this`, or now needs one."
    "Calls on any other object no longer compile."
    "Keep the type of `this`, or release a major version."
}
CONTRACT_REMOVED_WITHOUT_DEPRECATION "contract/removed-without-deprecation" Error false {
    "A design system removed an export without deprecating it first."
    "The profile `strict` promises a release in which both ways work."
    "Release it once with `@deprecated`, then remove it."
}
CONTRACT_REQUIRED_PARAMETER_ADDED "contract/required-parameter-added" Error false {
    "A function got a required parameter."
    "No existing call passes it."
    "Make it optional with a default, or release a major version."
}
CONTRACT_REQUIRED_PROPERTY_ADDED "contract/required-property-added" Error false {
    "A type that shells provide got a required member."
    "No existing object has it."
    "Make it optional with a default, or release a major version."
}
CONTRACT_STUB_NAME_TAKEN "contract/stub-name-taken" Error false {
    "Two modules would get the same stub, or the name of an expose is not a valid file name."
    "One stub would overwrite the other, on some disks even if the names differ in case. A name that leaves the contract's folder would write outside of it."
    "Rename one of the exposes or files. Names consist of folders joined by `/`, below the contract's own folder."
}
CONTRACT_SYNTAX_ERROR "contract/syntax-error" Error true {
    "A module cannot be parsed."
    "The declaration of half a file would lack everything after the mistake."
    "Correct the file at the line shown. If the compiler accepts it, please report it."
}
CONTRACT_THIS_CHANGED "contract/this-changed" Error false {
    "A method returns its class instead of `this`, or the reverse."
    "In a chain of calls, a subclass becomes its base class and loses what it added."
    "Keep `this`, or release a major version."
}
CONTRACT_TYPE_CHANGED "contract/type-changed" Error false {
    "A type became another one, and neither is assignable to the other."
    "Values of one type do not fit the other, no matter who provides them."
    "Keep the type, or release a major version."
}
CONTRACT_TYPE_GUARD "contract/type-guard" Error false {
    "A type guard proves another type, or nothing."
    "Code behind the check relies on the type that it proved."
    "Keep the type guard, or release a major version."
}
CONTRACT_TYPE_NARROWED "contract/type-narrowed" Error false {
    "A type allows less than before."
    "Values that shells pass may no longer be accepted. Values that they only receive still fit."
    "Accept the old values, or release a major version."
}
CONTRACT_TYPE_PARAMETER_ADDED "contract/type-parameter-added" Error false {
    "A generic type or function got a type parameter."
    "Code that writes the type arguments lacks one, unless it has a default."
    "Give it a default and put it last, or release a major version."
}
CONTRACT_TYPE_PARAMETER_CONSTRAINT "contract/type-parameter-constraint" Error false {
    "The constraint of a type parameter changed."
    "Type arguments that fitted may no longer fit."
    "Keep the constraint as wide as it was, or release a major version."
}
CONTRACT_TYPE_PARAMETER_DEFAULT "contract/type-parameter-default" Error false {
    "The default of a type parameter changed or was removed."
    "Code that leaves it out now means another type, or no longer compiles."
    "Keep the default, or release a major version."
}
CONTRACT_TYPE_PARAMETER_MODIFIER "contract/type-parameter-modifier" Error false {
    "The modifiers of a type parameter changed: `const`, `in` or `out`."
    "Calls infer another type for it, or types that fitted each other no longer do."
    "Keep the modifiers, or release a major version."
}
CONTRACT_TYPE_PARAMETER_REMOVED "contract/type-parameter-removed" Error false {
    "A generic type or function lost a type parameter."
    "Code that writes the type arguments has one too many."
    "Keep it, or release a major version."
}
CONTRACT_TYPE_WIDENED "contract/type-widened" Error false {
    "A type allows more than before."
    "Shells may receive values that they do not handle. Values that they pass are accepted as before."
    "Return what was promised, or release a major version."
}
CONTRACT_TYPESCRIPT_TOO_OLD "contract/typescript-too-old" Error true {
    "The project's TypeScript cannot write declarations without checking the whole project."
    "The project's own compiler infers missing types, with the option `--noCheck` of TypeScript 5.6 and later."
    "Update TypeScript to 5.6 or later, or annotate the exports."
}
CONTRACT_UNCLASSIFIED "contract/unclassified" Error false {
    "TypeScript sees a difference that fedseal has no rule for."
    "A difference that fedseal does not understand counts as breaking."
    "Please report it, with both declarations. Until then, release a major version or undo the change."
}
CONTRACT_UNION_MEMBER_ADDED "contract/union-member-added" Error false {
    "A union got a member."
    "Code that handles every member does not handle this one. Values that shells pass are accepted as before."
    "If shells receive the value, release a major version; otherwise, a minor one."
}
CONTRACT_UNION_MEMBER_REMOVED "contract/union-member-removed" Error false {
    "A union lost a member."
    "Shells that pass it no longer compile. Values that they only receive still fit."
    "If shells pass the value, release a major version; otherwise, a minor one."
}
CONTRACT_UNREADABLE "contract/unreadable" Error true {
    "The input is not a contract, lock, declaration or source that this fedseal can read."
    "fedseal cannot compare unreadable files, and a guess would be a verdict about something else."
    "See the reason. Update fedseal if a newer one wrote the file; generate a damaged file again."
}
CONTRACT_UNRESOLVED_IMPORT "contract/unresolved-import" Error true {
    "A module imports something that cannot be resolved."
    "TypeScript silently treats an unresolved module as `any`, and shells lose the checks of everything inferred from it."
    "Install the package, correct the path, or add the alias to `paths` in the tsconfig that is used."
}
CONTRACT_UNRESOLVED_NAME "contract/unresolved-name" Error true {
    "A stub uses a name that only the remote's own project declares."
    "In a shell, an undeclared name is `any` with `skipLibCheck`, and an error without it."
    "Export the type from a module and import it instead of declaring it globally, or import the package that declares it."
}
CONTRACT_UNSUPPORTED_SOURCE "contract/unsupported-source" Error true {
    "An expose, or something its declaration mentions, is written in a format that TypeScript cannot read."
    "Only the compiler of that framework, or the bundler, knows its types. A stub without them would accept anything."
    "Expose an annotated `.ts` module that wraps it, such as `mount(element: HTMLElement): () => void`."
}
CONTRACT_USES_INCOMPLETE "contract/uses-incomplete" Warning false {
    "A shell loads something that cannot be read from its sources."
    "A use that is not found is not protected: `can-i-deploy` asks only about uses that are locked."
    "Put the remote's contract into the package, write the name of the module as text, or name it with `--loads`."
}
CONTRACT_USES_REMOVED "contract/uses-removed" Warning false {
    "A shell uses less than was locked for it before."
    "Remotes may break a module that no shell uses. If the wrong folder was read, they break this shell."
    "Check that `--uses` names all sources of the shell. If it stopped using them, there is nothing to do."
}
CONTRACT_VERDICTS_DISAGREE "contract/verdicts-disagree" Warning false {
    "The comparison of the contracts and the shell's own compiler give different answers."
    "One of them sees something that the other does not, so neither is trusted alone: the answer is no unless both say yes."
    "Read both reasons. If the comparison is wrong, please report the old and the new stub."
}
CONTRACT_VERSION_MISSING "contract/version-missing" Error true {
    "The remote has no version."
    "A contract without a version cannot be locked, required or deployed."
    "Add a `version` to the package.json of the remote, or pass it on the command line."
}
CONTRACT_VERSION_NOT_RAISED "contract/version-not-raised" Error false {
    "The version of the remote does not cover its changes."
    "Shells choose a version by its number: a breaking change in a minor version reaches them without warning."
    "Raise `version` in package.json to the version shown, or undo the changes."
}
CONTRACT_WAYS_DIFFER "contract/ways-differ" Error false {
    "fedseal's declaration of a module differs from TypeScript's."
    "This is a bug in fedseal: the contract would promise something else than the source."
    "Please report it with the module. Until then, annotate the place that differs."
}
ENFORCE_HOST_NOT_WIRED "enforce/host-not-wired" Error true {
    "The host was built without fedseal's runtime plugin."
    "Module Federation would load the host's remotes, and nothing would compare them with their seals: changed files would run, and nobody would be told."
    "Use a ModuleFederationPlugin with runtime plugins: Rspack's own, or the one of `@module-federation/enhanced`. If something else removes the plugin, add `require.resolve(\"@fedseal/runtime/plugin\")` to `runtimePlugins` by hand and set `enforce: false`."
}
ENFORCE_REMOTE_NOT_COVERED "enforce/remote-not-covered" Error true {
    "The host loads a remote past Module Federation's runtime."
    "The bundler loads such a remote as one of its externals. fedseal sees neither manifest nor entry: whatever the server sends runs, sealed or not. It is an error where `unsealed` is \"block\" for that remote, and a warning otherwise."
    "Set `remoteType: \"script\"` and name the remote by its manifest: `shop: \"shop@https://…/mf-manifest.json\"`. A `promise` is registered at run time with `registerManifestRemote` of @fedseal/runtime."
}
ENFORCE_REMOTE_NOT_WIRED "enforce/remote-not-wired" Error true {
    "The remote's chunk loader does not ask for hashes."
    "A host loads the remote's entry as sealed, and the remote then loads its lazy chunks itself: they would run unchecked."
    "Look for a plugin that replaces the bundler's chunk loader. With `enforce: false` the remote is built without the check."
}
ENFORCE_UNKNOWN_REMOTE "enforce/unknown-remote" Error false {
    "An option of `enforce` names a remote that the host does not have."
    "The setting would apply to no remote, and the remote that it was meant for would fall under another policy."
    "Use a key of `remotes`, or the container name before the `@`. List remotes that are registered only at run time in `enforce.runtimeRemotes`."
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
