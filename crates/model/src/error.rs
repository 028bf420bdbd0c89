//! The errors of parsing the texts of the model.

use thiserror::Error;

/// The reason why a text is not an id, a date, a code or a kind.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ParseError {
    /// The text is not a zone's id.
    #[error("`{0}` is not a zone's id: small letters a to z, digits and single hyphens, a letter first")]
    ZoneId(String),
    /// The text is not an article's id.
    #[error("`{0}` is not an article's id: zone, digits of the date, number, as in huaian-htz-20220214-1")]
    ArticleId(String),
    /// The text is not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[error("`{0}` is not a date")]
    DateForm(String),
    /// The form is right, but the calendar has no such month or day.
    #[error("`{0}` is not in the calendar")]
    DateOutsideCalendar(String),
    /// The text is not a region's code.
    #[error("a region's code has six digits, and the first is not 0")]
    RegionCode,
    /// The text is not a kind of articles.
    #[error("write text, photo or video")]
    Kind,
}
