//! Imports pages of old sites: decodes them, finds the parts of the article, and writes sources beside the articles that
//! exist.
//!
//! Invariant: an import adds files and changes none, and reports for each page what it did not understand.

mod address;
mod article_store;
mod body;
mod error;
mod escape;
mod files;
#[cfg(fuzzing)]
pub mod fuzzing;
mod pictures;
mod source_text;
mod zones;

use std::path::PathBuf;
use std::sync::Arc;

use article_store::{ArticleStore, Placed};
pub use error::{ImportError, PageError};
use files::PageFile;
use investchn_lines::{encoding, html_page, text_page};
use investchn_model::{Kind, ZoneRef};
use investchn_page::page;
use investchn_page::page::PageContext;
use investchn_sources::{Files, SourceTree};
use pictures::PictureFile;
use source_text::{Defaults, Draft};
use zones::Zones;

/// The pages to import, and the content folder that receives them.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Pages, and folders of pages.
    pub pages: Vec<PathBuf>,
    /// The zone of pages that name none: its id, its name, its short name or an alias.
    pub zone: Option<String>,
    /// The source of pages that name none.
    pub source: Option<String>,
    /// The kind of pages that do not say theirs.
    pub kind: Option<Kind>,
    /// The language of the pages, as a BCP 47 tag.
    pub lang: Option<String>,
    /// The address of the old site, such as `http://www.example.com/`, for links to its documents and videos.
    pub site: Option<String>,
}

/// The result of importing a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A source was written.
    Written {
        /// The source.
        file: PathBuf,
        /// True if the source is a draft, because an editor must complete it.
        draft: bool,
    },
    /// The page was imported before.
    AlreadyThere(PathBuf),
    /// Nothing was written, for this reason.
    NotImported(PageError),
}

/// The report on a page: the result, and notes for the editor.
#[derive(Clone, Debug)]
pub struct PageReport {
    /// The page's file.
    pub page: PathBuf,
    /// The result.
    pub outcome: Outcome,
    /// What the importer did not understand or left out, one note per line.
    pub notes: Vec<String>,
}

/// The number of pages by result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// Sources written, drafts among them.
    pub imported: usize,
    /// Drafts among the sources written.
    pub drafts: usize,
    /// Pages that were imported before.
    pub already_there: usize,
    /// Pages for which nothing was written.
    pub not_imported: usize,
    /// Pictures copied.
    pub pictures: usize,
    /// Sources written without a source (来源), because neither the page nor the options name one.
    pub without_source: usize,
}

/// Imports pages in order, and reports each as soon as it is done.
///
/// # Errors
/// If the register or the settings cannot be read, a page's folder cannot be listed, or a source cannot be written. A page
/// that cannot be read is no error: it is reported as not imported.
pub fn import(
    files: &Arc<dyn Files>,
    options: &ImportOptions,
    mut report: impl FnMut(&PageReport),
) -> Result<ImportSummary, ImportError> {
    let pages = files::pages(&options.pages)?;
    // Diagnostics of existing articles are dropped: a build reports them, and they must not prevent an import.
    let content = SourceTree::read(files, &options.content, None, |_, _, _, _, _| {}, &mut Vec::new())?;
    let zones = Zones::new(&content);
    let mut articles = ArticleStore::new(options.content.join("articles"), &content);
    let zone = options.zone.as_deref().map(|name| zones.named(name)).transpose().map_err(ImportError::Zone)?;
    let defaults = Defaults { source: options.source.clone(), kind: options.kind, lang: options.lang.clone() };
    let given = Given { zone: zone.as_ref(), defaults: &defaults, site: options.site.as_deref() };
    let mut summary = ImportSummary::default();
    for file in &pages {
        let done = import_page(files.as_ref(), file, &content, &zones, given, &mut articles, &mut summary)?;
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

/// The values of the options, for pages that do not state them.
#[derive(Clone, Copy)]
struct Given<'a> {
    zone: Option<&'a ZoneRef>,
    defaults: &'a Defaults,
    site: Option<&'a str>,
}

fn import_page(
    files: &dyn Files,
    file: &PageFile,
    content: &SourceTree,
    zones: &Zones<'_>,
    given: Given<'_>,
    articles: &mut ArticleStore,
    summary: &mut ImportSummary,
) -> Result<PageReport, ImportError> {
    let report = |outcome, notes| Ok(PageReport { page: file.path.clone(), outcome, notes });
    let bytes = match std::fs::read(&file.path) {
        Ok(bytes) => bytes,
        Err(error) => return report(Outcome::NotImported(PageError::Unreadable(error.to_string())), Vec::new()),
    };
    let decoded = encoding::decode(&bytes);
    let mut document = if files::is_html(&file.path, &decoded.text) {
        html_page::read(&decoded.text)
    } else {
        html_page::Document { lines: text_page::lines(&decoded.text), ..Default::default() }
    };
    if document.lines.is_empty() {
        return report(Outcome::NotImported(PageError::Empty), Vec::new());
    }
    let old_address = address::of(&document, file);
    let is_place = |name: &str| zones.is_place(name);
    let context = PageContext { site: &content.settings.site, is_place: &is_place };
    let page = page::split(document.taken(), &context);
    let absolute = |address: &str| address::absolute(&document, file, given.site, address);
    let zone = match zones.zone_of(&page, given.zone) {
        Ok(zone) => zone,
        Err(reason) => return report(Outcome::NotImported(reason), Vec::new()),
    };
    let folder = articles.folder_of(&zone.id);
    let find_picture = |address: &str, pending: &[PictureFile]| pictures::find(file, address, &folder, pending);
    let mut draft = match Draft::new(zone, page, decoded.unreadable, given.defaults, find_picture, &absolute) {
        Ok(draft) => draft,
        Err(reason) => return report(Outcome::NotImported(reason), Vec::new()),
    };
    draft.alias = old_address;
    match articles.place(files, &mut draft)? {
        Placed::AlreadyThere(path) => report(Outcome::AlreadyThere(path), draft.notes),
        Placed::Written(path) => {
            summary.pictures += draft.pictures.len();
            summary.without_source += usize::from(draft.without_source);
            report(Outcome::Written { file: path, draft: draft.is_draft() }, draft.notes)
        }
    }
}
