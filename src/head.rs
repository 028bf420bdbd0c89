//! The document's head: the only module that touches it. It sets title, description and canonical address after a move,
//! and makes the head's own addresses absolute before the first.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlLinkElement, HtmlMetaElement};

use crate::route::Route;

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
        make_links_absolute(&document);
        Head { document, canonical_home }
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

/// A published page names its files relative to its own depth, which is no longer true after the first move. Sheets are
/// left: they are loaded, and setting their address would load them again.
fn make_links_absolute(document: &Document) {
    let Ok(links) = document.query_selector_all("link[href]:not([rel~=stylesheet])") else {
        return;
    };
    for link in (0..links.length()).filter_map(|place| links.item(place)?.dyn_into::<HtmlLinkElement>().ok()) {
        link.set_href(&link.href());
    }
}
