//! Feeds of the newest articles, as Atom and JSON Feed 1.1: of the whole portal and of each kind, region and zone. Their
//! addresses are absolute, because a feed is read outside the portal.
//!
//! Invariant: a feed is a function of the portal's facts, its subject and its entries; `updated` of an entry follows from its
//! own dates alone.

mod atom;
mod entry;
mod feed;
mod id;
mod instant;
mod json;
mod subject;

pub use atom::write_atom;
pub use entry::{Enclosure, FeedEntry};
pub use feed::Feed;
pub use json::{JsonFeed, write_json};
pub use subject::{Bilingual, FeedSubject, LabelledFact};

use investchn_model::route::Route;

/// Number of articles in a feed.
pub const LENGTH: usize = 30;

/// Returns the paths of the feeds that cover a route, below the base: Atom, then JSON Feed.
pub fn names(route: &Route) -> [String; 2] {
    let folder = route.feed_folder();
    ["feed.xml", "feed.json"].map(|file| [&folder, file].concat())
}
