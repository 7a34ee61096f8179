//! The rules `serve/…`, sorted by id.

super::rules! {
SERVE_FALLBACK_FOR_MISSING_FILE "serve/fallback-for-missing-file" Error false {
    "The server answers a request for a file that does not exist with a page."
    "After a release, pages that are still open ask for chunks of the one before. HTML in place of a script gives a syntax error or a refusal, and caches may keep it under the name of the chunk."
    "Answer 404 for missing files below the remote's folder, and limit the fallback to page URLs."
}
SERVE_UNREACHABLE "serve/unreachable" Error true {
    "A URL could not be fetched within the limits."
    "What did not arrive was not checked, and what was not checked did not pass."
    "Open the URL from the machine that runs the check. For a slow server, raise the limits under `http` in the configuration."
}
}
