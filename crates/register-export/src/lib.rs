//! The register for partners: every zone with its facts and their sources, as a table and as JSON. `docs/register.md` is the contract.
//!
//! Invariant: a column or key that is published stays as it is; new ones are added at the end of the table, and anywhere in JSON.

mod json;
mod order;
mod table;
#[cfg(test)]
mod tests;
mod zone;

pub use json::RegisterFile;
pub use order::{in_order, order_in_province};

use investchn_model::route::Base;
use investchn_sources::{SourceTree, ZoneSource};

/// The zones of a register, in the order of its page, and the address of the portal.
pub struct RegisterExport<'a> {
    zones: Vec<&'a ZoneSource>,
    base: &'a Base,
}

impl<'a> RegisterExport<'a> {
    /// Orders the zones. `base` is the absolute address of the portal.
    pub fn new(content: &'a SourceTree, base: &'a Base) -> Self {
        RegisterExport { zones: in_order(content), base }
    }

    /// Writes the table, as CSV.
    ///
    /// # Errors
    /// If the table cannot be written.
    pub fn csv(&self) -> csv::Result<Vec<u8>> {
        table::csv(self.base, &self.zones)
    }

    /// Writes the same, and what a table cannot hold, as JSON. `name` is that of the portal.
    ///
    /// # Errors
    /// If a value cannot be written as JSON.
    pub fn json(&self, name: &str) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&RegisterFile::new(name, self.base, &self.zones))
    }
}
