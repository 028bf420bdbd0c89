//! Reading a CSV table row by row, with the line of each. It owns the reading, not what a row means.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::BuildError;
use crate::problem::{Place, Problem};
use crate::rules;

/// The rows that fit the shape, each with its line; the others are added to `problems`.
pub(crate) fn rows<T: DeserializeOwned>(
    file: &Path,
    problems: &mut Vec<Problem>,
) -> Result<Vec<(usize, T)>, BuildError> {
    let text = std::fs::read_to_string(file).map_err(BuildError::file("cannot read", file))?;
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
                let advice = "every row needs each column of the first line, in its form";
                problems.push(Problem::new(Place::line(file, line), &rules::CSV, error.to_string(), advice));
            }
        }
    }
    Ok(rows)
}
