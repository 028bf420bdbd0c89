//! The pages that the reader has seen, so that back and forward show them at once.

use std::collections::VecDeque;

use investchn_model::route::Route;

use crate::page_state::PageState;

/// Maximum number of pages.
const CAPACITY: usize = 16;

/// The most recently shown pages that have a view, the latest first.
#[derive(Debug, Default)]
pub(super) struct KeptPages(VecDeque<(Route, PageState)>);

impl KeptPages {
    /// Keeps the state of a page, and drops the oldest if there are too many.
    pub(super) fn keep(&mut self, route: &Route, state: &PageState) {
        self.0.retain(|(kept, _)| kept != route);
        self.0.push_front((route.clone(), state.clone()));
        self.0.truncate(CAPACITY);
    }

    /// Returns the state of a route's page, if it is kept.
    pub(super) fn get(&self, route: &Route) -> Option<PageState> {
        self.0.iter().find(|(kept, _)| kept == route).map(|(_, state)| state.clone())
    }
}
