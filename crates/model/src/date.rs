//! Dates that are as exact as their source: a day, a month or a year. Parses, compares and prints them; the wording for
//! readers is in `investchn-messages`.

use std::fmt;

use crate::error::ParseErrorReason;
use crate::text_form::{number, serde_as_text};

/// A date as exact as its source: `2022-02-14`, `2021-06` or `1984`. A missing month or day is never invented.
///
/// Dates are ordered by the start of their period. Of dates with the same start, the coarser one is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String", extend("pattern" = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// The date of nothing.
    pub(crate) const NONE: PartialDate = PartialDate { year: 0, month: None, day: None };

    /// Returns the year, which has four digits.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12, if the source states one.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// Returns the day of the month, 1 to 31, if the source states one.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Returns the digits without hyphens, as in an article's id: `20220214`, `202106`, `1984`.
    pub fn digits(self) -> String {
        self.to_string().replace('-', "")
    }

    fn in_calendar(self) -> bool {
        let Some(month) = self.month else { return true };
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return false,
        };
        self.day.is_none_or(|day| (1..=days).contains(&day))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl PartialDate {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let number =
            |part: &str, digits: usize| number(part).filter(|_| part.len() == digits).ok_or(ParseErrorReason::DateForm);
        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)? as u16;
        let month = parts.next().map(|part| number(part, 2)).transpose()?.map(|month| month as u8);
        let day = parts.next().map(|part| number(part, 2)).transpose()?.map(|day| day as u8);
        if parts.next().is_some() {
            return Err(ParseErrorReason::DateForm);
        }
        let date = PartialDate { year, month, day };
        date.in_calendar().then_some(date).ok_or(ParseErrorReason::OutsideCalendar)
    }
}

serde_as_text!(PartialDate, else PartialDate::NONE);

/// A date, or the span in which something is known to have happened: `2017-02-13` or `1992/1994`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String", extend("pattern" = r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$")))]
pub struct Period {
    /// The date, or the first date of the span.
    pub from: PartialDate,
    /// The last date of the span; none if the date itself is known.
    pub to: Option<PartialDate>,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "/{to}"))
    }
}

impl Period {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        match text.split_once('/') {
            Some((from, to)) => Ok(Period { from: PartialDate::parse(from)?, to: Some(PartialDate::parse(to)?) }),
            None => Ok(Period { from: PartialDate::parse(text)?, to: None }),
        }
    }
}

serde_as_text!(Period, else Period { from: PartialDate::NONE, to: None });

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_keep_the_precision_of_their_source() {
        for text in ["1984", "2021-06", "2022-02-14", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(date("2021-06").digits(), "202106");
    }

    #[test]
    fn coarser_dates_sort_at_the_start_of_their_period() {
        let mut dates = ["1984-09-25", "1985", "1984", "1984-09", "1983-12-31"].map(date);
        dates.sort();
        assert_eq!(dates.map(|date| date.to_string()), ["1983-12-31", "1984", "1984-09", "1984-09-25", "1985"]);
    }

    #[test]
    fn dates_that_are_malformed_or_not_in_the_calendar_are_refused() {
        for text in ["2023-02-29", "2022-13", "2022-00", "2022-04-31", "2022-01-00"] {
            assert_eq!(PartialDate::parse(text), Err(ParseErrorReason::OutsideCalendar));
        }
        for text in ["", "22", "2022-2-14", "2022-02-14-1", "2022/02/14", "二〇二二", "+022"] {
            assert_eq!(PartialDate::parse(text), Err(ParseErrorReason::DateForm));
        }
    }

    #[test]
    fn periods_are_a_date_or_a_span() {
        for text in ["2017-02-13", "1992/1994"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        assert!("1992/".parse::<Period>().is_err());
    }
}
