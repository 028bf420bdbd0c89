//! A load under way: its request can be ended, and it says so where it takes long. What is loaded is the navigator's.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::{RwSignal, Set, WithUntracked};
use web_sys::{AbortController, AbortSignal};

use crate::app::Stage;
use crate::load::Load;

/// A load that takes longer than this says so.
const A_BLINK: Duration = Duration::from_millis(150);

/// A load under way. Dropping it ends the request and its notice.
pub(super) struct Pending {
    abort: AbortController,
    waiting: RwSignal<bool>,
    notice: Option<TimeoutHandle>,
}

impl Pending {
    /// Begins a load; once it takes longer than a blink it says so: beside the view that stands, or in its place where none does. None
    /// only where the browser cannot abort a request: it then runs to its end.
    pub(super) fn begin(stage: Stage) -> Option<Self> {
        let abort = AbortController::new().ok()?;
        let say_so = move || {
            if stage.load.with_untracked(|load| matches!(load, Load::Begun | Load::Loading)) {
                stage.load.set(Load::Loading);
            } else {
                stage.waiting.set(true);
            }
        };
        Some(Pending { abort, waiting: stage.waiting, notice: set_timeout_with_handle(say_so, A_BLINK).ok() })
    }

    /// The signal that aborts the request once nobody waits for it.
    pub(super) fn signal(&self) -> AbortSignal {
        self.abort.signal()
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.abort.abort();
        if let Some(notice) = self.notice {
            notice.clear();
        }
        self.waiting.set(false);
    }
}
