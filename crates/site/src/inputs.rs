//! The inputs of the site, which are the app and the editions, and the folder to write into.

use crate::app_files::AppFiles;
use crate::body_links;
use crate::error::SiteError;
use crate::index::SiteIndex;
use crate::render_context::RenderContext;
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
    pub output: &'a OutputFolder,
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
            body_links::lead_into(self.context.folder(), &|route| self.index.has(route), &mut body);
        }
        Ok(body)
    }
}
