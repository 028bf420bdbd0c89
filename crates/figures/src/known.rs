//! The values of a text, to look those of another text up in.

use std::collections::HashSet;

use crate::decimal::Decimal;
use crate::figure::{Figure, Value};

/// The values that a text has.
#[derive(Clone, Debug, Default)]
pub struct Known {
    values: HashSet<Value>,
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
    pub fn extend(&mut self, values: impl IntoIterator<Item = Value>) {
        for value in values {
            self.values.insert(value);
            match value {
                Value::MonthDay(month, day) => {
                    self.values.extend([Value::Month(month), Value::Day(day)]);
                }
                Value::Document(year, number) => {
                    self.values.extend([year, number].map(|it| Value::Number(it.into())));
                }
                Value::RelativeYear(years) => {
                    let year = self.year.and_then(|year| year.checked_add_signed(years));
                    self.values.extend(year.map(|year| Value::Number(year.into())));
                }
                Value::Number(_) | Value::Month(_) | Value::Day(_) => {}
            }
        }
    }

    /// Returns the certain figures of another text that this one lacks, as indices, each value once.
    pub fn lacks(&self, figures: &[Figure]) -> Vec<usize> {
        let mut named: HashSet<&[Value]> = HashSet::new();
        let is_lacking = |figure: &Figure| figure.is_certain && !figure.values.iter().any(|value| self.has(*value));
        let lacking = figures.iter().enumerate().filter(|(_, figure)| is_lacking(figure));
        lacking.filter(|(_, figure)| named.insert(&figure.values)).map(|(index, _)| index).collect()
    }

    fn has(&self, value: Value) -> bool {
        let number = |it: u32| Value::Number(Decimal::from(it));
        let has = |value: Value| self.values.contains(&value);
        has(value)
            || match value {
                Value::Number(it) => it.small().is_some_and(|it| has(Value::Day(it))),
                // The month of the other day may stand elsewhere: 22日 for 22 February.
                Value::MonthDay(_, day) => has(Value::Day(day)) && !self.has_day_with_month(day),
                Value::Day(day) => has(number(day)),
                Value::Document(year, of_year) => has(number(year)) && has(number(of_year)),
                Value::Month(_) | Value::RelativeYear(_) => false,
            }
    }

    /// Returns true if the day stands with a month, so that it cannot be the day of another month.
    fn has_day_with_month(&self, day: u32) -> bool {
        (1..=12).any(|month| self.values.contains(&Value::MonthDay(month, day)))
    }
}
