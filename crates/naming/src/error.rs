//! The reasons why names cannot be derived.

use investchn_localized::{Localized, Text, localized};
use thiserror::Error;

/// The reason why names cannot be derived.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.localized())]
#[non_exhaustive]
pub enum NamingError {
    /// The code is not that of a province in the table of regions.
    UnknownProvince(String),
    /// The word is not one of the column `types`.
    UnknownType(String),
    /// A character has no reading in the library and none in this crate's tables.
    NoReading(char),
    /// All ids of the rule are taken.
    NoFreeId(String),
    /// All short names of the rule are taken.
    NoFreeShortName(String),
}

impl Localized for NamingError {
    fn localized(&self) -> Text {
        match self {
            NamingError::UnknownProvince(code) => {
                localized!(zh "没有代码为 `{code}` 的省份", en "no province has the code `{code}`")
            }
            NamingError::UnknownType(word) => {
                localized!(zh "`{word}` 不是开发区类型", en "`{word}` is no type of zone")
            }
            NamingError::NoReading(letter) => localized!(
                zh "`{letter}` 没有读音，把它加进 crates/naming/src/readings.rs 的表里",
                en "`{letter}` has no reading: add it to the table in crates/naming/src/readings.rs"
            ),
            NamingError::NoFreeId(name) => localized!(
                zh "按规则为{name}取的代号都已被占用",
                en "every id that the rule gives {name} is taken"
            ),
            NamingError::NoFreeShortName(name) => localized!(
                zh "按规则为{name}取的简称都已被占用",
                en "every short name that the rule gives {name} is taken"
            ),
        }
    }
}
