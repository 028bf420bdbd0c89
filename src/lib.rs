//! The portal's app: views and the browser's interfaces. The rules of moving between pages are in `investchn-navigation`.
//!
//! - `views`: functions from data to markup;
//! - `browser` (feature `csr`): runs the machine's effects and turns browser events into its events;
//! - `prerender` (feature `ssr`): renders views natively for the publisher.
//!
//! The app reads no content sources: its data are the shapes of `investchn-model`.

pub mod app_state;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod views;

#[cfg(feature = "csr")]
mod browser;

#[cfg(feature = "csr")]
pub use browser::start;
