//! Numbers in digits and in Chinese numerals, with 万 and 亿, `million` and `billion`.

use super::FigureReader;
use super::dates::continued;
use crate::chinese::{self, Numeral};
use crate::decimal::Decimal;
use crate::english;
use crate::figure::FigureValue;
use crate::token::TextTokenKind;

/// The words that numerals count. After another character they may be part of a name or an idiom: 十佳, 五十铃.
const COUNTED: &str = "个家项名人年天次条座亩元公吨米平余多强届位所台套辆户种类级周倍批岁度";

/// The units whose name begins with 千 or 百, which is no thousand and no hundred there: 千瓦, 百分点.
const UNITS: &str = "瓦克米伏卡焦赫帕分";

/// The letters directly after a number that are a unit, so that the number is a quantity. 5G and 3D are names.
const LETTERS: [&str; 28] = [
    "km", "m", "cm", "mm", "kg", "t", "g", "kw", "mw", "gw", "kwh", "kv", "ha", "mu", "th", "st", "nd", "rd", "s",
    "bn", "mn", "tn", "k", "sq", "yuan", "hours", "x", "nm",
];

/// The letters directly before a number that are a currency.
const CURRENCIES: [&str; 8] = ["rmb", "cny", "usd", "eur", "us", "hk", "jpy", "gbp"];

impl FigureReader {
    /// Reads a number from its first token.
    pub(super) fn number(&mut self, index: usize) -> Option<usize> {
        let token = self.token(index)?;
        let (number, is_digits, is_clear) = match &token.kind {
            TextTokenKind::Digits(number, _) => ((*number)?, true, true),
            TextTokenKind::Numerals(run) => match chinese::numeral(run) {
                Numeral::Exact(number) => (number, false, self.is_counted(index, run, number)),
                Numeral::Perhaps(number) => (number, false, false),
                Numeral::Unclear => return Some(index + 1),
            },
            _ => return None,
        };
        let (scaled, mut end) = if is_digits { self.scaled(index, number) } else { (number, index + 1) };
        let mut values = vec![scaled];
        if scaled == number {
            values.extend(self.scale_of_range(end).map(|power| number.shifted(power)));
        }
        if let Some((year, _)) = self.year.filter(|(_, after)| self.after_range(*after) == Some(index)) {
            values.extend(continued(year, number));
        }
        let is_decade = self.is_sign(end, "年") && self.is_sign(end + 1, "代");
        let is_english_decade = self.is_adjacent_word(end, "s") && self.year_at(index).is_some();
        if is_decade {
            values.extend(number.small().filter(|it| *it < 100).map(|it| Decimal::from(1900 + it)));
            end += 2;
        } else if is_english_decade {
            values.extend(number.small().and_then(|it| it.checked_sub(1900)).map(Decimal::from));
            end += 1;
        } else if self.is_sign(end, "成") {
            values.push(number.shifted(1));
        }
        // 30万千瓦 is 300 MW.
        if self.is_unit_of_power(end) {
            values.extend([scaled.shifted(-3), scaled.shifted(-6)]);
        }
        // The 13th, of a month that is named elsewhere.
        let ordinal = self.token(index).and_then(|token| token.within(1..=31)).filter(|_| self.is_ordinal(end));
        let is_certain = is_clear && !self.is_part_of_a_name(index, end) && !self.is_loose(index, end);
        self.year = self.year_at(index).map(|year| (year, end));
        let values = values.into_iter().map(FigureValue::Number).chain(ordinal.map(FigureValue::Day));
        self.push(index, end, values.collect(), is_certain);
        Some(end)
    }

    /// Returns true for numerals that certainly count something, and are ten or more.
    fn is_counted(&self, index: usize, run: &str, number: Decimal) -> bool {
        let is_year = run.chars().count() >= 4 && run.chars().all(|letter| chinese::power(letter).is_none());
        let is_percentage = self.follows(index, "之");
        let is_ten = number.small().is_none_or(|number| number >= 10);
        is_ten && (is_year || is_percentage || self.is_sign(index + 1, COUNTED))
    }

