//! Decides which links the app follows itself: plain clicks on links to a route of the portal. The browser handles all others.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlAnchorElement, MouseEvent, Window};

use investchn_model::route::{Base, Route};

/// Returns the route of a click; none if the browser handles the click.
pub(super) fn route_of_click(event: &MouseEvent, window: &Window, base: &Base) -> Option<Route> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    route_of_link(event.target(), window, base)
}

/// Returns the route of the link that is this element or contains it; none if there is no link, or the browser handles it.
pub(super) fn route_of_link(at: Option<EventTarget>, window: &Window, base: &Base) -> Option<Route> {
    let link: HtmlAnchorElement = at?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = !link.target().is_empty() || link.has_attribute("download");
    let same_origin = window.location().origin().is_ok_and(|origin| origin == link.origin());
    // A step within the page, such as the skip link, is not a move.
    let within = !link.hash().is_empty();
    if elsewhere || !same_origin || within {
        return None;
    }
    base.portal_path(&link.pathname()).and_then(Route::parse)
}
