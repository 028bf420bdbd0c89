//! Parses dates and words that are values of options.

use investchn_localized::{Text, localized};
use investchn_model::{Kind, PartialDate};

use crate::ValueError;

/// Parses a day, a month or a year.
///
/// # Errors
/// If the text has another form; the error says which is needed.
pub fn date(text: &str) -> Result<PartialDate, ValueError> {
    let advice = localized!(zh "写成 2022-02-14、2021-06 或 1984", en "write it as 2022-02-14, 2021-06 or 1984");
    text.parse().map_err(|_| ValueError(advice))
}

/// Parses a day.
///
/// # Errors
/// If the text has another form; the error says which is needed.
pub fn day(text: &str) -> Result<PartialDate, ValueError> {
    let date: Option<PartialDate> = text.parse().ok();
    let advice = || localized!(zh "写成 2026-11-24", en "write it as 2026-11-24");
    date.filter(|date| date.day().is_some()).ok_or_else(|| ValueError(advice()))
}

/// Parses the kind of an article.
///
/// # Errors
/// If the text has another form; the error says which is needed.
pub fn kind(text: &str) -> Result<Kind, ValueError> {
    text.parse().map_err(|_| ValueError(one_of("text, photo, video")))
}

/// Asks for one of some words.
pub fn one_of(words: &str) -> Text {
    localized!(zh "可选 {words}", en "write one of {words}")
}
