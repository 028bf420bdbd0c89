//! Writes the pages of one edition and what belongs to them: data, cards, feeds, embeds, the search index, the entry.

mod embeds;
mod feeds;
mod pages;

use std::collections::BTreeMap;

use investchn_discovery::Alternate;
use investchn_model::paging::{self, PageRange};
use investchn_model::published::WEB_MANIFEST;
use investchn_model::route::{CHANGES_PATH, ENTRY_PATH, REGISTER_ROWS_PATH, Route, SEARCH_PATH, chart_path};
use investchn_model::{Chart, Entry, OfflinePage, SCHEMA, View};
use rayon::prelude::*;
use serde_json::value::to_raw_value;

use crate::app_files::AppFiles;
use crate::changes::changes;
use crate::edition_folder::EditionFolder;
use crate::error::SiteError;
use crate::feed_texts::FeedTexts;
use crate::inputs::{EditionContent, Progress, SiteBuilder};
use crate::lists::List;
use crate::offline;
use crate::originals::UntranslatedArticles;
use crate::register;
use crate::search::SearchIndex;
use crate::search_page::search_page;
use crate::statistics::statistics;
use crate::template::Template;
use investchn_digest::Digest;
use investchn_edition::TranslationCoverage;
use investchn_messages::language_tag;

/// The builder of an edition.
pub(crate) struct EditionBuilder<'a> {
    pub(crate) content: EditionContent<'a>,
    /// The edition's folder.
    pub(crate) output: EditionFolder<'a>,
    /// Every edition, this one too.
    all: &'a [EditionContent<'a>],
    app: &'a AppFiles,
    template: &'a Template<'a>,
    progress: Progress<'a>,
    /// The articles that the edition does not have; none for the first edition.
    untranslated: Option<UntranslatedArticles<'a>>,
    /// Every page of every list: the place of the list in the index, and the page.
    list_pages: Vec<(usize, PageRange)>,
    texts: FeedTexts<'a>,
}

/// The files of an edition that a browser stores ahead, by their paths below the portal's folder.
pub(crate) type ShellFiles = BTreeMap<String, Digest>;

impl<'a> EditionBuilder<'a> {
    /// Makes the builder of the edition with this number.
    pub(crate) fn new(site: &SiteBuilder<'a>, number: usize) -> Self {
        let content @ EditionContent { context, tree, index } = site.editions[number];
        let first = site.editions.first().filter(|_| number > 0);
        let pages = |(list, it): (usize, &List)| {
            paging::paginate(it.indices.len(), tree.settings.per_page).into_iter().map(move |page| (list, page))
        };
        let in_feeds = index.lists.iter().filter(|list| list.has_feeds());
        let in_feeds = in_feeds.flat_map(|list| list.newest(investchn_feeds::LENGTH)).copied();
        EditionBuilder {
            content,
            output: EditionFolder::new(site.output, context.folder()),
            all: site.editions,
            app: site.app,
            template: site.template,
            progress: site.progress,
            untranslated: first.map(|first| UntranslatedArticles {
                first: first.index,
                edition: index,
                coverage: TranslationCoverage::new(first.tree, language_tag(context.messages)),
            }),
            list_pages: index.lists.iter().enumerate().flat_map(pages).collect(),
            texts: FeedTexts::new(content, in_feeds),
        }
    }

    /// Returns the number of articles and list pages.
    pub(crate) fn work(&self) -> usize {
        self.content.tree.articles.len() + self.list_pages.len()
    }

    /// Returns the number of pages: also home, the register, and two for readers who are offline.
    pub(crate) fn pages(&self) -> usize {
        self.work() + 4
    }

