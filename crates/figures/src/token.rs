//! Cuts a text into numbers, numerals, words and signs.

use std::ops::Range;

use crate::chinese::{self, is_numeral};
use crate::decimal::Decimal;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextToken {
    pub(crate) at: Range<usize>,
    pub(crate) kind: TextTokenKind,
}

/// The kind of a part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TextTokenKind {
    /// A number in digits; none if it is too long for a number. The count of its digits before the point.
    Digits(Option<Decimal>, usize),
    /// A day in digits: 2017-02-13.
    Iso(u32, u32, u32),
    /// A time or a ratio: 14:30, 3:2.
    Time,
    /// A run of Chinese numerals.
    Numerals(String),
    /// A run of Latin letters, in small letters; true if it begins with a capital.
    Word(String, bool),
    /// Any other character; full-width forms as ASCII.
    Sign(char),
}

/// Returns the plain form of a full-width character.
fn narrow(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// Cuts a text. Addresses are left out.
pub(crate) fn tokens(text: &str) -> Vec<TextToken> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, narrow(letter))).collect();
    let byte = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
    let letter = |index: usize| letters.get(index).map(|(_, letter)| *letter);
    let run = |from: usize, is: fn(char) -> bool| {
        let length = letters[from..].iter().take_while(|(_, letter)| is(*letter)).count();
        from + length
    };
    let plain = |from: usize, to: usize| {
        letters.get(from..to).unwrap_or_default().iter().map(|(_, letter)| *letter).collect::<String>()
    };
    let (mut tokens, mut index) = (Vec::new(), 0);
    // The end of the last run of letters, digits and signs that was looked through for an address.
    let mut graphic = 0;
    while let Some(first) = letter(index) {
        if index >= graphic && first.is_ascii_graphic() {
            graphic = run(index, |letter| letter.is_ascii_graphic());
            if is_address(&plain(index, graphic)) {
                index = graphic;
                continue;
            }
        }
        let (end, kind) = if first.is_ascii_digit() {
            number(&letters, index)
        } else if is_numeral(first) {
            let end = run(index, is_numeral);
            (end, TextTokenKind::Numerals(plain(index, end)))
        } else if first.is_ascii_alphabetic() {
            let end = run(index, |letter| letter.is_ascii_alphabetic());
            (end, TextTokenKind::Word(plain(index, end).to_ascii_lowercase(), first.is_ascii_uppercase()))
        } else {
            (index + 1, TextTokenKind::Sign(first))
        };
        tokens.push(TextToken { at: byte(index)..byte(end), kind });
        index = end;
    }
    tokens
}

/// Returns true for an address of a page or of a mailbox, without spaces.
fn is_address(run: &str) -> bool {
    let is_domain = |part: &str| {
        let (host, ending) =
            part.trim_end_matches('.').split('/').next().unwrap_or_default().rsplit_once('.').unwrap_or_default();
        !host.is_empty() && ["com", "cn", "org", "net", "gov", "html", "shtml", "htm", "pdf"].contains(&ending)
    };
    run.contains("://") || run.contains("www.") || run.contains('@') || run.split(['(', ')', ',']).any(is_domain)
}

/// Reads the number at an index: its end, and its kind.
fn number(letters: &[(usize, char)], from: usize) -> (usize, TextTokenKind) {
    let is_digit = |index: usize| letters.get(index).is_some_and(|(_, letter)| letter.is_ascii_digit());
    let is = |index: usize, sign: char| letters.get(index).is_some_and(|(_, letter)| *letter == sign);
    let digits_end = |from: usize| (from..).find(|index| !is_digit(*index)).unwrap_or(from);
    let plain = |from: usize, to: usize| {
        letters.get(from..to).unwrap_or_default().iter().map(|(_, letter)| *letter).collect::<String>()
    };
    let small = |from: usize, to: usize| plain(from, to).parse::<u32>().ok();
    let mut end = digits_end(from);
    // 2017-02-13, 2017.2.13, 2017/2/13.
    for sign in ['-', '.', '/'].into_iter().filter(|sign| end - from == 4 && is(end, *sign)) {
        let month = digits_end(end + 1);
        let day = digits_end(month + 1);
        let lengths = (1..=2).contains(&(month - end - 1))
            && is(month, sign)
            && (1..=2).contains(&(day.max(month + 1) - month - 1));
        if let (true, Some(year), Some(of_year), Some(of_month)) =
            (lengths, small(from, end), small(end + 1, month), small(month + 1, day))
            && (1..=12).contains(&of_year)
            && (1..=31).contains(&of_month)
        {
            return (day, TextTokenKind::Iso(year, of_year, of_month));
        }
    }
    if (is(end, ':') || is(end, '\u{2236}')) && is_digit(end + 1) {
        return (digits_end(end + 1), TextTokenKind::Time);
    }
    let mut text = plain(from, end);
    // 1,234,567
    if end - from <= 3 {
        while is(end, ',') && digits_end(end + 1) == end + 4 {
            text.push_str(&plain(end + 1, end + 4));
            end += 4;
        }
    }
    let whole = text.len();
    if is(end, '.') && is_digit(end + 1) {
        let last = digits_end(end + 1);
        // 1.2.3 is a version or a section.
        if !(is(last, '.') && is_digit(last + 1)) {
            text.push_str(&plain(end, last));
            end = last;
        }
    }
    (end, TextTokenKind::Digits(Decimal::parse(&text), whole))
}

impl TextToken {
    /// Returns the number of digits or of clear numerals.
    pub(crate) fn number(&self) -> Option<Decimal> {
        match &self.kind {
            TextTokenKind::Digits(number, _) => *number,
            TextTokenKind::Numerals(run) => match chinese::numeral(run) {
                chinese::Numeral::Exact(number) => Some(number),
                chinese::Numeral::Perhaps(_) | chinese::Numeral::Unclear => None,
            },
            _ => None,
        }
    }

    /// Returns the number if it is whole and in a range.
    pub(crate) fn within(&self, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        self.number().and_then(Decimal::small).filter(|number| range.contains(number))
    }

    /// Returns the word.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            TextTokenKind::Word(word, _) => Some(word),
            _ => None,
        }
    }

    /// Returns the sign.
    pub(crate) fn sign(&self) -> Option<char> {
        match self.kind {
            TextTokenKind::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}
