//! Edits of the register's tables, from text to text: a zone is upgraded, renamed, struck off the list, merged or added.
//!
//! Invariant: an edit loses nothing. Rows that it does not name keep every byte, and every value that it replaces or removes is
//! in the list of its [`TableEdit`]s.

mod add;
mod csv_text;
mod error;
mod exit;
mod former;
mod merge;
mod names;
mod rename;
mod table_edit;
mod tables;
mod upgrade;
mod values;
mod zone_edit;

pub use add::AddZone;
pub use error::RegisterError;
pub use exit::ExitZone;
pub use merge::MergeZone;
pub use names::GivenNames;
pub use rename::RenameZone;
pub use table_edit::TableEdit;
pub use tables::{DOUBTS, EditedTable, HISTORY, REGIONS, RegisterTables, RegisterTexts, ZONES};
pub use upgrade::UpgradeZone;
pub use zone_edit::ZoneEdit;
