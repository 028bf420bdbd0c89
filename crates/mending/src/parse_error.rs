//! Explains to an editor why a text is no date, id, code, area or kind. The model, which readers' browsers load too, has no words.

use investchn_localized::{Text, localized};
use investchn_model::{ParseError, ParseErrorReason};

/// Words the error of parsing a text.
pub fn parse_error(error: &ParseError) -> Text {
    let ParseError { text, reason } = error;
    match reason {
        ParseErrorReason::ZoneId => localized!(
            zh "`{text}` 不是开发区代号：只用小写字母 a 到 z、数字和单个连字符，以字母开头",
            en "`{text}` {reason}"
        ),
        ParseErrorReason::ArticleId => localized!(
            zh "`{text}` 不是稿件编号：依次是开发区代号、日期的数字、序号，例如 huaian-htz-20220214-1",
            en "`{text}` {reason}"
        ),
        ParseErrorReason::DateForm => localized!(zh "`{text}` 不是日期", en "`{text}` {reason}"),
        ParseErrorReason::OutsideCalendar => localized!(zh "日历上没有 `{text}`", en "`{text}` {reason}"),
        ParseErrorReason::RegionCode => localized!(
            zh "`{text}` 不是行政区划代码：六位数字，第一位不是 0",
            en "`{text}` {reason}"
        ),
        ParseErrorReason::Hectares => localized!(
            zh "`{text}` 不是面积：写公顷数，小数点后最多两位",
            en "`{text}` {reason}"
        ),
        ParseErrorReason::RegisterRow => localized!(zh "`{text}` 不是名录的一行", en "`{text}` {reason}"),
        ParseErrorReason::Kind => localized!(
            zh "`{text}` 不是稿件类型：写 text、photo 或 video",
            en "`{text}` {reason}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use investchn_model::{ArticleId, Hectares, Kind, PartialDate, RegionCode, ZoneId};

    use super::*;

    #[test]
    fn the_english_words_are_those_of_the_model() {
        let errors = [
            "A".parse::<ZoneId>().unwrap_err(),
            "A".parse::<ArticleId>().unwrap_err(),
            "A".parse::<PartialDate>().unwrap_err(),
            "2023-02-30".parse::<PartialDate>().unwrap_err(),
            "A".parse::<RegionCode>().unwrap_err(),
            "A".parse::<Hectares>().unwrap_err(),
            "A".parse::<Kind>().unwrap_err(),
        ];
        for error in errors {
            let text = parse_error(&error);
            assert_eq!(text.en, error.to_string());
            assert!(text.zh.contains(&format!("`{}`", error.text)) && text.zh != text.en, "{}", text.zh);
        }
    }
}
