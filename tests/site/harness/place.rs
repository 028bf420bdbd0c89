//! Where the portal stands on a host: addresses out of paths, and back. All paths here begin with `/` and are those inside the
//! portal.

/// An origin and the path of the portal's base below it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// `http://127.0.0.1:1234`
    pub(crate) origin: String,
    /// With a slash at either end: `/`, `/portal/news/`.
    pub(crate) prefix: String,
}

impl Place {
    /// A place on a port of this machine.
    pub(crate) fn new(port: u16, prefix: &str) -> Self {
        assert!(prefix.starts_with('/') && prefix.ends_with('/'), "a prefix begins and ends with `/`: {prefix}");
        Place { origin: format!("http://127.0.0.1:{port}"), prefix: prefix.to_owned() }
    }

    /// The full address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        let path = path.strip_prefix('/').unwrap_or_else(|| panic!("a path begins with `/`: {path}"));
        format!("{}{}{path}", self.origin, self.prefix)
    }

    /// The path of a full address, with query and fragment; an address elsewhere stays as it is.
    pub(crate) fn path(&self, url: &str) -> String {
        let base = format!("{}{}", self.origin, self.prefix);
        url.strip_prefix(&base).map_or_else(|| url.to_owned(), |rest| format!("/{rest}"))
    }
}
