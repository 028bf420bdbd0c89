//! The current address of the browser. `history` changes it.

use investchn_model::route::Base;
use web_sys::Window;

use investchn_navigation::Address;

/// Reads the current address.
pub(super) fn current(window: &Window, base: &Base) -> Address {
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let portal_path = base.portal_path(&path).map(decoded);
    let (query, hash) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    Address { path, portal_path, query, hash }
}

/// Decodes an address, or a part of one. If it is not encoded as UTF-8 it stays encoded.
pub(super) fn decoded(encoded: &str) -> String {
    let decoded = js_sys::decode_uri_component(encoded).ok().and_then(|text| text.as_string());
    decoded.unwrap_or_else(|| encoded.to_owned())
}
