//! An area. It is a number of hundredths, because the catalogue has two decimals, and because the formatting of floating-point
//! numbers would weigh more in the wasm than all areas as text.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::ParseErrorReason;
use crate::json::{FromJson, Json, or_mismatch};
use crate::text_form::{number, parse_as_text};

/// An area in hectares, exact to two decimals. Its JSON form is a number: `594.4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "f64", extend("exclusiveMinimum" = 0)))]
pub struct Hectares(u32);

impl Hectares {
    /// Returns the area in hundredths of a hectare, for sums and comparisons.
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// Parses the text form: digits, and at most two decimals.
    pub(crate) fn parse(text: &str) -> Result<Self, ParseErrorReason> {
        let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
        let hundredths = match decimals {
            None => Some(0),
            Some(decimals) if decimals.len() == 1 => number(decimals).map(|tenths| tenths * 10),
            Some(decimals) => number(decimals).filter(|_| decimals.len() == 2),
        };
        let whole = number(whole).and_then(|whole| whole.checked_mul(100));
        whole.zip(hundredths).map(|(whole, part)| Hectares(whole + part)).ok_or(ParseErrorReason::Hectares)
    }
}

impl fmt::Display for Hectares {
    /// Writes no zeros at the end: `594.4`, `254`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            _ if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            _ => write!(f, "{whole}.{part:02}"),
        }
    }
}

parse_as_text!(Hectares);

impl FromJson for Hectares {
    fn read<J: Json>(json: &J) -> Self {
        let hundredths = json.number().map(|area| area * 100.0 + 0.5);
        let area = hundredths.filter(|hundredths| (0.5..=f64::from(u32::MAX)).contains(hundredths));
        Hectares(or_mismatch(area, 0.0) as u32)
    }
}

impl Serialize for Hectares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number has no `.0`.
        if self.0.is_multiple_of(100) {
            serializer.serialize_u32(self.0 / 100)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Hectares {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hundredths = f64::deserialize(deserializer)? * 100.0 + 0.5;
        let is_area = (0.5..=f64::from(u32::MAX)).contains(&hundredths);
        is_area.then_some(Hectares(hundredths as u32)).ok_or_else(|| serde::de::Error::custom("no area in hectares"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_survive_text_and_json() {
        for (text, hundredths) in
            [("254", 25_400), ("594.4", 59_440), ("1027.51", 102_751), ("0.05", 5), ("7300", 730_000)]
        {
            let area: Hectares = text.parse().unwrap();
            assert_eq!(area.hundredths(), hundredths);
            assert_eq!(area.to_string(), text);
            assert_eq!(serde_json::to_string(&area).unwrap(), text);
            assert_eq!(serde_json::from_str::<Hectares>(text).unwrap(), area);
        }
        assert_eq!("12.50".parse::<Hectares>().unwrap().to_string(), "12.5");
    }

    #[test]
    fn what_is_no_area_is_refused() {
        for text in ["", ".", "1.", ".5", "1,000", "12.345", "-3", "1e3", "99999999999", "约 12"] {
            assert!(text.parse::<Hectares>().is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Hectares>("-1").is_err());
    }
}
