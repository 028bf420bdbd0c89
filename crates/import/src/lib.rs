//! Pages of old sites to sources: read, understood, written beside the articles that are there.
//!
//! Invariant: an import adds files and changes none; what it did not understand it reports for each page.

mod address;
mod article_store;
mod body;
mod boilerplate;
mod date;
mod encoding;
mod error;
mod escape;
mod files;
#[cfg(fuzzing)]
pub mod fuzzing;
mod html_page;
mod labels;
mod line;
mod page;
mod pictures;

mod source_text;
mod text_page;
mod zones;

use std::path::PathBuf;
use std::sync::Arc;

use article_store::{ArticleStore, Placed};
pub use error::ImportError;
use files::PageFile;
use investchn_sources::{Files, SourceTree};
use page::Known;
use pictures::Held;
use source_text::Draft;
use zones::Zones;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The sources.
    pub content: PathBuf,
    /// Pages, and folders of pages.
    pub pages: Vec<PathBuf>,
}

/// What became of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A source was written.
    Written {
        /// Which.
        file: PathBuf,
        /// Whether something is left to be done by a person.
        draft: bool,
    },
    /// The page was imported before.
    AlreadyThere(PathBuf),
    /// Nothing was written, for this reason.
    NotImported(String),
}

/// A page, what became of it, and what a person should know of it.
#[derive(Clone, Debug)]
pub struct PageReport {
    /// The page's file.
    pub page: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
    /// What was not clear, a line each.
    pub notes: Vec<String>,
}

/// How many pages became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// Sources written, drafts among them.
    pub imported: usize,
    /// Drafts among the sources written.
    pub drafts: usize,
    /// Pages that were imported before.
    pub already_there: usize,
    /// Pages of which nothing was written.
    pub not_imported: usize,
    /// Pictures copied.
    pub pictures: usize,
}

/// Imports pages, one after the other, and reports each as soon as it is done.
///
/// # Errors
/// Where the register or the settings cannot be read, a page's folder cannot be listed, or a source cannot be written. A
/// page that cannot be read is reported as not imported.
pub fn import(
    files: &Arc<dyn Files>,
    options: &ImportOptions,
    mut report: impl FnMut(&PageReport),
) -> Result<ImportSummary, ImportError> {
    let pages = files::pages(&options.pages)?;
    // What is wrong with other articles is said by a build and keeps nobody from adding one.
    let content = SourceTree::read(files, &options.content, None, |_, _, _, _, _| {}, &mut Vec::new())?;
    let zones = Zones::new(&content);
    let mut shelf = ArticleStore::new(options.content.join("articles"), &content);
    let mut summary = ImportSummary::default();
    for file in &pages {
        let done = one(files.as_ref(), file, &content, &zones, &mut shelf, &mut summary)?;
        match done.outcome {
            Outcome::Written { draft, .. } => {
                summary.imported += 1;
                summary.drafts += usize::from(draft);
            }
            Outcome::AlreadyThere(_) => summary.already_there += 1,
            Outcome::NotImported(_) => summary.not_imported += 1,
        }
        report(&done);
    }
    Ok(summary)
}

fn one(
    files: &dyn Files,
    file: &PageFile,
    content: &SourceTree,
    zones: &Zones<'_>,
    shelf: &mut ArticleStore,
    summary: &mut ImportSummary,
) -> Result<PageReport, ImportError> {
    let report = |outcome, notes| Ok(PageReport { page: file.path.clone(), outcome, notes });
    let bytes = match std::fs::read(&file.path) {
        Ok(bytes) => bytes,
        Err(error) => return report(Outcome::NotImported(format!("it cannot be read: {error}")), Vec::new()),
    };
    let decoded = encoding::decode(&bytes);
    let document = if files::is_html(&file.path, &decoded.text) {
        html_page::read(&decoded.text)
    } else {
        html_page::Document { lines: text_page::lines(&decoded.text), ..Default::default() }
    };
    if document.lines.is_empty() {
        return report(Outcome::NotImported("it holds no text".to_owned()), Vec::new());
    }
    let old_address = address::of(&document, file);
    let is_place = |name: &str| zones.is_place(name);
    let known = Known { site: &content.settings.site, is_place: &is_place };
    let page = page::understand(document.lines, document.title.as_deref(), &known);
    let zone = match zones.zone_of(&page) {
        Ok(zone) => zone,
        Err(reason) => return report(Outcome::NotImported(reason), Vec::new()),
    };
    let folder = shelf.folder_of(&zone.id);
    let held = |address: &str, pending: &[Held]| pictures::find(file, address, &folder, pending);
    let mut draft = match Draft::new(zone, page, decoded.unreadable, held) {
        Ok(draft) => draft,
        Err(reason) => return report(Outcome::NotImported(reason), Vec::new()),
    };
    draft.alias = old_address;
    match shelf.place(files, &mut draft)? {
        Placed::AlreadyThere(path) => report(Outcome::AlreadyThere(path), draft.notes),
        Placed::Written(path) => {
            summary.pictures += draft.pictures.len();
            report(Outcome::Written { file: path, draft: draft.is_draft() }, draft.notes)
        }
    }
}
