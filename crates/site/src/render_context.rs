//! Facts and settings that are the same for every page of an edition.

use investchn_discovery::Alternate;
use investchn_messages::Messages;
use investchn_model::Site;
use investchn_model::route::Base;
use investchn_navigation::site_context::SiteContext;
use investchn_sources::Prerender;
use serde_json::value::RawValue;

/// Facts of an edition and settings that are the same for every page of it.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The edition, with absolute addresses.
    pub portal: &'a SiteContext,
    /// All messages in the edition's language.
    pub messages: &'static Messages,
    /// The facts of the portal as JSON.
    pub site_json: &'a RawValue,
    /// Selects pages that contain their text, or only their data.
    pub prerender: Prerender,
}

impl<'a> RenderContext<'a> {
    /// Returns name, slogan and contact.
    pub fn site(&self) -> &'a Site {
        &self.portal.site
    }

    /// Returns the edition's folder below the portal's, with a slash at its end; empty for the first edition.
    pub(crate) fn folder(&self) -> &'static str {
        self.messages.folder
    }

    /// Returns the relative base of the portal's folder for a page at this path below the edition's folder.
    pub(crate) fn root_from(&self, below: &str) -> Base {
        self.portal.relative_from(below).root
    }

    /// Returns the page at this path below the edition's folder, as other editions name it.
    pub(crate) fn page(&self, below: &str) -> Alternate {
        let Messages { open_graph_locale, .. } = self.messages;
        Alternate { lang: self.messages.lang(), locale: open_graph_locale, address: self.portal.base.join(below) }
    }
}
