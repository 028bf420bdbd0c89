//! The browser's history, and the scroll position of each entry. Each entry has a key in its state; session storage has the
//! position by key, so that it survives a reload.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration, Storage, Window};

/// The history, with the key of the current entry.
pub(super) struct ScrollHistory {
    window: Window,
    history: History,
    /// None if the reader's settings forbid storage: then every page starts at its top.
    storage: Option<Storage>,
    key: Cell<f64>,
}

impl ScrollHistory {
    /// Takes over the current entry, and gives it a key if it has none.
    pub(super) fn take_over(window: Window) -> Result<Self, JsValue> {
        let history = window.history()?;
        // The browser would restore the position before the view is rendered. A browser without this setting still does.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let storage = window.session_storage().ok().flatten();
        let entries = ScrollHistory { window, history, storage, key: Cell::new(0.0) };
        match entries.state_key() {
            Some(key) => entries.key.set(key),
            None => entries.replace(),
        }
        Ok(entries)
    }

    /// Adds an entry for a new address.
    ///
    /// # Errors
    /// If the browser refuses, for instance after too many entries in a short time.
    pub(super) fn push(&self, href: &str) -> Result<(), JsValue> {
        self.keep_position();
        self.key.set(js_sys::Date::now());
        self.history.push_state_with_url(&JsValue::from_f64(self.key.get()), "", Some(href))
    }

    /// Follows the browser to another entry, and returns the scroll position of that entry.
    pub(super) fn follow(&self) -> f64 {
        self.keep_position();
        match self.state_key() {
            Some(key) => self.key.set(key),
            // The browser added this entry itself, for a step within the page.
            None => self.replace(),
        }
        self.position().unwrap_or_default()
    }

    /// Returns the position at which the reader left the current entry, in pixels; none if the reader has not left it yet.
    pub(super) fn position(&self) -> Option<f64> {
        let kept = self.storage.as_ref()?.get_item(&self.name()).ok()??;
        // Whole pixels: parsing a fraction would add four kilobytes.
        kept.parse::<u32>().ok().map(f64::from)
    }

    /// Stores the scroll position of the current entry.
    pub(super) fn keep_position(&self) {
        let position = self.window.scroll_y().unwrap_or_default().max(0.0) as u32;
        if let Some(storage) = &self.storage {
            // If the storage is full, only the position is lost.
            let _ = storage.set_item(&self.name(), &position.to_string());
        }
    }

    /// Replaces the address of the current entry.
    pub(super) fn set_address(&self, href: &str) {
        // Some browsers refuse too many changes a second; a later one corrects the address.
        let _ = self.history.replace_state_with_url(&JsValue::from_f64(self.key.get()), "", Some(href));
    }

    /// Gives the current entry a key. If the browser refuses, the entry's position is lost.
    fn replace(&self) {
        self.key.set(js_sys::Date::now());
        let _ = self.history.replace_state(&JsValue::from_f64(self.key.get()), "");
    }

    fn state_key(&self) -> Option<f64> {
        self.history.state().ok().and_then(|state| state.as_f64())
    }

    fn name(&self) -> String {
        ["investchn-scroll-", &(self.key.get() as u64).to_string()].concat()
    }
}
