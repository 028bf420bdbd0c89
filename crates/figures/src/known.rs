//! The values of a text, to look those of another text up in.

use std::collections::HashSet;

use crate::decimal::Decimal;
use crate::figure::{Figure, FigureValue};

/// The values that a text has.
#[derive(Clone, Debug, Default)]
pub struct Known {
    values: HashSet<FigureValue>,
    /// The year of the text, from which 今年 and 去年 count.
    year: Option<u32>,
}

impl Known {
    /// Collects the values of a text. `year` is the year in which it was written.
    pub fn new(figures: &[Figure], year: Option<u32>) -> Self {
        let mut known = Known { values: HashSet::new(), year };
        known.extend(figures.iter().flat_map(|figure| figure.values.iter().copied()));
        known
    }

    /// Adds values that a text need not have, because whoever reads it knows them: the date of its publication.
    pub fn extend(&mut self, values: impl IntoIterator<Item = FigureValue>) {
        for value in values {
            self.values.insert(value);
            match value {
                FigureValue::MonthDay(month, day) => {
                    self.values.extend([FigureValue::Month(month), FigureValue::Day(day)]);
                }
                FigureValue::Document(year, number) => {
                    self.values.extend([year, number].map(|it| FigureValue::Number(it.into())));
                }
                FigureValue::RelativeYear(years) => {
                    let year = self.year.and_then(|year| year.checked_add_signed(years));
                    self.values.extend(year.map(|year| FigureValue::Number(year.into())));
                }
                FigureValue::Number(_) | FigureValue::Month(_) | FigureValue::Day(_) => {}
            }
        }
    }

    /// Returns the certain figures of another text that this one lacks, as indices, each value once.
    pub fn lacks(&self, figures: &[Figure]) -> Vec<usize> {
        let mut named: HashSet<&[FigureValue]> = HashSet::new();
        let is_lacking = |figure: &Figure| figure.is_certain && !figure.values.iter().any(|value| self.has(*value));
        let lacking = figures.iter().enumerate().filter(|(_, figure)| is_lacking(figure));
        lacking.filter(|(_, figure)| named.insert(&figure.values)).map(|(index, _)| index).collect()
    }

    fn has(&self, value: FigureValue) -> bool {
        let number = |it: u32| FigureValue::Number(Decimal::from(it));
        let has = |value: FigureValue| self.values.contains(&value);
        has(value)
            || match value {
                FigureValue::Number(it) => it.small().is_some_and(|it| has(FigureValue::Day(it))),
                // The month of the other day may stand elsewhere: 22日 for 22 February.
                FigureValue::MonthDay(_, day) => has(FigureValue::Day(day)) && !self.has_day_with_month(day),
                FigureValue::Day(day) => has(number(day)),
                FigureValue::Document(year, of_year) => has(number(year)) && has(number(of_year)),
                FigureValue::Month(_) | FigureValue::RelativeYear(_) => false,
            }
    }

    /// Returns true if the day stands with a month, so that it cannot be the day of another month.
    fn has_day_with_month(&self, day: u32) -> bool {
        (1..=12).any(|month| self.values.contains(&FigureValue::MonthDay(month, day)))
    }
}
