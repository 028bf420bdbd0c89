//! Data that every view needs besides its own: the portal's facts and its base address.

use investchn_model::Site;

use investchn_model::route::{Base, Route};

/// The portal that a view belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteContext {
    /// Name, slogan, contact.
    pub site: Site,
    /// The address of the portal's folder, relative to the page.
    pub base: Base,
}

impl SiteContext {
    /// Returns the address of a route.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// Returns the address of a link in an article. A portal path is resolved against the base; every other address is returned
    /// unchanged.
    pub fn link(&self, href: &str) -> String {
        match href.strip_prefix('/') {
            Some(below) => self.base.join(below),
            None => href.to_owned(),
        }
    }
}
