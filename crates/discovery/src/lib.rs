//! Says to search engines and chats what a page is: elements of its head, structured data, share cards, sitemaps.
//!
//! Invariant: pure functions of views and dates. Every date comes from the article itself, in the precision that is known, and every
//! format states the same one.

mod alternates;
mod card;
mod head;
mod instant;
mod share_picture;
mod sitemap;
mod structured;

pub use alternates::{Alternate, alternate_links};
pub use card::{portal_card, zone_card};
pub use head::elements;
pub use sitemap::{FindAlternates, SitemapEdition, files as sitemaps};
