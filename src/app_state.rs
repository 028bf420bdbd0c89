//! The app's reactive state: the signals that the views follow. `browser` writes them.

use investchn_model::OfflineStatus;
use investchn_model::route::Route;
use leptos::prelude::RwSignal;

use investchn_navigation::page_state::{CurrentPage, PageState};
use investchn_navigation::register_index::RowsState;
use investchn_navigation::zone_query::ZoneQuery;

/// The signals of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct AppState {
    /// The page that is shown.
    pub page: RwSignal<CurrentPage>,
    /// True while the next page loads noticeably long and the current one stays.
    pub waiting: RwSignal<bool>,
    /// The register's filter.
    pub zone_query: RwSignal<ZoneQuery>,
    /// All rows of the register.
    pub register_rows: RwSignal<RowsState>,
    /// Changes after the frame that shows the first rows of a changed query; the other rows follow then.
    pub rest_of_rows: RwSignal<()>,
    /// The pages that are stored on this device; none if no worker can store any.
    pub offline_status: RwSignal<Option<OfflineStatus>>,
    /// The text that a screen reader announces after a move.
    pub announcement: RwSignal<String>,
    /// True once the host has another release of the app.
    pub outdated: RwSignal<bool>,
}

impl AppState {
    /// Returns the state of an app that shows this page.
    pub fn new(route: Option<Route>, state: PageState) -> Self {
        let (zone_query, register_rows, rest_of_rows, offline_status) = Default::default();
        let (waiting, announcement, outdated) = Default::default();
        let page = RwSignal::new(CurrentPage { route, state });
        AppState { page, waiting, zone_query, register_rows, rest_of_rows, offline_status, announcement, outdated }
    }
}
