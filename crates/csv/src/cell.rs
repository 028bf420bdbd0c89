//! Parses single cells. A malformed one has one diagnostic, at its place.

use std::str::FromStr;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::rows::RowPlace;
use investchn_diagnostics::{Diagnostic, Fix, Location, Rule, rules};
use investchn_mending::date_reading;

/// The form of a date or a span.
pub const DATE_HELP: &str = "write 2017-02-13, 2017-02, 2017 or 1992/1994";

/// The form of an area.
pub const AREA_HELP: &str = "write hectares as digits with at most two decimals after a point, or leave the cell empty";

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
    pub fn diagnostic(&mut self, column: &str, rule: &'static Rule, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(self.place(column), rule, message, help));
    }

    /// Adds a malformed cell. Of a date, the help is that very date in its right form.
    pub fn malformed(&mut self, column: &str, cell: &str, rule: &'static Rule, help: &str) {
        let reading = date_reading(cell).filter(|_| *rule == rules::DATE);
        let help = match reading {
            Some(reading) if reading.is_first_day_of_excel => {
                let month = reading.date.to_string()[..7].to_owned();
                format!(
                    "write {month} if its source has only the month, for which Excel writes a first day, or {}",
                    reading.date
                )
            }
            Some(reading) => format!("write {}", reading.date),
            None => help.to_owned(),
        };
        let one = reading.filter(|reading| !reading.is_first_day_of_excel);
        let at = self.place.cells.iter().find(|(name, ..)| name == column).map(|(_, _, at)| at.clone());
        let fix = one.zip(at).map(|(reading, at)| Fix::new(at, reading.date.to_string()));
        let message = format!("`{cell}` is not of the form needed");
        self.diagnostics.push(Diagnostic::new(self.place(column), rule, message, help).with_fix(fix));
    }

    /// Parses a cell.
    pub fn parsed<T: FromStr>(&mut self, column: &str, cell: &str, rule: &'static Rule, help: &str) -> Option<T> {
        let parsed = cell.parse().ok();
        if parsed.is_none() {
            self.malformed(column, cell, rule, help);
        }
        parsed
    }

    /// Parses a cell that may be empty.
    pub fn optional<T: FromStr>(&mut self, column: &str, cell: &str, rule: &'static Rule, help: &str) -> Option<T> {
        if cell.is_empty() { None } else { self.parsed(column, cell, rule, help) }
    }

    /// Parses a cell that is one of a few words.
    pub fn word<T: DeserializeOwned>(&mut self, column: &str, cell: &str) -> Option<T> {
        let words: StrDeserializer<'_, Error> = cell.into_deserializer();
        let read = T::deserialize(words);
        if let Err(error) = &read {
            let error = error.to_string();
            let words = error.split_once("expected ").map_or("one of its words", |(_, words)| words);
            let message = format!("`{cell}` is no {column}");
            self.diagnostic(column, &rules::CSV, message, &format!("write {words}"));
        }
        read.ok()
    }
}
