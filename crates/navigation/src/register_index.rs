//! The rows of the register, prepared for queries. It is pure, so that the rules of a query have native tests.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use investchn_model::{Level, RegisterRow, RegisterRows};

use crate::zone_query::{Column, Conditions, Order, Parameter, ZoneQuery};

/// The rows of the register, which are loaded once a reader uses the filter.
#[derive(Clone, Debug, Default)]
pub enum RowsState {
    /// Nobody has asked for them.
    #[default]
    Absent,
    /// A view needs them: the app loads them.
    Wanted,
    /// They are here.
    Loaded(Arc<RegisterIndex>),
    /// They did not load.
    Failed,
}

/// The rows, each with its searchable texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterIndex {
    rows: Vec<RegisterRow>,
    /// Names and places of each row, and its industries, folded.
    texts: Vec<[String; 2]>,
    folding: Folding,
}

impl RegisterIndex {
    /// Parses the rows of a file, which keep their order; none if a line is no row. A zone matches by its names, its pinyin, its city,
    /// its province and its industries.
    pub fn of_file(file: &RegisterRows) -> Option<Self> {
        let rows = file.rows.split('\n').map(|line| line.parse().ok()).collect::<Option<Vec<RegisterRow>>>()?;
        let folding = Folding(file.folding.chars().collect());
        let texts = |row: &RegisterRow| {
            let province = file.provinces.iter().find(|region| region.code == row.city.province());
            let [name, pinyin] = province.map_or(["", ""], |region| [&region.name, &region.pinyin]);
            let names = [&row.name, "\n", row.id.as_str(), "\n", &row.search_terms, "\n", name, "\n", pinyin].concat();
            [folding.fold(&names), folding.fold(&row.industries)]
        };
        Some(RegisterIndex { texts: rows.iter().map(texts).collect(), rows, folding })
    }

    /// Returns a row.
    pub fn row(&self, place: usize) -> Option<&RegisterRow> {
        self.rows.get(place)
    }

    /// Returns the places of the rows that the query selects, in the query's order. Rows without the value that orders them come
    /// last.
    pub fn select(&self, query: &ZoneQuery) -> Vec<usize> {
        let conditions = query.conditions();
        let fold = |text| self.folding.fold(text);
        let words: Vec<String> = query.get(Parameter::Text).split_whitespace().map(fold).collect();
        let industry = fold(query.get(Parameter::Industry));
        let matches = |place: &usize| {
            let texts = &self.texts[*place];
            conditions.hold_for(&self.rows[*place])
                && words.iter().all(|word| texts.iter().any(|text| contains(word, text)))
                && contains(&industry, &texts[1])
        };
        let mut selected: Vec<usize> = (0..self.rows.len()).filter(matches).collect();
        if let Some(order) = conditions.order {
            // A heap, because the standard library's sort adds more bytes.
            let keys: BinaryHeap<_> = selected.iter().map(|place| order.key(&self.rows[*place], *place)).collect();
            selected = keys.into_sorted_vec().into_iter().map(|key| key.place).collect();
        }
        selected
    }
}

impl Conditions {
    fn hold_for(&self, row: &RegisterRow) -> bool {
        let within = |(from, to): (Option<u32>, Option<u32>), value: Option<u32>| {
            from.is_none_or(|from| value.is_some_and(|value| value >= from))
                && to.is_none_or(|to| value.is_some_and(|value| value <= to))
        };
        // Rounded up, so that 1,000.5 hectares are more than 1,000.
        let area = row.area_ha.map(|area| area.hundredths().div_ceil(100));
        let whole = row.area_ha.map(|area| area.hundredths() / 100);
        self.level.is_none_or(|level| level == row.level)
            && self.group.is_none_or(|group| row.is_of(group))
            && self.province.is_none_or(|province| province == row.city.province())
            && within(self.years, Some(row.year()).filter(|year| *year > 0))
            && within((self.areas.0, None), whole)
            && within((None, self.areas.1), area)
    }
}

