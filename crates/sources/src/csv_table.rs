//! Reads CSV tables into typed rows, with the line of each row.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::SourceError;
use crate::files::Files;
use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Location};

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
