//! The address that the browser shows: the route that it names in any spelling, and its canonical spelling.

use investchn_model::route::{Base, Route};

/// An address as the browser shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The absolute path as it is shown: percent-encoded.
    pub path: String,
    /// The path below the base with a slash in front, decoded; still encoded if it is not UTF-8; none outside the base.
    pub portal_path: Option<String>,
    /// `?…`, or empty.
    pub query: String,
    /// `#…`, or empty.
    pub hash: String,
}

impl Address {
    /// The route of the address, in capitals too; none if it is not one of the portal's.
    pub fn route(&self) -> Option<Route> {
        Route::parse_loosely(self.portal_path.as_ref()?)
    }

    /// The route that the address begins with, if it is not one itself: a chat may glue punctuation to an address.
    pub(super) fn glued_route(&self) -> Option<Route> {
        Route::parse_glued(self.portal_path.as_ref()?)
    }

    /// The canonical spelling of an address of this route, with query and hash, if the address is spelled otherwise:
    /// `index.html`, capitals, glued punctuation.
    pub(super) fn respelled(&self, route: &Route, base: &Base) -> Option<String> {
        let href = route.href(base);
        (self.path != href).then(|| href + &self.query + &self.hash)
    }

    /// The key of the address in the list of old addresses. Only an address with a query, or with another ending than a page's, is in
    /// that list: for all others the host has a file that leads on.
    pub(super) fn alias(&self, base: &Base) -> Option<String> {
        let path = base.portal_path(&self.path)?;
        (!self.query.is_empty() || path.as_bytes().contains(&b'.')).then(|| [path, &self.query].concat())
    }
}
