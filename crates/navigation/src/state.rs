//! The state of the machine: the page that is shown, the load under way, and the page that arrives next.

use std::sync::Arc;

use investchn_model::route::Route;

use crate::address::Address;
use crate::event::LoadId;
use crate::kept_pages::KeptPages;
use crate::page_state::CurrentPage;
use crate::prefetch::Prefetch;
use crate::site_context::SiteContext;

/// The whole state of navigation.
///
/// `step` changes it in place: that is the pure function `(state, event) -> (state, effects)` without a copy of the state.
#[derive(Debug)]
pub struct NavigationState {
    pub(crate) portal: Arc<SiteContext>,
    /// The page that is shown, or that the pending effects will show.
    pub(crate) page: CurrentPage,
    /// The query of the address.
    pub(crate) query: String,
    /// The load under way.
    pub(crate) load: Option<PendingLoad>,
    pub(crate) last_load: LoadId,
    /// True while the reader sees that the next page is loading.
    pub(crate) waiting: bool,
    /// A loaded page that waits for its history entry.
    pub(crate) next: Option<Move>,
    /// Number of pages shown so far.
    pub(crate) visits: u32,
    pub(crate) kept: KeptPages,
    pub(crate) prefetch: Prefetch,
    /// Time of the last check for an update, in milliseconds.
    pub(crate) update_checked: f64,
}

/// The way by which the reader came to a page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Arrival {
    /// By opening it. The browser has set the focus.
    Opened {
        /// The position to restore after a reload, in pixels.
        scrolled: Option<f64>,
    },
    /// By a link.
    Moved,
    /// By a link to another list under the same head: 图片新闻 of the same zone, or an older page.
    MovedWithin,
    /// By back or forward.
    Returned {
        /// The position to restore, in pixels.
        scrolled: f64,
    },
}

/// A loaded page, and the way by which the reader comes to it.
#[derive(Debug)]
pub(crate) struct Move {
    pub(crate) page: CurrentPage,
    pub(crate) arrival: Arrival,
}

/// A load under way.
#[derive(Debug)]
pub(crate) struct PendingLoad {
    pub(crate) id: LoadId,
    /// None if the address names no route.
    pub(crate) route: Option<Route>,
    pub(crate) arrival: Arrival,
    pub(crate) awaits: Awaited,
}

/// The answer that a load waits for.
#[derive(Debug)]
pub(crate) enum Awaited {
    /// The view of the load's route.
    View,
    /// The route to which this old address redirects.
    Alias(Address),
    /// The register, for the not-found view.
    Register,
}

impl NavigationState {
    /// Returns the initial state. A published page brings itself along, or its view; the page of an unknown address brings none.
    pub fn new(portal: Arc<SiteContext>, page: CurrentPage) -> Self {
        let (query, load, last_load, waiting, next) = Default::default();
        let (visits, kept, prefetch, update_checked) = Default::default();
        NavigationState { portal, page, query, load, last_load, waiting, next, visits, kept, prefetch, update_checked }
    }

    /// Returns true if the page of this route is shown.
    pub(crate) fn is_here(&self, route: &Route) -> bool {
        self.page.route.as_ref() == Some(route)
    }
}
