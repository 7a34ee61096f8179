//! The rules `enforce/…`, sorted by id.

super::rules! {
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
}
