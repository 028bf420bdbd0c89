//! The browser's address: its route in any spelling, and its canonical spelling.

use investchn_model::route::{Base, Route};

/// An address of the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The absolute path, percent-encoded as in the browser.
    pub path: String,
    /// The path below the base, with a leading slash, decoded; still encoded if it is not UTF-8; none outside the base.
    pub portal_path: Option<String>,
    /// `?…`, or empty.
    pub query: String,
    /// `#…`, or empty.
    pub hash: String,
}

impl Address {
    /// Returns the route of the address, also if it has capitals; none if it is not one of the portal's.
    pub fn route(&self) -> Option<Route> {
        Route::parse_loosely(self.portal_path.as_ref()?)
    }

    /// Returns the route at the beginning of the address, if the address itself is none: a chat may append punctuation.
    pub(super) fn glued_route(&self) -> Option<Route> {
        Route::parse_glued(self.portal_path.as_ref()?)
    }

    /// Returns the canonical spelling of an address of this route, with query and hash, if the address is spelled otherwise: with
    /// `index.html`, capitals or appended punctuation.
    pub(super) fn respelled(&self, route: &Route, base: &Base) -> Option<String> {
        let href = route.href(base);
        (self.path != href).then(|| href + &self.query + &self.hash)
    }

    /// Returns the address in the spelling of the list of old addresses (`OldAddress::keys`): the path decoded, in lower case. None
    /// outside the base. A folder has a slash at its end there; the look-up ignores the slash at the end of any other address.
    pub(super) fn alias(&self) -> Option<String> {
        Some([self.portal_path.as_ref()?, &*self.query, "/"].concat().to_ascii_lowercase())
    }
}
