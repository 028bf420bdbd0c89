//! The portal's location on a host; converts paths to addresses and back. All paths here begin with `/` and are relative to the
//! portal.

/// An origin and the path of the portal's base below it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// An origin such as `http://127.0.0.1:1234`.
    pub(crate) origin: String,
    /// A path that begins and ends with a slash: `/`, `/portal/news/`.
    pub(crate) prefix: String,
}

impl Place {
    /// Returns a place at a port of this machine.
    pub(crate) fn new(port: u16, prefix: &str) -> Self {
        assert!(prefix.starts_with('/') && prefix.ends_with('/'), "a prefix begins and ends with `/`: {prefix}");
        Place { origin: format!("http://127.0.0.1:{port}"), prefix: prefix.to_owned() }
    }

    /// Returns the full address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        let path = path.strip_prefix('/').unwrap_or_else(|| panic!("a path begins with `/`: {path}"));
        format!("{}{}{path}", self.origin, self.prefix)
    }

    /// Returns the path of a full address, with query and fragment. An address outside the portal is returned unchanged.
    pub(crate) fn path(&self, url: &str) -> String {
        let base = format!("{}{}", self.origin, self.prefix);
        url.strip_prefix(&base).map_or_else(|| url.to_owned(), |rest| format!("/{rest}"))
    }
}
