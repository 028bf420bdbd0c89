//! TOML as editors write it: faults with their place and with what to type instead, and dates in any form.
//!
//! Invariant: no fault shows a parser's words; each says what to do.

mod date;
mod faults;
mod found;
mod grammar;
mod schema;
mod signs;

pub use date::toml_date;
pub use faults::toml_diagnostics;
