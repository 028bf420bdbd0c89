//! `sources.toml`: the documents and pages that the register cites.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::Citation;
use serde::Deserialize;

use crate::error::SourceError;
use crate::files::Files;
use crate::toml_error::toml_diagnostic;
use investchn_diagnostics::Diagnostic;

/// Citations by the id that the register's columns use.
pub(crate) type Citations = BTreeMap<String, Citation>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCitations {
    source: Vec<RawCitation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCitation {
    id: String,
    label: String,
    url: Option<String>,
}

/// Reads the citations.
pub(crate) fn read(
    files: &dyn Files,
    file: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Citations, SourceError> {
    let text = files.read_text(file)?;
    match toml::from_str::<RawCitations>(&text) {
        Ok(raw) => {
            let entry = |RawCitation { id, label, url }| (id, Citation { label, url });
            Ok(raw.source.into_iter().map(entry).collect())
        }
        Err(error) => {
            diagnostics.push(toml_diagnostic(file, &text, 0, &error));
            Ok(Citations::new())
        }
    }
}
