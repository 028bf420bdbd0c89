//! Parses single cells. A malformed one has one diagnostic, at its place.

use std::str::FromStr;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::rows::RowPlace;
use investchn_diagnostics::{Diagnostic, Fix, Location, Rule, rules};
use investchn_localized::{Text, localized};
use investchn_mending::date_reading;

/// Returns the form of a date or a span.
pub fn date_help() -> Text {
    localized!(
        zh "写成 2017-02-13、2017-02、2017，或在两年之间写成 1992/1994",
        en "write 2017-02-13, 2017-02, 2017 or 1992/1994"
    )
}

/// Returns the form of an area.
pub fn area_help() -> Text {
    localized!(
        zh "写公顷数，只用数字，小数点后最多两位；不知道就留空",
        en "write hectares as digits with at most two decimals after a point, or leave the cell empty"
    )
}

/// Returns the parts of a cell between semicolons.
pub fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

/// The cells of a row, and where their faults go.
pub struct RowCells<'a> {
    /// The place of the row.
    pub place: RowPlace,
    /// The faults so far.
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl RowCells<'_> {
    /// Returns the place of a column's cell.
    pub fn place(&self, column: &str) -> Location {
        let cell = self.place.cells.iter().find(|(name, ..)| name == column);
        cell.map_or_else(|| self.place.row.clone(), |(_, place, _)| place.clone())
    }

    /// Adds a fault at the cell of a column.
    pub fn diagnostic(&mut self, column: &str, rule: &'static Rule, message: Text, help: Text) {
        self.diagnostics.push(Diagnostic::new(self.place(column), rule, message, help));
    }

    /// Adds a malformed cell. Of a date, the help is that very date in its right form.
    pub fn malformed(&mut self, column: &str, cell: &str, rule: &'static Rule, help: fn() -> Text) {
        let reading = date_reading(cell).filter(|_| *rule == rules::DATE);
        let help = match reading {
            Some(reading) if reading.is_first_day_of_excel => {
                let month = reading.date.to_string()[..7].to_owned();
                localized!(
                    zh "出处只写到月，就写 {month}（1 日可能是 Excel 补的）；写到日，就写 {}",
                    en "write {month} if its source has only the month, for which Excel writes a first day, or {}",
                    reading.date
                )
            }
            Some(reading) => localized!(zh "改成 {}", en "write {}", reading.date),
            None => help(),
        };
        let one = reading.filter(|reading| !reading.is_first_day_of_excel);
        let at = self.place.cells.iter().find(|(name, ..)| name == column).map(|(_, _, at)| at.clone());
        let fix = one.zip(at).map(|(reading, at)| Fix::new(at, reading.date.to_string()));
        let message = localized!(zh "`{cell}` 的写法不对", en "`{cell}` is not of the form needed");
        self.diagnostics.push(Diagnostic::new(self.place(column), rule, message, help).with_fix(fix));
    }

    /// Parses a cell.
    pub fn parsed<T: FromStr>(
        &mut self,
        column: &str,
        cell: &str,
        rule: &'static Rule,
        help: fn() -> Text,
    ) -> Option<T> {
        let parsed = cell.parse().ok();
        if parsed.is_none() {
            self.malformed(column, cell, rule, help);
        }
        parsed
    }

    /// Parses a cell that may be empty.
    pub fn optional<T: FromStr>(
        &mut self,
        column: &str,
        cell: &str,
        rule: &'static Rule,
        help: fn() -> Text,
    ) -> Option<T> {
        if cell.is_empty() { None } else { self.parsed(column, cell, rule, help) }
    }

    /// Parses a cell that is one of a few words.
    pub fn word<T: DeserializeOwned>(&mut self, column: &str, cell: &str) -> Option<T> {
        let words: StrDeserializer<'_, Error> = cell.into_deserializer();
        let read = T::deserialize(words);
        if let Err(error) = &read {
            let error = error.to_string();
            let words = error.split_once("expected ").map_or("", |(_, words)| words);
            let words = words.split('`').skip(1).step_by(2).map(|word| format!("`{word}`"));
            let Text { zh, en } = Text::list(&words.collect::<Vec<_>>());
            let message = localized!(zh "`{column}` 不能是 `{cell}`", en "`{column}` cannot be `{cell}`");
            let help = localized!(zh "写 {zh} 中的一个", en "write one of {en}");
            self.diagnostic(column, &rules::CSV, message, help);
        }
        read.ok()
    }
}
