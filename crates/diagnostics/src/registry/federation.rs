//! The rules `federation/…`, sorted by id.

super::rules! {
FEDERATION_ENTRY_IN_SEVERAL_FILES "federation/entry-in-several-files" Error false {
    "The entry of the remote needs other files to run."
    "A host loads `remoteEntry.js` alone. Without the runtime, or a module that it starts with, it defines no container, and every import of the remote fails."
    "Do not set `optimization.runtimeChunk` to `\"single\"` or `true` in a build with `exposes`, and limit `splitChunks` to chunks other than the entry: `chunks: (chunk) => chunk.name !== \"<name of the remote>\"`."
}
FEDERATION_EXPOSES_OF_ANOTHER_PLUGIN "federation/exposes-of-another-plugin" Warning false {
    "The manifest of a ModuleFederationPlugin that exposes nothing lists what another one of the same configuration exposes."
    "Rspack's built-in plugin writes the exposes of all plugins into every manifest. This manifest names no entry that has them, so hosts refuse it. fedseal takes them out of it and seals both."
    "Use one ModuleFederationPlugin that has `remotes` and `exposes`, or a configuration of its own for each."
}
FEDERATION_GET_PUBLIC_PATH "federation/get-public-path" Error false {
    "The remote computes its public path with `getPublicPath`."
    "The manifest then holds code in place of a URL. Hosts would have to run it with `new Function` before they know any file, which needs `'unsafe-eval'`. Hosts with fedseal never run it and refuse the remote."
    "Remove `getPublicPath` and set `output.publicPath` to `auto`: the remote then finds its files beside the entry, wherever it is served."
}
FEDERATION_IMMUTABLE_WITHOUT_HASH "federation/immutable-without-hash" Warning false {
    "A file without a hash in its name is marked as immutable."
    "Caches keep it for a year without asking. After the next release they return the old bytes, which the new manifest does not list, so that they are refused until the cache forgets them."
    "Put `[contenthash]` into the name of the file, or send `Cache-Control: no-cache` with it."
}
FEDERATION_OUTPUT_NOT_CLEANED "federation/output-not-cleaned" Warning false {
    "The output folder holds loadable files of an earlier build."
    "They are in no manifest, so `fedseal verify` fails. `fedseal seal` would seal them: the remote would vouch for code that the build did not make."
    "Set `output.clean: true` (Rsbuild: `output.cleanDistPath: true`), or build into an empty folder."
}
FEDERATION_ROOT_PUBLIC_PATH "federation/root-public-path" Warning false {
    "The public path of a remote is `/`, or relative to the page."
    "Browsers resolve it against the page of the host. A host of another origin asks its own server for the remote's chunks and gets 404, or its own start page."
    "Set `output.publicPath` to `auto`, or to the address that the remote is served from, with a trailing slash. With Rsbuild, that is `output.assetPrefix`: set it to `\"auto\"`. With Vite, leave `base` out, or set it to that address."
}
FEDERATION_STALE_MANIFEST_DIGEST "federation/stale-manifest-digest" Error false {
    "A file holds the manifest, or a hash of it, from before it was sealed."
    "Sealing changes the bytes of the manifest. Whoever compares it with that hash refuses it or keeps an old one, and whoever gets the copy gets a manifest without a seal."
    "Leave the manifest out of that file, or write the file after the build, from the sealed manifest. In a file that is not part of the closure (`exclude`), the plugin makes both again."
}
FEDERATION_STALE_MANIFEST_IN_SERVICE_WORKER "federation/stale-manifest-in-service-worker" Error false {
    "A service worker precaches the manifest under a revision that is not the hash of the sealed manifest."
    "The worker decides by the revision whether to fetch the manifest again. If a release changes only bytes, not names, the revision stays, and the worker keeps the old manifest beside the new files. Every visit is then refused, and reloading does not help."
    "Exclude the manifest from the precache, for example `exclude: [/mf-manifest\\.json$/]`, and load it from the network. Or make the precache list after sealing. See the guide on service workers."
}
FEDERATION_VERSION_FIRST_NEEDS_EVERY_REMOTE "federation/version-first-needs-every-remote" Warning false {
    "The host compares versions of all remotes before it starts (`version-first`), and does not handle a manifest that cannot be loaded."
    "With this strategy, Module Federation's default, the host loads every manifest and entry before the first shared package. If one server is down, the whole page fails, not only that remote."
    "Set `shareStrategy: \"loaded-first\"`, or add a runtime plugin that handles `errorLoadRemote` and returns a replacement."
}
}
