//! The register: counts of all zones, and a row for each. A row travels as a line of text, because the browser takes thousands of
//! objects apart field by field.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::chart::Chart;
use crate::error::ParseErrorReason;
use crate::hectares::Hectares;
use crate::id::ZoneId;
use crate::json::from_json;
use crate::region::{Region, RegionCode};
use crate::text_form::serde_as_text;
use crate::zone::{Level, Status};
use crate::zone_type::{TypeGroup, ZoneType};

/// The number of rows that a query shows at first. With more, a slow phone would not answer each key within two frames.
pub const FIRST_ROWS: usize = 16;

/// The number of rows by which a reader may see more.
pub const MORE_ROWS: usize = 100;

/// The register's page: all counts, and its first rows. All rows are in a file of their own ([`RegisterRows`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// Every province that has zones, in the order of the codes.
    pub provinces: Vec<ProvinceCount>,
    /// The number of all rows.
    pub rows: u32,
    /// The number of zones that are struck off the list.
    pub exited: u16,
    /// The number of zones of which it is not certain that they are on the list.
    pub uncertain: u16,
    /// The commonest terms among the leading industries, the commonest first.
    pub industries: Vec<String>,
    /// The tables behind the charts.
    pub charts: Vec<ChartTable>,
    /// The first rows.
    pub first: Vec<RegisterRow>,
}

from_json!(fields Register { provinces, rows, exited, uncertain, industries, charts, first });

/// The file with every row of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegisterRows {
    /// [`crate::SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The provinces, for searching.
    pub provinces: Vec<Region>,
    /// A [`RegisterRow`] in each line: by province, the national zones of each first.
    pub rows: String,
    /// Characters that are searched as another one, each with that one after it, in the order of their code points: 蘇 and 苏. A space
    /// stands for none. It has every character outside of ASCII whose other form occurs in the rows or the provinces.
    pub folding: String,
}

from_json!(fields RegisterRows { schema, provinces, rows, folding });

/// Listed zones by level and type. A zone of two types counts in both, and once in the sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ZoneCounts {
    /// All zones.
    pub zones: u16,
    /// All national zones.
    pub national: u16,
    /// 国家级经济技术开发区
    pub etdz: u16,
    /// 国家高新技术产业开发区
    pub htz: u16,
    /// 海关特殊监管区域
    pub customs: u16,
    /// 边境/跨境经济合作区
    pub border: u16,
    /// Other national zones.
    pub other: u16,
    /// 省级经济开发区
    pub provincial_etdz: u16,
    /// 省级高新技术产业园区
    pub provincial_htz: u16,
    /// 省级工业园区 and the like
    pub industrial: u16,
}

from_json!(fields ZoneCounts {
    zones, national, etdz, htz, customs, border, other, provincial_etdz, provincial_htz, industrial
});

impl ZoneCounts {
    /// Counts a zone.
    pub fn add(&mut self, level: Level, types: &[ZoneType]) {
        self.zones += 1;
        self.national += u16::from(level == Level::National);
        for zone_type in types {
            *self.of_mut(level, zone_type.group()) += 1;
        }
    }

    /// Returns the number of provincial zones.
    pub fn provincial(&self) -> u16 {
        self.zones - self.national
    }

    fn of_mut(&mut self, level: Level, group: TypeGroup) -> &mut u16 {
        match (level, group) {
            (Level::National, TypeGroup::Economic) => &mut self.etdz,
            (Level::National, TypeGroup::HighTech) => &mut self.htz,
            (_, TypeGroup::Customs) => &mut self.customs,
            (_, TypeGroup::Border) => &mut self.border,
            (_, TypeGroup::Other) | (Level::National, TypeGroup::Industrial) => &mut self.other,
            (Level::Provincial, TypeGroup::Economic) => &mut self.provincial_etdz,
            (Level::Provincial, TypeGroup::HighTech) => &mut self.provincial_htz,
            (Level::Provincial, TypeGroup::Industrial) => &mut self.industrial,
        }
    }
}

/// The listed zones of a province.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProvinceCount {
    /// The province.
    pub region: Region,
    /// Its listed zones.
    pub counts: ZoneCounts,
    /// Its letter code, if its name is too long for a tile of the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_code: Option<String>,
}

from_json!(fields ProvinceCount { region, counts, letter_code });

/// The table behind a chart of the register. Its cells are worded already, so that one reading and one view do for every chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChartTable {
    /// The chart.
    pub chart: Chart,
    /// The headings of the columns.
    pub headings: Vec<String>,
    /// The cells of each row. The first is the row's heading.
    pub rows: Vec<Vec<String>>,
}

from_json!(fields ChartTable { chart, headings, rows });

