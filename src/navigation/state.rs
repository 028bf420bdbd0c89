//! The state of the machine, and its step: which event leads where.

use std::sync::Arc;
use std::time::Duration;

use investchn_model::route::Route;

use super::arrival::{Arrival, Move};
use super::event::{Effect, Event, LoadId};
use super::kept_views::KeptViews;
use super::loading::PendingLoad;
use super::prefetch::Prefetch;
use crate::page_state::{CurrentPage, LoadError, PageState};
use crate::site_context::SiteContext;

/// A network that returned does not carry requests at once.
const SETTLING: Duration = Duration::from_secs(1);

/// Everything that navigation remembers.
///
/// `step` changes it in place: that is the pure function `(state, event) -> (state, effects)` without a copy of the state.
#[derive(Debug)]
pub struct NavigationState {
    pub(super) portal: Arc<SiteContext>,
    /// The page that is shown, or that the effects on their way will show.
    pub(super) page: CurrentPage,
    /// The query of the address.
    pub(super) query: String,
    /// The load under way.
    pub(super) load: Option<PendingLoad>,
    pub(super) last_load: LoadId,
    /// True while the reader sees that the next page is loading.
    pub(super) waiting: bool,
    /// A loaded page that waits for its history entry.
    pub(super) next: Option<Move>,
    /// Number of pages shown so far.
    pub(super) visits: u32,
    pub(super) kept: KeptViews,
    pub(super) prefetch: Prefetch,
    /// Time of the last check for an update, in milliseconds.
    pub(super) update_checked: f64,
}

impl NavigationState {
    /// The state at the start. A published page brings its view along; the page of an unknown address brings none.
    pub fn new(portal: Arc<SiteContext>, page: CurrentPage) -> Self {
        let (query, load, last_load, waiting, next) = Default::default();
        let (visits, kept, prefetch, update_checked) = Default::default();
        NavigationState { portal, page, query, load, last_load, waiting, next, visits, kept, prefetch, update_checked }
    }

    /// Takes an event at a time, in milliseconds since 1970, and answers with what the browser has to do.
    pub fn step(&mut self, event: Event, now: f64) -> Vec<Effect> {
        let mut effects = Vec::new();
        let fx = &mut effects;
        match event {
            Event::Opened { address, scrolled } => {
                self.query.clone_from(&address.query);
                let arrival = Arrival::Opened { scrolled };
                let route = self.page.route.clone();
                if let Some(route) = &route {
                    fx.extend(address.respelled(route, &self.portal.base).map(Effect::ReplaceAddress));
                }
                match (route, self.page.state.clone()) {
                    (Some(route), PageState::Ready(view)) => {
                        self.kept.keep(&route, &view);
                        self.settle(arrival, now, fx);
                    }
                    (route, _) => self.load_address(route, address, arrival, fx),
                }
            }
            Event::LinkFollowed(route) => self.go(route, now, fx),
            Event::Traversed { address, scrolled } => {
                let route = address.route();
                if route == self.page.route {
                    // A step within the page.
                    fx.push(Effect::ScrollTo(scrolled));
                    return effects;
                }
                fx.push(Effect::MakeLinksAbsolute);
                self.query.clone_from(&address.query);
                let arrival = Arrival::Returned { scrolled };
                match route.as_ref().and_then(|route| self.kept.get(route)) {
                    Some(view) => self.arrive(PageState::Ready(view), route, arrival, now, fx),
                    None => {
                        // The browser has changed the address already, so the view of the old address must go at once.
                        self.page = CurrentPage { route: route.clone(), state: PageState::Pending };
                        fx.push(Effect::Show(self.page.clone()));
                        self.load_address(route, address, arrival, fx);
                    }
                }
            }
            Event::EntryAdded(added) => {
                if let Some(next) = self.next.take() {
                    self.enter(next, added, now, fx);
                }
            }
            Event::Loaded { load, result } => self.loaded(load, result, now, fx),
            Event::AliasLookedUp { load, route } => self.alias_looked_up(load, route, fx),
            Event::LoadIsSlow(load) => self.load_is_slow(load, fx),
            // The timer runs in any case: a load that began before may still fail within it.
            Event::NetworkReturned => fx.push(Effect::After(SETTLING, Box::new(Event::RetryDue))),
            Event::RetryDue => {
                let is_offline = matches!(self.page.state, PageState::Failed(LoadError::Offline));
                if let Some(route) = self.page.route.clone().filter(|_| is_offline) {
                    self.go(route, now, fx);
                }
            }
            Event::LinkPointedAt(route) => {
                if !self.is_here(&route) && self.prefetch.begin(&route, now) {
                    fx.push(Effect::Prefetch(route));
                }
            }
            Event::Stayed(visit) => {
                if visit == self.visits {
                    fx.push(Effect::ObserveLinks);
                }
            }
            Event::LinkInView(route) => {
                if !self.is_here(&route) && self.prefetch.begin_in_view(&route, now) {
                    fx.push(Effect::Prefetch(route));
                }
            }
            Event::Prefetched { route, view } => self.prefetch.end(route, view, now),
            Event::FilterChanged(query) => {
                if self.is_here(&Route::Register) {
                    fx.push(Effect::ReplaceAddress(self.portal.href(&Route::Register) + &query));
                    self.query = query;
                }
            }
        }
        effects
    }

    pub(super) fn is_here(&self, route: &Route) -> bool {
        self.page.route.as_ref() == Some(route)
    }

    /// Follows a link: shows the prefetched view, or loads it.
    fn go(&mut self, route: Route, now: f64, fx: &mut Vec<Effect>) {
        let stays_below_head =
            self.page.route.as_ref().is_some_and(|here| *here != route && here.shares_head_with(&route));
        let arrival = if stays_below_head { Arrival::MovedWithin } else { Arrival::Moved };
        match self.prefetch.take(&route, now) {
            Some(view) => {
                self.kept.keep(&route, &view);
                self.arrive(PageState::Ready(view), Some(route), arrival, now, fx);
            }
            None => self.load_route(route, arrival, fx),
        }
    }
}
