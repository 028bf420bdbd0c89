//! What stands on partners' pages: the pages for their frames, what oEmbed answers, and the workshop. `docs/embedding.md` is the
//! contract. The element's script is `public/embed.js`; which of its versions are kept is the business of `app_files`.

mod builder_page;
mod frame;
mod oembed;

pub(crate) use builder_page::{PREVIEW, preview, workshop};
pub(crate) use frame::{LENGTH, page as frame};
pub(crate) use oembed::{of_article, of_zone};
