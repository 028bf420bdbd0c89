//! The main parts of the portal's pages that have no app: the embed builder, and the page of search results. Their behaviour is scripts of
//! their own (`web/src/embed/builder.js`, `web/src/search.js`), so that the app's wasm knows only their addresses.
//!
//! Invariant: pure functions of data to markup.

mod embed_builder;
mod search;

pub use embed_builder::{EmbedBuilder, EmbeddableZone, embed_builder_page};
pub use search::{SearchPage, search_page};