    /// Returns a number in digits times what follows it, with the token after that: 1亿2000万, `1.2 billion`.
    fn scaled(&self, index: usize, number: Decimal) -> (Decimal, usize) {
        let Some((power, end)) = self.scale(index + 1) else { return (number, index + 1) };
        let scaled = number.shifted(power);
        // 1亿2000万
        let rest = self.token(end).filter(|token| matches!(token.kind, TextTokenKind::Digits(..)));
        let rest = rest.and_then(|token| Some((token.number()?, self.scale(end + 1)?)));
        if let Some((smaller, (its_power, its_end))) = rest
            && its_power < power
            && let Some(sum) = scaled.plus(smaller.shifted(its_power))
        {
            return (sum, its_end);
        }
        (scaled, end)
    }

    /// Returns the power of ten that follows a number, with the token after it.
    fn scale(&self, index: usize) -> Option<(i32, usize)> {
        // 100多万
        let start = if self.is_sign(index, "多余来几") { index + 1 } else { index };
        if let TextTokenKind::Numerals(run) = &self.token(start)?.kind {
            let mut powers: Vec<i32> = run.chars().map_while(chinese::power).collect();
            if powers.len() < run.chars().count() {
                return None;
            }
            if self.is_sign(start + 1, UNITS) && powers.last().is_some_and(|power| [2, 3].contains(power)) {
                powers.pop();
            }
            return (!powers.is_empty()).then(|| (powers.iter().sum(), start + 1));
        }
        let mut next = self.after_spaces(index);
        if self.is_sign(next, "-") {
            next += 1;
        }
        let word = self.word(next)?;
        let power = english::power(word)?;
        // A single letter and two letters are scales only directly after the digits.
        if word.len() <= 2 && (next != index || word.len() == 1) {
            return None;
        }
        // A hundred thousand.
        let more = self.after_spaces(next + 1);
        let more = self.word(more).and_then(english::power).filter(|more| *more > power).map(|power| (power, more + 1));
        Some(more.map_or((power, next + 1), |(other, end)| (power + other, end)))
    }

    /// Returns the power of ten at the end of a range: that of 3—5亿, for its 3.
    fn scale_of_range(&self, index: usize) -> Option<i32> {
        let other = self.after_range(if self.is_sign(index, "%") { index + 1 } else { index })?;
        self.token(other)?.number()?;
        self.scale(other + 1).map(|(power, _)| power)
    }

    fn is_adjacent_word(&self, index: usize, word: &str) -> bool {
        self.word(index) == Some(word)
    }

    /// Returns true for 千瓦 and the like, of which a text may have thousands: `MW`.
    fn is_unit_of_power(&self, index: usize) -> bool {
        let word = self.word(self.after_spaces(index));
        matches!(word, Some("kw" | "kilowatts" | "mw" | "megawatts" | "gw" | "gigawatts"))
            || self.is_sign(index, "瓦兆")
    }

    /// Returns true if letters before or after the number make a name of it: 5G, G20, COVID-19.
    fn is_part_of_a_name(&self, index: usize, end: usize) -> bool {
        let is_name = |index: usize| match &self.token(index)?.kind {
            TextTokenKind::Word(word, _) => Some(!CURRENCIES.contains(&word.as_str())),
            _ => None,
        };
        let is_capital = |index: usize| matches!(self.token(index), Some(token) if matches!(token.kind, TextTokenKind::Word(_, true)));
        let before = index.checked_sub(1).and_then(is_name).unwrap_or_default()
            || (self.follows(index, "-") && index.checked_sub(2).is_some_and(is_capital));
        let after = self.word(end).is_some_and(|word| !LETTERS.contains(&word));
        before || after
    }

    /// Returns true for numbers that texts word in other ways: numbers of lists, times of a day, multiples.
    fn is_loose(&self, index: usize, end: usize) -> bool {
        let is_small = self.token(index).is_some_and(|token| token.within(0..=99).is_some());
        let start = if self.follows(index, "(") { index - 1 } else { index };
        let is_first = start == 0 || self.follows(start, "\n");
        // （1）甲；2）乙
        let is_list_number = is_small
            && (self.is_sign(end, ")") && (start < index || is_first || self.follows(start, "；;。：: "))
                || is_first && self.is_sign(end, "、."));
        let next = self.word(self.after_spaces(end));
        let is_time =
            self.is_sign(end, "时点") || self.follows(index, "时点") || matches!(next, Some("am" | "pm" | "o"));
        let is_multiple = self.is_sign(end, "倍") || matches!(next, Some("times" | "fold"));
        is_list_number || is_time || is_multiple
    }
}
