//! What things are called on the page, and how dates, facts and telephone numbers are written. It owns the Chinese labels
//! and their formats, not where they stand.

use investchn_model::{Kind, Level, OfflinePage, PartialDate, Period, Status, ZoneType};

/// What an unknown fact is shown as.
pub const UNKNOWN: &str = "暂无可靠资料";

/// 文字新闻, 图片新闻, 视频新闻.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "文字新闻",
        Kind::Photo => "图片新闻",
        Kind::Video => "视频新闻",
    }
}

/// 现在没有网络, 公文包.
pub fn device_page(page: OfflinePage) -> &'static str {
    match page {
        OfflinePage::Offline => "现在没有网络",
        OfflinePage::Saved => "公文包",
    }
}

/// The full name of a zone's type.
pub fn zone_type(zone_type: ZoneType) -> &'static str {
    match zone_type {
        ZoneType::Etdz => "经济技术开发区",
        ZoneType::Htz => "高新技术产业开发区",
    }
}

/// The short name of a zone's type.
pub fn zone_type_short(zone_type: ZoneType) -> &'static str {
    match zone_type {
        ZoneType::Etdz => "经开区",
        ZoneType::Htz => "高新区",
    }
}

/// 国家级 or 省级.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::National => "国家级",
        Level::Provincial => "省级",
    }
}

/// A zone's status, with the date since when it holds, where that is known.
pub fn status(status: Status, since: Option<PartialDate>) -> String {
    match (status, since) {
        (Status::Listed, _) => "在国家级名单内".to_owned(),
        (Status::Uncertain, _) => "资料不一，是否仍在国家级名单内待核实".to_owned(),
        (Status::Exited, Some(since)) => ["已退出国家级名单（", &date(since), "）"].concat(),
        (Status::Exited, None) => "已退出国家级名单".to_owned(),
    }
}

/// A date in running text, as exact as it is known: 2017年2月13日, 2021年6月, 1984年.
pub fn date(date: PartialDate) -> String {
    let mut text = date.year().to_string() + "年";
    if let Some(month) = date.month() {
        text.push_str(&month.to_string());
        text.push('月');
    }
    if let Some(day) = date.day() {
        text.push_str(&day.to_string());
        text.push('日');
    }
    text
}

/// A date, or the span of years in which it lies.
pub fn period(period: Period) -> String {
    match period.to {
        None => date(period.from),
        Some(to) => [&period.from.to_string(), "年至", &date(to), "之间（确切年份未详）"].concat(),
    }
}

/// A numbered page of a list.
pub fn page(number: u32) -> String {
    ["第", &number.to_string(), "页"].concat()
}

/// What a telephone dials: `tel:+8651253660867` for the shown +86-0512-53660867. After a country code the trunk zero of
/// the area code is not dialled.
pub fn tel_href(shown: &str) -> String {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let number = match digits.strip_prefix("86").filter(|_| shown.trim_start().starts_with('+')) {
        Some(national) => ["+86", national.trim_start_matches('0')].concat(),
        None if shown.trim_start().starts_with('+') => ["+", &digits].concat(),
        None => digits,
    };
    ["tel:", &number].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_dials() {
        for (shown, href) in [
            ("+86-0512-53660867", "tel:+8651253660867"),
            ("+86 512 5366 0867", "tel:+8651253660867"),
            ("0512-53660867", "tel:051253660867"),
            ("+49 30 123456", "tel:+4930123456"),
            ("400-820-0000", "tel:4008200000"),
        ] {
            assert_eq!(tel_href(shown), href);
        }
    }

    #[test]
    fn a_date_is_worded_as_exactly_as_it_is_known() {
        for (text, worded) in [("2017-02-13", "2017年2月13日"), ("2021-06", "2021年6月"), ("1984", "1984年")] {
            assert_eq!(date(text.parse().unwrap()), worded);
        }
        assert_eq!(period("1992/1994".parse().unwrap()), "1992年至1994年之间（确切年份未详）");
    }
}
