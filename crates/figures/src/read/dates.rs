//! Dates and document numbers.

use super::FigureReader;
use crate::decimal::Decimal;
use crate::english;
use crate::figure::FigureValue;
use crate::token::TextTokenKind;

/// The most tokens of a list of days before its month.
const MOST: usize = 24;

impl FigureReader {
    /// Reads 〔2024〕83号 and `[2024] No. 83` from the year.
    pub(super) fn document(&mut self, index: usize) -> Option<usize> {
        let year = self.year_at(index)?;
        if !self.follows(index, "〔[(【") || !self.is_sign(index + 1, "〕])】") {
            return None;
        }
        let mut next = self.after_spaces(index + 2);
        let is_english = self.word(next) == Some("no");
        if is_english {
            next = self.after_spaces(if self.is_sign(next + 1, ".") { next + 2 } else { next + 1 });
        } else if self.is_sign(next, "第") {
            next += 1;
        }
        let number = self.token(next)?.within(0..=u32::MAX)?;
        if !is_english && !self.is_sign(next + 1, "号") {
            return None;
        }
        let end = if is_english { next + 1 } else { next + 2 };
        self.push(index - 1, end, vec![FigureValue::Document(year, number)], true);
        Some(end)
    }

    /// Reads 2017年, 2月13日, 2月 and 13日.
    pub(super) fn chinese_date(&mut self, index: usize) -> Option<usize> {
        if self.is_sign(index + 1, "年") && !self.is_sign(index + 2, "代") {
            let year = self.year_at(index)?;
            self.push(index, index + 2, vec![FigureValue::Number(year.into())], true);
            return Some(index + 2);
        }
        if self.is_sign(index + 1, "月") {
            let month = self.token(index)?.within(1..=12)?;
            self.month = Some(month);
            let next = self.after_spaces(index + 2);
            if let Some(day) = self.token(next).and_then(|token| token.within(1..=31))
                && self.is_sign(next + 1, "日号")
            {
                self.push(index, next + 2, vec![FigureValue::MonthDay(month, day)], true);
                return Some(next + 2);
            }
            // 1—9月 may be the first nine months, 1月 the first of them.
            let is_end_of_range = self.follows(index, "-–—~～至到");
            let is_start_of_range = self.after_range(index + 2).is_some_and(|next| self.is_sign(next + 1, "月"));
            self.push(index, index + 2, vec![FigureValue::Month(month)], !is_end_of_range && !is_start_of_range);
            return Some(index + 2);
        }
        if let Some(end) = self.first_of_range(index) {
            return Some(end);
        }
        if self.is_sign(index + 1, "日") && !self.is_sign(index + 2, "元") {
            let day = self.token(index)?.within(1..=31)?;
            self.push_day(index, index + 2, day);
            return Some(index + 2);
        }
        None
    }

    /// Reads the first end of 1至10月 and of 13至15日, which has no 月 or 日 of its own.
    fn first_of_range(&mut self, index: usize) -> Option<usize> {
        let after_comma = self.is_sign(index + 1, "、").then_some(index + 2);
        let other = after_comma.or_else(|| self.after_range(index + 1))?;
        self.token(other)?.within(1..=31)?;
        if self.is_sign(other + 1, "月") {
            let month = self.token(index)?.within(1..=12)?;
            // The first nine months are January to September.
            self.push(index, index + 1, vec![FigureValue::Month(month), FigureValue::Number(month.into())], false);
            return Some(index + 1);
        }
        if self.is_sign(other + 1, "日") && !self.is_sign(other + 2, "元") {
            let day = self.token(index)?.within(1..=31)?;
            self.push_day(index, index + 1, day);
            return Some(index + 1);
        }
        None
    }

    /// Adds a day whose month may be that of the day before.
    fn push_day(&mut self, from: usize, to: usize, day: u32) {
        let in_month = self.month.map(|month| FigureValue::MonthDay(month, day));
        self.push(from, to, std::iter::once(FigureValue::Day(day)).chain(in_month).collect(), true);
    }

