//! Writes what partners' pages show: the pages for their frames, the answers of oEmbed, and the embed builder. `docs/embedding.md` is
//! the contract. The element's script is `web/src/embed.js`; `app_files` keeps its versions.

mod builder_page;
mod frame;
mod oembed;

pub(crate) use builder_page::{builder, preview};
pub(crate) use frame::{LENGTH, page as frame};
pub(crate) use oembed::{of_article, of_zone};
