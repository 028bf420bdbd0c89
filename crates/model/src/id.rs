//! Ids of zones and articles: short, ASCII, usable in addresses, and permanent. Defines their grammar.

use std::fmt;

use crate::date::PartialDate;
use crate::error::ParseErrorReason;
use crate::text_form::serde_as_text;

/// The id of a zone, as in the register: `huaian-htz`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String", extend("pattern" = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
pub struct ZoneId(String);

impl ZoneId {
    /// The id of no zone.
    pub(crate) const NONE: ZoneId = ZoneId(String::new());

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ZoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ZoneId {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let words = text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        let letter_first = text.starts_with(|first: char| first.is_ascii_lowercase());
        (words && letter_first).then(|| ZoneId(text.to_owned())).ok_or(ParseErrorReason::ZoneId)
    }
}

serde_as_text!(ZoneId, else ZoneId::NONE);

/// The id of an article, made of its zone and its file's name: `huaian-htz/2022-02-14-1.md` is `huaian-htz-20220214-1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String", extend("pattern" = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
pub struct ArticleId(String);

impl ArticleId {
    /// Makes the id of the `number`th article of a zone on a date.
    pub fn new(zone: &ZoneId, date: PartialDate, number: u32) -> Self {
        ArticleId(format!("{zone}-{}-{number}", date.digits()))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ArticleId {
    /// Parses the text form.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_id = || {
            let (rest, number) = split_at_last_hyphen(text)?;
            let (zone, date) = split_at_last_hyphen(rest)?;
            let are_numbers = is_number(number) && !number.starts_with('0') && is_number(date);
            Some(are_numbers && matches!(date.len(), 4 | 6 | 8) && ZoneId::parse(zone).is_ok())
        };
        is_id().unwrap_or_default().then(|| ArticleId(text.to_owned())).ok_or(ParseErrorReason::ArticleId)
    }
}

/// Compares bytes, because `rsplitn` and `rsplit_once` search for characters, with a kilobyte of wasm.
fn split_at_last_hyphen(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == b'-')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

serde_as_text!(ArticleId, else ArticleId(String::new()));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn article_ids_have_zone_date_and_number() {
        let zone: ZoneId = "fuzhou-fj-htz".parse().unwrap();
        for (date, id) in [("2022-02-14", "fuzhou-fj-htz-20220214-1"), ("1984", "fuzhou-fj-htz-1984-1")] {
            let made = ArticleId::new(&zone, date.parse().unwrap(), 1);
            assert_eq!(made.as_str(), id);
            assert_eq!(id.parse(), Ok(made));
        }
    }

    #[test]
    fn malformed_ids_are_refused() {
        for text in ["", "Huaian-htz", "huaian--htz", "-htz", "1-htz", "淮安", "huaian htz"] {
            assert!(text.parse::<ZoneId>().is_err(), "{text}");
        }
        for text in ["", "huaian-htz", "huaian-htz-20220214", "huaian-htz-2022021-1", "huaian-htz-20220214-01"] {
            assert!(text.parse::<ArticleId>().is_err(), "{text}");
        }
    }
}
