//! Facts and settings that are the same for every page of an edition.

use investchn_messages::Messages;
use investchn_model::Site;
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
    /// The address of the edition, with a trailing slash.
    pub base_url: &'a str,
    /// Selects pages that contain their text, or only their data.
    pub prerender: Prerender,
}

impl<'a> RenderContext<'a> {
    /// Returns name, slogan and contact.
    pub fn site(&self) -> &'a Site {
        &self.portal.site
    }
}
