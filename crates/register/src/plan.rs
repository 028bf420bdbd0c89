//! An edit of a content folder, worked out and checked before anything is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use investchn_diagnostics::Diagnostic;
use investchn_lint::{Today, read_and_check};
use investchn_mending::{FileEncoding, decode_table};
use investchn_sources::{EditedFiles, Files, ZoneLookup, is_translation};

use crate::error::RegisterError;
use crate::source_lookup::SourceLookup;
use crate::table_edit::TableEdit;
use crate::tables::{DOUBTS, EditedTable, HISTORY, REGIONS, RegisterTables, RegisterTexts, ZONES};
use crate::zone_edit::ZoneEdit;

/// The changes that an edit would make.
#[derive(Clone, Debug)]
pub struct EditPlan {
    /// The changes, table by table.
    pub edits: Vec<TableEdit>,
    /// The changed tables, in the order in which they are to be written.
    pub tables: Vec<EditedTable>,
}

impl EditPlan {
    /// Works out an edit, which may name zones by any of their names, and checks the whole content as it would be.
    ///
    /// # Errors
    /// If the edit names an unknown zone or source, contradicts the register or strands articles, if the content would have
    /// errors, or if it cannot be read.
    pub fn new(
        files: &Arc<dyn Files>,
        content: &Path,
        mut edit: ZoneEdit,
        today: &dyn Today,
    ) -> Result<Self, RegisterError> {
        resolve(files.as_ref(), content, &mut edit)?;
        let mut tables = RegisterTables::parse(&texts(files.as_ref(), content)?)?;
        edit.apply(&mut tables)?;
        if let Some((id, to)) = edit.retired_id() {
            let articles = articles_of(files.as_ref(), content, id)?;
            if !articles.is_empty() {
                return Err(RegisterError::HasArticles { id: id.to_owned(), to: to.to_owned(), articles });
            }
        }
        let plan = EditPlan { edits: tables.edits(), tables: tables.edited() };
        plan.check(files, content, today)?;
        Ok(plan)
    }

    fn check(&self, files: &Arc<dyn Files>, content: &Path, today: &dyn Today) -> Result<(), RegisterError> {
        let edited = self.tables.iter().map(|table| (content.join(table.file), table.text.clone().into_bytes()));
        let files: Arc<dyn Files> = Arc::new(EditedFiles { files: files.clone(), edited: edited.collect() });
        let (_, mut diagnostics) = read_and_check(&files, content, None, false, today)?;
        diagnostics.retain(Diagnostic::is_error);
        if diagnostics.is_empty() { Ok(()) } else { Err(RegisterError::Errors(diagnostics)) }
    }
}

/// Replaces the names of zones by their ids, and checks that all sources are there.
fn resolve(files: &dyn Files, content: &Path, edit: &mut ZoneEdit) -> Result<(), RegisterError> {
    let names = ZoneLookup::read(files, content)?;
    for zone in edit.zones_mut() {
        let Some(found) = names.find(zone.trim()) else {
            let nearest = names.nearest(zone.trim());
            return Err(RegisterError::UnknownZone { name: zone.clone(), nearest });
        };
        *zone = found.id.to_string();
    }
    let sources = SourceLookup::read(files, content)?;
    edit.sources()
        .into_iter()
        .find(|id| !sources.has(id))
        .map_or(Ok(()), |id| Err(RegisterError::UnknownSource { id: id.to_owned(), nearest: sources.nearest(id) }))
}

fn texts(files: &dyn Files, content: &Path) -> Result<RegisterTexts, RegisterError> {
    let text = |file: &'static str| {
        let bytes = files.read(&content.join(file))?;
        match decode_table(bytes.clone()).map(|decoded| decoded.encoding) {
            Ok(FileEncoding::Utf8) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Ok(encoding) => Err(RegisterError::Encoding { file, encoding: Some(encoding.name()) }),
            Err(_) => Err(RegisterError::Encoding { file, encoding: None }),
        }
    };
    let optional = |name: &'static str| files.stamp(&content.join(name)).is_ok().then(|| text(name)).transpose();
    Ok(RegisterTexts {
        zones: text(ZONES)?,
        history: optional(HISTORY)?,
        doubts: optional(DOUBTS)?,
        regions: text(REGIONS)?,
    })
}

/// Lists the articles in the folders of a zone. A translation belongs to its original and has no zone of its own: it moves with the
/// original, and the check of the content finds one that stayed behind.
fn articles_of(files: &dyn Files, content: &Path, id: &str) -> Result<Vec<String>, RegisterError> {
    let is_of_zone = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "md")
            && !is_translation(path)
            && path.parent().and_then(Path::file_name).is_some_and(|it| it == id)
    };
    let found = files.below(&content.join("articles"))?;
    let paths = found.into_iter().map(|file| file.path).filter(is_of_zone);
    Ok(paths.map(|path| path.display().to_string()).collect())
}
