//! The portal's app: views, navigation, and the interfaces of the browser.
//!
//! - `views`: functions from data to markup;
//! - `page_meta`: titles, breadcrumbs and the menu as data;
//! - `navigation`: the rules of moving between pages, as a pure state machine;
//! - `browser` (feature `csr`): runs the machine's effects and turns what happens in the browser into events;
//! - `prerender` (feature `ssr`): renders views natively for the publisher.
//!
//! The app reads no content sources: its data are the shapes of `investchn-model`.

pub mod app_state;
pub mod navigation;
pub mod page_meta;
pub mod page_state;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod site_context;
pub mod views;
pub mod zone_filter;

#[cfg(feature = "csr")]
mod browser;

#[cfg(test)]
mod samples;

#[cfg(feature = "csr")]
pub use browser::start;
