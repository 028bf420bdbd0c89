//! Facts and settings that are the same for every page of an edition.

use investchn_discovery::{Alternate, HeadContext};
use investchn_messages::Messages;
use investchn_model::Site;
use investchn_model::route::Base;
use investchn_sources::Prerender;
use serde_json::value::RawValue;

/// Facts of an edition and settings that are the same for every page of it.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The words of the edition's language.
    pub words: &'static Messages,
    /// The edition's folder below the portal's, with a slash at its end; empty for the first edition.
    pub folder: &'static str,
    /// Name, slogan and contact, in the edition's language.
    pub site: &'a Site,
    /// The `site` as JSON.
    pub site_json: &'a RawValue,
    /// The address of the edition's folder, with a trailing slash.
    pub base_url: &'a str,
    /// The address of the portal's folder, with a trailing slash.
    pub root_url: &'a str,
    /// Selects pages that contain their text, or only their data.
    pub prerender: Prerender,
}

impl<'a> RenderContext<'a> {
    /// Returns the relative base of the portal's folder for a page at this path below the edition's folder.
    pub(crate) fn root_from(&self, below: &str) -> Base {
        Base::at_depth([self.folder, below].concat().matches('/').count())
    }

    /// Returns the facts that the head of a page states.
    pub(crate) fn head(&self) -> HeadContext<'a> {
        HeadContext { words: self.words, site: self.site, base_url: self.base_url, root_url: self.root_url }
    }

    /// Returns the address of a path below the edition's folder as an alternate.
    pub(crate) fn alternate(&self, below: &str) -> Alternate {
        Alternate { lang: self.words.lang, address: Base::at(self.base_url).join(below) }
    }
}
