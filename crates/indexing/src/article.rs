//! An article as the search index has it.

use investchn_model::{Block, PartialDate, Zone};
use investchn_search::PackedArticle;
use investchn_sources::ArticleSource;

use crate::plain_text::plain_text;

/// Makes the indexed form of an article from its source, its body and its zone. It is found by its title and text, by the name of its
/// zone and of its source (来源), and by the pinyin of title and zone.
pub fn article(source: &ArticleSource, body: &[Block], zone: &Zone) -> PackedArticle {
    let item = &source.item;
    let names = [&zone.short_name, &item.source].into_iter().filter(|name| !name.is_empty()).cloned();
    let pinyin = [&item.title, &zone.short_name].into_iter().chain(crate::original_names(zone));
    let pinyin = pinyin.flat_map(|text| investchn_naming::search_terms(text));
    PackedArticle {
        id: item.id.to_string(),
        title: item.title.clone(),
        date: date_number(item.published),
        zone: zone.id.to_string(),
        zone_name: zone.short_name.clone(),
        regions: crate::regions(zone),
        kind: item.kind.slug().to_owned(),
        body: plain_text(body),
        extra: names.chain(pinyin).collect(),
    }
}

/// Returns a date as a number: 20220214. An unknown day or month is 0, so that numbers are ordered as dates are.
fn date_number(date: PartialDate) -> u32 {
    let part = |part: Option<u8>| part.map_or(0, u32::from);
    (u32::from(date.year()) * 100 + part(date.month())) * 100 + part(date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_ordered_as_numbers() {
        let number = |text: &str| date_number(text.parse().unwrap());
        assert_eq!(["1984", "2021-06", "2022-02-14"].map(number), [19_840_000, 20_210_600, 20_220_214]);
    }
}
