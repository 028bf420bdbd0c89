//! Edits of the register: a zone is upgraded, renamed, struck off the list, merged or added. A plan has the texts of the tables
//! after the edit, which is checked as everything is.
//!
//! Invariant: an edit loses nothing. Rows that it does not name keep every byte, and every value that it replaces or removes is
//! in the list of its [`TableEdit`]s. This crate writes no file, and reads only through the trait `Files`.

mod add;
mod csv_text;
mod error;
mod exit;
mod former;
mod merge;
mod names;
mod plan;
mod rename;
mod source_lookup;
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
pub use plan::EditPlan;
pub use rename::RenameZone;
pub use table_edit::TableEdit;
pub use tables::EditedTable;
pub use upgrade::UpgradeZone;
pub use zone_edit::ZoneEdit;
