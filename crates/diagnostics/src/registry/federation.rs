//! The rules `federation/…`, sorted by id.

super::rules! {
FEDERATION_ROOT_PUBLIC_PATH "federation/root-public-path" Warning false {
    "The public path of a remote is `/`."
    "Hosts of another origin resolve it against their own page, so they ask their own server for the remote's chunks."
    "Set `output.publicPath` to `auto`, or to the address that the remote is served from, with a trailing slash."
}
}
