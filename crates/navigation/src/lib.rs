//! Finding one's way through the portal, as functions and data: moves between pages, their titles, breadcrumbs and menu, and the
//! filter of the register.
//!
//! Invariant: it knows neither the browser nor Leptos, so that every rule has a native test. The app's `browser` turns clicks, answers
//! and timers into events, and runs the effects in their order.
//!
//! [`NavigationState::step`] is a pure state machine: it takes an event and returns effects. Its main rule is that of a browser: after
//! a click the current page stays until the next one is loaded; then address, title and view change together. Published pages name
//! their pictures relative to their address, so a view must never be shown at the address of another page.

mod address;
mod arrival;
pub mod edition_switch;
mod event;
mod kept_pages;
mod loading;
pub mod page_meta;
pub mod page_state;
mod prefetch;
pub mod register_index;
pub mod site_context;
mod state;
mod step;
pub mod zone_query;

#[cfg(test)]
mod tests;

pub use address::Address;
pub use event::{Effect, Event, FocusTarget, LoadId};
pub use state::NavigationState;
