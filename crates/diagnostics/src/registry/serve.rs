//! The rules `serve/…`, sorted by id.

super::rules! {
SERVE_FALLBACK_FOR_MISSING_FILE "serve/fallback-for-missing-file" Error false {
    "The server answers a request for a file that does not exist with a page."
    "After a release, pages that are still open ask for chunks of the one before. HTML in place of a script gives a syntax error or a refusal, and caches may keep it under the name of the chunk."
    "Answer 404 for missing files below the remote's folder, and limit the fallback to page URLs."
}
SERVE_MISSING_CORS "serve/missing-cors" Error false {
    "The server does not allow other origins to load a file of the remote."
    "A shell of another origin cannot load it: the manifest is fetched, and a script with a hash is requested in CORS mode (SRI, section 3.2)."
    "Send `Access-Control-Allow-Origin: *`, or the shell's origin together with `Vary: Origin`."
}
SERVE_MISSING_FILE "serve/missing-file" Error false {
    "The server does not serve a file that the manifest names."
    "Every page that needs it fails."
    "Deploy the whole output folder, and check the path at which it is served."
}
SERVE_MISSING_NOSNIFF "serve/missing-nosniff" Warning false {
    "A script, style sheet or JSON file is served without `X-Content-Type-Options: nosniff`."
    "Without it, a browser may run a response as a script whatever its type, for example an error page or an upload."
    "Send `X-Content-Type-Options: nosniff` with all files."
}
SERVE_NOT_CHECKED "serve/not-checked" Error true {
    "The responses of the server could not be checked."
    "The gate does not know which headers visitors get, so it does not pass."
    "Make the server reachable from where the command runs, and run it again."
}
SERVE_OTHER_BYTES "serve/other-bytes" Error false {
    "The server sends bytes that differ from the sealed ones."
    "A page that enforces the manifest refuses the file. Often the server has another release or an old compressed copy, or a proxy rewrites files."
    "Deploy the sealed files, purge the CDN, and turn off features that rewrite responses (minification, script injection)."
}
SERVE_PREVIOUS_RELEASE_GONE "serve/previous-release-gone" Error false {
    "A file of the previous release is no longer served."
    "Pages that were opened before the deployment load their lazy chunks afterwards, and fail."
    "Keep the files of the previous release beside the new ones for as long as pages stay open (days), then delete them."
}
SERVE_REDIRECTED "serve/redirected" Warning false {
    "The server redirects requests for a file of the remote."
    "Each load takes one more request, a Content Security Policy ignores paths after a redirect (CSP3, section 6.7.2.9), and caches store the redirect by its own headers."
    "Serve the file at the URL that the manifest gives, or correct `publicPath`."
}
SERVE_UNREACHABLE "serve/unreachable" Error true {
    "A URL could not be fetched within the limits."
    "What did not arrive was not checked, and what was not checked did not pass."
    "Open the URL from the machine that runs the check. For a slow server, raise the limits under `http` in the configuration."
}
SERVE_WRONG_CONTENT_TYPE "serve/wrong-content-type" Error false {
    "A file is served with a `Content-Type` that browsers do not accept for it."
    "Browsers refuse a module script without a JavaScript type, and with `nosniff` every script and style sheet. WebAssembly is not compiled while it loads."
    "Send `text/javascript` for `.js` and `.mjs`, `text/css` for `.css`, `application/json` for `.json`, `application/wasm` for `.wasm`."
}
}
