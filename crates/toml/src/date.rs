//! Dates in TOML, with the advice that names the right form of a date that is written otherwise.

use std::ops::Range;

use investchn_diagnostics::{Diagnostic, Fix, Location, rules};
use investchn_mending::date_reading;
use investchn_model::PartialDate;

/// Reads a date. `place` is where the value begins and `span` its bytes in the file, both for a fault.
///
/// # Errors
/// If it is no date: a diagnostic, with a fix if the text has one reading.
pub fn toml_date(value: &toml::Value, place: Location, span: Range<usize>) -> Result<PartialDate, Box<Diagnostic>> {
    let text = match value {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(year) => year.to_string(),
        other => other.type_str().to_owned(),
    };
    text.parse().map_err(|error: investchn_model::ParseError| {
        // A day has no quotes in TOML; a month has.
        let right = date_reading(&text).map(|reading| match reading.date.day() {
            Some(_) => reading.date.to_string(),
            None => format!("\"{}\"", reading.date),
        });
        let form = "write it as exactly as the source has it: 2022-02-14, \"2021-06\" or \"1984\"";
        let help = right.as_ref().map_or_else(|| form.to_owned(), |right| format!("write {right}"));
        let diagnostic = Diagnostic::new(place, &rules::DATE, error.to_string(), help);
        Box::new(diagnostic.with_fix(right.map(|right| Fix::new(span, right))))
    })
}
