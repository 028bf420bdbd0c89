//! Writes the site in stages, each on all cores: first articles and other leaves, then the lists that link to them, then feeds
//! and files for hosts, then the entry and the worker. In this order a file never links to one that is not written yet.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use investchn_model::PartialDate;
use investchn_model::article::last_change;
use investchn_model::paging::{self, PageRange};
use investchn_model::published::{
    APP_LIST, APP_TEMPLATE, NOT_FOUND_PAGE, PORTAL_CARD, PREVIEW_PAGE, WEB_MANIFEST, WORKER, zone_card_path,
};
use investchn_model::route::{
    ALIASES_PATH, CHANGES_PATH, EMBED_BUILDER_PATH, ENTRY_PATH, REGISTER_CSV_PATH, REGISTER_JSON_PATH,
    REGISTER_ROWS_PATH, Route, SEARCH_PATH, chart_path, frame_path, oembed_path,
};
use investchn_model::{Chart, Entry, Envelope, Item, OfflinePage, OldAddress, SCHEMA, Subject, View, Zone, ZoneId};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::app_files::AppFiles;
use crate::changes::changes;
use crate::embed;
use crate::error::SiteError;
use crate::feed_texts::{FeedArticle, FeedTexts};
use crate::index::SiteIndex;
use crate::lists::List;
use crate::offline;
use crate::redirects;
use crate::register;
use crate::register_export::RegisterExport;
use crate::render_context::RenderContext;
use crate::schemas;
use crate::search::{OnBody, SearchIndex};
use crate::search_page::search_page;
use crate::statistics::statistics;
use crate::template::Template;
use investchn_charts::Statistics;
use investchn_digest::Digest;
use investchn_feeds::{Feed, FeedEntry, FeedSubject};
use investchn_hosting::files::Alias;
use investchn_output::OutputFolder;
use investchn_sources::{ArticleSource, SourceTree};

/// Writes the site of a tree into a folder.
pub struct SiteBuilder<'a> {
    /// The built app.
    pub app: &'a AppFiles,
    /// The app's page, from which every page is made.
    pub template: &'a Template<'a>,
    /// The facts that every page is rendered with.
    pub context: RenderContext<'a>,
    /// The sources.
    pub tree: &'a SourceTree,
    /// The lists and links that are derived from all sources together.
    pub index: &'a SiteIndex<'a>,
    /// The folder to write into.
    pub output: &'a OutputFolder<'a>,
    /// The callbacks that follow the build.
    pub progress: Progress<'a>,
}

/// Callbacks that follow a build, which takes minutes if there are many articles. Both are called from several threads.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    /// Called once with the number of articles and list pages.
    pub begin: &'a (dyn Fn(usize) + Sync),
    /// Called after each article and each list page.
    pub advance: &'a (dyn Fn() + Sync),
}

