//! `sources.toml`: the documents and pages that the register's facts are from.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::Source;
use serde::Deserialize;

use super::toml_problem;
use crate::error::BuildError;
use crate::problem::Problem;

/// Sources of facts by their id in the register's columns.
pub(super) type Facts = BTreeMap<String, Source>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    source: Vec<RawSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    id: String,
    label: String,
    url: Option<String>,
}

/// Reads the sources of facts.
pub(super) fn read(file: &Path, problems: &mut Vec<Problem>) -> Result<Facts, BuildError> {
    let text = std::fs::read_to_string(file).map_err(BuildError::file("cannot read", file))?;
    match toml::from_str::<Raw>(&text) {
        Ok(raw) => {
            let entry = |RawSource { id, label, url }| (id, Source { label, url });
            Ok(raw.source.into_iter().map(entry).collect())
        }
        Err(error) => {
            problems.push(toml_problem(file, &text, 0, &error));
            Ok(Facts::new())
        }
    }
}
