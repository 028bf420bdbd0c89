//! Values of options that cannot be parsed, worded in both languages.

use std::fmt;
use std::ops::RangeBounds;
use std::str::FromStr;

use investchn_localized::{Text, localized};

/// The reason why a value cannot be parsed, and the values to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueError(pub Text);

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for ValueError {}

/// Returns a parser of whole numbers in a range, whose ends the texts of an error name.
pub fn whole_number<T>(range: impl RangeBounds<T> + Clone + Send + Sync + 'static) -> impl ParseNumber<T>
where
    T: FromStr + PartialOrd + fmt::Display + Clone + Send + Sync + 'static,
{
    move |text: &str| {
        let number: T = text.parse().map_err(|_| ValueError(not_whole()))?;
        if range.contains(&number) { Ok(number) } else { Err(ValueError(outside(&range))) }
    }
}

/// A parser of numbers, as clap takes it.
pub trait ParseNumber<T>: Fn(&str) -> Result<T, ValueError> + Clone + Send + Sync + 'static {}

impl<T, F: Fn(&str) -> Result<T, ValueError> + Clone + Send + Sync + 'static> ParseNumber<T> for F {}

/// Asks for a whole number.
pub(crate) fn not_whole() -> Text {
    localized!(zh "要写整数", en "write a whole number")
}

fn outside<T: fmt::Display>(range: &impl RangeBounds<T>) -> Text {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    match (range.start_bound(), range.end_bound()) {
        (Included(least), Unbounded) => localized!(zh "不能小于 {least}", en "it must be {least} or more"),
        (Included(least), Included(most)) => {
            localized!(zh "写 {least} 到 {most} 之间的整数", en "write a number from {least} to {most}")
        }
        (_, Included(most) | Excluded(most)) => localized!(zh "不能大于 {most}", en "it must be {most} or less"),
        _ => not_whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_outside_of_the_range_are_refused_in_both_languages() {
        let parse = whole_number::<u32>(200..);
        assert_eq!(parse("200"), Ok(200));
        assert_eq!(parse("8"), Err(ValueError(localized!(zh "不能小于 200", en "it must be 200 or more"))));
        assert_eq!(parse("eight").unwrap_err().0.zh, "要写整数");
        assert_eq!(whole_number::<u16>(1..=9)("10").unwrap_err().to_string(), "write a number from 1 to 9");
    }
}
