//! The forms of the values that editors give.

use std::str::FromStr;

use investchn_model::{Hectares, PartialDate, Period, ZoneId, ZoneType};

use crate::error::RegisterError;

/// Checks the date of an approval, which may be a span.
pub(crate) fn period(text: &str) -> Result<String, RegisterError> {
    parsed::<Period>("date of approval", text, "2017-02-13, 2017-02, 2017, or 1992/1994 for a time between two years")
}

/// Checks a date.
pub(crate) fn date(text: &str) -> Result<String, RegisterError> {
    parsed::<PartialDate>("date", text, "2017-02-13, 2017-02 or 2017, as exact as the source")
}

/// Checks an area.
pub(crate) fn area(text: &str) -> Result<String, RegisterError> {
    parsed::<Hectares>("area", text, "hectares as digits with at most two decimals after a point: 1200 or 594.4")
}

/// Checks the id of a zone.
pub(crate) fn zone_id(text: &str) -> Result<String, RegisterError> {
    parsed::<ZoneId>("id", text, "small letters, digits and single hyphens, a letter first: huaian-htz")
}

/// Checks the types of a zone.
pub(crate) fn types(text: &str) -> Result<String, RegisterError> {
    let words = list(text);
    let is_type = |word: &String| ZoneType::ALL.iter().any(|(_, known)| known == word);
    if !words.is_empty() && words.iter().all(is_type) {
        return Ok(words.join(";"));
    }
    let all = ZoneType::ALL.map(|(_, word)| word).join(", ");
    Err(form("type of zone", text, format!("one of {all}, or two with a semicolon between them")))
}

/// Checks the level of a zone.
pub(crate) fn level(text: &str) -> Result<String, RegisterError> {
    match text.trim() {
        level @ ("national" | "provincial") => Ok(level.to_owned()),
        _ => Err(form("level", text, "national or provincial".to_owned())),
    }
}

/// Checks a name or another text of one line.
pub(crate) fn text(column: &'static str, text: &str) -> Result<String, RegisterError> {
    let trimmed = text.trim();
    if trimmed.is_empty() || trimmed.contains(|letter: char| letter.is_control() || letter == ';') {
        return Err(form(column, text, "one line without a semicolon".to_owned()));
    }
    Ok(trimmed.to_owned())
}

/// Splits a cell with several values.
pub(crate) fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

/// Adds a value to a cell with several values, if it is not there.
pub(crate) fn with(cell: &str, value: &str) -> String {
    let mut all = list(cell);
    for value in list(value) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all.join(";")
}

fn parsed<T: FromStr>(column: &'static str, text: &str, needed: &str) -> Result<String, RegisterError> {
    let text = text.trim();
    text.parse::<T>().map(|_| text.to_owned()).map_err(|_| form(column, text, needed.to_owned()))
}

fn form(column: &'static str, value: &str, form: String) -> RegisterError {
    RegisterError::Form { column, value: value.to_owned(), form }
}
