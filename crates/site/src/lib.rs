//! Makes the files of the site from a source tree: pages rendered by the app's views, lists, feeds, sitemaps, embeds, worker.
//!
//! Invariant: each file is made from the tree, the app and the settings alone, and its input digest covers all of these.

mod app_files;
mod body_links;
mod builder;
mod changes;
mod edition;
mod edition_folder;
mod embed;
mod error;
mod feed_texts;
mod index;
mod inputs;
mod lists;
mod offline;
mod originals;
mod portal_edition;
mod redirects;
mod register;
mod register_folding;
mod render_context;
mod schemas;
mod search;
mod search_page;
mod shared_files;
mod statistics;
mod template;

pub use app_files::AppFiles;
pub use error::SiteError;
pub use index::SiteIndex;
pub use inputs::{EditionContent, Progress, SiteBuilder};
pub use offline::without_worker;
pub use portal_edition::PortalEdition;
pub use render_context::RenderContext;
pub use template::Template;
