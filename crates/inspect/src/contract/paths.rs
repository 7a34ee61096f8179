//! Paths of files, and what their endings say.

use std::path::{Component, Path, PathBuf};

/// Endings of modules, in the order in which they are tried.
pub(crate) const ENDINGS: [&str; 11] =
    [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".d.mts"];

/// Endings of style sheets.
pub(crate) const STYLES: [&str; 7] = [".css", ".scss", ".sass", ".less", ".styl", ".stylus", ".pcss"];

/// Endings of other files that bundlers make modules of.
pub(crate) const ASSETS: [&str; 24] = [
    ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".woff", ".woff2", ".ttf", ".otf",
    ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav", ".pdf", ".txt", ".md", ".html", ".wasm",
];

/// Endings of components that TypeScript cannot read.
pub(crate) const UNSUPPORTED: [&str; 5] = [".vue", ".svelte", ".astro", ".mdx", ".marko"];

/// The place of a file without links; without the prefix that Windows gives such places, which nobody else writes.
pub(crate) fn real(path: &Path) -> std::io::Result<PathBuf> {
    let real = path.canonicalize()?;
    let plain = real.to_str().and_then(|text| text.strip_prefix(r"\\?\")).filter(|text| !text.starts_with("UNC"));
    Ok(plain.map(PathBuf::from).unwrap_or(real))
}

/// A name of a file whose ending is one of these, in any case.
pub(crate) fn ends(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Whether a name is one that only a bundler understands, by its ending.
pub(crate) fn for_bundlers(name: &str) -> bool {
    let name = Path::new(name.split('?').next().unwrap_or(name));
    ends(name, &STYLES) || ends(name, &ASSETS)
}

/// A style sheet whose class names bundlers export.
pub(crate) fn is_css_module(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(stem, _)| stem.ends_with(".module"))
}

/// Whether a file holds declarations only.
pub(crate) fn is_declaration(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // `x.d.css.ts` declares `x.css`.
    let other =
        name.strip_suffix(".ts").and_then(|name| name.rsplit_once('.')).is_some_and(|(name, _)| name.ends_with(".d"));
    other || [".d.ts", ".d.mts", ".d.cts"].iter().any(|ending| name.ends_with(ending))
}

/// Whether a folder of installed packages is on the way.
pub(crate) fn in_node_modules(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "node_modules")
}

/// A relative path with `/`; `None` when it cannot be written that way.
pub(crate) fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    Some(parts?.join("/"))
}

/// The lowest folder above both.
pub(crate) fn shared_folder(one: &Path, other: &Path) -> PathBuf {
    one.components().zip(other.components()).take_while(|(a, b)| a == b).map(|(part, _)| part).collect()
}
