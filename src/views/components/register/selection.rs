//! The rows that the query selects. Count, table and button follow it, so a query is matched once.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use investchn_markup::Markup;
use investchn_messages::{AppMessages, text};
use investchn_model::register::{FIRST_ROWS, MORE_ROWS};
use investchn_model::{Register, RegisterRow};
use investchn_navigation::register_index::RegisterIndex;
use investchn_navigation::zone_query::{Parameter, ZoneQuery};
use leptos::prelude::{Get, RwSignal, Set, Track, Update, With, WithUntracked, untrack};

use crate::app_state::AppState;
use investchn_navigation::register_index::RowsState;

/// The number of rows that follow each key at once. On a telephone they fill the window.
const ON_FIRST_SCREEN: usize = 6;

/// The selected rows.
///
/// Leptos's `Memo` could keep the places, but this would be its only use in the app, and it adds 900 bytes (brotli).
pub(super) struct Selection {
    words: &'static AppMessages,
    pub(super) query: RwSignal<ZoneQuery>,
    rows: RwSignal<RowsState>,
    /// Changes when the rows below the first screen are to follow the query.
    rest_of_rows: RwSignal<()>,
    /// The number of rows that the reader asked to see. A new query begins anew, so the query belongs to it.
    limit: RwSignal<(ZoneQuery, usize)>,
    /// The rows of the page, which are there before all rows are loaded.
    first: Vec<RegisterRow>,
    /// The number of all rows.
    all: usize,
    /// The query that was matched last, with the places of its rows.
    last: RefCell<Option<(ZoneQuery, Rc<[usize]>)>>,
}

impl Selection {
    pub(super) fn new(words: &'static AppMessages, state: AppState, register: &Register) -> Self {
        Selection {
            words,
            query: state.zone_query,
            rows: state.register_rows,
            rest_of_rows: state.rest_of_rows,
            limit: RwSignal::default(),
            first: register.first.clone(),
            all: register.rows as usize,
            last: RefCell::default(),
        }
    }

    /// Asks for all rows, unless they are here or on their way.
    pub(super) fn want_rows(&self) {
        if self.rows.with_untracked(|rows| matches!(rows, RowsState::Absent | RowsState::Failed)) {
            self.rows.set(RowsState::Wanted);
        }
    }

    pub(super) fn show_more(&self) {
        self.want_rows();
        let limit = self.limit() + MORE_ROWS;
        self.limit.set((self.query.get(), limit));
    }

    /// Returns the number of rows that are shown at most.
    fn limit(&self) -> usize {
        let of_query = self.limit.with(|(query, limit)| self.query.with(|now| now == query).then_some(*limit));
        of_query.unwrap_or_default().max(FIRST_ROWS)
    }

    /// Renders each row that is shown.
    pub(super) fn each(&self, render: &dyn Fn(&RegisterRow) -> Markup) -> Vec<Markup> {
        self.within(0..self.limit(), render)
    }

    /// Renders the rows of the first screen, which follow each key at once.
    pub(super) fn each_on_first_screen(&self, render: &dyn Fn(&RegisterRow) -> Markup) -> Vec<Markup> {
        self.within(0..ON_FIRST_SCREEN, render)
    }

    /// Renders the other rows that are shown. They follow a key one frame later: until then those of the query before stay, so that nothing
    /// below moves.
    pub(super) fn each_below(&self, render: &dyn Fn(&RegisterRow) -> Markup) -> Vec<Markup> {
        self.rest_of_rows.track();
        self.rows.track();
        self.limit.track();
        untrack(|| self.within(ON_FIRST_SCREEN..self.limit(), render))
    }

    fn within(&self, shown: Range<usize>, render: &dyn Fn(&RegisterRow) -> Markup) -> Vec<Markup> {
        let count = shown.len();
        match self.selected() {
            Some((index, places)) => {
                let places = places.iter().skip(shown.start).take(count);
                places.filter_map(|place| index.row(*place)).map(render).collect()
            }
            None if self.query.with(ZoneQuery::is_empty) => {
                self.first.iter().skip(shown.start).take(count).map(render).collect()
            }
            None => Vec::new(),
        }
    }

    /// Returns the number of selected rows; none while they are not known.
    fn count(&self) -> Option<usize> {
        let is_empty = self.query.with(ZoneQuery::is_empty);
        self.selected().map(|(_, places)| places.len()).or(is_empty.then_some(self.all))
    }

    /// Returns true if the query selects no row.
    pub(super) fn is_empty(&self) -> bool {
        self.count() == Some(0)
    }

    /// Returns the number of selected rows that are not shown.
    pub(super) fn remaining(&self) -> usize {
        self.count().unwrap_or_default().saturating_sub(self.limit())
    }

    /// Says how many rows the query selects, or why that is not known.
    pub(super) fn said(&self) -> String {
        match self.count() {
            Some(count) => self.words.register.found(count),
            None if self.rows.with(|rows| matches!(rows, RowsState::Failed)) => {
                text(self.words.register.rows_failed).to_owned()
            }
            None => text(self.words.register.rows_loading).to_owned(),
        }
    }

    /// Returns all rows and the places of those that are selected; none before they are loaded.
    fn selected(&self) -> Option<(Arc<RegisterIndex>, Rc<[usize]>)> {
        let index =
            self.rows.with(|rows| if let RowsState::Loaded(index) = rows { Some(index.clone()) } else { None })?;
        self.query.with(|query| {
            let mut last = self.last.borrow_mut();
            if last.as_ref().is_none_or(|(of, _)| of != query) {
                *last = Some((query.clone(), index.select(query).into()));
            }
            last.as_ref().map(|(_, places)| (index, places.clone()))
        })
    }
}

/// Writes a parameter of the query.
pub(super) fn set(query: RwSignal<ZoneQuery>, parameter: Parameter, text: String) {
    query.update(|query| query.set(parameter, text));
}
