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
        self.page = page;
        // Every element of the new view is new, so a screen reader reads out the new heading.
        self.describe(arrival, fx);
        fx.push(Effect::Show(self.page.clone()));
        self.settle(arrival, now, fx);
    }

    /// Sets what belongs to a page beside its view. It comes before the view, so that all changes of the document are in it when
    /// `settle` needs its layout: the browser lays the page out once.
    pub(crate) fn describe(&self, arrival: Arrival, fx: &mut Vec<Effect>) {
        let is_opened = matches!(arrival, Arrival::Opened { .. });
        // A page that was opened without a query keeps the text that the reader typed before the app ran.
        if self.is_here(&Route::Register) && !(is_opened && self.query.is_empty()) {
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
        if !is_opened {
            fx.push(Effect::Announce(name));
        }
    }

    /// Completes an arrival, once the page is in the document.
    pub(crate) fn settle(&mut self, arrival: Arrival, now: f64, fx: &mut Vec<Effect>) {
        match arrival {
            Arrival::Opened { scrolled } => fx.extend(scrolled.map(Effect::ScrollTo)),
            Arrival::Moved => fx.extend([Effect::ScrollTo(0.0), Effect::Focus(FocusTarget::Heading)]),
            Arrival::MovedWithin => fx.extend([Effect::ScrollToList, Effect::Focus(FocusTarget::List)]),
            Arrival::Returned { scrolled } => {
                fx.extend([Effect::Focus(FocusTarget::Heading), Effect::ScrollTo(scrolled)]);
            }
        }
        self.visits += 1;
        self.prefetch.restart();
        fx.push(Effect::After(STAY, Box::new(Event::Stayed(self.visits))));
        if matches!(arrival, Arrival::Moved) && now - self.update_checked >= UPDATE_INTERVAL {
            self.update_checked = now;
            fx.push(Effect::CheckForUpdate);
        }
    }
}
