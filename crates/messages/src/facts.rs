//! The messages for a zone's facts: their labels, names of levels and types, and the wording of dates and of a status.

use investchn_model::{Level, PartialDate, Period, Status, TypeGroup, ZoneType};

use crate::group::group;
use crate::pattern::parts;
use crate::reference::text;

group! {
    /// The facts of a zone. Feeds publish these words too, so changing one affects partners (`docs/embedding.md`).
    FactMessages {
        name,
        zone_type,
        level,
        place,
        approved,
        area,
        industries,
        status,
        zones,
        sources,
        name_and_place,
        unknown,
        /// Between the items of a list within a sentence.
        separator,
        /// Between names that may contain commas.
        name_separator,
        /// Between a province and its city.
        place_separator,
        national,
        provincial,
        /// A level and a type at that level, as a heading.
        level_and_type(level: &str, zone_type: &str),
        etdz,
        etdz_short,
        htz,
        htz_short,
        /// 经开区 at the level of a province.
        economic,
        /// 高新区 at the level of a province.
        high_tech,
        bonded_zone,
        bonded_area,
        export_processing,
        bonded_logistics,
        bonded_port,
        customs_other,
        customs,
        border,
        industrial,
        other_type,
        code,
        history,
        name_en,
        /// In place of the sources of an English name.
        name_en_derived,
        /// After a value that is doubtful.
        doubtful,
        /// Before what another source states.
        otherwise,
        /// Before a zone's other names.
        also_called,
        /// A number by itself: a count, or an area in a table.
        number(number: &str),
        hectares(area: &str),
        /// The names of the months, separated by spaces.
        months,
        full_date(year: &str, month: &str, day: &str),
        month_of_year(year: &str, month: &str),
        bare_year(year: &str),
        /// The span of years that contains a date.
        between(from: &str, to: &str),
        /// The status of a zone that its province's list has.
        listed_by_province,
        listed,
        uncertain,
        exited_since(date: &str),
        exited,
        /// The label of a zone's name in the portal's first language, on pages in another.
        name_original,
    }
}

impl FactMessages {
    /// Returns the full name of a type at a level.
    pub fn type_name(&self, level: Level, zone_type: ZoneType) -> &'static str {
        match (zone_type, level) {
            (ZoneType::Etdz, Level::National) => self.etdz,
            (ZoneType::Etdz, Level::Provincial) => self.economic,
            (ZoneType::Htz, Level::National) => self.htz,
            (ZoneType::Htz, Level::Provincial) => self.high_tech,
            (ZoneType::BondedZone, _) => self.bonded_zone,
            (ZoneType::BondedArea, _) => self.bonded_area,
            (ZoneType::ExportProcessing, _) => self.export_processing,
            (ZoneType::BondedLogistics, _) => self.bonded_logistics,
            (ZoneType::BondedPort, _) => self.bonded_port,
            (ZoneType::CustomsOther, _) => self.customs_other,
            (ZoneType::Border, _) => self.border,
            (ZoneType::Industrial, _) => self.industrial,
            (ZoneType::Other, _) => self.other_type,
        }
    }

    /// Returns the short name of a group of types.
    pub fn group_name(&self, group: TypeGroup) -> &'static str {
        match group {
            TypeGroup::Economic => self.etdz_short,
            TypeGroup::HighTech => self.htz_short,
            TypeGroup::Customs => self.customs,
            TypeGroup::Border => self.border,
            TypeGroup::Industrial => self.industrial,
            TypeGroup::Other => self.other_type,
        }
    }

    /// Words a date in running text, as exact as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let months = parts(text(self.months), b' ');
        let month = date.month().and_then(|month| months.get(usize::from(month).checked_sub(1)?).copied());
        match (month, date.day()) {
            (Some(month), Some(day)) => self.full_date(&year, month, &day.to_string()),
            (Some(month), None) => self.month_of_year(&year, month),
            (None, _) => self.bare_year(&year),
        }
    }

    /// Words a date, or the span of years that contains it.
    pub fn period(&self, period: Period) -> String {
        let from = self.date(period.from);
        period.to.map_or_else(|| from.clone(), |to| self.between(&from, &self.date(to)))
    }

    /// Words a zone's status, with its date if that is known.
    pub fn status_since(&self, status: Status, since: Option<PartialDate>) -> String {
        match (status, since) {
            (Status::Listed, _) => text(self.listed).to_owned(),
            (Status::Uncertain, _) => text(self.uncertain).to_owned(),
            (Status::Exited, Some(since)) => self.exited_since(&self.date(since)),
            (Status::Exited, None) => text(self.exited).to_owned(),
        }
    }

    /// Words the status of a zone of a level.
    pub fn status_at(&self, level: Level, status: Status, since: Option<PartialDate>) -> String {
        match (level, status) {
            (Level::Provincial, Status::Listed) => text(self.listed_by_province).to_owned(),
            _ => self.status_since(status, since),
        }
    }

    /// Returns the authority that approved a zone.
    pub fn level_name(&self, level: Level) -> &'static str {
        match level {
            Level::National => self.national,
            Level::Provincial => self.provincial,
        }
    }
}
