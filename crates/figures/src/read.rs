//! Reads the figures of a text, token by token.

mod cursor;
mod dates;
mod numbers;
mod words;

use crate::figure::{Figure, FigureValue};
use crate::token::{TextToken, TextTokenKind, tokens};

/// Returns the figures of a text, in its order. The text is one paragraph or less, in Chinese or in English.
pub fn figures(text: &str) -> Vec<Figure> {
    let mut reader = FigureReader { tokens: tokens(text), figures: Vec::new(), month: None, year: None };
    let mut index = 0;
    while index < reader.tokens.len() {
        index = reader.step(index).max(index + 1);
    }
    reader.figures
}

/// The figures so far, and what later ones leave out.
struct FigureReader {
    tokens: Vec<TextToken>,
    figures: Vec<Figure>,
    /// The month of the last day, which a day without a month continues: 2月13日至15日.
    month: Option<u32>,
    /// The last year and the token after it, which `2011–15` continues.
    year: Option<(u32, usize)>,
}

impl FigureReader {
    /// Reads what begins at a token. Returns the token after it, or this one if nothing does.
    fn step(&mut self, index: usize) -> usize {
        match self.tokens[index].kind {
            TextTokenKind::Iso(year, month, day) => {
                self.push(index, index + 1, vec![FigureValue::Number(year.into())], true);
                self.push(index, index + 1, vec![FigureValue::MonthDay(month, day)], true);
                index + 1
            }
            TextTokenKind::Digits(..) | TextTokenKind::Numerals(_) => self
                .document(index)
                .or_else(|| self.chinese_date(index))
                .or_else(|| self.english_day(index))
                .or_else(|| self.number(index))
                .unwrap_or(index),
            TextTokenKind::Word(..) => self.month_name(index).or_else(|| self.words(index)).unwrap_or(index),
            TextTokenKind::Sign(_) => self.relative_year(index).unwrap_or(index),
            TextTokenKind::Time => index,
        }
    }

    /// Adds a figure of the tokens from `from` to before `to`.
    fn push(&mut self, from: usize, to: usize, values: Vec<FigureValue>, is_certain: bool) {
        let at = self.tokens[from].at.start..self.tokens[to - 1].at.end;
        self.figures.push(Figure { at, values, is_certain });
    }
}
