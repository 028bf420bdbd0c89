//! Markup in a document. Effects, listeners and Leptos views live as long as the reactive owner under which they were created.

mod attribute;
mod build;
mod hydration;
pub(crate) mod reactive;
mod state;

pub use hydration::hydrate;
pub use state::MarkupState;
