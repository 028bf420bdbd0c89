//! Tables as Excel saves them: in other encodings, with other separators, with empty rows and cells at their ends.
//!
//! Invariant: a row keeps the place of each of its cells, so that a fault names the cell.

mod cell;
mod columns;
mod other_form;
mod record;
mod rows;

#[cfg(test)]
mod tests;

pub use cell::{RowCells, area_help, date_help, list};
pub use other_form::other_form;
pub use rows::{RowPlace, rows};
