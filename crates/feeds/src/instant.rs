//! Dates as instants. Both formats require an instant, and a date may be a year or a month.

use chrono::{DateTime, FixedOffset, TimeZone};
use investchn_model::PartialDate;

/// China's offset from UTC, in seconds.
const CHINA: i32 = 8 * 3600;

/// Returns the first instant of a date in China.
pub(crate) fn first_instant(date: PartialDate) -> DateTime<FixedOffset> {
    instant(date.year().into(), date.month().unwrap_or(1).into(), date.day().unwrap_or(1).into())
}

/// Returns the first instant of a day in China.
pub(crate) fn instant(year: i32, month: u32, day: u32) -> DateTime<FixedOffset> {
    let china = FixedOffset::east_opt(CHINA);
    // The parser has checked the date, and in China every day has a midnight.
    china.and_then(|china| china.with_ymd_and_hms(year, month, day, 0, 0, 0).single()).unwrap_or_default()
}
