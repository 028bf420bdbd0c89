//! Writes the files that all editions share, in the portal's folder: the app, pictures, the register for partners, old addresses,
//! schemas, files for crawlers and hosts, the not-found pages, the worker.

use std::fs;
use std::path::Path;

use investchn_model::published::{APP_LIST, APP_TEMPLATE, NOT_FOUND_PAGE, WORKER};
use investchn_model::route::{ALIASES_PATH, REGISTER_CSV_PATH, REGISTER_JSON_PATH, Route};
use investchn_model::{OldAddress, ZoneId};
use rayon::prelude::*;

use crate::edition::{EditionBuilder, ShellFiles};
use crate::edition_folder::EditionFolder;
use crate::error::SiteError;
use crate::inputs::{EditionContent, SiteBuilder};
use crate::offline;
use crate::redirects;
use crate::schemas;
use investchn_digest::Digest;
use investchn_discovery::SitemapEdition;
use investchn_hosting::files::Alias;
use investchn_register_export::RegisterExport;

/// The files that all editions share.
pub(crate) struct SharedFiles<'a, 'b> {
    site: &'b SiteBuilder<'a>,
    /// The first edition, whose sources have the old addresses.
    first: EditionContent<'a>,
    /// The portal's folder.
    output: EditionFolder<'a>,
    aliases: Vec<Alias>,
}

impl<'a, 'b> SharedFiles<'a, 'b> {
    pub(crate) fn new(site: &'b SiteBuilder<'a>, first: EditionContent<'a>) -> Self {
        SharedFiles { site, first, output: EditionFolder::new(site.output, ""), aliases: aliases(first) }
    }

    /// Writes the app's files, pictures and attachments.
    pub(crate) fn leaves(&self) -> Result<(), SiteError> {
        let app = self.site.app;
        let app = [&app.files, &app.embeds, &app.pinned, &app.earlier.files].into_par_iter().flatten();
        self.output.put_all(app.map(|(name, bytes)| (name.as_str(), bytes.as_slice())))?;
        self.first.tree.media().par_iter().try_for_each(|(name, from)| self.media(name, from))
    }

    /// Copies a picture or an attachment, unless it is there. Its name contains a hash of its bytes.
    fn media(&self, name: &str, from: &Path) -> Result<(), SiteError> {
        let key = Digest::of(name.as_bytes());
        if self.output.keep(&[name], key) {
            return Ok(());
        }
        self.output.put(name, &fs::read(from).map_err(SiteError::unreadable(from))?, Some(key))
    }

    /// Writes the register for partners.
    pub(crate) fn lists(&self) -> Result<(), SiteError> {
        let portal = self.first.context.portal;
        let register = RegisterExport::new(self.first.tree, &portal.base);
        self.output.put(REGISTER_CSV_PATH, &register.csv()?, None)?;
        self.output.put(REGISTER_JSON_PATH, &register.json(&portal.site.name)?, None)
    }

    /// Writes the pages at old addresses.
    pub(crate) fn redirects(&self) -> Result<(), SiteError> {
        self.output.put_owned(&redirects::pages(self.first.context, &self.aliases))
    }

    /// Writes sitemaps, the list of old addresses, the schemas and the files that hosts read.
    pub(crate) fn for_crawlers_and_hosts(&self, editions: &[EditionBuilder<'_>]) -> Result<(), SiteError> {
        let root_url = &self.first.context.portal.root.join("");
        let sitemaps: Vec<SitemapEdition<'_>> = editions.iter().map(EditionBuilder::sitemap).collect();
        self.output.put_owned(&investchn_discovery::sitemaps(root_url, &sitemaps))?;
        self.output.json(ALIASES_PATH, &redirects::list(&self.aliases))?;
        self.output.put_owned(&schemas::files(root_url)?)?;
        let folders: Vec<&str> = self.site.editions.iter().map(|edition| edition.context.folder()).collect();
        let app = [&self.site.app.files, &self.site.app.earlier.files];
        let app = app.into_iter().flat_map(|files| files.keys()).map(String::as_str);
        self.output.put_owned(&investchn_hosting::files::files(root_url, &folders, app, &self.aliases))
    }

    /// Writes the not-found pages, the template and the list of the app's files.
    pub(crate) fn shell(&self) -> Result<(), SiteError> {
        let contexts: Vec<_> = self.site.editions.iter().map(|edition| edition.context).collect();
        for (place, context) in contexts.iter().enumerate() {
            // A host may have one page for all addresses, so it has the words of every edition, its own first.
            let others = contexts.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, context)| context);
            let all: Vec<_> = std::iter::once(context).chain(others).copied().collect();
            let page = self.site.template.not_found(*context, &all);
            self.output.put(&[context.folder(), NOT_FOUND_PAGE].concat(), page.as_bytes(), None)?;
        }
        self.output.put(APP_TEMPLATE, self.site.app.template.as_bytes(), None)?;
        self.output.put(APP_LIST, &self.site.app.list()?, None)
    }

    /// Writes the worker, which is the last file because it stores the files that it lists: those of the app, and `editions`.
    pub(crate) fn worker(&self, editions: Vec<ShellFiles>) -> Result<(), SiteError> {
        let app = self.site.app.files.iter().map(|(name, bytes)| (name.clone(), Digest::of(bytes)));
        let shell: ShellFiles = app.chain(editions.into_iter().flatten()).collect();
        let worker = offline::worker(&shell, self.first.tree.settings.offline)?;
        self.output.put(WORKER, worker.as_bytes(), None)
    }
}

/// Returns the old addresses of articles, and those of zones under their former ids. They lead to the first edition.
fn aliases(EditionContent { tree, .. }: EditionContent<'_>) -> Vec<Alias> {
    let of_articles = tree.articles.iter().flat_map(|article| {
        let route = Route::Article(article.item.id.clone());
        article.aliases.iter().filter_map(move |alias| Some((OldAddress::parse(alias)?, route.clone())))
    });
    let zone = |id: &ZoneId| Route::Zone(id.clone(), None, None);
    let of_zones = tree.zones.iter().flat_map(|source| {
        let former = source.former_ids.iter();
        former.filter_map(move |former| Some((OldAddress::parse(&zone(former).below())?, zone(&source.zone.id))))
    });
    of_articles.chain(of_zones).collect()
}
