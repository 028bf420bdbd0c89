//! The register for partners: every zone with its facts and their sources, as a table and as JSON. `docs/register.md` is the contract.
//! A column or key that is published stays as it is; new ones are added at the end of the table, and anywhere in JSON.

mod json;
mod table;
#[cfg(test)]
mod tests;
mod zone;

pub(crate) use json::RegisterFile;

use investchn_model::route::Base;
use investchn_sources::SourceTree;

use crate::error::SiteError;
use crate::register;
use crate::render_context::RenderContext;

/// The register as both files, with the zones in the order of its page.
pub(crate) struct RegisterExport {
    /// The table, as CSV.
    pub(crate) csv: Vec<u8>,
    /// The same, and what a table cannot hold, as JSON.
    pub(crate) json: Vec<u8>,
}

impl RegisterExport {
    /// Writes both files.
    pub(crate) fn new(context: RenderContext<'_>, content: &SourceTree) -> Result<Self, SiteError> {
        let zones = register::in_order(content);
        let base = Base::at(context.base_url);
        Ok(RegisterExport {
            csv: table::csv(&base, &zones)?,
            json: serde_json::to_vec(&RegisterFile::new(&context.site().name, &base, &zones))?,
        })
    }
}
