//! Writes the site in stages, each for all editions and on all cores: first articles and other leaves, then the lists that link to
//! them, then feeds and files for hosts, then the entries and the worker. In this order a file never links to one that is not written
//! yet, in whichever edition it is.

use crate::app_files::AppFiles;
use crate::edition::EditionBuilder;
use crate::edition_links;
use crate::error::SiteError;
use crate::index::SiteIndex;
use crate::render_context::RenderContext;
use crate::shared_files::SharedFiles;
use crate::template::Template;
use investchn_model::Block;
use investchn_output::OutputFolder;
use investchn_sources::{ArticleSource, SourceTree};

/// Writes the site into a folder.
pub struct SiteBuilder<'a> {
    /// The built app.
    pub app: &'a AppFiles,
    /// The app's page, from which every page is made.
    pub template: &'a Template<'a>,
    /// The editions, the first one first.
    pub editions: &'a [EditionContent<'a>],
    /// The folder to write into.
    pub output: &'a OutputFolder<'a>,
    /// The callbacks that follow the build.
    pub progress: Progress<'a>,
}

/// The content of an edition, and the facts with which it is rendered.
#[derive(Clone, Copy)]
pub struct EditionContent<'a> {
    /// The facts that every page is rendered with.
    pub context: RenderContext<'a>,
    /// The sources, in the edition's language.
    pub tree: &'a SourceTree,
    /// The lists and links that are derived from all sources together.
    pub index: &'a SiteIndex<'a>,
}

/// Callbacks that follow a build, which takes minutes if there are many articles. Both are called from several threads.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    /// Called once with the number of articles and list pages.
    pub begin: &'a (dyn Fn(usize) + Sync),
    /// Called after each article and each list page.
    pub advance: &'a (dyn Fn() + Sync),
}

impl EditionContent<'_> {
    /// Returns true if the edition is a translation of the first one.
    pub(crate) fn is_translated(&self) -> bool {
        !self.context.folder().is_empty()
    }

    /// Reads the body of an article, with links to pages of this edition.
    pub(crate) fn body(&self, article: &ArticleSource) -> Result<Vec<Block>, SiteError> {
        let mut body = self.tree.take_body(article)?;
        if self.is_translated() {
            edition_links::lead_into(self.context.folder(), &|route| self.index.has(route), &mut body);
        }
        Ok(body)
    }
}

impl<'a> SiteBuilder<'a> {
    /// Writes the whole site and returns the number of pages.
    ///
    /// # Errors
    /// If a file cannot be read, rendered or written.
    pub fn write(&self) -> Result<usize, SiteError> {
        let editions: Vec<EditionBuilder<'a>> =
            (0..self.editions.len()).map(|number| EditionBuilder::new(self, number)).collect();
        let Some(first) = editions.first() else { return Ok(0) };
        let shared = SharedFiles::new(self, first.content);
        (self.progress.begin)(editions.iter().map(EditionBuilder::work).sum());

        // Leaves.
        shared.leaves()?;
        let search: Vec<_> = editions.iter().map(EditionBuilder::leaves).collect::<Result<_, _>>()?;

        // Lists.
        shared.lists()?;
        editions.iter().try_for_each(EditionBuilder::lists)?;
        // Old addresses, which redirect to articles and lists.
        shared.redirects()?;

        // Feeds, and files for crawlers. Hits of the search lead to articles and zones.
        editions.iter().try_for_each(EditionBuilder::feeds_and_embeds)?;
        shared.for_crawlers_and_hosts(&editions)?;
        editions.iter().zip(&search).try_for_each(|(edition, files)| edition.output.put_owned(files))?;

        // The entries. That of the first edition tells the next build that this one is whole, and the worker stores what it lists.
        shared.shell()?;
        let entries: Vec<_> = editions.iter().rev().map(EditionBuilder::entry).collect::<Result<_, _>>()?;
        shared.worker(entries)?;
        Ok(editions.iter().map(EditionBuilder::pages).sum())
    }
}
