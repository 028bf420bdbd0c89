//! Saved pages: the button that saves a page, and the lists of saved and of visited pages. A button names its request in
//! `data-ask`, and `browser::offline_status` sends it to the worker. Without a worker all of it is hidden.

use investchn_markup::{Markup, view};
use investchn_messages::{TEXT, text};
use investchn_model::{OfflineStatus, StoredPage};
use leptos::prelude::{RwSignal, With};

use crate::app_state::AppState;
use investchn_model::route::Route;
use investchn_navigation::site_context::SiteContext;

/// The worker's report as a signal.
#[derive(Clone, Copy)]
struct WorkerReport(RwSignal<Option<OfflineStatus>>);

impl WorkerReport {
    fn is(self, of: &dyn Fn(&OfflineStatus) -> bool) -> bool {
        self.0.with(|status| status.as_ref().is_some_and(of))
    }

    /// Returns true if a worker has reported, so that pages can be saved.
    fn has_worker(self) -> bool {
        self.is(&|_| true)
    }

    fn busy(self) -> Option<&'static str> {
        self.is(&|status| status.busy).then_some("true")
    }

    fn has_no_saved_page(self) -> bool {
        !self.is(&|status| !status.kept.is_empty())
    }
}

/// Renders the button that saves the zone or the region of a list on this device, or removes it. Its place is reserved, so that nothing
/// moves when the worker reports.
pub(crate) fn keep_button(portal: &SiteContext, state: AppState, list: &Route) -> Option<Markup> {
    let route = &match list {
        Route::Region(code, _) => Route::Region(*code, None),
        Route::Zone(id, ..) => Route::Zone(id.clone(), None, None),
        _ => return None,
    };
    let report = WorkerReport(state.offline_status);
    let (value, path) = (portal.path(route), portal.path(route));
    let kept = move || report.is(&|status| status.kept.iter().any(|kept| kept.path == path));
    let (label, ask) = (kept.clone(), kept.clone());
    Some(view! {
        <div class="keep" data-idle=move || !report.has_worker()>
            <button
                class="button button-quiet"
                type="button"
                value=value
                data-ask=move || if ask() { "drop" } else { "keep" }
                aria-disabled=move || report.busy()
            >
                {move || if label() { TEXT.saved.drop } else { TEXT.saved.keep }}
            </button>
            <a href=portal.href(&Route::Saved) hidden=move || !kept()>{TEXT.actions.saved_pages}</a>
            {outcome(report)}
        </div>
    })
}

/// Renders the outcome of the last request, as a live region.
fn outcome(report: WorkerReport) -> Markup {
    let said = move || report.0.with(|status| status.as_ref().map(|status| TEXT.saved.reported(&status.said)));
    view! { <p class="outcome" role="status">{said}</p> }
}

/// Renders the saved pages, each with its age and size, and with the buttons that renew and remove it.
pub(crate) fn kept_list(portal: &SiteContext, state: AppState) -> Markup {
    let words = portal.words;
    let report = WorkerReport(state.offline_status);
    let portal = portal.clone();
    let button = move |ask: &'static str, label: &'static str, stored: &StoredPage| {
        let name = words.saved.action_on(text(label), &stored.name);
        let value = stored.path.clone();
        view! {
            <button class="button button-quiet" type="button" data-ask=ask value=value aria-label=name aria-disabled=report.busy()>
                {label}
            </button>
        }
    };
    let row = move |stored: &StoredPage| {
        view! {
            <li>
                <div><a href=portal.link(&stored.path)>{stored.name.clone()}</a><p>{words.saved.reported(&stored.note)}</p></div>
                <div class="kept-actions">{button("keep", words.saved.renew_one, stored)}{button("drop", words.saved.drop_one, stored)}</div>
            </li>
        }
    };
    let rows =
        move || report.0.with(|status| status.iter().flat_map(|status| &status.kept).map(&row).collect::<Vec<_>>());
    view! {
        <p class="empty" hidden=move || report.has_worker()>
            {TEXT.saved.unavailable}
        </p>
        <p class="empty" hidden=move || !report.has_worker() || !report.has_no_saved_page()>{TEXT.saved.empty}</p>
        <ul class="kept" hidden=move || report.has_no_saved_page()>{rows}</ul>
        <p hidden=move || report.has_no_saved_page()>
            <button class="button button-quiet" type="button" data-ask="empty" aria-disabled=move || report.busy()>
                {TEXT.saved.clear}
            </button>
        </p>
        {outcome(report)}
    }
}

/// Renders the saved and the visited pages, which can be read without a network.
pub(crate) fn read_list(portal: &SiteContext, state: AppState) -> Markup {
    let report = WorkerReport(state.offline_status);
    let portal = portal.clone();
    let row = move |stored: &StoredPage| {
        view! { <li><a href=portal.link(&stored.path)>{stored.name.clone()}</a></li> }
    };
    let rows = move || {
        let list = |status: &OfflineStatus| status.kept.iter().chain(&status.read).map(&row).collect::<Vec<_>>();
        report.0.with(|status| status.as_ref().map(list))
    };
    let none = move || !report.is(&|status| !status.read.is_empty()) && report.has_no_saved_page();
    view! {
        <section class="readable" hidden=none aria-labelledby="readable-heading">
            <h2 id="readable-heading">{TEXT.saved.readable}</h2>
            <ul>{rows}</ul>
        </section>
    }
}