impl Order {
    fn key<'a>(self, row: &'a RegisterRow, place: usize) -> SortKey<'a> {
        let (number, text) = match self.column {
            Column::Name => (0, row.id.as_str()),
            Column::Level => (u32::from(row.level != Level::National), ""),
            Column::Type => (row.types.first().map_or(0, |first| *first as u32), ""),
            Column::Province => (row.city.number(), ""),
            Column::Approved => (0, row.approved.as_str()),
            Column::Area => (row.area_ha.map_or(0, |area| area.hundredths()), ""),
            Column::Industries => (0, row.industries.as_str()),
        };
        let is_unknown = match self.column {
            Column::Area => row.area_ha.is_none(),
            Column::Approved | Column::Industries => text.is_empty(),
            Column::Name | Column::Level | Column::Type | Column::Province => false,
        };
        SortKey { is_unknown, number, text, place, descending: self.descending }
    }
}

/// The key that orders a row. An unknown value comes last in both directions, and equal rows keep the register's order.
#[derive(PartialEq, Eq)]
struct SortKey<'a> {
    is_unknown: bool,
    number: u32,
    text: &'a str,
    place: usize,
    descending: bool,
}

impl Ord for SortKey<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.number.cmp(&other.number).then_with(|| self.text.cmp(other.text));
        let order = if self.descending { order.reverse() } else { order };
        self.is_unknown.cmp(&other.is_unknown).then(order).then(self.place.cmp(&other.place))
    }
}

impl PartialOrd for SortKey<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares naively: the words are short, and the standard library's search adds more bytes.
fn contains(word: &str, text: &str) -> bool {
    let Some(first) = word.as_bytes().first() else { return true };
    text.as_bytes().windows(word.len()).any(|part| part.first() == Some(first) && part == word.as_bytes())
}

/// The folding of the file, which is that of the search ([`RegisterRows::folding`]).
#[derive(Clone, Debug, PartialEq, Eq)]
struct Folding(Vec<char>);

