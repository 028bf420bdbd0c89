//! The embeds for partners' pages: frames, oEmbed answers and the embed builder. `docs/embedding.md` is the contract. The
//! script of the custom element is `web/src/embed.js`; `app_files` decides which of its versions are kept.

mod builder_page;
mod frame;
mod oembed;

pub(crate) use builder_page::{page as builder, preview};
pub(crate) use frame::{Frame, LENGTH};
pub(crate) use oembed::{Answer, of_article, of_zone};
