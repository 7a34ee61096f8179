//! The rules `shared/…`, sorted by id.

super::rules! {
SHARED_EAGER_MISSING "shared/eager-missing" Error false {
    "A page needs a shared package at startup that is not `eager`."
    "Module Federation loads such a package asynchronously. Code that imports it without an asynchronous boundary stops with `loadShareSync failed`, and the page stays empty."
    "Move the start of the app behind `import(\"./bootstrap\")`, or set `eager: true` for the package in this build."
}
SHARED_EAGER_ON_REMOTE "shared/eager-on-remote" Warning false {
    "A remote shares a package with `eager: true`."
    "Its copy becomes part of `remoteEntry.js`. Every visitor downloads it before anything else, even if the page uses the copy of the host."
    "Remove `eager` from the remote. Only a host that starts without an asynchronous boundary needs it."
}
SHARED_NO_COMMON_VERSION "shared/no-common-version" Error false {
    "No version of a singleton satisfies the ranges of all parts of the page."
    "The page gets one version all the same. At least one part runs with a version that it was not built for, or fails to load it."
    "Release the parts that lag behind with a range that includes the version of the others."
}
SHARED_NO_PROVIDER "shared/no-provider" Error false {
    "A remote expects a shared package from the page (`import: false`), and no part of the page provides it."
    "The remote contains no copy of its own, so loading it fails."
    "Share the package in the host under the same name and share scope, in a version that the remote accepts, or remove `import: false`."
}
SHARED_SEVERAL_MAJORS "shared/several-majors" Warning false {
    "Parts of one page bring different major versions of a package."
    "Visitors download both copies, or one part runs with a major version that it was not tested with."
    "Update the parts to the same major version."
}
SHARED_SINGLETON_IN_SEVERAL_SCOPES "shared/singleton-in-several-scopes" Warning false {
    "A singleton is shared in different share scopes."
    "Module Federation keeps one copy per share scope. Parts with different scopes get different copies, in spite of `singleton`."
    "Use the same `shareScope` in all parts of the page."
}
SHARED_SINGLETON_MISSING "shared/singleton-missing" Error false {
    "A package that keeps state is shared without `singleton`."
    "Two copies of it can be on one page: hooks fail, contexts and stores are empty in one of them."
    "Add `singleton: true` to its entry in `shared`, in the shell and in every remote."
}
SHARED_SINGLETON_WITHOUT_STRICT_VERSION "shared/singleton-without-strict-version" Warning false {
    "A singleton has no `strictVersion`, and the page gives it a version outside its range."
    "Module Federation only logs a warning and hands over the wrong version. The mistake shows later, at some call that behaves differently."
    "Set `strictVersion: true`: loading then fails with both versions in the message, where an error boundary can handle it. Better, make the ranges agree."
}
SHARED_UNSATISFIED_VERSION "shared/unsatisfied-version" Warning false {
    "The version that Module Federation picks is outside the range of a part of the page."
    "A singleton is there once. The part runs with a version that it was not built for; with `strictVersion` it fails to load."
    "Provide a version that all ranges include. With `version-first` the highest version wins; with `loaded-first`, the one that was loaded first."
}
}