impl Folding {
    /// Folds text, and leaves out the apostrophes and spaces of pinyin, which nobody types.
    fn fold(&self, text: &str) -> String {
        let (pairs, _) = self.0.as_chunks();
        text.chars()
            .map(|letter| {
                // Two of three letters are ASCII, and the list has none of these.
                if letter.is_ascii() {
                    return letter.to_ascii_lowercase();
                }
                let at = pairs.binary_search_by_key(&letter, |[letter, _]| *letter);
                at.map_or(letter, |at| pairs[at][1])
            })
            .filter(|letter| !matches!(letter, '\'' | '’' | ' '))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use investchn_model::{Status, ZoneType};

    use super::*;
    use crate::tests::samples;

    fn row(id: &str, name: &str, terms: &str, level: Level, types: &[ZoneType]) -> RegisterRow {
        RegisterRow {
            id: id.parse().unwrap(),
            name: name.to_owned(),
            search_terms: terms.to_owned(),
            level,
            types: types.to_vec(),
            city: samples::city().code,
            approved: String::new(),
            area_ha: None,
            industries: String::new(),
            status: Status::Listed,
        }
    }

    fn file() -> RegisterRows {
        let huaian =
            row("huaian-htz", "淮安高新技术产业开发区", "淮安高新区|Huai'an|HAGXQ", Level::National, &[ZoneType::Htz]);
        let shili = row(
            "shili-ip",
            "江苏示例工业园区",
            "示例工业园区|Shili|SLGYYQ",
            Level::Provincial,
            &[ZoneType::Industrial],
        );
        let bonded = row(
            "shili-cbz",
            "示例综合保税区",
            "示例综保区|SLZBQ|淮安|Huai'an",
            Level::National,
            &[ZoneType::BondedZone],
        );
        let rows = [
            RegisterRow {
                approved: "2017-02-13".to_owned(),
                area_ha: Some("234.5".parse().unwrap()),
                industries: "电子信息、装备制造".to_owned(),
                ..huaian
            },
            RegisterRow { approved: "2006-09".to_owned(), area_ha: Some("900".parse().unwrap()), ..shili },
            bonded,
        ];
        let rows = rows.map(|row| row.to_string()).join("\n");
        // The publisher lists more pairs.
        let folding = "\u{200b} \u{3000} 〇零區区產产電电ＡaＨhＵuａa".to_owned();
        RegisterRows { schema: 2, provinces: vec![samples::province()], rows, folding }
    }

    fn select(parameters: &[(Parameter, &str)]) -> Vec<usize> {
        let mut query = ZoneQuery::default();
        for (parameter, text) in parameters {
            query.set(*parameter, (*text).to_owned());
        }
        RegisterIndex::of_file(&file()).unwrap().select(&query)
    }

    #[test]
    fn zones_match_by_any_name_and_by_place() {
        for text in ["淮安高新", "huaian-h", "HUAI'AN-HTZ", "江苏 淮安高新", " 淮安高新 ", "jiangsu 淮安高新"]
        {
            assert_eq!(select(&[(Parameter::Text, text)]), [0], "{text}");
        }
        for text in ["江苏", "jiangsu", ""] {
            assert_eq!(select(&[(Parameter::Text, text)]), [0, 1, 2], "{text}");
        }
        assert_eq!(select(&[(Parameter::Text, "huaian")]), [0, 2]);
        assert!(select(&[(Parameter::Text, "南京")]).is_empty());
    }

    #[test]
    fn text_is_folded_as_the_search_folds_it() {
        for text in ["ＨＵai’ａn-htz", "淮安高新區", "淮安\u{200b}高新区", "hagxq", "產业开发区 ha", "電子"]
        {
            assert_eq!(select(&[(Parameter::Text, text)]), [0], "{text}");
        }
    }

    #[test]
    fn words_are_found_in_industries_too() {
        assert_eq!(select(&[(Parameter::Text, "淮安 电子信息")]), [0]);
        assert_eq!(select(&[(Parameter::Industry, "電子")]), [0]);
        assert_eq!(select(&[(Parameter::Industry, " 电子　信息 ")]), [0]);
        assert!(select(&[(Parameter::Industry, "高新")]).is_empty());
    }

    #[test]
    fn every_condition_must_hold() {
        for (parameter, text, found) in [
            (Parameter::Level, "national", &[0, 2][..]),
            (Parameter::Type, "customs", &[2]),
            (Parameter::Type, "industrial", &[1]),
            (Parameter::Province, "320000", &[0, 1, 2]),
            (Parameter::Province, "330000", &[]),
            (Parameter::Industry, "装备", &[0]),
            (Parameter::YearFrom, "2007", &[0]),
            (Parameter::YearTo, "2006", &[1]),
            (Parameter::AreaFrom, "234", &[0, 1]),
            (Parameter::AreaFrom, "235", &[1]),
            (Parameter::AreaTo, "234", &[]),
            (Parameter::AreaTo, "235", &[0]),
        ] {
            assert_eq!(select(&[(parameter, text)]), found, "{parameter:?} {text}");
        }
        assert!(select(&[(Parameter::Type, "htz"), (Parameter::Level, "provincial")]).is_empty());
    }

    #[test]
    fn rows_are_ordered_by_each_column_and_unknown_values_come_last() {
        for (sort, order) in [
            ("name", [0, 2, 1]),
            ("level", [0, 2, 1]),
            ("-level", [1, 0, 2]),
            ("type", [0, 2, 1]),
            ("province", [0, 1, 2]),
            ("year", [1, 0, 2]),
            ("-year", [0, 1, 2]),
            ("area", [0, 1, 2]),
            ("-area", [1, 0, 2]),
            ("industry", [0, 1, 2]),
            ("nonsense", [0, 1, 2]),
        ] {
            assert_eq!(select(&[(Parameter::Sort, sort)]), order, "{sort}");
        }
    }

    #[test]
    fn a_line_that_is_no_row_is_refused() {
        assert_eq!(RegisterIndex::of_file(&RegisterRows { rows: "no row".to_owned(), ..file() }), None);
    }
}
