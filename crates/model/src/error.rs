//! The error of parsing the texts of the model.

use thiserror::Error;

/// The error of parsing a text as an id, a date, a code or a kind.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` {reason}")]
pub struct ParseError {
    /// The text.
    pub text: String,
    /// Why it cannot be parsed.
    pub reason: ParseErrorReason,
}

/// The reason why a text cannot be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseErrorReason {
    /// It is not a zone's id.
    #[error("is not a zone's id: small letters a to z, digits and single hyphens, a letter first")]
    ZoneId,
    /// It is not an article's id.
    #[error("is not an article's id: zone, digits of the date, number, as in huaian-htz-20220214-1")]
    ArticleId,
    /// It is not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[error("is not a date")]
    DateForm,
    /// It has the form of a date, but the calendar has no such month or day.
    #[error("is not in the calendar")]
    OutsideCalendar,
    /// It is not a region's code.
    #[error("is not a region's code: six digits, of which the first is not 0")]
    RegionCode,
    /// It is not an area.
    #[error("is not an area: hectares as digits, with at most two decimals after a point")]
    Hectares,
    /// It is not a row of the register.
    #[error("is not a row of the register")]
    RegisterRow,
    /// It is not a kind of articles.
    #[error("is not a kind: write text, photo or video")]
    Kind,
}
