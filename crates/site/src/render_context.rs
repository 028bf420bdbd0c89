//! The facts that every page of the site is rendered with.

use investchn_model::Site;
use investchn_sources::Prerender;
use serde_json::value::RawValue;

/// The facts of the portal, which are the same for every page.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// Name, slogan and contact.
    pub site: &'a Site,
    /// The same as JSON.
    pub site_json: &'a RawValue,
    /// The address of the portal, with a slash at its end.
    pub base_url: &'a str,
    /// Pages with their text, or with their data only.
    pub prerender: Prerender,
}

/// Escapes text for HTML and XML, attributes included.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
