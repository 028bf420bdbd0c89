//! The history's entries and how far each was scrolled. Each entry has a key in its state; its position is kept for the
//! tab, so that it outlives a reload.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration, Storage, Window};

/// The history with the key of the entry that is shown.
pub(crate) struct Entries {
    window: Window,
    history: History,
    /// None where the reader's settings forbid storage: then every page starts at its top.
    storage: Option<Storage>,
    key: Cell<f64>,
}

impl Entries {
    /// Takes over the entry that is shown.
    pub(crate) fn take_over(window: Window) -> Result<Self, JsValue> {
        let history = window.history()?;
        // The browser would restore the position before the view is there. One that cannot be told so does.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let storage = window.session_storage().ok().flatten();
        let entries = Entries { window, history, storage, key: Cell::new(0.0) };
        match entries.state_key() {
            Some(key) => entries.key.set(key),
            None => entries.replace(),
        }
        Ok(entries)
    }

    /// Adds an entry for a new address.
    pub(crate) fn push(&self, href: &str) -> Result<(), JsValue> {
        self.keep_position();
        self.key.set(js_sys::Date::now());
        self.history.push_state_with_url(&JsValue::from_f64(self.key.get()), "", Some(href))
    }

    /// Follows the browser to the entry that it went to, and says how far that one was scrolled.
    pub(crate) fn follow(&self) -> f64 {
        self.keep_position();
        match self.state_key() {
            Some(key) => self.key.set(key),
            // An entry that the browser made itself, by a step within the page.
            None => self.replace(),
        }
        self.position().unwrap_or_default()
    }

    /// How far the shown entry was scrolled when it was left; none for an entry that was not left yet.
    pub(crate) fn position(&self) -> Option<f64> {
        let kept = self.storage.as_ref()?.get_item(&self.name()).ok()??;
        // Whole pixels: parsing a fraction would weigh four kilobytes.
        kept.parse::<u32>().ok().map(f64::from)
    }

    /// Keeps how far the shown entry is scrolled.
    pub(crate) fn keep_position(&self) {
        let position = self.window.scroll_y().unwrap_or_default().max(0.0) as u32;
        if let Some(storage) = &self.storage {
            // A full storage only costs the position.
            let _ = storage.set_item(&self.name(), &position.to_string());
        }
    }

    /// Gives the shown entry another address, of which only the query differs.
    pub(crate) fn set_address(&self, href: &str) {
        // Some browsers refuse after too many a second; the next one that is let through says the same.
        let _ = self.history.replace_state_with_url(&JsValue::from_f64(self.key.get()), "", Some(href));
    }

    /// Gives the shown entry a key. Where the browser refuses, its position is not found again.
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
