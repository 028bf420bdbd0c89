//! The views that the reader has seen, so that back and forward show them at once.

use std::collections::VecDeque;
use std::sync::Arc;

use investchn_model::View;
use investchn_model::route::Route;

/// Maximum number of views.
const CAPACITY: usize = 16;

/// The most recently shown views, the latest first.
#[derive(Debug, Default)]
pub(super) struct KeptViews(VecDeque<(Route, Arc<View>)>);

impl KeptViews {
    /// Keeps a view, and drops the oldest if there are too many.
    pub(super) fn keep(&mut self, route: &Route, view: &Arc<View>) {
        self.0.retain(|(kept, _)| kept != route);
        self.0.push_front((route.clone(), view.clone()));
        self.0.truncate(CAPACITY);
    }

    /// Returns the view of a route, if it is kept.
    pub(super) fn get(&self, route: &Route) -> Option<Arc<View>> {
        self.0.iter().find(|(kept, _)| kept == route).map(|(_, view)| view.clone())
    }
}
