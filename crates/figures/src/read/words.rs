//! Numbers in English words.

use super::FigureReader;
use crate::decimal::Decimal;
use crate::english;
use crate::figure::FigureValue;

/// The most words of a number.
const MOST: usize = 12;

impl FigureReader {
    /// Reads a number in words, a word that counts, and `last year`.
    pub(super) fn words(&mut self, index: usize) -> Option<usize> {
        let places = self.run_of_words(index);
        let words: Vec<&str> = places.iter().filter_map(|place| self.word(*place)).collect();
        let first = *words.first()?;
        if let Some((number, taken)) = english::spelled(&words) {
            let end = places[taken - 1] + 1;
            // Nine in ten are 九成.
            let is_large = number.small().is_none_or(|number| number > 10);
            self.push(index, end, vec![FigureValue::Number(number)], is_large);
            return Some(end);
        }
        if let Some(decade) = english::decade(first) {
            let values = [decade, 1900 + decade].map(|number| FigureValue::Number(number.into()));
            self.push(index, index + 1, values.to_vec(), false);
            return Some(index + 1);
        }
        let years = match (first, words.get(1)) {
            ("this", Some(&"year")) => Some(0),
            ("last" | "previous", Some(&"year")) => Some(-1),
            ("next" | "coming", Some(&"year")) => Some(1),
            _ => None,
        };
        let value = match years {
            Some(years) => FigureValue::RelativeYear(years),
            None => FigureValue::Number(Decimal::from(english::counting(first)?)),
        };
        // A hundred, a million.
        let power = words.get(1).and_then(|word| english::power(word)).filter(|_| first == "a");
        let scaled = power.map(|power| FigureValue::Number(Decimal::from(1).shifted(power)));
        self.push(index, index + 1, std::iter::once(value).chain(scaled).collect(), false);
        Some(index + 1)
    }

    /// Returns the tokens of the words from `index`, with a space or a hyphen between them.
    fn run_of_words(&self, index: usize) -> Vec<usize> {
        let (mut places, mut next) = (vec![index], index + 1);
        while places.len() < MOST {
            next = if self.is_sign(next, "-") { next + 1 } else { self.after_spaces(next) };
            if self.word(next).is_none() {
                break;
            }
            places.push(next);
            next += 1;
        }
        places
    }
}
