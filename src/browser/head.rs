//! The document's head. After a move it sets title, description and canonical address; before the first move it makes the head's
//! own addresses absolute. No other module touches the head.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlLinkElement, HtmlMetaElement};

use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// The head of the published page.
pub(super) struct Head {
    document: Document,
    /// The canonical address of the portal's home, taken from the page; none if the page names none.
    canonical_home: Option<String>,
}

impl Head {
    /// Takes over the head. `here` is the route of the page.
    pub(super) fn take_over(document: Document, here: Option<&Route>) -> Self {
        let canonical = link(&document, "link[rel=canonical]").map(|link| link.href());
        let canonical_home = canonical
            .zip(here)
            .and_then(|(canonical, here)| canonical.strip_suffix(&here.below()).map(ToOwned::to_owned));
        Head { document, canonical_home }
    }

    /// Makes relative addresses absolute at a move, because a published page names its files relative to its own depth. It does
    /// so no sooner, and not for style sheets and preloads: a browser loads a file again when its link gets a new address.
    /// The links to the page's other languages are removed: they are for crawlers, which read pages as they are published.
    pub(super) fn make_links_absolute(&self, portal: &SiteContext) {
        while let Some(link) = link(&self.document, "link[hreflang]") {
            link.remove();
        }
        while let Some(link) = link(&self.document, "link[href^='.']:not([rel=stylesheet],[rel$=preload])") {
            // Not the resolved `href`: back and forward have changed the page's address already.
            let href = link.get_attribute("href").unwrap_or_default();
            // Icons are in the portal's folder, and everything else in the edition's.
            let is_icon = link.get_attribute("rel").is_some_and(|rel| rel.ends_with("icon"));
            let base = if is_icon { &portal.root } else { &portal.base };
            link.set_href(&base.join(href.trim_start_matches(['.', '/'])));
        }
    }

    /// Sets title, description and canonical address of the current page. `here` is none if it is not a page of the portal.
    pub(super) fn set(&self, title: &str, description: &str, here: Option<&Route>) {
        self.document.set_title(title);
        if let Some(meta) = self::description(&self.document) {
            meta.set_content(description);
        }
        if let Some((canonical, (home, here))) =
            link(&self.document, "link[rel=canonical]").zip(self.canonical_home.as_ref().zip(here))
        {
            canonical.set_href(&[home.as_str(), &here.below()].concat());
        }
    }
}

/// Returns the element with the description for search engines.
pub(super) fn description(document: &Document) -> Option<HtmlMetaElement> {
    document.query_selector("meta[name=description]").ok().flatten()?.dyn_into().ok()
}

fn link(document: &Document, selector: &str) -> Option<HtmlLinkElement> {
    document.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
