//! What things are called: ids of sources, names of stubs, and the way from one stub to another.

/// Endings of modules whose declaration has another ending than the source, longest first.
const ENDINGS: [&str; 11] = [".d.ts", ".d.mts", ".d.cts", ".ts", ".tsx", ".mts", ".cts", ".jsx", ".mjs", ".cjs", ".js"];

/// The stub of a module that is not exposed; `outside` of the project's folder, where its id starts with a package.
pub(crate) fn internal(id: &str, outside: bool) -> String {
    format!("_internal/{}{}.d.ts", if outside { "__/" } else { "" }, stem(id))
}

/// A name without an ending that stands for code.
fn stem(name: &str) -> &str {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// The stub of an expose; why not, when its key leaves the folder or means different files to different systems.
pub(crate) fn exposed(key: &str) -> Result<String, &'static str> {
    let name = key.strip_prefix("./").unwrap_or(key);
    if name == "." || name.is_empty() {
        return Ok("index.d.ts".to_owned());
    }
    if name.starts_with("_internal/") || name == "_internal" {
        return Err("the folder `_internal` is for modules that are not exposed");
    }
    if name
        .chars()
        .any(|one| one.is_control() || matches!(one, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '%'))
    {
        return Err("it has a character that file names or module names cannot have");
    }
    let wrong = |part: &str| part.is_empty() || part == "." || part == ".." || part.ends_with(['.', ' ']);
    if name.split('/').any(wrong) {
        return Err("it leaves the contract's folder, or is no name of a file");
    }
    Ok(format!("{name}.d.ts"))
}

/// How one stub names another: `./x.js`.
pub(crate) fn specifier(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to_parts: Vec<&str> = to.split('/').collect();
    let folders = from.len().saturating_sub(1);
    let shared = from[..folders].iter().zip(&to_parts[..to_parts.len().saturating_sub(1)]);
    let shared = shared.take_while(|(a, b)| a == b).count();
    let up = folders - shared;
    let start = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    let rest = to_parts[shared..].join("/");
    format!("{start}{}.js", rest.strip_suffix(".d.ts").unwrap_or(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stubs_name_each_other() {
        assert_eq!(specifier("Button.d.ts", "_internal/src/a.d.ts"), "./_internal/src/a.js");
        assert_eq!(specifier("forms/Field.d.ts", "Button.d.ts"), "../Button.js");
        assert_eq!(specifier("_internal/src/a.d.ts", "_internal/src/data.json.d.ts"), "./data.json.js");
        assert_eq!(specifier("_internal/src/a.d.ts", "_internal/lib/b.d.ts"), "../lib/b.js");
        assert_eq!(specifier("a/b/c.d.ts", "a/b.d.ts"), "../b.js");
    }

    #[test]
    fn internal_stubs_keep_their_folders() {
        assert_eq!(internal("src/Button.tsx", false), "_internal/src/Button.d.ts");
        assert_eq!(internal("@mono/ui/src/x.d.mts", true), "_internal/__/@mono/ui/src/x.d.ts");
        assert_eq!(internal("src/data.json", false), "_internal/src/data.json.d.ts");
        assert_eq!(internal("src/a.module.css", false), "_internal/src/a.module.css.d.ts");
    }

    #[test]
    fn exposes_are_files_of_the_folder() {
        assert_eq!(exposed("./Button"), Ok("Button.d.ts".to_owned()));
        assert_eq!(exposed("."), Ok("index.d.ts".to_owned()));
        for key in ["../x", "./a/../b", "/etc/x", "C:\\x", "./a//b", "./_internal/x", "./a\nb", "./a."] {
            assert!(exposed(key).is_err(), "{key}");
        }
    }
}
