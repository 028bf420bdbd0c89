//! Finding zones in the register as one types: pure matching on text and type. It owns the rule, not the field or the rows.

use investchn_model::{Register, RegisterZone, ZoneType};

/// What a reader asks the register for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words that a zone is to be found by.
    pub text: String,
    /// The type; none for both.
    pub zone_type: Option<ZoneType>,
}

impl Asked {
    /// Whether nothing is asked for yet.
    pub fn is_nothing(&self) -> bool {
        self.zone_type.is_none() && self.text.trim().is_empty()
    }
}

/// The register's rows with the text that each is found by.
#[derive(Clone, Debug)]
pub struct ZoneFilter {
    rows: Vec<(String, Vec<ZoneType>)>,
}

impl ZoneFilter {
    /// Prepares the rows in the register's order. A zone is found by its names, its pinyin, its city and its province.
    pub fn new(register: &Register) -> Self {
        let names = |zone: &RegisterZone| {
            let mut text = [zone.name.as_str(), "\n", &zone.short, "\n", zone.id.as_str()].concat();
            for region in register.regions.iter().filter(|it| it.code == zone.city || it.code == zone.city.province()) {
                for name in [&region.name, &region.pinyin] {
                    text.push('\n');
                    text.push_str(name);
                }
            }
            for name in &zone.found_by {
                text.push('\n');
                text.push_str(name);
            }
            (folded(&text), zone.types.clone())
        };
        ZoneFilter { rows: register.zones.iter().map(names).collect() }
    }

    /// Which rows match: every word asked for stands in the row's text, and the row has the type asked for.
    pub fn matches(&self, asked: &Asked) -> Vec<bool> {
        let words: Vec<String> = asked.text.split_whitespace().map(folded).collect();
        let of_type = |types: &[ZoneType]| asked.zone_type.is_none_or(|wanted| types.contains(&wanted));
        self.rows.iter().map(|(text, types)| of_type(types) && words.iter().all(|word| stands_in(word, text))).collect()
    }
}

/// Plain search, for the words are short; the library's own, made for long ones, weighs more.
fn stands_in(word: &str, text: &str) -> bool {
    word.is_empty() || text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

/// Small letters without the apostrophes and spaces of pinyin, which nobody types.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | ' '))
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use investchn_model::{Status, Zone};

    use super::*;
    use crate::samples;

    fn register() -> Register {
        let row = |zone: &Zone, id: &str, types: &[ZoneType], found_by: &[&str]| RegisterZone {
            id: id.parse().unwrap(),
            name: zone.name.value.clone(),
            short: zone.short.clone(),
            found_by: found_by.iter().map(|name| (*name).to_owned()).collect(),
            types: types.to_vec(),
            city: zone.city.code,
            status: Status::Listed,
        };
        let zone = samples::zone();
        Register {
            regions: vec![samples::province(), samples::city()],
            zones: vec![
                row(&zone, "huaian-htz", &[ZoneType::Htz], &["Huai'an"]),
                row(&Zone { short: "示例经开区".to_owned(), ..zone }, "shili-etdz", &[ZoneType::Etdz], &[]),
            ],
        }
    }

    fn asked(text: &str, zone_type: Option<ZoneType>) -> Asked {
        Asked { text: text.to_owned(), zone_type }
    }

    #[test]
    fn a_zone_is_found_by_any_of_its_names_and_its_place() {
        let filter = ZoneFilter::new(&register());
        for query in ["淮安高新", "huaian-h", "HUAI'AN-HTZ", "江苏 淮安高新", " 淮安高新 ", "jiangsu 淮安高新"]
        {
            assert_eq!(filter.matches(&asked(query, None)), [true, false], "{query}");
        }
        assert_eq!(filter.matches(&asked("", None)), [true, true]);
        for query in ["江苏", "jiangsu", "Huai'an", "huaian"] {
            assert_eq!(filter.matches(&asked(query, None)), [true, true], "{query}");
        }
        assert_eq!(filter.matches(&asked("南京", None)), [false, false]);
    }

    #[test]
    fn the_type_narrows_what_the_text_found() {
        let filter = ZoneFilter::new(&register());
        assert_eq!(filter.matches(&asked("", Some(ZoneType::Etdz))), [false, true]);
        assert_eq!(filter.matches(&asked("高新区", Some(ZoneType::Etdz))), [false, false]);
    }
}
