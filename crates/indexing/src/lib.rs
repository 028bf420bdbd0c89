//! Articles and zones as the search index has them: their plain text, what they can be filtered by, and further terms by which readers
//! find them.
//!
//! Invariant: pure functions of sources; opens no file.

mod article;
mod plain_text;
mod zone;

pub use article::article;
pub use plain_text::plain_text;
pub use zone::zone;

use investchn_model::Zone;

/// Returns the ids of the regions of a zone, as the addresses of their pages have them: the province, and the city unless it is the
/// province itself.
fn regions(zone: &Zone) -> Vec<String> {
    let mut codes = vec![zone.province.code, zone.city.code];
    codes.dedup();
    codes.iter().map(ToString::to_string).collect()
}

/// Returns the Chinese names of a zone in an edition in another language, whose own name has no pinyin.
fn original_names(zone: &Zone) -> impl Iterator<Item = &String> {
    zone.original_name.iter().flat_map(|name| std::iter::once(name).chain(&zone.aliases))
}
