//! `sources.toml`: the documents and pages that the register cites.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::{Citation, PartialDate};
use serde::Deserialize;
use toml::Spanned;

use investchn_diagnostics::{Diagnostic, LineIndex, Location, rules};
use investchn_files::{Files, SourceError};
use investchn_localized::localized;
use investchn_toml::{toml_date, toml_diagnostics};

/// Citations by the id that the register's columns use.
pub(crate) type Citations = BTreeMap<String, CitedSource>;

/// A document or page that the register cites.
#[derive(Clone, Debug)]
pub(crate) struct CitedSource {
    /// The published part: its label and address.
    pub(crate) citation: Citation,
    /// Its own date, if it is known.
    pub(crate) date: Option<PartialDate>,
}

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
    date: Option<Spanned<toml::Value>>,
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
            let mut lines = LineIndex::new(file, &text);
            let mut date = |date: Spanned<toml::Value>| {
                let read = toml_date(date.get_ref(), lines.at(date.span().start), date.span());
                read.map_err(|diagnostic| diagnostics.push(*diagnostic)).ok()
            };
            let entry = |RawCitation { id, label, url, date: stated }| {
                (id, CitedSource { citation: Citation { label, url }, date: stated.and_then(&mut date) })
            };
            Ok(raw.source.into_iter().map(entry).collect())
        }
        Err(error) => {
            toml_diagnostics(file, &text, 0..text.len(), &error, &["id", "label", "url", "date"], diagnostics);
            Ok(Citations::new())
        }
    }
}

/// Returns the labels of the sources that may be cited, by id.
///
/// # Errors
/// If the file cannot be read.
pub fn source_labels(files: &dyn Files, folder: &Path) -> Result<BTreeMap<String, String>, SourceError> {
    let citations = read(files, &folder.join("sources.toml"), &mut Vec::new())?;
    Ok(citations.into_iter().map(|(id, source)| (id, source.citation.label)).collect())
}

/// Returns the citation with this id, and names an unknown one.
pub(crate) fn citation(
    id: &str,
    citations: &Citations,
    place: &Location,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Citation> {
    let found = citations.get(id);
    if found.is_none() {
        let message = localized!(zh "没有编号为 `{id}` 的出处", en "no source has the id `{id}`");
        let help = localized!(zh "把它加进 sources.toml", en "add it to sources.toml");
        diagnostics.push(Diagnostic::new(place.clone(), &rules::UNKNOWN_SOURCE, message, help));
    }
    found.map(|source| source.citation.clone())
}
