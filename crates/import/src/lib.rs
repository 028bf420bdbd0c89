//! Imports pages of old sites: decodes them, finds the parts of the article, and writes sources beside the articles that
//! exist.
//!
//! Invariant: an import adds files and changes none, except that it writes the source (来源) into an article of its own that
//! lacks it and that nobody edited. It reports for each page what it did not understand.

mod address;
mod article_store;
mod body;
mod copied_files;
mod documents;
mod error;
mod escape;
mod files;
#[cfg(fuzzing)]
pub mod fuzzing;
mod known;
mod learning;
mod options;
mod pictures;
mod read;
mod report_text;
mod review;
mod source_text;
mod zones;

use std::sync::Arc;

use rayon::prelude::*;

use article_store::{ArticleStore, Placed};
use body::Targets;
use copied_files::{CopiedFile, LoadedFile};
pub use error::{ImportError, PageError};
use files::PageFile;
use investchn_localized::{FileAction, localized};
use investchn_messages::ZH;
use investchn_sources::{Files, Lints, SourceTree};
use known::KnownSite;
pub use learning::learn_profile;
pub use options::{ImportOptions, ImportSummary, Outcome, PageReport, PartOrigin, ReviewFile, TakenParts};
use read::{PageRead, PageReader, ReadArticle};
pub use report_text::DryRunTable;
use review::Review;
use source_text::{Defaults, Draft};
use zones::Zones;

/// The number of pages that are read before their sources are written. They are in memory meanwhile, with their pictures
/// and documents.
const READ_TOGETHER: usize = 64;

/// Imports pages in order, and reports each as soon as it is done. `begin` receives the number of pages.
///
/// # Errors
/// If the register or the settings cannot be read, the profile has faults, a page's folder cannot be listed, or a file
/// cannot be written. A page that cannot be read is no error: it is reported as not imported.
pub fn import(
    files: &Arc<dyn Files>,
    options: &ImportOptions,
    begin: impl FnOnce(usize),
    mut report: impl FnMut(&PageReport),
) -> Result<ImportSummary, ImportError> {
    let pages = files::pages(&options.pages)?;
    // Diagnostics of existing articles are dropped: a build reports them, and they must not prevent an import.
    let content = SourceTree::read(files, &options.content, None, Lints::NONE, &mut Vec::new())?;
    let zones = Zones::new(&content);
    let site = KnownSite::new(&options.profile, &zones)?;
    let folder = options.content.join("articles");
    let mut articles = ArticleStore::new(files.as_ref(), folder, &content, options.dry_run)?;
    let reader = PageReader { content: &content, zones: &zones, site: &site };
    let mut review = Review::new(pages.len());
    let mut summary = ImportSummary::default();
    begin(pages.len());
    for together in pages.chunks(READ_TOGETHER) {
        let read: Vec<PageRead> = together.par_iter().map(|file| reader.read(file)).collect();
        for (file, read) in together.iter().zip(read) {
            let done = place(file, read, &site, &mut articles, &mut summary, &mut review)?;
            summary.count(&done.outcome);
            report(&done);
        }
    }
    if let Some(ReviewFile { path, lang }) = &options.review {
        let old = options.profile.lang.as_deref().unwrap_or(ZH.lang());
        let html = review.html(&summary, &content.settings.site, *lang, old);
        std::fs::write(path, html).map_err(ImportError::file(FileAction::Write, path))?;
    }
    Ok(summary)
}

/// Writes the source of a page that was read.
fn place(
    file: &PageFile,
    read: PageRead,
    site: &KnownSite<'_>,
    articles: &mut ArticleStore,
    summary: &mut ImportSummary,
    review: &mut Review,
) -> Result<PageReport, ImportError> {
    let page = file.path.clone();
    let report = |outcome, notes, taken| PageReport { page: page.clone(), outcome, notes, taken };
    let article = match read {
        PageRead::NoArticle => return Ok(report(Outcome::NoArticle, Vec::new(), None)),
        PageRead::Failed(reason, article) => {
            let taken = article.as_ref().map(|article| article.taken());
            let done = report(Outcome::NotImported(reason), Vec::new(), taken);
            review.add(&done, article.map(|article| article.shown).unwrap_or_default(), String::new());
            return Ok(done);
        }
        PageRead::Article(article) => article,
    };
    let taken = article.taken();
    let (mut draft, pending) = match drafts(file, &article, site, articles) {
        Ok(drafts) => drafts,
        Err(reason) => return Ok(report(Outcome::NotImported(reason), Vec::new(), Some(taken))),
    };
    let outcome = match articles.place(&mut draft)? {
        Placed::AlreadyThere(path) => match pending {
            Some(pending) if articles.add_source(&path, &pending, &draft)? => Outcome::SourceAdded(path),
            _ => Outcome::AlreadyThere(path),
        },
        Placed::Written(path) => {
            summary.pictures += draft.pictures.len();
            summary.documents += draft.documents.len();
            summary.without_source += usize::from(draft.without_source);
            Outcome::Written { file: path, draft: draft.is_draft() }
        }
    };
    let done = report(outcome, std::mem::take(&mut draft.notes), Some(taken));
    review.add(&done, article.shown, draft.text());
    Ok(done)
}

/// Makes the source of an article. If the page names no source and one is known, also makes the source that an import
/// without it made.
fn drafts(
    file: &PageFile,
    article: &ReadArticle,
    site: &KnownSite<'_>,
    articles: &ArticleStore,
) -> Result<(Draft, Option<Draft>), PageError> {
    let Some((zone, _)) = &article.zone else { return Err(PageError::NoZone(Vec::new())) };
    let absolute = |address: &str| address::absolute(&article.document, file, site.address(), address);
    let folder = articles.folder_of(&zone.id);
    let named = |loaded: Option<&LoadedFile>, pending: &[CopiedFile]| {
        loaded.map(|loaded| copied_files::named(loaded, &folder, pending))
    };
    let targets = Targets {
        picture: &|address, pending| named(article.pictures.get(address), pending),
        document: &|address, pending| named(article.documents.get(address), pending),
        absolute: &absolute,
    };
    let make = |defaults: &Defaults| -> Result<Draft, PageError> {
        let page = article.page.clone();
        let mut draft = Draft::new(zone, page, article.unreadable, defaults, &targets)?;
        draft.alias.clone_from(&article.address);
        if let Some(name) = &article.unknown_zone {
            draft.notes.push(localized!(
                zh "页面写的开发区 `{name}` 不在 zones.csv 里，改用了 {}",
                en "it names the zone `{name}`, which zones.csv does not have; {} was taken",
                zone.id
            ));
        }
        Ok(draft)
    };
    let defaults = &article.known.defaults;
    let draft = make(defaults)?;
    let is_told = article.page.source.is_none() && defaults.source.is_some();
    let pending = is_told.then(|| make(&Defaults { source: None, ..defaults.clone() })).transpose()?;
    Ok((draft, pending))
}
