//! Asks the host if it has a newer release of the app. `navigation` decides when.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, RwSignal, Set};
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

use super::data;
use investchn_navigation::site_context::SiteContext;

/// The running release.
pub(super) struct UpdateCheck {
    /// The name of the app's script, as in the page.
    script: Option<String>,
}

impl UpdateCheck {
    /// Reads the release from the page.
    pub(super) fn of_page(document: &Document) -> Rc<Self> {
        let tag = document.query_selector("script[data-js]").ok().flatten();
        Rc::new(UpdateCheck { script: tag.and_then(|tag| tag.get_attribute("data-js")) })
    }

    /// Asks the host, and sets `outdated` if its app has another script.
    pub(super) fn run(self: &Rc<Self>, portal: &Arc<SiteContext>, outdated: RwSignal<bool>) {
        let (this, portal) = (self.clone(), portal.clone());
        spawn_local(async move {
            let Ok(entry) = data::entry(&portal.base).await else { return };
            let is_outdated = this.script.as_ref().is_some_and(|script| !entry.files.contains(script));
            // Only on a change, because a screen reader announces a live region each time it is written.
            if is_outdated != outdated.get_untracked() {
                outdated.set(is_outdated);
            }
        });
    }
}
