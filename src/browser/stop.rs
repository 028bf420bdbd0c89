//! What happens after a panic: the page stays a plain page. It owns the mark that says so; listeners ask it.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsValue;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Writes a panic to the console, and marks the app as stopped, so that links are the browser's again.
pub(crate) fn leave_the_page_usable_after_a_panic() {
    std::panic::set_hook(Box::new(|panic| {
        STOPPED.store(true, Ordering::Relaxed);
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
}

/// Whether the app has stopped.
pub(crate) fn stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}
