//! Dates in TOML, with the advice that names the right form of a date that is written otherwise.

use std::ops::Range;

use investchn_diagnostics::{Diagnostic, Fix, Location, rules};
use investchn_localized::localized;
use investchn_mending::{date_reading, parse_error};
use investchn_model::PartialDate;

use crate::found::shown;
use crate::grammar::date_help;

/// Reads a date. `place` is where the value begins and `span` its bytes in the file, both for a fault.
///
/// # Errors
/// If it is no date: a diagnostic, with a fix if the text has one reading.
pub fn toml_date(value: &toml::Value, place: Location, span: Range<usize>) -> Result<PartialDate, Box<Diagnostic>> {
    let text = match value {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(year) => year.to_string(),
        other => shown(&other.to_string()),
    };
    text.parse().map_err(|error: investchn_model::ParseError| {
        // A day has no quotes in TOML; a month has.
        let right = date_reading(&text).map(|reading| match reading.date.day() {
            Some(_) => reading.date.to_string(),
            None => format!("\"{}\"", reading.date),
        });
        let help = right.as_ref().map_or_else(date_help, |right| localized!(zh "改成 {right}", en "write {right}"));
        let diagnostic = Diagnostic::new(place, &rules::DATE, parse_error(&error), help);
        Box::new(diagnostic.with_fix(right.map(|right| Fix::new(span, right))))
    })
}
