//! Whether the host has another release of the app by now: asked at a move, and seldom. What the reader is told is the frame's.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, RwSignal, Set};
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

use crate::data;
use crate::portal::Portal;

/// Time between two questions, in milliseconds.
const SELDOM: f64 = 600_000.0;

/// The release that runs.
pub(super) struct Release {
    /// The name of the app's script, as the page has it.
    script: Option<String>,
    asked: Cell<f64>,
}

impl Release {
    /// The release of the page that was opened.
    pub(super) fn of_page(document: &Document) -> Rc<Self> {
        let tag = document.query_selector("script[data-js]").ok().flatten();
        Rc::new(Release { script: tag.and_then(|tag| tag.get_attribute("data-js")), asked: Cell::default() })
    }

    /// Asks, unless it did so not long ago, and notes where another release is there.
    pub(super) fn compare(self: &Rc<Self>, portal: &Arc<Portal>, outdated: RwSignal<bool>) {
        let now = js_sys::Date::now();
        if now - self.asked.get() < SELDOM {
            return;
        }
        self.asked.set(now);
        let (this, portal) = (self.clone(), portal.clone());
        spawn_local(async move {
            let Ok(entry) = data::entry(&portal.base).await else { return };
            let is = this.script.as_ref().is_some_and(|script| !entry.files.contains(script));
            // Told once: a status that is written again is spoken again.
            if is != outdated.get_untracked() {
                outdated.set(is);
            }
        });
    }
}
