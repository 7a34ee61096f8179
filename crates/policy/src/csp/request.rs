//! What a policy is asked about.

use url::Url;

use super::directives;

/// One request of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    effective: &'static str,
    /// What is fetched or run.
    pub subject: Subject<'a>,
    /// The `nonce` of the element; empty without one.
    pub nonce: &'a str,
    /// The `integrity` of the element; empty without one.
    pub integrity: &'a str,
    /// Whether the HTML parser inserted the script, as opposed to another script. Matters to `'strict-dynamic'`.
    pub parser_inserted: bool,
    /// Whether the URL was reached by a redirect: paths of expressions then do not count.
    pub redirected: bool,
}

/// What is fetched or run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A URL.
    Url(Url),
    /// The text of an inline script, style or attribute.
    Inline(&'a str),
    /// `eval`, `new Function`, timers with a string.
    Eval,
    /// Compiling WebAssembly.
    Wasm,
}

/// A request that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestError {
    /// No directive that decides about requests; the one that was probably meant.
    Directive(Option<&'static str>),
    /// The directive does not decide about this subject.
    Subject,
}

impl<'a> Request<'a> {
    /// A request that `directive` decides about, without nonce, integrity, parser and redirect. `script-src` and `style-src` stand
    /// for elements: a browser asks `script-src-elem` first, if the policy has it.
    ///
    /// # Errors
    /// [`RequestError`]
    pub fn new(directive: &str, subject: Subject<'a>) -> Result<Self, RequestError> {
        let name = directive.to_ascii_lowercase();
        let element = match name.as_str() {
            "script-src" if !matches!(subject, Subject::Eval | Subject::Wasm) => "script-src-elem",
            "style-src" => "style-src-elem",
            name => name,
        };
        let Some(effective) = directives::fallback(element).first() else {
            return Err(RequestError::Directive(
                directives::near(&name).filter(|near| *near != name && !directives::fallback(near).is_empty()),
            ));
        };
        let fits = match subject {
            Subject::Url(_) => !effective.ends_with("-attr"),
            Subject::Inline(_) => effective.starts_with("script-src-") || effective.starts_with("style-src-"),
            Subject::Eval | Subject::Wasm => *effective == "script-src",
        };
        if !fits {
            return Err(RequestError::Subject);
        }
        Ok(Self { effective, subject, nonce: "", integrity: "", parser_inserted: false, redirected: false })
    }

    /// The effective directive (section 6.8.1).
    pub fn effective(&self) -> &'static str {
        self.effective
    }
}
