//! Why names cannot be derived.

use thiserror::Error;

/// Why names cannot be derived.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NamingError {
    /// The code is not that of a province in the table of regions.
    #[error("no province has the code `{0}`")]
    UnknownProvince(String),
    /// The word is not one of the column `types`.
    #[error("`{0}` is no type of zone")]
    UnknownType(String),
    /// A character has no reading in the library and none in this crate's tables.
    #[error("`{0}` has no reading: add it to the table in crates/naming/src/readings.rs")]
    NoReading(char),
    /// All ids of the rule are taken.
    #[error("every id that the rule gives {0} is taken")]
    NoFreeId(String),
    /// All short names of the rule are taken.
    #[error("every short name that the rule gives {0} is taken")]
    NoFreeShortName(String),
}
