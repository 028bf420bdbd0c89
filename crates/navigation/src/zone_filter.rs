//! Filters the register's zones by text and type. It is pure: the component `register_filter` renders the field and the rows.

use investchn_model::{Register, RegisterZone, ZoneType};

/// A query to the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneQuery {
    /// Words, each of which the zone's text must contain.
    pub text: String,
    /// The type; none for both.
    pub zone_type: Option<ZoneType>,
}

impl ZoneQuery {
    /// Returns true if the query selects every zone.
    pub fn is_empty(&self) -> bool {
        self.zone_type.is_none() && self.text.trim().is_empty()
    }
}

/// The register's rows, each with its searchable text.
#[derive(Clone, Debug)]
pub struct ZoneFilter {
    rows: Vec<(String, Vec<ZoneType>)>,
}

impl ZoneFilter {
    /// Prepares the rows in the register's order. A zone matches by its names, its pinyin, its city and its province.
    pub fn new(register: &Register) -> Self {
        let names = |zone: &RegisterZone| {
            let mut text = [zone.name.as_str(), "\n", &zone.short_name, "\n", zone.id.as_str()].concat();
            for region in register.regions.iter().filter(|it| it.code == zone.city || it.code == zone.city.province()) {
                for name in [&region.name, &region.pinyin] {
                    text.push('\n');
                    text.push_str(name);
                }
            }
            for name in &zone.search_terms {
                text.push('\n');
                text.push_str(name);
            }
            (normalized(&text), zone.types.clone())
        };
        ZoneFilter { rows: register.zones.iter().map(names).collect() }
    }

    /// Returns true for each row whose text contains every word of the query, and which has the query's type.
    pub fn matches(&self, query: &ZoneQuery) -> Vec<bool> {
        let words: Vec<String> = query.text.split_whitespace().map(normalized).collect();
        let of_type = |types: &[ZoneType]| query.zone_type.is_none_or(|wanted| types.contains(&wanted));
        self.rows.iter().map(|(text, types)| of_type(types) && words.iter().all(|word| contains(word, text))).collect()
    }
}

/// Compares naively: the words are short, and the standard library's search adds more bytes.
fn contains(word: &str, text: &str) -> bool {
    word.is_empty() || text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

/// Returns the text in lower case, without the apostrophes and spaces of pinyin, which nobody types.
fn normalized(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | ' '))
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use investchn_model::{Status, Zone};

    use super::*;
    use crate::tests::samples;

    fn register() -> Register {
        let row = |zone: &Zone, id: &str, types: &[ZoneType], search_terms: &[&str]| RegisterZone {
            id: id.parse().unwrap(),
            name: zone.name.value.clone(),
            short_name: zone.short_name.clone(),
            search_terms: search_terms.iter().map(|name| (*name).to_owned()).collect(),
            types: types.to_vec(),
            city: zone.city.code,
            status: Status::Listed,
        };
        let zone = samples::zone();
        Register {
            regions: vec![samples::province(), samples::city()],
            zones: vec![
                row(&zone, "huaian-htz", &[ZoneType::Htz], &["Huai'an"]),
                row(&Zone { short_name: "示例经开区".to_owned(), ..zone }, "shili-etdz", &[ZoneType::Etdz], &[]),
            ],
        }
    }

    fn of(text: &str, zone_type: Option<ZoneType>) -> ZoneQuery {
        ZoneQuery { text: text.to_owned(), zone_type }
    }

    #[test]
    fn zones_match_by_any_name_and_by_place() {
        let filter = ZoneFilter::new(&register());
        for text in ["淮安高新", "huaian-h", "HUAI'AN-HTZ", "江苏 淮安高新", " 淮安高新 ", "jiangsu 淮安高新"]
        {
            assert_eq!(filter.matches(&of(text, None)), [true, false], "{text}");
        }
        assert_eq!(filter.matches(&of("", None)), [true, true]);
        for text in ["江苏", "jiangsu", "Huai'an", "huaian"] {
            assert_eq!(filter.matches(&of(text, None)), [true, true], "{text}");
        }
        assert_eq!(filter.matches(&of("南京", None)), [false, false]);
    }

    #[test]
    fn text_and_type_must_both_match() {
        let filter = ZoneFilter::new(&register());
        assert_eq!(filter.matches(&of("", Some(ZoneType::Etdz))), [false, true]);
        assert_eq!(filter.matches(&of("高新区", Some(ZoneType::Etdz))), [false, false]);
    }
}
