//! The step of the machine: the effects of each event.

use std::time::Duration;

use investchn_model::route::Route;

use crate::event::{Effect, Event};
use crate::page_state::{CurrentPage, LoadError, PageState};
use crate::state::{Arrival, NavigationState};

/// Time that a network needs after it has returned before it carries requests.
const SETTLING: Duration = Duration::from_secs(1);

impl NavigationState {
    /// Handles an event at a time, in milliseconds since 1970, and returns the effects for the browser.
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
                match (route, &self.page.state) {
                    (Some(route), PageState::Published(_) | PageState::Ready(_)) => {
                        self.kept.keep(&route, &self.page.state);
                        self.describe(arrival, fx);
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
                    Some(state) => self.arrive(state, route, arrival, now, fx),
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
            // The timer runs in any case: an earlier load may still fail within it.
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

    /// Follows a link: shows the prefetched view, or loads it.
    fn go(&mut self, route: Route, now: f64, fx: &mut Vec<Effect>) {
        let stays_below_head =
            self.page.route.as_ref().is_some_and(|here| *here != route && here.shares_head_with(&route));
        let arrival = if stays_below_head { Arrival::MovedWithin } else { Arrival::Moved };
        match self.prefetch.take(&route, now) {
            Some(view) => {
                let state = PageState::Ready(view);
                self.kept.keep(&route, &state);
                self.arrive(state, Some(route), arrival, now, fx);
            }
            None => self.load_route(route, arrival, fx),
        }
    }
}
