//! Parses dates of old pages: 2022-02-14, 2022/2/14, 2022年2月14日, 2022.02.14, 二〇二二年二月十四日, 14 February 2022, February
//! 14, 2022, with or without a time. The result may be a day, a month or a year.

mod english;
mod numerals;

use investchn_model::PartialDate;

use investchn_text::to_half_width;

/// A date, and the text after it that is neither a time nor a day of the week.
#[derive(Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day, month or year.
    pub date: PartialDate,
    /// The text after it.
    pub rest: String,
}

/// Parses the date at the start of a text. Returns none if there is none, or if the calendar has no such day.
pub fn parse(text: &str) -> Option<Dated> {
    let text: String = text.chars().map(to_half_width).collect();
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || "()[]【】〔〕".contains(letter));
    let plain = compact(text).or_else(|| spelt(text)).or_else(|| english::date(text));
    // A year alone may go on in Chinese numerals: 2010年 九月 14日.
    if plain.as_ref().is_none_or(|(date, _)| date.len() == 4)
        && let Some((digits, rest)) = numerals::date(text)
        && let Some((date, _)) = spelt(&digits)
    {
        return Some(Dated { date: date.parse().ok()?, rest: without_time(rest) });
    }
    let (date, rest) = plain?;
    Some(Dated { date: date.parse().ok()?, rest: without_time(rest) })
}

/// Parses a text that is nothing but the parts of a date in the order of a page that sets the day, the month or the year
/// apart: `14 2022-02`, `02-14 2022`, `14/02月 2022年`.
pub fn parse_apart(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let mut numbers: Vec<&str> = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || "-/.·年月日,，".contains(letter)) {
        if !word.chars().all(|letter| letter.is_ascii_digit()) || word.len() > 4 {
            return None;
        }
        numbers.extend((!word.is_empty()).then_some(word));
    }
    let [a, b, c] = numbers.as_slice() else { return None };
    let is_year = |word: &&str| word.len() == 4 && word.starts_with(['1', '2']);
    let (year, month, day) = match (is_year(a), is_year(b), is_year(c)) {
        (true, false, false) => (a, b, c),
        (false, true, false) => (b, c, a),
        // `14 02月 2022` has the day first, `02-14 2022` the month.
        (false, false, true) if text.split_once('月').is_some_and(|(before, _)| before.contains([' ', '/'])) => {
            (c, b, a)
        }
        (false, false, true) => (c, a, b),
        _ => return None,
    };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// Returns the first day in a text, its byte index, and the text behind it.
pub fn first_day(text: &str) -> Option<(usize, PartialDate, String)> {
    let mut before = None;
    text.char_indices().find_map(|(at, letter)| {
        let begins = letter.is_ascii_alphanumeric() && !before.is_some_and(|it: char| it.is_ascii_alphanumeric());
        before = Some(letter);
        let dated = (begins || "二一".contains(letter)).then(|| parse(&text[at..])).flatten()?;
        dated.date.day().map(|_| (at, dated.date, dated.rest))
    })
}

/// Parses `20220214`.
fn compact(text: &str) -> Option<(String, &str)> {
    let (digits, rest) = number(text);
    (digits.len() == 8).then(|| (format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]), rest))
}

/// Parses year, month and day with separators. The month and the day may be missing.
fn spelt(text: &str) -> Option<(String, &str)> {
    let (year, rest) = number(text);
    if year.len() != 4 {
        return None;
    }
    let year = year.to_owned();
    let Some((month, after)) = part(rest, &['年', '-', '/', '.', '–', '—']) else {
        return Some((year, without_sign(rest, '年')));
    };
    let year_month = format!("{year}-{month:0>2}");
    match part(after, &['月', '-', '/', '.', '–', '—']) {
        Some((day, after)) => Some((format!("{year_month}-{day:0>2}"), without_sign(after, '日'))),
        None => Some((year_month, without_sign(after, '月'))),
    }
}

fn without_sign(text: &str, sign: char) -> &str {
    text.trim_start().strip_prefix(sign).unwrap_or(text)
}

