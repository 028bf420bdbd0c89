//! A zone as the search index has it.

use investchn_search::PackedArticle;
use investchn_sources::ZoneSource;

/// The kind of zones in the index, beside the kinds of articles.
const KIND: &str = "zone";

/// Makes the indexed form of a zone. It is found by every name that it has or had, in Chinese, in English and in pinyin.
pub fn zone(source: &ZoneSource) -> PackedArticle {
    let zone = &source.zone;
    let names = [&zone.short_name]
        .into_iter()
        .chain(&zone.original_name)
        .chain(&zone.aliases)
        .chain([&zone.name_en, &source.pinyin]);
    let pinyin = [&zone.short_name, &zone.name.value].into_iter().chain(crate::original_names(zone));
    let pinyin = pinyin.flat_map(|name| investchn_naming::search_terms(name));
    let mut extra: Vec<String> = Vec::new();
    for term in names.cloned().chain(pinyin) {
        if !term.is_empty() && !extra.contains(&term) {
            extra.push(term);
        }
    }
    PackedArticle {
        id: zone.id.to_string(),
        title: zone.name.value.clone(),
        date: 0,
        zone: zone.id.to_string(),
        zone_name: zone.short_name.clone(),
        regions: crate::regions(zone),
        kind: KIND.to_owned(),
        body: String::new(),
        extra,
    }
}
