//! Moving between pages, as a pure state machine: [`NavigationState::step`] takes an event and answers with effects.
//!
//! It knows neither the browser nor Leptos, so that every rule has a native test. `browser` turns clicks, answers and timers into
//! events and runs the effects in their order.
//!
//! The main rule is that of a browser: after a click the current page stays until the next one is loaded; then address, title and
//! view change together. Published pages name their pictures relative to their address, so a view must never be shown at the address
//! of another page.

mod address;
mod arrival;
mod event;
mod kept_views;
mod loading;
mod prefetch;
mod state;

#[cfg(test)]
mod tests;

pub use address::Address;
pub use event::{Effect, Event, FocusTarget, LoadId};
pub use state::NavigationState;
