//! A response as far as caches look at it.

/// Status and header fields of a response.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Field lines in the order in which they came; a name may come more than once.
    pub headers: Vec<(String, String)>,
}

impl Response {
    /// A 200 response with these field lines.
    pub fn ok(headers: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let headers = headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self { status: 200, headers }
    }

    /// The values of a field, one for each line.
    pub fn lines<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.headers.iter().filter(move |(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The value of the first line of a field, without white space around it.
    pub fn first<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.lines(name).next().map(|value| value.trim_matches([' ', '\t']))
    }

    /// Whether there is a line of this field.
    pub fn has(&self, name: &str) -> bool {
        self.lines(name).next().is_some()
    }
}
