//! Leaves a plain page after a panic: marks the app as stopped, so that listeners leave links to the browser.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsValue;

static PANICKED: AtomicBool = AtomicBool::new(false);

/// Installs a hook that writes a panic to the console and marks the app as stopped.
pub(super) fn install() {
    std::panic::set_hook(Box::new(|panic| {
        PANICKED.store(true, Ordering::Relaxed);
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
}

/// Returns true once the app has panicked.
pub(super) fn has_panicked() -> bool {
    PANICKED.load(Ordering::Relaxed)
}
