//! The document's head: the only module that touches it. It sets title, description and canonical address after a move,
//! and makes the head's own addresses absolute before the first.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlLinkElement, HtmlMetaElement};

use investchn_model::route::{Base, Route};

/// The head as the published page brought it.
pub(crate) struct Head {
    document: Document,
    /// The canonical address of the portal's home, taken from the page; none where the page names none.
    canonical_home: Option<String>,
}

impl Head {
    /// Takes the head over; `here` is the route that the page was published for.
    pub(crate) fn take_over(document: Document, here: Option<&Route>) -> Self {
        let canonical = link(&document, "link[rel=canonical]").map(|link| link.href());
        let canonical_home = canonical
            .zip(here)
            .and_then(|(canonical, here)| canonical.strip_suffix(&here.below()).map(ToOwned::to_owned));
        Head { document, canonical_home }
    }

    /// Makes the addresses that stay absolute, at a move: a published page names its files by as many steps up as it is deep, and then
    /// from the base. Not sooner, and not those of what was to be loaded early: a browser loads what is given an address again.
    pub(crate) fn make_links_absolute(&self, base: &Base) {
        while let Some(link) = link(&self.document, "link[href^='.']:not([rel=stylesheet],[rel$=preload])") {
            // Not by what the browser makes of it: back and forward have changed the page's address already.
            let href = link.get_attribute("href").unwrap_or_default();
            link.set_href(&base.join(href.trim_start_matches(['.', '/'])));
        }
    }

    /// Says what the page now shows. `here` is none where it is not a page of the portal.
    pub(crate) fn set(&self, title: &str, description: &str, here: Option<&Route>) {
        self.document.set_title(title);
        if let Some(meta) =
            self.element("meta[name=description]").and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok())
        {
            meta.set_content(description);
        }
        if let Some((canonical, (home, here))) =
            link(&self.document, "link[rel=canonical]").zip(self.canonical_home.as_ref().zip(here))
        {
            canonical.set_href(&[home.as_str(), &here.below()].concat());
        }
    }

    fn element(&self, selector: &str) -> Option<web_sys::Element> {
        self.document.query_selector(selector).ok().flatten()
    }
}

fn link(document: &Document, selector: &str) -> Option<HtmlLinkElement> {
    document.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
