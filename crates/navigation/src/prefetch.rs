//! Decides which views are loaded before the reader follows a link to them, and holds them for a short time.
//!
//! Few views are held and few requests run at once, so that prefetching never delays the page that the reader asked for.

use std::collections::VecDeque;
use std::sync::Arc;

use investchn_model::View;
use investchn_model::route::Route;

/// Maximum number of held views.
const CAPACITY: usize = 4;

/// Time for which a view may be shown without another request, in milliseconds.
const FRESH: f64 = 300_000.0;

/// Maximum number of requests at once.
const CONCURRENT: usize = 2;

/// Number of links of a page that are prefetched because they came into view.
const IN_VIEW: u8 = 2;

/// The prefetched views, and the requests under way.
#[derive(Debug, Default)]
pub(super) struct Prefetch {
    /// Route, time of arrival in milliseconds and view, the latest first.
    held: VecDeque<(Route, f64, Arc<View>)>,
    under_way: Vec<Route>,
    /// Number of links of this page that may still be prefetched because they come into view.
    in_view_left: u8,
}

impl Prefetch {
    /// Resets the count of links in view, because a new page is shown.
    pub(super) fn restart(&mut self) {
        self.in_view_left = IN_VIEW;
    }

    /// Returns true if a route that the reader pointed at is to be requested now, and records the request.
    pub(super) fn begin(&mut self, route: &Route, now: f64) -> bool {
        let is_held = self.held.iter().any(|(held, since, _)| held == route && now - since < FRESH);
        let may_begin = !is_held && self.under_way.len() < CONCURRENT && !self.under_way.contains(route);
        if may_begin {
            self.under_way.push(route.clone());
        }
        may_begin
    }

    /// Like `begin`, for a link that came into view.
    pub(super) fn begin_in_view(&mut self, route: &Route, now: f64) -> bool {
        let begins = self.in_view_left > 0 && self.begin(route, now);
        self.in_view_left -= u8::from(begins);
        begins
    }

    /// Ends a request. A failure is ignored: when the reader follows the link, its page is loaded and reports errors.
    pub(super) fn end(&mut self, route: Route, view: Option<Box<View>>, now: f64) {
        self.under_way.retain(|under_way| *under_way != route);
        if let Some(view) = view {
            self.held.push_front((route, now, Arc::new(*view)));
            self.held.truncate(CAPACITY);
        }
    }

    /// Removes the view of a route and returns it, if it is held and still fresh.
    pub(super) fn take(&mut self, route: &Route, now: f64) -> Option<Arc<View>> {
        let place = self.held.iter().position(|(held, _, _)| held == route)?;
        self.held.remove(place).filter(|(_, since, _)| now - since < FRESH).map(|(_, _, view)| view)
    }
}
