//! The frame of every page: skip link, header, main part, footer, and the voice for moves. What stands in the main part is
//! the business of `pages`.

use std::sync::Arc;

use investchn_messages::ZH;
use investchn_model::Shelf;
use leptos::prelude::{Get, GetUntracked, RwSignal, With, provide_context};

use crate::components::{footer, header};
use crate::filter::Asked;
use crate::load::Load;
use crate::markup::{Markup, view};
use crate::pages;
use crate::portal::Portal;
use investchn_model::route::Route;

/// What the frame follows.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    /// The route of the address; none where it is not the portal's.
    pub here: RwSignal<Option<Route>>,
    /// The state of the main part.
    pub load: RwSignal<Load>,
    /// True while the next view loads for longer than a blink.
    pub waiting: RwSignal<bool>,
    /// What the register is asked for.
    pub asked: RwSignal<Asked>,
    /// What is stored on this device; none where nothing can be.
    pub shelf: RwSignal<Option<Shelf>>,
    /// What a screen reader is told after a move.
    pub announcement: RwSignal<String>,
    /// Whether the host has another release of the app by now.
    pub outdated: RwSignal<bool>,
}

impl Stage {
    /// A stage with a state on it.
    pub fn new(here: Option<Route>, load: Load) -> Self {
        let (asked, shelf) = (RwSignal::default(), RwSignal::default());
        let (waiting, announcement, outdated) = Default::default();
        Stage { here: RwSignal::new(here), load: RwSignal::new(load), waiting, asked, shelf, announcement, outdated }
    }
}

/// The whole page.
pub fn app(portal: Arc<Portal>, stage: Stage) -> Markup {
    provide_context(stage.asked);
    provide_context(stage.shelf);
    let head = header(&portal, stage.here);
    let foot = footer(&portal);
    let main = move || stage.load.with(|load| pages::main_part(&portal, load, stage.here.get_untracked().as_ref()));
    let is_begun = move || stage.load.with(|load| matches!(load, Load::Begun | Load::Loading));
    let busy = move || (stage.waiting.get() || is_begun()).then_some("true");
    view! {
        <a class="skip-link" href="#main">{ZH.frame.skip_link}</a>
        {head}
        <main id="main" tabindex="-1" aria-busy=busy>{main}</main>
        {foot}
        <div class="waiting" role="status">{move || stage.waiting.get().then(waiting)}</div>
        <p class="visually-hidden" role="status" aria-live="polite">{move || stage.announcement.get()}</p>
        <div class="below" role="status">{move || stage.outdated.get().then(outdated)}</div>
    }
}

/// Tells a reader that the next page is loading. The current one stays until then.
fn waiting() -> Markup {
    view! { <p data-state="loading">{ZH.frame.loading}</p> }
}

/// What a reader is told when the portal has a new version; they can go on reading.
fn outdated() -> Markup {
    view! {
        <p class="outdated">
            {ZH.frame.outdated_before}
            <a href="" target="_self">{ZH.frame.outdated_link}</a>
            {ZH.frame.outdated_after}
        </p>
    }
}
