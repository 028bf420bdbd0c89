//! Reads the tables of the register: zones with their history and doubts, regions, citations, and terms in other languages.
//!
//! Invariant: each fact of a zone has a citation, or a diagnostic says that it has none.

mod citations;
mod csv_table;
mod regions;
mod tables;
mod terms;
mod zone_lookup;
mod zone_source;
mod zones;

pub use citations::source_labels;
pub use csv_table::rows as csv_rows;
pub use investchn_csv::RowPlace;
pub use regions::{LetterCodes, RegionNames, Regions};
pub use tables::ZoneTables;
pub use terms::Terms;
pub use zone_lookup::{ZoneLookup, unknown_zone};
pub use zone_source::{CitedFact, ZoneSource};
