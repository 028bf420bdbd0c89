//! Facts and settings that are the same for every page of the site.

use investchn_model::Site;
use investchn_sources::Prerender;
use serde_json::value::RawValue;

/// Facts of the portal and settings that are the same for every page.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// Name, slogan and contact.
    pub site: &'a Site,
    /// The `site` as JSON.
    pub site_json: &'a RawValue,
    /// The address of the portal, with a trailing slash.
    pub base_url: &'a str,
    /// Selects pages that contain their text, or only their data.
    pub prerender: Prerender,
}
