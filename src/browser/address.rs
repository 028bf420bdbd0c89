//! The address that the browser shows, and the route that it names however it is spelled. Changing it is `entries`' part.

use web_sys::Window;

use investchn_model::route::{Base, Route};

/// The portal path of the shown address; none outside the base.
pub(super) fn portal_path(window: &Window, base: &Base) -> Option<String> {
    let path = window.location().pathname().ok()?;
    base.portal_path(&path).map(str::to_owned)
}

/// The route of the shown address, with capitals or signs by their number (`%2D`) too; none where it is not the portal's.
pub(super) fn route(window: &Window, base: &Base) -> Option<Route> {
    Route::parse_loosely(&plain_path(window, base)?)
}

/// The route with which the shown address begins, where it is none itself.
pub(super) fn glued_route(window: &Window, base: &Base) -> Option<Route> {
    Route::parse_glued(&plain_path(window, base)?)
}

/// The portal path with its signs themselves; as it is where they are not encoded as UTF-8.
fn plain_path(window: &Window, base: &Base) -> Option<String> {
    let path = portal_path(window, base)?;
    let plain = js_sys::decode_uri_component(&path).ok().and_then(|plain| plain.as_string());
    Some(plain.unwrap_or(path))
}

/// The shown address as the app spells it, where it is spelled otherwise: `index.html`, a glued `，` and the like are left out.
pub(super) fn respelled(window: &Window, base: &Base, route: &Route) -> Option<String> {
    let location = window.location();
    let (shown, href) = (location.pathname().ok()?, route.href(base));
    (shown != href).then(|| href + &location.search().unwrap_or_default() + &location.hash().unwrap_or_default())
}
