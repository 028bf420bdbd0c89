//! Arriving at a page: address and view change together; then head, focus, scroll position and announcement follow.

use std::time::Duration;

use investchn_model::route::Route;

use crate::event::{Effect, Event, FocusTarget};
use crate::page_meta;
use crate::page_state::{CurrentPage, PageState};
use crate::state::{Arrival, Move, NavigationState};

/// Time before links in view are prefetched: a reader who only passes through needs none of them.
const STAY: Duration = Duration::from_millis(500);

/// Minimum time between two checks for an update, in milliseconds.
const UPDATE_INTERVAL: f64 = 600_000.0;

impl NavigationState {
    /// Ends a load: adds a history entry if the reader moved to another address, or else shows the page.
    pub(crate) fn arrive(
        &mut self,
        state: PageState,
        route: Option<Route>,
        arrival: Arrival,
        now: f64,
        fx: &mut Vec<Effect>,
    ) {
        self.end_load(fx);
        let next = Move { page: CurrentPage { route, state }, arrival };
        if let (Some(route), Arrival::Moved | Arrival::MovedWithin) = (&next.page.route, arrival) {
            let href = self.portal.href(route);
            // The address of a move has no query.
            self.query.clear();
            if !self.is_here(route) {
                fx.extend([Effect::MakeLinksAbsolute, Effect::AddEntry(href)]);
                self.next = Some(next);
                return;
            }
            fx.push(Effect::ReplaceAddress(href));
        }
        self.enter(next, true, now, fx);
    }

    /// Shows a page at its address. If the browser refused a history entry for it, the browser loads the page instead: some refuse
    /// after too many entries in a short time.
    pub(crate) fn enter(&mut self, next: Move, added: bool, now: f64, fx: &mut Vec<Effect>) {
        let Move { page, arrival } = next;
        if let Some(route) = page.route.as_ref().filter(|_| !added) {
            fx.push(Effect::LoadDocument(self.portal.href(route)));
            return;
        }
        // Removes the old view first. Two articles have the same elements with different texts: if the elements stayed, a screen
        // reader would not read out the new heading, and an opened list of sources would stay open.
        fx.push(Effect::Show(CurrentPage { route: page.route.clone(), state: PageState::Pending }));
        fx.push(Effect::Show(page.clone()));
        self.page = page;
        self.settle(arrival, now, fx);
    }

    /// Completes an arrival, once the page is in the document.
    pub(crate) fn settle(&mut self, arrival: Arrival, now: f64, fx: &mut Vec<Effect>) {
        // A page that was opened without a query keeps the text that the reader typed before the app ran.
        let is_plain = matches!(arrival, Arrival::Opened { .. }) && self.query.is_empty();
        if !is_plain && self.is_here(&Route::Register) {
            fx.push(Effect::FilterRegister(self.query.clone()));
        }
        let portal = &self.portal;
        let name = page_meta::state_name(&self.page.state, portal);
        let (title, description) = match &self.page.state {
            PageState::Published(page) => (page.title.clone(), page.description.clone()),
            PageState::Ready(view) => (page_meta::title(view, portal), page_meta::description(view, portal)),
            _ => ([&name, " - ", &portal.site.name].concat(), String::new()),
        };
        fx.push(Effect::SetHead { title, description, route: self.page.route.clone() });
        match arrival {
            Arrival::Opened { scrolled } => fx.extend(scrolled.map(Effect::ScrollTo)),
            Arrival::Moved => {
                if now - self.update_checked >= UPDATE_INTERVAL {
                    self.update_checked = now;
                    fx.push(Effect::CheckForUpdate);
                }
                fx.extend([Effect::ScrollTo(0.0), Effect::Focus(FocusTarget::Heading), Effect::Announce(name)]);
            }
            Arrival::MovedWithin => {
                fx.extend([Effect::ScrollToList, Effect::Focus(FocusTarget::List), Effect::Announce(name)]);
            }
            Arrival::Returned { scrolled } => {
                fx.extend([Effect::Focus(FocusTarget::Heading), Effect::ScrollTo(scrolled), Effect::Announce(name)]);
            }
        }
        self.visits += 1;
        self.prefetch.restart();
        fx.push(Effect::After(STAY, Box::new(Event::Stayed(self.visits))));
    }
}
