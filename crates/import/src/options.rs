//! The options of an import, and its reports.

use std::path::PathBuf;

use investchn_localized::{Lang, Text};
use investchn_page::page::Origin;
use investchn_profile::SiteProfile;

use crate::error::PageError;

/// The pages to import, and the content folder that receives them.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Pages, and folders of pages.
    pub pages: Vec<PathBuf>,
    /// The profile of their site.
    pub profile: SiteProfile,
    /// True to write nothing, and only report what would be written.
    pub dry_run: bool,
    /// The page that shows old pages beside their sources, for a person who checks some of them.
    pub review: Option<ReviewFile>,
}

/// Where the page goes that shows old pages beside their sources, and in which language.
#[derive(Clone, Debug)]
pub struct ReviewFile {
    /// The file.
    pub path: PathBuf,
    /// The language of the page. Old pages and sources stay as they are.
    pub lang: Lang,
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
    /// The page was imported before, and now its source (来源) is known: it replaced the placeholder.
    SourceAdded(PathBuf),
    /// The profile says that the page is no article.
    NoArticle,
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
    /// Notes on text that was left out or not understood, one per line.
    pub notes: Vec<Text>,
    /// The parts that were taken from the page; none if it was not read.
    pub taken: Option<TakenParts>,
}

/// The parts that were taken from a page, each with its origin.
#[derive(Clone, Debug, Default)]
pub struct TakenParts {
    /// The title.
    pub title: Option<(String, PartOrigin)>,
    /// The date of publication.
    pub date: Option<(String, PartOrigin)>,
    /// The source (来源).
    pub source: Option<(String, PartOrigin)>,
    /// The zone's id.
    pub zone: Option<(String, PartOrigin)>,
    /// The first and the last paragraph.
    pub paragraphs: Option<(String, String)>,
    /// The number of paragraphs.
    pub paragraph_count: usize,
    /// The number of pictures in the body.
    pub picture_count: usize,
    /// The number of tables in the body.
    pub table_count: usize,
}

/// The origin of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartOrigin {
    /// On the page.
    Page(Origin),
    /// In the profile's rule for addresses with this pattern.
    Rule(String),
    /// In the profile or on the command line, for all pages.
    Given,
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
    /// Those of them whose source was added.
    pub sources_added: usize,
    /// Pages that the profile excludes.
    pub no_articles: usize,
    /// Pages for which nothing was written.
    pub not_imported: usize,
    /// Pictures copied.
    pub pictures: usize,
    /// Documents copied.
    pub documents: usize,
    /// Sources written without a source (来源), because neither the page nor the options name one.
    pub without_source: usize,
}

impl ImportSummary {
    /// Counts a page.
    pub(crate) fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Written { draft, .. } => {
                self.imported += 1;
                self.drafts += usize::from(*draft);
            }
            Outcome::AlreadyThere(_) => self.already_there += 1,
            Outcome::SourceAdded(_) => {
                self.already_there += 1;
                self.sources_added += 1;
            }
            Outcome::NoArticle => self.no_articles += 1,
            Outcome::NotImported(_) => self.not_imported += 1,
        }
    }
}
