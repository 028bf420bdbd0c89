//! Reads the tables of a content folder.

use std::path::Path;

use serde::de::DeserializeOwned;

use investchn_csv::RowPlace;
use investchn_diagnostics::Diagnostic;
use investchn_files::{Files, SourceError};

pub(crate) use investchn_csv::{RowCells, area_help, date_help, list};

/// Returns the rows of a table, each with its place, and adds faults to `diagnostics`. `T` has texts only.
///
/// # Errors
/// If the file cannot be read, or no row can be read because its first line has faults.
pub fn rows<T: DeserializeOwned>(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(RowPlace, T)>, SourceError> {
    rows_with(files, file, &[], diagnostics)
}

/// Returns the rows of a table that may have the columns `optional` too, as [`rows`] does.
///
/// # Errors
/// As [`rows`].
pub(crate) fn rows_with<T: DeserializeOwned>(
    files: &dyn Files,
    file: &Path,
    optional: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(RowPlace, T)>, SourceError> {
    investchn_csv::rows(file, files.read(file)?, optional, diagnostics).map_err(SourceError::Table)
}

/// Returns the rows of a table that a content folder need not have, as [`rows`] does.
///
/// # Errors
/// If the file is there and cannot be read.
pub(crate) fn optional_rows<T: DeserializeOwned>(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<(RowPlace, T)>, SourceError> {
    if files.stamp(file).is_err() { Ok(Vec::new()) } else { rows(files, file, diagnostics) }
}
