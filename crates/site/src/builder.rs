//! Writes the site in stages, each for all editions and on all cores: first articles and other leaves, then the lists that link to
//! them, then feeds and files for hosts, then the entries and the worker. In this order a file never links to one that is not written
//! yet, in whichever edition it is.

use crate::edition::EditionBuilder;
use crate::error::SiteError;
use crate::inputs::SiteBuilder;
use crate::shared_files::SharedFiles;

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
