//! Reads CSV tables into typed rows, with the line of each row.

use std::path::Path;
use std::str::FromStr;

use serde::de::DeserializeOwned;

use crate::error::SourceError;
use crate::files::Files;
use investchn_diagnostics::{Diagnostic, Location, Rule, rules};

/// Returns the rows that parse, each with its line counted from 1, and adds the others to `diagnostics`.
///
/// # Errors
/// If the file cannot be read.
pub fn rows<T: DeserializeOwned>(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(usize, T)>, SourceError> {
    let text = files.read_text(file)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let headers = reader.headers().cloned();
    for record in reader.records() {
        let parsed = record.and_then(|record| {
            let line = record.position().map_or(0, |position| position.line() as usize);
            let headers = headers.as_ref().ok();
            Ok((line, record.deserialize::<T>(headers)?))
        });
        match parsed {
            Ok(row) => rows.push(row),
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line() as usize);
                let help = "every row needs each column of the first line, in its form";
                diagnostics.push(Diagnostic::new(Location::line(file, line), &rules::CSV, error.to_string(), help));
            }
        }
    }
    Ok(rows)
}

/// Returns the rows of a table that a content folder need not have, as [`rows`] does.
///
/// # Errors
/// If the file is there and cannot be read.
pub(crate) fn optional_rows<T: DeserializeOwned>(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(usize, T)>, SourceError> {
    if files.stamp(file).is_err() { Ok(Vec::new()) } else { rows(files, file, diagnostics) }
}

/// Returns the parts of a cell between semicolons.
pub(crate) fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

/// The form of a date or a span.
pub(crate) const DATE_HELP: &str = "write 2017-02-13, 2017-02, 2017 or 1992/1994";

/// The form of an area.
pub(crate) const AREA_HELP: &str =
    "write hectares as digits with at most two decimals after a point, or leave the cell empty";

/// Parses a cell that may be empty, and adds a malformed one to `diagnostics`.
pub(crate) fn optional_cell<T: FromStr>(
    cell: &str,
    rule: &'static Rule,
    help: &str,
    place: &Location,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let parsed = cell.parse().ok();
    if parsed.is_none() && !cell.is_empty() {
        let message = format!("`{cell}` is not of the form needed");
        diagnostics.push(Diagnostic::new(place.clone(), rule, message, help));
    }
    parsed
}
