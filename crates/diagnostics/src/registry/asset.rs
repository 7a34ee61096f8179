//! The rules `asset/…`, sorted by id.

super::rules! {
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
    "Let the minimizer write ASCII. Rspack: `optimization.minimizer: [new rspack.SwcJsMinimizerRspackPlugin({ minimizerOptions: { format: { asciiOnly: true } } }), new rspack.LightningCssMinimizerRspackPlugin()]`. Rsbuild: `output.charset: \"ascii\"`. webpack: `optimization.minimizer: [new TerserPlugin({ terserOptions: { format: { ascii_only: true } } })]`, from `terser-webpack-plugin`. Minimizers leave tagged templates as they are, and some leave comments or control characters: there, write an escape such as `${\"\\u00df\"}` in the source. Serving `Content-Type: text/javascript; charset=utf-8` makes browsers read the file as it was built, but protects only while nobody else can change the server's headers."
}
ASSET_UNSAFE_NAME "asset/unsafe-name" Error false {
    "A name leaves the output folder, is absolute, or uses Windows separators or control characters."
    "Such a name means different files to a browser, to a server and to Node; a manifest that names it could be made to vouch for a file outside the remote."
    "Emit the file inside the output folder under a relative name with `/` between the folders."
}
}
