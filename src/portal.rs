//! What every view needs beside its own data: the portal's facts and where it stands.

use investchn_model::Site;

use investchn_model::route::{Base, Route};

/// The portal around a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Name, slogan, contact.
    pub site: Site,
    /// Where the portal stands, seen from the page.
    pub base: Base,
}

impl Portal {
    /// The address of a route.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// The address of a link in an article: a portal path is made to stand below the base, all else stays as it is.
    pub fn link(&self, href: &str) -> String {
        match href.strip_prefix('/') {
            Some(below) => self.base.join(below),
            None => href.to_owned(),
        }
    }
}