/// Parses a separator and the one or two digits after it.
fn part<'a>(text: &'a str, signs: &[char]) -> Option<(&'a str, &'a str)> {
    let (digits, rest) = number(text.trim_start().strip_prefix(signs)?.trim_start());
    matches!(digits.len(), 1 | 2).then_some((digits, rest))
}

/// Splits a text after its leading digits.
fn number(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

fn without_time(rest: &str) -> String {
    let is_time = |word: &str| {
        let word = word.trim_start_matches('T').trim_end_matches('Z');
        if ["AM", "PM", "am", "pm", "a.m.", "p.m.", "at", "上午", "下午"].contains(&word) {
            return true;
        }
        let word = word.trim_end_matches("am").trim_end_matches("pm");
        let clock = word.contains(':') || word.ends_with(['时', '分', '秒']);
        let digits = word.chars().all(|letter| letter.is_ascii_digit() || ":.时分秒".contains(letter));
        clock && digits
    };
    let is_weekday = |word: &str| {
        let day = word.strip_prefix("星期").or_else(|| word.strip_prefix('周'));
        day.is_some_and(|day| day.chars().count() == 1 && "一二三四五六日天".contains(day)) || english::is_weekday(word)
    };
    let words = rest.split(|letter: char| letter.is_whitespace() || "()[]【】〔〕,，;；".contains(letter));
    let kept: Vec<&str> =
        words.filter(|word| !word.is_empty() && *word != "|" && !is_time(word) && !is_weekday(word)).collect();
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        parse(text).map(|dated| (dated.date.to_string(), dated.rest))
    }

    #[test]
    fn every_format_is_parsed() {
        for text in [
            "2022-02-14",
            "2022/2/14",
            "2022年2月14日",
            "2022.02.14",
            "２０２２－０２－１４",
            "20220214",
            "2022-2-14 9:05:33",
            "2022年02月14日 星期一 上午 10:20",
            "[2022/02/14 10:20]",
            "2022-02-14T10:20:00",
            "2022年2月14日10时20分",
            "2022 年 2 月 14 日",
            "二〇二二年二月十四日",
            "二○二二年二月十四日 星期一",
            "贰零贰贰年二月十四日",
            "2022年 二月 14日 星期一 10:20",
            "Monday, 14 February 2022 10:22",
            "14 Feb. 2022",
            "February 14th, 2022 at 10:22 am",
            "Feb 14, 2022",
            "Mon, 14 Feb 2022 10:22:00",
        ] {
            assert_eq!(read(text), Some(("2022-02-14".to_owned(), String::new())), "{text}");
        }
        for (text, date) in [("2022年2月", "2022-02"), ("2022-02", "2022-02"), ("2022年", "2022"), ("2022", "2022")]
        {
            assert_eq!(read(text), Some((date.to_owned(), String::new())), "{text}");
        }
    }

    #[test]
    fn invalid_dates_are_none_and_text_after_a_date_is_kept() {
        for text in [
            "",
            "示例",
            "2022-02-30",
            "22-02-14",
            "2022-13-01",
            "202202141",
            "二月",
            "May be",
            "March of the 12",
            "一九年",
            "Monday",
            "14 people",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("2022-02-14 示例报"), Some(("2022-02-14".to_owned(), "示例报".to_owned())));
    }

    #[test]
    fn parts_of_a_date_that_stand_apart_are_put_together() {
        for text in [
            "14 2022-02",
            "14 2022年02月",
            "02-14 2022",
            "2022 02-14",
            "2022 -02-14",
            "14/02月 2022",
            "14 2 月 2022",
            " 02月 14 2022",
        ] {
            assert_eq!(parse_apart(text).map(|date| date.to_string()).as_deref(), Some("2022-02-14"), "{text}");
        }
        for text in ["14 02", "1 2 3", "2022 2021 1", "14 人 2022-02", "99 2022-02"] {
            assert_eq!(parse_apart(text), None, "{text}");
        }
    }
}