/// A zone's row in the register. Its text form, which is its JSON form too, is a line of fields between tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String", extend("pattern" = r"^[^\t]+(\t[^\t]*){9,}$")))]
pub struct RegisterRow {
    /// The id, which never changes.
    pub id: ZoneId,
    /// Official name.
    pub name: String,
    /// Short name, other names, pinyin and initials, with `|` between them, for searching.
    pub search_terms: String,
    /// The level.
    pub level: Level,
    /// Its types.
    pub types: Vec<ZoneType>,
    /// The city's code, or the province's.
    pub city: RegionCode,
    /// The date of approval as its source writes it; empty if it is unknown.
    pub approved: String,
    /// The approved area.
    pub area_ha: Option<Hectares>,
    /// The leading industries with `、` between them; empty if they are unknown.
    pub industries: String,
    /// The status.
    pub status: Status,
}

impl RegisterRow {
    /// Returns true if the zone has this type, or one of the same group.
    pub fn is_of(&self, group: TypeGroup) -> bool {
        self.types.iter().any(|it| it.group() == group)
    }

    /// Returns the year of approval, the first of a span; 0 if it is unknown.
    pub fn year(&self) -> u32 {
        self.approved.get(..4).and_then(crate::text_form::number).unwrap_or_default()
    }

    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let mut fields = text.split('\t');
        let mut field = || fields.next().ok_or(ParseErrorReason::RegisterRow);
        Ok(RegisterRow {
            id: ZoneId::parse(field()?)?,
            name: field()?.to_owned(),
            search_terms: field()?.to_owned(),
            level: if field()? == "n" { Level::National } else { Level::Provincial },
            types: field()?
                .bytes()
                .filter_map(|letter| ZoneType::ALL.get(usize::from(letter.wrapping_sub(b'a'))))
                .map(|(it, _)| *it)
                .collect(),
            city: RegionCode::parse(field()?)?,
            approved: field()?.to_owned(),
            area_ha: Hectares::parse(field()?).ok(),
            industries: field()?.to_owned(),
            status: match field()? {
                "?" => Status::Uncertain,
                "-" => Status::Exited,
                _ => Status::Listed,
            },
        })
    }
}

impl fmt::Display for RegisterRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.level == Level::National { "n" } else { "p" };
        write!(f, "{}\t{}\t{}\t{level}\t", self.id, self.name, self.search_terms)?;
        for zone_type in &self.types {
            write!(f, "{}", char::from(b'a' + *zone_type as u8))?;
        }
        write!(f, "\t{}\t{}\t", self.city, self.approved)?;
        if let Some(area) = self.area_ha {
            write!(f, "{area}")?;
        }
        let status = match self.status {
            Status::Listed => "",
            Status::Uncertain => "?",
            Status::Exited => "-",
        };
        write!(f, "\t{}\t{status}", self.industries)
    }
}

impl RegisterRow {
    /// Makes a row without any fact.
    fn empty() -> Self {
        let (types, city) = (Vec::new(), RegionCode::NONE);
        let (name, search_terms, approved, industries) = Default::default();
        let (level, status) = (Level::Provincial, Status::Listed);
        RegisterRow {
            id: ZoneId::NONE,
            name,
            search_terms,
            level,
            types,
            city,
            approved,
            area_ha: None,
            industries,
            status,
        }
    }
}

serde_as_text!(RegisterRow, else RegisterRow::empty());

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> RegisterRow {
        RegisterRow {
            id: "huaian-htz".parse().unwrap(),
            name: "淮安高新技术产业开发区".to_owned(),
            search_terms: "淮安高新区|Huai'an|HAGXQ".to_owned(),
            level: Level::National,
            types: vec![ZoneType::Htz],
            city: "320800".parse().unwrap(),
            approved: "2017-02-13".to_owned(),
            area_ha: Some("234".parse().unwrap()),
            industries: "电子信息、新材料".to_owned(),
            status: Status::Listed,
        }
    }

    #[test]
    fn rows_survive_printing_and_parsing() {
        let mut rows = vec![row()];
        for (zone_type, _) in ZoneType::ALL {
            let types = vec![zone_type, ZoneType::Other];
            let unknown = RegisterRow { approved: String::new(), area_ha: None, industries: String::new(), ..row() };
            rows.push(RegisterRow { types, level: Level::Provincial, status: Status::Exited, ..unknown });
        }
        for row in rows {
            assert_eq!(row.to_string().parse(), Ok(row));
        }
        assert_eq!(row().year(), 2017);
        assert!("huaian-htz\t淮安".parse::<RegisterRow>().is_err());
    }

    #[test]
    fn letters_of_types_follow_their_order() {
        for (place, (zone_type, _)) in ZoneType::ALL.into_iter().enumerate() {
            assert_eq!(zone_type as usize, place);
        }
    }

    #[test]
    fn a_zone_of_two_types_counts_once_in_the_sums() {
        let mut counts = ZoneCounts::default();
        counts.add(Level::National, &[ZoneType::Etdz, ZoneType::Htz]);
        counts.add(Level::Provincial, &[ZoneType::Industrial]);
        assert_eq!((counts.zones, counts.national, counts.provincial()), (2, 1, 1));
        assert_eq!((counts.etdz, counts.htz, counts.industrial), (1, 1, 1));
    }
}