impl SiteBuilder<'_> {
    /// Writes the whole site and returns the number of pages.
    ///
    /// # Errors
    /// If a file cannot be read, rendered or written.
    pub fn write(&self) -> Result<usize, SiteError> {
        let per_page = self.tree.settings.per_page;
        let pages: Vec<(usize, PageRange)> = self
            .index
            .lists
            .iter()
            .enumerate()
            .flat_map(|(list, it)| {
                paging::paginate(it.indices.len(), per_page).into_iter().map(move |page| (list, page))
            })
            .collect();
        let articles = self.tree.articles.len();
        let with_feeds: Vec<&List> = self.index.lists.iter().filter(|list| list.has_feeds()).collect();
        let in_feeds = with_feeds.iter().flat_map(|list| list.newest(investchn_feeds::LENGTH)).copied();
        let texts = FeedTexts::new(self.context, self.tree, in_feeds);
        (self.progress.begin)(articles + pages.len());

        // Leaves.
        let app = [&self.app.files, &self.app.embeds, &self.app.pinned, &self.app.earlier.files];
        let app = app.into_par_iter().flatten();
        self.put_all(app.map(|(name, bytes)| (name.as_str(), bytes.as_slice())))?;
        self.tree.media().par_iter().try_for_each(|(name, from)| self.media(name, from))?;
        self.cards()?;
        let search = SearchIndex::new(self.tree, self.index, self.output)?;
        let search = search.write(|index, body| self.article(index, &texts, body))?;

        // Lists.
        pages.par_iter().try_for_each(|(list, page)| {
            (self.progress.advance)();
            let list = &self.index.lists[*list];
            let route = Route::of_list(&list.subject, page.number);
            let key = self.index.list_key(list, page)?;
            self.view(&route, key, || Ok(View::List(self.index.list_page(list, page))))
        })?;
        let statistics = statistics(self.tree);
        let (register, rows) = register::register(self.tree, &statistics);
        self.json(REGISTER_ROWS_PATH, &rows)?;
        self.register_files(&statistics)?;
        let device = [OfflinePage::Offline, OfflinePage::Saved].map(View::OfflinePage);
        for view in [View::Register(register), View::Home(self.index.home())].into_iter().chain(device) {
            self.view(&Route::of(&view), Digest::of_json(&view)?, || Ok(view))?;
        }

        // Old addresses, which redirect to articles and lists.
        let aliases = self.aliases();
        self.put_owned(&redirects::pages(self.context, &aliases))?;

        // Feeds, and files for crawlers.
        with_feeds.par_iter().try_for_each(|list| self.feeds(list, &texts))?;
        self.embeds()?;
        let results = search_page(self.context, self.template, self.tree);
        self.output.put(&[SEARCH_PATH, "index.html"].concat(), results.as_bytes(), None)?;
        let dated = self.tree.articles.iter();
        let dated: Vec<(&Item, PartialDate)> =
            dated.map(|it| (&it.item, last_change(it.item.published, &it.corrections))).collect();
        let (site, base_url) = (self.context.site(), self.context.base_url);
        self.put_owned(&investchn_discovery::sitemaps(site, base_url, &self.sitemap_routes(&pages), &dated))?;
        self.json(CHANGES_PATH, &changes(&self.tree.articles))?;
        self.json(ALIASES_PATH, &redirects::list(&aliases))?;
        self.put_owned(&schemas::files(self.context.base_url)?)?;
        // Hits lead to articles and zones.
        self.put_owned(&search)?;
        let app = [&self.app.files, &self.app.earlier.files];
        let app = app.into_iter().flat_map(|files| files.keys()).map(String::as_str);
        self.put_owned(&investchn_hosting::files::files(self.context.base_url, app, &aliases))?;

        // The entry.
        self.output.put(NOT_FOUND_PAGE, self.template.not_found(self.context).as_bytes(), None)?;
        self.output.put(APP_TEMPLATE, self.app.template.as_bytes(), None)?;
        self.output.put(APP_LIST, &self.app.list()?, None)?;
        let files = self.app.files.keys().cloned().collect();
        let (release, site) = (self.app.release(), self.context.site().clone());
        let earlier = self.app.earlier.releases.first().cloned().unwrap_or_default();
        let entry = Entry { schema: SCHEMA, release, site, files, earlier };
        let entry = serde_json::to_vec(&entry)?;
        self.output.put(ENTRY_PATH, &entry, None)?;
        self.offline(&entry)?;
        Ok(articles + pages.len() + 4)
    }

    /// Writes the page, the data file and the oEmbed answer of an article. Calls `on_body` with the body if the page is made anew.
    fn article(&self, index: usize, texts: &FeedTexts<'_>, on_body: OnBody<'_>) -> Result<(), SiteError> {
        (self.progress.advance)();
        let route = Route::Article(self.tree.articles[index].item.id.clone());
        self.view(&route, self.index.article_key(index)?, || {
            let article = self.index.article(index)?;
            texts.keep(index, &article.body)?;
            on_body(&article.body);
            Ok(View::Article(article))
        })?;
        self.oembed_of_article(index)
    }

    /// Writes the page and the data file of a view. Keeps both, and does not call `make`, if the last build made them from
    /// inputs with the same digest `key`.
    fn view(
        &self,
        route: &Route,
        key: Digest,
        make: impl FnOnce() -> Result<View, SiteError>,
    ) -> Result<(), SiteError> {
        let (page, data) = ([&route.below(), "index.html"].concat(), route.data_path());
        if self.output.keep(&[&page, &data], key) {
            return Ok(());
        }
        let view = make()?;
        // Serialized once, for the page and the data file.
        let json: Box<RawValue> = to_raw_value(&view)?;
        let text = self.template.page(self.context, route, view, &json)?;
        self.output.put(&page, text.as_bytes(), Some(key))?;
        let bytes = serde_json::to_vec(&Envelope { schema: SCHEMA, view: &json })?;
        Ok(self.output.put(&data, &bytes, Some(key))?)
    }

    /// Writes what the register's page shows and links to: its charts, and the register for partners.
    fn register_files(&self, statistics: &Statistics) -> Result<(), SiteError> {
        for chart in Chart::ALL {
            self.output.put(&chart_path(chart), investchn_charts::svg(chart, statistics).as_bytes(), None)?;
        }
        let RegisterExport { csv, json } = RegisterExport::new(self.context, self.tree)?;
        self.output.put(REGISTER_CSV_PATH, &csv, None)?;
        Ok(self.output.put(REGISTER_JSON_PATH, &json, None)?)
    }

    /// Writes the app's manifest and then the worker, which is the last file because it stores the files that it lists.
    fn offline(&self, entry: &[u8]) -> Result<(), SiteError> {
        let manifest = offline::manifest(self.context.site())?;
        self.output.put(WEB_MANIFEST, &manifest, None)?;
        let mut shell: BTreeMap<String, Digest> =
            self.app.files.iter().map(|(name, bytes)| (name.clone(), Digest::of(bytes))).collect();
        shell.insert(WEB_MANIFEST.to_owned(), Digest::of(&manifest));
        // A stored page may be of a release whose app is gone; it needs the entry.
        shell.insert(ENTRY_PATH.to_owned(), Digest::of(entry));
        for page in [OfflinePage::Offline, OfflinePage::Saved] {
            let view = View::OfflinePage(page);
            let route = Route::of(&view);
            let json = to_raw_value(&view)?;
            let text = self.template.page(self.context, &route, view, &json)?;
            shell.insert(route.below(), Digest::of(text.as_bytes()));
            shell.insert(route.data_path(), Digest::of(json.get().as_bytes()));
        }
        let worker = offline::worker(&shell, self.tree.settings.offline)?;
        Ok(self.output.put(WORKER, worker.as_bytes(), None)?)
    }

    /// Copies a picture or an attachment, unless it is there. Its name contains a hash of its bytes.
    fn media(&self, name: &str, from: &Path) -> Result<(), SiteError> {
        let key = Digest::of(name.as_bytes());
        if self.output.keep(&[name], key) {
            return Ok(());
        }
        Ok(self.output.put(name, &fs::read(from).map_err(SiteError::unreadable(from))?, Some(key))?)
    }

    /// Writes the share cards of the portal and of the zones that have all pages. A zone whose name the cards' font cannot write has
    /// none; its pages have the portal's.
    fn cards(&self) -> Result<(), SiteError> {
        let site = self.context.site();
        self.output.put(PORTAL_CARD, &investchn_discovery::portal_card(site)?, None)?;
        self.index.lists.par_iter().try_for_each(|list| {
            let Some(zone) = list.whole_zone() else { return Ok(()) };
            let name = zone_card_path(&zone.id);
            if self.output.keep(&[&name], list.key) {
                return Ok(());
            }
            let card = investchn_discovery::zone_card(site, zone)?;
            card.map_or(Ok(()), |card| Ok(self.output.put(&name, &card, Some(list.key))?))
        })
    }

    /// Writes the files for partners' pages: frames, oEmbed answers and the embed builder.
    fn embeds(&self) -> Result<(), SiteError> {
        let zones = self.index.lists.par_iter().filter_map(|list| Some((list, list.whole_zone()?)));
        zones.try_for_each(|(list, zone)| self.embeds_of_zone(list, zone))?;
        // An app that was built before there were embeds lacks the files that these pages need.
        let Some(script) = self.app.script() else { return Ok(()) };
        let newest = self.tree.items().next().map(|item| item.zone.id.clone());
        let builder = embed::builder(self.context, self.template, self.index.embeddable_zones(), newest, script);
        self.output.put(&[EMBED_BUILDER_PATH, "index.html"].concat(), builder.as_bytes(), None)?;
        Ok(self.output.put(PREVIEW_PAGE, embed::preview().as_bytes(), None)?)
    }

    /// Writes a zone's frame and oEmbed answer, under its id and its former ids, which partners may still use.
    fn embeds_of_zone(&self, list: &List, zone: &Zone) -> Result<(), SiteError> {
        let (newest, key) = self.newest(list, embed::LENGTH)?;
        for id in std::iter::once(&zone.id).chain(self.index.former_ids(&zone.id)) {
            let (frame, answer) = ([&frame_path(id), "index.html"].concat(), oembed_path(id.as_str()));
            if self.output.keep(&[&frame, &answer], key) {
                continue;
            }
            self.output.put(&frame, embed::frame(self.context, id, zone, &newest).as_bytes(), Some(key))?;
            self.output.put(&answer, &serde_json::to_vec(&embed::of_zone(self.context, zone))?, Some(key))?;
        }
        Ok(())
    }

    fn oembed_of_article(&self, index: usize) -> Result<(), SiteError> {
        let item = &self.tree.articles[index].item;
        let (name, key) = (oembed_path(item.id.as_str()), Digest::of_json(item)?);
        if self.output.keep(&[&name], key) {
            return Ok(());
        }
        Ok(self.output.put(&name, &serde_json::to_vec(&embed::of_article(self.context, item))?, Some(key))?)
    }

    /// Returns the newest articles of a list, and a digest of them and the list's subject.
    fn newest(&self, list: &List, length: usize) -> Result<(Vec<&ArticleSource>, Digest), SiteError> {
        let newest: Vec<&ArticleSource> = list.newest(length).iter().map(|index| &self.tree.articles[*index]).collect();
        let digests: Vec<Digest> = newest.iter().map(|article| article.digest).collect();
        Ok((newest, Digest::of_json(&(list.key, digests))?))
    }

    /// Writes the feeds of a list. A zone's feeds are also written under its former ids, which partners may still use.
    fn feeds(&self, list: &List, texts: &FeedTexts<'_>) -> Result<(), SiteError> {
        let about = FeedSubject::of(&list.subject, |id| self.index.name_en(id));
        let (_, newest) = self.newest(list, investchn_feeds::LENGTH)?;
        // Names of a region's zones are not in the digest of its list.
        let key = Digest::of_json(&(newest, &about, self.tree.settings.feeds))?;
        let former = match &list.subject {
            Subject::Zone { zone, kind: None } => self.index.former_ids(&zone.id),
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } | Subject::Region { .. } => &[],
        };
        let former = former.iter().map(|id| Route::Zone(id.clone(), None, None));
        let routes = std::iter::once(Route::of_list(&list.subject, None)).chain(former);
        let files_by_id: Vec<[String; 2]> = routes.map(|route| investchn_feeds::names(&route)).collect();
        // A zone without all pages has a JSON Feed alone, which the partners' element reads.
        let is_zone = matches!(list.subject, Subject::Zone { .. });
        let first = usize::from(is_zone && list.whole_zone().is_none());
        let all: Vec<&str> = files_by_id.iter().flat_map(|names| &names[first..]).map(String::as_str).collect();
        if self.output.keep(&all, key) {
            return Ok(());
        }
        let articles = list.newest(investchn_feeds::LENGTH).iter().map(|index| texts.article(*index));
        let articles: Vec<FeedArticle<'_>> = articles.collect::<Result<_, SiteError>>()?;
        let entries: Vec<FeedEntry<'_>> = articles.iter().map(FeedArticle::entry).collect();
        let RenderContext { portal, base_url, .. } = self.context;
        let feed = Feed { portal, base_url, list: &list.subject, about: &about, entries: &entries };
        let files = [investchn_feeds::write_atom(&feed), investchn_feeds::write_json(&feed)?];
        let put = |names: &[String; 2]| {
            names.iter().zip(&files).skip(first).try_for_each(|(name, bytes)| self.output.put(name, bytes, Some(key)))
        };
        Ok(files_by_id.iter().try_for_each(put)?)
    }

    /// Returns the routes for the sitemap that are not articles. Of a list it has the newest page only, since the sitemap lists
    /// the articles themselves. A list of one kind is left out while it is empty.
    fn sitemap_routes(&self, pages: &[(usize, PageRange)]) -> Vec<Route> {
        let newest = pages.iter().filter(|(_, page)| page.number.is_none()).map(|(list, _)| &self.index.lists[*list]);
        let found = newest.filter(|list| match &list.subject {
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } => !list.indices.is_empty(),
            Subject::Zone { kind: None, .. } | Subject::Region { .. } => true,
        });
        let lists = found.map(|list| Route::of_list(&list.subject, None));
        [Route::Home, Route::Register].into_iter().chain(lists).collect()
    }

    /// Returns the old addresses of articles, and those of zones under their former ids.
    fn aliases(&self) -> Vec<Alias> {
        let of_articles = self.tree.articles.iter().flat_map(|article| {
            let route = Route::Article(article.item.id.clone());
            article.aliases.iter().filter_map(move |alias| Some((OldAddress::parse(alias)?, route.clone())))
        });
        let zone = |id: &ZoneId| Route::Zone(id.clone(), None, None);
        let of_zones = self.tree.zones.iter().flat_map(|source| {
            let former = source.former_ids.iter();
            former.filter_map(move |former| Some((OldAddress::parse(&zone(former).below())?, zone(&source.zone.id))))
        });
        of_articles.chain(of_zones).collect()
    }

    fn json(&self, name: &str, value: &impl Serialize) -> Result<(), SiteError> {
        Ok(self.output.put(name, &serde_json::to_vec(value)?, None)?)
    }

    fn put_owned(&self, files: &[(String, Vec<u8>)]) -> Result<(), SiteError> {
        self.put_all(files.par_iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }

    fn put_all<'b>(&self, files: impl ParallelIterator<Item = (&'b str, &'b [u8])>) -> Result<(), SiteError> {
        Ok(files.try_for_each(|(name, bytes)| self.output.put(name, bytes, None))?)
    }
}
