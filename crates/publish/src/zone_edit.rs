//! `zone`: edits the register. Reads its tables, edits them in memory, checks the result, and only then writes.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use investchn_lint::read_and_check;
use investchn_output::replace_all;
use investchn_register::{DOUBTS, HISTORY, REGIONS, RegisterError, RegisterTables, RegisterTexts, ZONES};
use investchn_register::{TableEdit, ZoneEdit};
use investchn_sources::{Files, SourceLookup, ZoneLookup};
use thiserror::Error;

use crate::disk::{DiskFiles, EditedFiles};
use crate::error::BuildError;
use crate::today::CommitDate;

/// An edit of a content folder.
#[derive(Clone, Debug)]
pub struct EditOptions {
    /// The content folder.
    pub content: PathBuf,
    /// The edit. It names zones by id or any of their names.
    pub edit: ZoneEdit,
    /// Only return what would change.
    pub dry_run: bool,
}

/// The reason why the register was not edited. Nothing was written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EditZoneError {
    /// The register has no such zone.
    #[error("there is no zone `{name}`, nearest in zones.csv: {nearest}")]
    UnknownZone {
        /// The name that was given.
        name: String,
        /// The zones with the most similar names.
        nearest: String,
    },
    /// There is no such source.
    #[error("no source has the id `{id}`: add it to sources.toml, or write one of those near it: {nearest}")]
    UnknownSource {
        /// The id that was given.
        id: String,
        /// The sources with the most similar ids.
        nearest: String,
    },
    /// The id would go, and articles have it.
    #[error(
        "{id} has {}: {}; {} (their addresses contain the id), or leave {id} as it is",
        if articles.len() == 1 { "an article".to_owned() } else { format!("{} articles", articles.len()) },
        articles.join(", "),
        advice(id, to)
    )]
    HasArticles {
        /// The id that would go.
        id: String,
        /// The id that would follow it.
        to: String,
        /// The articles' files.
        articles: Vec<String>,
    },
    /// The register cannot be edited so.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The register cannot be read or written, or the result has errors.
    #[error(transparent)]
    Content(#[from] BuildError),
}

fn advice(id: &str, to: &str) -> String {
    format!(
        "first move each to articles/{to}/ under the next free number of its day, with zone = \"{to}\" and its old address in \
         aliases, as in aliases = [\"article/{id}-20220214-1/\"]"
    )
}

/// Edits the register of a content folder, and returns what has changed.
///
/// # Errors
/// If the edit names an unknown zone or source, contradicts the register or strands articles, the result has errors, or a file
/// cannot be read or written.
pub fn edit_zone(mut options: EditOptions) -> Result<Vec<TableEdit>, EditZoneError> {
    let content = options.content.as_path();
    resolve(content, &mut options.edit)?;
    let mut tables = RegisterTables::parse(&texts(content)?)?;
    options.edit.apply(&mut tables)?;
    if let Some((id, to)) = options.edit.retired_id() {
        let articles = articles_of(content, id)?;
        if !articles.is_empty() {
            return Err(EditZoneError::HasArticles { id: id.to_owned(), to: to.to_owned(), articles });
        }
    }
    let edited = tables.edited().into_iter().map(|table| (content.join(table.file), table.text.into_bytes()));
    let edited: Vec<(PathBuf, Vec<u8>)> = edited.collect();
    check(content, edited.iter().cloned().collect())?;
    if !options.dry_run {
        replace_all(&edited).map_err(BuildError::from)?;
    }
    Ok(tables.edits().into_iter().cloned().collect())
}

/// Replaces the names of zones by their ids, and checks that all sources are there.
fn resolve(content: &Path, edit: &mut ZoneEdit) -> Result<(), EditZoneError> {
    let names = ZoneLookup::read(&DiskFiles, content).map_err(BuildError::from)?;
    for zone in edit.zones_mut() {
        let Some(found) = names.find(zone.trim()) else {
            let nearest = names.nearest(zone.trim()).join(", ");
            return Err(EditZoneError::UnknownZone { name: zone.clone(), nearest });
        };
        *zone = found.id.to_string();
    }
    let sources = SourceLookup::read(&DiskFiles, content).map_err(BuildError::from)?;
    match edit.sources().into_iter().find(|id| !sources.has(id)) {
        None => Ok(()),
        Some(id) => Err(EditZoneError::UnknownSource { id: id.to_owned(), nearest: sources.nearest(id).join(", ") }),
    }
}

fn texts(content: &Path) -> Result<RegisterTexts, BuildError> {
    let required = |name| {
        let file = content.join(name);
        fs::read_to_string(&file).map_err(BuildError::file("cannot read", &file))
    };
    let optional = |name| match required(name) {
        Err(BuildError::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    };
    Ok(RegisterTexts {
        zones: required(ZONES)?,
        history: optional(HISTORY)?,
        doubts: optional(DOUBTS)?,
        regions: required(REGIONS)?,
    })
}

/// Lists the articles in the folders of a zone.
fn articles_of(content: &Path, id: &str) -> Result<Vec<String>, BuildError> {
    let found = DiskFiles.below(&content.join("articles"))?;
    let is_of_zone = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "md")
            && path.parent().and_then(Path::file_name).is_some_and(|it| it == id)
    };
    let paths = found.into_iter().map(|file| file.path).filter(is_of_zone);
    Ok(paths.map(|path| path.display().to_string()).collect())
}

/// Checks the content as the edit would leave it.
fn check(content: &Path, edited: BTreeMap<PathBuf, Vec<u8>>) -> Result<(), BuildError> {
    let files: Arc<dyn Files> = Arc::new(EditedFiles(edited));
    let today = CommitDate::new(None, content);
    let (_, mut diagnostics) = read_and_check(&files, content, None, false, &today)?;
    diagnostics.retain(investchn_diagnostics::Diagnostic::is_error);
    if diagnostics.is_empty() { Ok(()) } else { Err(BuildError::Diagnostics(diagnostics)) }
}