    /// Writes cards, articles and the files of the search, and returns the manifests of the search.
    pub(crate) fn leaves(&self) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
        self.cards()?;
        let EditionContent { tree, index, .. } = self.content;
        let search = SearchIndex::new(tree, index, self.output)?;
        search.write(|index, on_body| self.article(index, on_body))
    }

    /// Writes lists, the register, the home page and the pages for readers who are offline.
    pub(crate) fn lists(&self) -> Result<(), SiteError> {
        let EditionContent { context, tree, index } = self.content;
        self.list_pages.par_iter().try_for_each(|(list, page)| {
            (self.progress.advance)();
            self.list_page(&index.lists[*list], page)
        })?;
        let statistics = statistics(tree);
        let (register, rows) = register::register(tree, &statistics, context.messages);
        self.output.json(REGISTER_ROWS_PATH, &rows)?;
        for chart in Chart::ALL {
            let svg = investchn_charts::svg(chart, &statistics, context.messages);
            self.output.put(&chart_path(chart), svg.as_bytes(), None)?;
        }
        let mut home = index.home();
        home.originals = self.untranslated.as_ref().and_then(UntranslatedArticles::of_portal);
        let offline = [OfflinePage::Offline, OfflinePage::Saved].map(View::OfflinePage);
        for view in [View::Register(register), View::Home(home)].into_iter().chain(offline) {
            self.view(&Route::of(&view), Digest::of_json(&view)?, || Ok(view))?;
        }
        Ok(())
    }

    /// Writes the feeds, the files for partners' pages, the page of search results and the corrections.
    pub(crate) fn feeds_and_embeds(&self) -> Result<(), SiteError> {
        let EditionContent { context, tree, index } = self.content;
        index.lists.par_iter().filter(|list| list.has_feeds()).try_for_each(|list| self.feeds(list))?;
        self.embeds()?;
        let results = search_page(context, self.template, tree, &self.alternates_of_static(SEARCH_PATH));
        self.output.put(&[SEARCH_PATH, "index.html"].concat(), results.as_bytes(), None)?;
        self.output.json(CHANGES_PATH, &changes(&tree.articles))
    }

    /// Writes the app's manifest and the entry. Returns the files of the edition that the worker stores ahead.
    pub(crate) fn entry(&self) -> Result<ShellFiles, SiteError> {
        let context = self.content.context;
        let manifest = offline::manifest(context)?;
        self.output.put(WEB_MANIFEST, &manifest, None)?;
        let entry = Entry {
            schema: SCHEMA,
            release: self.app.release(),
            site: context.site().clone(),
            files: self.app.files.keys().cloned().collect(),
            earlier: self.app.earlier.releases.first().cloned().unwrap_or_default(),
        };
        let entry = serde_json::to_vec(&entry)?;
        self.output.put(ENTRY_PATH, &entry, None)?;
        let mut shell = ShellFiles::new();
        let mut add = |path: &str, digest| shell.insert([context.folder(), path].concat(), digest);
        add(WEB_MANIFEST, Digest::of(&manifest));
        // A stored page may be of a release whose app is gone; it needs the entry.
        add(ENTRY_PATH, Digest::of(&entry));
        for page in [OfflinePage::Offline, OfflinePage::Saved] {
            let view = View::OfflinePage(page);
            let route = Route::of(&view);
            let json = to_raw_value(&view)?;
            let text = self.template.page(context, &route, view, &json, &self.alternates(&route))?;
            add(&route.below(), Digest::of(text.as_bytes()));
            add(&route.data_path(), Digest::of(json.get().as_bytes()));
        }
        Ok(shell)
    }

    /// Returns the addresses of a page in all editions that have it, this one too; none if no other edition has it.
    pub(crate) fn alternates(&self, route: &Route) -> Vec<Alternate> {
        let with_it: Vec<&EditionContent<'_>> = self.all.iter().filter(|edition| edition.index.has(route)).collect();
        // A numbered page of a list has none: numbers count the articles of an edition.
        let is_translated = with_it.len() > 1;
        let with_it = with_it.into_iter().filter(|_| is_translated);
        with_it.map(|edition| edition.context.page(&route.below())).collect()
    }

    /// Returns the same for a page that is no route; each edition has it.
    fn alternates_of_static(&self, below: &str) -> Vec<Alternate> {
        let is_translated = self.all.len() > 1;
        let all = self.all.iter().filter(|_| is_translated);
        all.map(|edition| edition.context.page(below)).collect()
    }
}
