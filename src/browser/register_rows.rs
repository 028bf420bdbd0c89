//! Loads the rows of the register when a view needs them, and says when those below the first screen follow a query.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use leptos::prelude::{RenderEffect, Set, Track, Update, With, WithUntracked};
use wasm_bindgen_futures::spawn_local;

use super::data;
use crate::app_state::AppState;
use investchn_navigation::register_index::{RegisterIndex, RowsState};
use investchn_navigation::site_context::SiteContext;

/// Loads the rows once the filter has a condition, or a view asks for them. A failed load is tried again when the query changes.
pub(super) fn load_when_wanted(portal: Arc<SiteContext>, state: AppState) {
    let wanted = RenderEffect::new(move |_: Option<()>| {
        let is_absent =
            state.register_rows.with_untracked(|rows| matches!(rows, RowsState::Absent | RowsState::Failed));
        if state.zone_query.with(|query| !query.is_empty()) && is_absent {
            state.register_rows.set(RowsState::Wanted);
        }
    });
    let loaded = RenderEffect::new(move |_: Option<()>| {
        if state.register_rows.with(|rows| matches!(rows, RowsState::Wanted)) {
            let portal = portal.clone();
            spawn_local(async move {
                let file = data::register_rows(&portal.base).await.ok();
                let index = file.and_then(|file| RegisterIndex::of_file(&file));
                state.register_rows.update(|rows| {
                    *rows = index.map_or(RowsState::Failed, |index| RowsState::Loaded(Arc::new(index)));
                });
            });
        }
    });
    // For as long as the page.
    std::mem::forget([wanted, loaded]);
}

/// Lets the rows below the first screen follow each change of the query, once the first ones have been painted.
pub(super) fn follow_query(state: AppState) {
    let query = RenderEffect::new(move |before: Option<()>| {
        state.zone_query.track();
        // The first run is not a change.
        if before.is_some() {
            // The timer runs after the frame; a callback of the frame would run before its layout.
            request_animation_frame(move || set_timeout(move || state.rest_of_rows.set(()), Duration::ZERO));
        }
    });
    // For as long as the page.
    std::mem::forget(query);
}
