//! Dates in formats that demand a time of day. A day is written as its first instant, since sources state no time of day. A month or
//! a year has none: these formats then get no date at all, rather than an invented day.

use investchn_model::PartialDate;

/// Returns a day as `YYYY-MM-DDThh:mm:ss`, as Baidu reads it; none for a month or a year.
pub(crate) fn local(date: PartialDate) -> Option<String> {
    date.day().map(|_| [&date.to_string(), "T00:00:00"].concat())
}

/// Returns a day as its first instant in China, as Toutiao reads it; none for a month or a year.
pub(crate) fn in_china(date: PartialDate) -> Option<String> {
    local(date).map(|local| local + "+08:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_has_an_instant() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        assert_eq!(local(date("2022-02-14")).unwrap(), "2022-02-14T00:00:00");
        assert_eq!(in_china(date("2022-02-14")).unwrap(), "2022-02-14T00:00:00+08:00");
        assert_eq!((local(date("2021-06")), in_china(date("1984"))), (None, None));
    }
}
