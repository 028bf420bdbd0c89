//! The forms of the values that editors give.

use std::str::FromStr;

use investchn_localized::{Text, localized};
use investchn_model::{Hectares, PartialDate, Period, ZoneId, ZoneType};

use crate::error::RegisterError;

/// Checks the date of an approval, which may be a span.
pub(crate) fn period(text: &str) -> Result<String, RegisterError> {
    let form = || {
        localized!(
            zh "写成 2017-02-13、2017-02、2017，或在两年之间写成 1992/1994",
            en "2017-02-13, 2017-02, 2017, or 1992/1994 for a time between two years"
        )
    };
    parsed::<Period>(localized!(zh "批准时间", en "date of approval"), text, form)
}

/// Checks a date.
pub(crate) fn date(text: &str) -> Result<String, RegisterError> {
    let form = || {
        localized!(
            zh "写成 2017-02-13、2017-02 或 2017，出处写到哪里就写到哪里",
            en "2017-02-13, 2017-02 or 2017, as exact as the source"
        )
    };
    parsed::<PartialDate>(localized!(zh "日期", en "date"), text, form)
}

/// Checks an area.
pub(crate) fn area(text: &str) -> Result<String, RegisterError> {
    let form = || {
        localized!(
            zh "写公顷数，只用数字，小数点后最多两位：1200 或 594.4",
            en "hectares as digits with at most two decimals after a point: 1200 or 594.4"
        )
    };
    parsed::<Hectares>(localized!(zh "面积", en "area"), text, form)
}

/// Checks the id of a zone.
pub(crate) fn zone_id(text: &str) -> Result<String, RegisterError> {
    let form = || {
        localized!(
            zh "只用小写字母、数字和单个连字符，以字母开头：huaian-htz",
            en "small letters, digits and single hyphens, a letter first: huaian-htz"
        )
    };
    parsed::<ZoneId>(localized!(zh "代号", en "id"), text, form)
}

/// Checks the types of a zone.
pub(crate) fn types(text: &str) -> Result<String, RegisterError> {
    let words = list(text);
    let is_type = |word: &String| ZoneType::ALL.iter().any(|(_, known)| known == word);
    if !words.is_empty() && words.iter().all(is_type) {
        return Ok(words.join(";"));
    }
    let Text { zh, en } = Text::list(&ZoneType::ALL.map(|(_, word)| word));
    let needed = localized!(
        zh "写 {zh} 中的一个，或写两个，中间用英文分号",
        en "one of {en}, or two with a semicolon between them"
    );
    Err(form(localized!(zh "开发区类型", en "type of zone"), text, needed))
}

/// Checks the level of a zone.
pub(crate) fn level(text: &str) -> Result<String, RegisterError> {
    match text.trim() {
        level @ ("national" | "provincial") => Ok(level.to_owned()),
        _ => Err(form(
            localized!(zh "级别", en "level"),
            text,
            localized!(zh "写 national（国家级）或 provincial（省级）", en "national or provincial"),
        )),
    }
}

/// Checks a name or another text of one line.
pub(crate) fn text(column: Text, text: &str) -> Result<String, RegisterError> {
    let trimmed = text.trim();
    if trimmed.is_empty() || trimmed.contains(|letter: char| letter.is_control() || letter == ';') {
        return Err(form(column, text, localized!(zh "写一行，不用分号", en "one line without a semicolon")));
    }
    Ok(trimmed.to_owned())
}

/// Splits a cell with several values.
pub(crate) fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

/// Adds a value to a cell with several values, if it is not there.
pub(crate) fn with(cell: &str, value: &str) -> String {
    let mut all = list(cell);
    for value in list(value) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all.join(";")
}

fn parsed<T: FromStr>(column: Text, text: &str, needed: impl FnOnce() -> Text) -> Result<String, RegisterError> {
    let text = text.trim();
    text.parse::<T>().map(|_| text.to_owned()).map_err(|_| form(column, text, needed()))
}

fn form(column: Text, value: &str, form: Text) -> RegisterError {
    RegisterError::Form { column, value: value.to_owned(), form }
}
