//! What is stored on this device: the button that keeps a page, and the lists of what is kept and of what was read. What a
//! button asks stands on it; the browser's half hands it to the worker. Where there is no worker all of it is hidden.

use investchn_messages::ZH;
use investchn_model::{DevicePage, Shelf, Stored};
use leptos::prelude::{RwSignal, With, use_context};

use crate::markup::{Markup, view};
use crate::portal::Portal;
use investchn_model::route::Route;

/// What the worker told, to be followed.
#[derive(Clone, Copy)]
struct Told(RwSignal<Option<Shelf>>);

impl Told {
    fn here() -> Self {
        Told(use_context().unwrap_or_default())
    }

    fn asks(self, of: &dyn Fn(&Shelf) -> bool) -> bool {
        self.0.with(|shelf| shelf.as_ref().is_some_and(of))
    }

    /// Whether there is a worker that could keep anything.
    fn has_worker(self) -> bool {
        self.asks(&|_| true)
    }

    fn busy(self) -> Option<&'static str> {
        self.asks(&|shelf| shelf.busy).then_some("true")
    }

    fn keeps_nothing(self) -> bool {
        !self.asks(&|shelf| !shelf.kept.is_empty())
    }
}

/// Keeps a zone or a region on this device, or lets it go. Its place is there before it is: nothing moves when the worker answers.
pub(crate) fn keep_button(portal: &Portal, route: &Route) -> Markup {
    let told = Told::here();
    let (value, path) = (route.path(), route.path());
    let kept = move || told.asks(&|shelf| shelf.kept.iter().any(|kept| kept.path == path));
    let (label, ask) = (kept.clone(), kept.clone());
    view! {
        <div class="keep" data-idle=move || !told.has_worker()>
            <button
                class="button button-quiet"
                type="button"
                value=value
                data-ask=move || if ask() { "drop" } else { "keep" }
                aria-disabled=move || told.busy()
            >
                {move || if label() { ZH.saved.drop } else { ZH.saved.keep }}
            </button>
            <a href=portal.href(&Route::Device(DevicePage::Saved)) hidden=move || !kept()>{ZH.actions.saved_pages}</a>
            {outcome(told)}
        </div>
    }
}

/// What the last wish came to, spoken too.
fn outcome(told: Told) -> Markup {
    let said = move || told.0.with(|shelf| shelf.as_ref().map(|shelf| shelf.said.clone()));
    view! { <p class="outcome" role="status">{said}</p> }
}

/// What the reader keeps, each with its age and size, and how to renew it and to let it go.
pub(crate) fn kept_list(portal: &Portal) -> Markup {
    let told = Told::here();
    let portal = portal.clone();
    let button = move |ask: &'static str, label: &'static str, stored: &Stored| {
        let name = ZH.saved.action_on(label, &stored.name);
        let value = stored.path.clone();
        view! {
            <button class="button button-quiet" type="button" data-ask=ask value=value aria-label=name aria-disabled=told.busy()>
                {label}
            </button>
        }
    };
    let row = move |stored: &Stored| {
        view! {
            <li>
                <div><a href=portal.link(&stored.path)>{stored.name.clone()}</a><p>{stored.note.clone()}</p></div>
                <div class="kept-actions">{button("keep", ZH.saved.renew_one, stored)}{button("drop", ZH.saved.drop_one, stored)}</div>
            </li>
        }
    };
    let rows = move || told.0.with(|shelf| shelf.iter().flat_map(|shelf| &shelf.kept).map(&row).collect::<Vec<_>>());
    view! {
        <p class="empty" hidden=move || told.has_worker()>
            {ZH.saved.unavailable}
        </p>
        <p class="empty" hidden=move || !told.has_worker() || !told.keeps_nothing()>{ZH.saved.empty}</p>
        <ul class="kept" hidden=move || told.keeps_nothing()>{rows}</ul>
        <p hidden=move || told.keeps_nothing()>
            <button class="button button-quiet" type="button" data-ask="empty" aria-disabled=move || told.busy()>
                {ZH.saved.clear}
            </button>
        </p>
        {outcome(told)}
    }
}

/// What is kept and what was read, to be read again without a network.
pub(crate) fn read_list(portal: &Portal) -> Markup {
    let told = Told::here();
    let portal = portal.clone();
    let row = move |stored: &Stored| {
        view! { <li><a href=portal.link(&stored.path)>{stored.name.clone()}</a></li> }
    };
    let rows = move || {
        let list = |shelf: &Shelf| shelf.kept.iter().chain(&shelf.read).map(&row).collect::<Vec<_>>();
        told.0.with(|shelf| shelf.as_ref().map(list))
    };
    let none = move || !told.asks(&|shelf| !shelf.read.is_empty()) && told.keeps_nothing();
    view! {
        <section class="readable" hidden=none aria-labelledby="readable-heading">
            <h2 id="readable-heading">{ZH.saved.readable}</h2>
            <ul>{rows}</ul>
        </section>
    }
}
