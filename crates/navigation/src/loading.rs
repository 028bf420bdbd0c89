//! The steps of a load: the view of a route, or, if the address names no route, its alias; then the register for the not-found view.

use std::sync::Arc;
use std::time::Duration;

use investchn_model::View;
use investchn_model::published::ONLY_AS_PAGE;
use investchn_model::route::Route;

use crate::address::Address;
use crate::event::{Effect, Event, LoadId};
use crate::page_state::{LoadError, PageState};
use crate::state::{Arrival, Awaited, NavigationState, PendingLoad};

/// Time after which a load shows a notice.
const NOTICE: Duration = Duration::from_millis(150);

impl NavigationState {
    /// Loads the page of an address, whose route may be none.
    pub(crate) fn load_address(
        &mut self,
        route: Option<Route>,
        address: Address,
        arrival: Arrival,
        fx: &mut Vec<Effect>,
    ) {
        match route {
            Some(route) => self.load_route(route, arrival, fx),
            None => match address.alias() {
                // No old address looks like an article's, so the list, which may be long, is not needed.
                Some(alias) if !matches!(address.glued_route(), Some(Route::Article(_))) => {
                    let load = self.begin(None, arrival, Awaited::Alias(address), fx);
                    fx.push(Effect::LookUpAlias { load, address: alias });
                }
                _ => self.load_without_alias(&address, arrival, fx),
            },
        }
    }

    /// Loads the view of a route.
    pub(crate) fn load_route(&mut self, route: Route, arrival: Arrival, fx: &mut Vec<Effect>) {
        let load = self.begin(Some(route.clone()), arrival, Awaited::View, fx);
        fx.push(Effect::Load { load, route });
    }

    /// Handles an address that is neither a route nor an old address: without appended punctuation it may be a route.
    fn load_without_alias(&mut self, address: &Address, arrival: Arrival, fx: &mut Vec<Effect>) {
        match address.glued_route() {
            Some(route) => {
                fx.extend(address.respelled(&route, &self.portal.base).map(Effect::ReplaceAddress));
                self.load_route(route, arrival, fx);
            }
            None => {
                let load = self.begin(None, arrival, Awaited::Register, fx);
                fx.push(Effect::Load { load, route: Route::Register });
            }
        }
    }

    fn begin(&mut self, route: Option<Route>, arrival: Arrival, awaits: Awaited, fx: &mut Vec<Effect>) -> LoadId {
        self.end_load(fx);
        self.last_load += 1;
        let id = self.last_load;
        self.load = Some(PendingLoad { id, route, arrival, awaits });
        fx.push(Effect::After(NOTICE, Box::new(Event::LoadIsSlow(id))));
        id
    }

    /// Ends the current load and its notice; the answer will be ignored.
    pub(crate) fn end_load(&mut self, fx: &mut Vec<Effect>) {
        if self.load.take().is_some() {
            fx.push(Effect::EndLoad);
        }
        if std::mem::take(&mut self.waiting) {
            fx.push(Effect::SetWaiting(false));
        }
    }

    /// Takes the load with this number, unless another one has overtaken it.
    fn current_load(&mut self, id: LoadId) -> Option<PendingLoad> {
        self.load.take_if(|load| load.id == id)
    }

    pub(crate) fn loaded(
        &mut self,
        load: LoadId,
        result: Result<Box<View>, LoadError>,
        now: f64,
        fx: &mut Vec<Effect>,
    ) {
        let Some(pending) = self.current_load(load) else { return };
        let PendingLoad { route, arrival, awaits, .. } = pending;
        let state = match (awaits, result) {
            (Awaited::View, Err(LoadError::NotFound)) => {
                // The load continues, and so does its notice.
                self.load = Some(PendingLoad { id: load, route, arrival, awaits: Awaited::Register });
                fx.push(Effect::Load { load, route: Route::Register });
                return;
            }
            (Awaited::View, Ok(view)) => {
                let state = PageState::Ready(Arc::new(*view));
                if let Some(route) = &route {
                    self.kept.keep(route, &state);
                }
                state
            }
            // An opened page would be opened again and again.
            (Awaited::View, Err(LoadError::Status(ONLY_AS_PAGE))) if !matches!(arrival, Arrival::Opened { .. }) => {
                fx.extend(route.map(|route| Effect::LoadDocument(self.portal.href(&route))));
                return;
            }
            (Awaited::View, Err(error)) => PageState::Failed(error),
            (_, result) => PageState::NotFound(result.ok().and_then(|view| match *view {
                View::Register(register) => Some(Arc::new(register)),
                _ => None,
            })),
        };
        self.arrive(state, route, arrival, now, fx);
    }

    pub(crate) fn alias_looked_up(&mut self, load: LoadId, route: Option<Route>, fx: &mut Vec<Effect>) {
        let Some(pending) = self.current_load(load) else { return };
        match (route, pending) {
            (Some(route), pending) => {
                // The browser leaves for the new address. Until then the load stays, so that a click can overtake it.
                fx.push(Effect::ReplaceDocument(self.portal.href(&route)));
                self.load = Some(pending);
            }
            (None, PendingLoad { arrival, awaits: Awaited::Alias(address), .. }) => {
                self.load_without_alias(&address, arrival, fx);
            }
            (None, pending) => self.load = Some(pending),
        }
    }

    /// Shows that a load takes long: beside the current page, or in the empty main part.
    pub(crate) fn load_is_slow(&mut self, load: LoadId, fx: &mut Vec<Effect>) {
        if self.load.as_ref().is_none_or(|pending| pending.id != load) {
            return;
        }
        if self.page.state.is_waiting() {
            self.page.state = PageState::Loading;
            fx.push(Effect::Show(self.page.clone()));
        } else {
            self.waiting = true;
            fx.push(Effect::SetWaiting(true));
        }
    }
}