    /// Reads `13 February`, `13th of February`, and the first day of `13–15 February`.
    pub(super) fn english_day(&mut self, index: usize) -> Option<usize> {
        let day = self.day_at(index)?;
        let end = self.after_ordinal(index + 1);
        if let Some(month) = self.month_at(self.after_of(end)) {
            let end = self.after_of(end) + 1;
            self.month = Some(month);
            self.push(index, end, vec![FigureValue::MonthDay(month, day)], true);
            return Some(end);
        }
        // 13, 14 and 15 February.
        let (mut next, mut has_comma) = (end, false);
        let month = loop {
            let comma = self.is_sign(next, ",").then(|| self.after_spaces(next + 1));
            has_comma |= comma.is_some();
            let other = comma.or_else(|| self.after_range(next)).filter(|other| *other <= index + MOST)?;
            self.day_at(other)?;
            next = self.after_ordinal(other + 1);
            if let Some(month) = self.month_at(self.after_of(next)) {
                break month;
            }
        };
        // In `No. 12, 13 March` the first is no day.
        let number = has_comma.then(|| FigureValue::Number(day.into()));
        self.push(index, end, std::iter::once(FigureValue::MonthDay(month, day)).chain(number).collect(), true);
        Some(end)
    }

    /// Reads `February`, `February 13` and `February 13–15`.
    pub(super) fn month_name(&mut self, index: usize) -> Option<usize> {
        let month = self.month_at(index)?;
        self.month = Some(month);
        let point = if self.is_sign(index + 1, ".") { index + 2 } else { index + 1 };
        let next = self.after_spaces(point);
        let Some(day) = self.day_at(next).filter(|_| next > point) else {
            // May is a verb too, unless a year follows.
            let is_certain = self.word(index) != Some("may") || self.year_at(next).is_some();
            self.push(index, index + 1, vec![FigureValue::Month(month)], is_certain);
            return Some(index + 1);
        };
        let end = self.after_ordinal(next + 1);
        self.push(index, end, vec![FigureValue::MonthDay(month, day)], true);
        let last = self.after_range(end).and_then(|other| Some((other, self.day_at(other)?)));
        // `February 13 to 15 March` has another month.
        if let Some((other, day)) = last.filter(|(other, _)| self.month_at(self.after_spaces(other + 1)).is_none()) {
            self.push(other, other + 1, vec![FigureValue::MonthDay(month, day)], true);
            return Some(other + 1);
        }
        Some(end)
    }

    /// Reads 去年 and 今年.
    pub(super) fn relative_year(&mut self, index: usize) -> Option<usize> {
        if !self.is_sign(index + 1, "年") {
            return None;
        }
        let years = match self.sign(index)? {
            '前' => -2,
            '去' | '上' => -1,
            '今' | '本' => 0,
            '明' => 1,
            _ => return None,
        };
        self.push(index, index + 2, vec![FigureValue::RelativeYear(years)], false);
        Some(index + 2)
    }

    /// Returns the year at a token: four digits, or four numerals.
    pub(super) fn year_at(&self, index: usize) -> Option<u32> {
        let token = self.token(index)?;
        let is_long = match &token.kind {
            TextTokenKind::Digits(_, length) => *length == 4 && &token.at.len() == length,
            TextTokenKind::Numerals(run) => run.chars().count() == 4,
            _ => false,
        };
        token.within(1000..=2999).filter(|_| is_long)
    }

    /// Returns the day at a token: one or two digits, and no number with a unit.
    fn day_at(&self, index: usize) -> Option<u32> {
        let token = self.token(index)?;
        let is_plain = matches!(&token.kind, TextTokenKind::Digits(_, length) if token.at.len() == *length);
        token.within(1..=31).filter(|_| is_plain && !self.is_sign(index + 1, "%"))
    }

    fn month_at(&self, index: usize) -> Option<u32> {
        match &self.token(index)?.kind {
            TextTokenKind::Word(word, true) => english::month(word),
            _ => None,
        }
    }

    /// Returns true for the letters of an ordinal: `th`.
    pub(super) fn is_ordinal(&self, index: usize) -> bool {
        matches!(self.word(index), Some("st" | "nd" | "rd" | "th"))
    }

    fn after_ordinal(&self, index: usize) -> usize {
        if self.is_ordinal(index) { index + 1 } else { index }
    }

    fn after_of(&self, index: usize) -> usize {
        let next = self.after_spaces(index);
        if self.word(next) == Some("of") { self.after_spaces(next + 1) } else { next }
    }
}

/// Returns a year that a short one continues: 2015 for 15 after 2011.
pub(super) fn continued(year: u32, short: Decimal) -> Option<Decimal> {
    let short = short.small().filter(|short| *short < 100)?;
    Some((year / 100 * 100 + short).into())
}
