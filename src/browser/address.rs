//! The current address of the browser. `history` changes it.

use investchn_model::route::Base;
use web_sys::Window;

use investchn_navigation::Address;

/// Reads the current address.
pub(super) fn current(window: &Window, base: &Base) -> Address {
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let decoded = |path: &str| js_sys::decode_uri_component(path).ok().and_then(|path| path.as_string());
    // An address that is not encoded as UTF-8 stays encoded.
    let portal_path = base.portal_path(&path).map(|path| decoded(path).unwrap_or_else(|| path.to_owned()));
    let (query, hash) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    Address { path, portal_path, query, hash }
}
