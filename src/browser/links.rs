//! Which links are the app's: those to a route of the portal. Of the clicks on them the plain ones are; all others are the
//! browser's.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlAnchorElement, MouseEvent, Window};

use investchn_model::route::{Base, Route};

/// The route that a click asks the app to go to; none where the click is the browser's.
pub(crate) fn route_of_click(event: &MouseEvent, window: &Window, base: &Base) -> Option<Route> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    route_of_link(event.target(), window, base)
}

/// The route of the link that something is or is within; none where there is no link, or one that is the browser's.
pub(crate) fn route_of_link(at: Option<EventTarget>, window: &Window, base: &Base) -> Option<Route> {
    let link: HtmlAnchorElement = at?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = !link.target().is_empty() || link.has_attribute("download");
    let same_origin = window.location().origin().is_ok_and(|origin| origin == link.origin());
    // A step within the page, the skip link among them, needs no move.
    let within = !link.hash().is_empty();
    if elsewhere || !same_origin || within {
        return None;
    }
    base.portal_path(&link.pathname()).and_then(Route::parse)
}
