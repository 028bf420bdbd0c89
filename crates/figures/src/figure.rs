//! A number, date or document number that is found in a text.

use std::ops::Range;

use crate::decimal::Decimal;

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureValue {
    /// A number, a year among them.
    Number(Decimal),
    /// A month, 1 to 12.
    Month(u32),
    /// A day of a month: 2月13日.
    MonthDay(u32, u32),
    /// A day of a month that is named elsewhere: 13日.
    Day(u32),
    /// A document of a year: 国办函〔2024〕83号 is 2024 and 83.
    Document(u32, u32),
    /// A year, counted from that of the text: 去年 is -1.
    RelativeYear(i32),
}

/// A number, a date or a document number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its bytes.
    pub at: Range<usize>,
    /// The values that it may have. In 3—5亿, the 3 may be 3 or 3亿.
    pub values: Vec<FigureValue>,
    /// False if another text may say it without a figure: a number below ten in words, an idiom, a name.
    pub is_certain: bool,
}
