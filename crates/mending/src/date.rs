//! Dates in other forms: `2022-2-14`, `2022年2月14日`, `2022/02/14`, `2022.2.14`, full-width digits, the day numbers of Excel.

use chrono::DateTime;
use investchn_model::PartialDate;
use investchn_text::to_half_width;

/// China's offset from UTC in seconds, which is the same all year.
const AHEAD: u64 = 8 * 60 * 60;

/// The seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// The day number of Excel for 1970-01-01.
const EXCEL_EPOCH: i64 = 25_569;

/// The day numbers of 1927 to 2064. Others are no dates of this portal.
const EXCEL_DAYS: std::ops::RangeInclusive<i64> = 10_000..=60_000;

/// A date that was read from another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateReading {
    /// The date.
    pub date: PartialDate,
    /// True if the source may know only the month: Excel makes a first day of each month.
    pub is_first_day_of_excel: bool,
}

/// Returns the date that a text means, if there is one reading. A month or a day is never invented.
pub fn date_reading(text: &str) -> Option<DateReading> {
    let plain: String = text.trim().chars().map(to_half_width).collect();
    let plain = plain.trim_end_matches(is_time).trim();
    if let Some(day) = plain.parse().ok().filter(|day| EXCEL_DAYS.contains(day)) {
        let date = of_excel(day)?;
        return Some(DateReading { date, is_first_day_of_excel: date.day() == Some(1) });
    }
    let date = parts(plain)?.parse::<PartialDate>().ok()?;
    let is_first_day_of_excel = date.day() == Some(1) && plain.contains('/');
    Some(DateReading { date, is_first_day_of_excel })
}

/// Returns the date of a text with other signs between its numbers, as digits with hyphens.
fn parts(text: &str) -> Option<String> {
    // A time of the day is no part of a date.
    let day = text.split([' ', 'T']).next().filter(|day| day.len() >= 8 && text[day.len()..].contains(':'));
    let text: String = day.unwrap_or(text).chars().filter(|letter| !letter.is_whitespace()).map(digit).collect();
    let text = text.trim_end_matches(['日', '号', '月', '年', '.']);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月', '—', '–', '−', '‐', '、', '·']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [digits] if digits.len() == 8 && is_number(digits) => {
            Some(format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
        }
        [year, rest @ ..] if year.len() == 4 && rest.len() < 3 && parts.iter().all(is_number) => {
            let two = |part: &&str| (part.len() <= 2).then(|| format!("-{part:0>2}"));
            let rest: String = rest.iter().map(two).collect::<Option<String>>()?;
            Some([*year, &rest].concat())
        }
        _ => None,
    }
}

/// Returns the digit of a Chinese numeral that is one digit.
fn digit(letter: char) -> char {
    let place = "〇一二三四五六七八九".chars().position(|numeral| numeral == letter);
    let place = place.or_else(|| (letter == '零' || letter == '○').then_some(0));
    place.and_then(|place| char::from_digit(place as u32, 10)).unwrap_or(letter)
}

/// Returns true for what follows a date: a comma, a full stop, a space.
fn is_time(letter: char) -> bool {
    letter.is_whitespace() || ",;。".contains(letter)
}

/// Returns the day of a day number.
fn of_excel(number: i64) -> Option<PartialDate> {
    civil_day(number - EXCEL_EPOCH)
}

/// Returns the day in China at a time, in seconds since 1970.
pub fn day_in_china(seconds: u64) -> Option<PartialDate> {
    civil_day(i64::try_from(seconds + AHEAD).ok()? / DAY)
}

/// Returns the day that is a number of days after 1970-01-01.
fn civil_day(days: i64) -> Option<PartialDate> {
    DateTime::from_timestamp(days * DAY, 0)?.date_naive().to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_are_that_very_date() {
        for (text, date) in [
            ("2022-2-14", "2022-02-14"),
            ("2022年2月14日", "2022-02-14"),
            ("2022/02/14", "2022-02-14"),
            ("2022.2.14", "2022-02-14"),
            ("２０２２-０２-１４", "2022-02-14"),
            ("２０２２－２－１４", "2022-02-14"),
            ("2022 年 2 月 14 日", "2022-02-14"),
            ("2022—02—14", "2022-02-14"),
            ("20220214", "2022-02-14"),
            ("2022/2/14 10:30", "2022-02-14"),
            ("2022-02-14T08:00:00", "2022-02-14"),
            ("1988/5/10", "1988-05-10"),
            ("1988年5月", "1988-05"),
            ("1988年", "1988"),
            ("二〇〇六年", "2006"),
            ("二〇〇六年五月", "2006-05"),
            ("32273", "1988-05-10"),
            ("36526", "2000-01-01"),
            ("36585", "2000-02-29"),
        ] {
            assert_eq!(date_reading(text).map(|it| it.date.to_string()).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn texts_with_no_or_two_readings_are_no_dates() {
        for text in ["", "22-2-14", "14/2/2022", "2022-2-30", "去年", "99999", "2022-2-14-1", "甲", "202202"] {
            assert_eq!(date_reading(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_begins_in_china_eight_hours_before_utc() {
        for (seconds, date) in [
            (0, "1970-01-01"),
            (1_709_222_399, "2024-02-29"),
            (1_709_222_400, "2024-03-01"),
            (1_735_660_799, "2024-12-31"),
            (1_735_660_800, "2025-01-01"),
        ] {
            assert_eq!(day_in_china(seconds), date.parse().ok(), "{seconds}");
        }
    }

    #[test]
    fn the_first_of_a_month_may_be_made_by_excel() {
        let is = |text| date_reading(text).map(|it| it.is_first_day_of_excel);
        assert_eq!(
            (is("1988/5/1"), is("32264"), is("1988/5/10"), is("1988年5月1日")),
            (Some(true), Some(true), Some(false), Some(false))
        );
    }
}
