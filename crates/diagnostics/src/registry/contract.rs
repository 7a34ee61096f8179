//! The rules `contract/…`, sorted by id.

super::rules! {
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
CONTRACT_CONTAINS_ITSELF "contract/contains-itself" Error true {
    "A contract would contain itself, or the contract package as a whole."
    "Every release would contain the one before it and change with every other remote, so its changes could not be told."
    "Name the one module of another remote that is meant, and take a remote's own types from its sources."
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
    "A function's overloads take other calls than before: they stand in another order, or an earlier one takes more."
    "TypeScript takes the first overload that fits, so the same call may now get another one, and another result."
    "Keep the order, and let no overload take what a later one took. Otherwise release a major version."
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
    "The remote has no version, or one that SemVer 2.0.0 does not know."
    "A contract without a version cannot be locked, required or deployed."
    "Add a `version` such as `1.2.0` to the package.json of the remote, or pass it: `--remote-version`, or `contract: { version }` of the plugin."
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
}
