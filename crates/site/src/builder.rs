//! Writing the site in stages, each by as many threads as there are cores: leaves first, then the lists that lead to them,
//! then feeds and what hosts read, then the entry and the worker. So whatever is there at any moment leads somewhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use investchn_model::paging::{self, PageRange};
use investchn_model::published::{APP_LIST, APP_TEMPLATE, NOT_FOUND_PAGE, PREVIEW_PAGE, WEB_MANIFEST, WORKER};
use investchn_model::route::{
    ALIASES_PATH, CHANGES_PATH, EMBED_BUILDER_PATH, ENTRY_PATH, Route, frame_path, oembed_path,
};
use investchn_model::{Entry, Envelope, Item, OfflinePage, PartialDate, SCHEMA, Subject, View, Zone, ZoneId};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::app_files::AppFiles;
use crate::embed;
use crate::error::SiteError;
use crate::feeds::{self, FeedSubject};
use crate::index::SiteIndex;
use crate::lists::List;
use crate::offline;
use crate::redirects;
use crate::render_context::RenderContext;
use crate::sitemap;
use crate::template::Template;
use investchn_digest::Digest;
use investchn_hosting::files::Alias;
use investchn_output::OutputFolder;
use investchn_sources::{ArticleSource, SourceTree};

/// A correction in the public list.
#[derive(Serialize)]
struct Change<'a> {
    date: PartialDate,
    /// SiteIndex path of the article.
    article: String,
    text: &'a str,
}

fn changes(article: &ArticleSource) -> impl Iterator<Item = Change<'_>> {
    let route = Route::Article(article.item.id.clone()).path();
    article.corrections.iter().map(move |it| Change { date: it.date, article: route.clone(), text: &it.text })
}

/// Writes the site of a tree into a folder.
pub struct SiteBuilder<'a> {
    /// The built app.
    pub app: &'a AppFiles,
    /// The page that every page is made from.
    pub template: &'a Template<'a>,
    /// What every page is rendered with.
    pub context: RenderContext<'a>,
    /// The sources.
    pub content: &'a SourceTree,
    /// What follows from all sources together.
    pub portal: &'a SiteIndex<'a>,
    /// The folder to write into.
    pub output: &'a OutputFolder<'a>,
    /// Told about each article and list that is done.
    pub progress: Progress<'a>,
}

/// Follows a build, which takes minutes where there are many articles. Both functions are called from several threads.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    /// Told how many articles and lists there are.
    pub begin: &'a (dyn Fn(usize) + Sync),
    /// Called after each of them.
    pub advance: &'a (dyn Fn() + Sync),
}

impl SiteBuilder<'_> {
    /// Writes all of it; returns how many pages there are.
    pub fn write(&self) -> Result<usize, SiteError> {
        let per_page = self.content.settings.per_page;
        let pages: Vec<(usize, PageRange)> = self
            .portal
            .lists
            .iter()
            .enumerate()
            .flat_map(|(list, it)| paging::paginate(it.places.len(), per_page).into_iter().map(move |cut| (list, cut)))
            .collect();
        let articles = self.content.articles.len();
        (self.progress.begin)(articles + pages.len());

        // Leaves.
        let app = [&self.app.files, &self.app.embeds, &self.app.pinned, &self.app.earlier.files];
        let app = app.into_par_iter().flatten();
        self.put_all(app.map(|(name, bytes)| (name.as_str(), bytes.as_slice())))?;
        self.content.pictures.files().par_iter().try_for_each(|(name, from)| self.picture(name, from))?;
        (0..articles).into_par_iter().try_for_each(|place| {
            (self.progress.advance)();
            let route = Route::Article(self.content.articles[place].item.id.clone());
            self.view(&route, self.portal.article_key(place)?, || Ok(View::Article(self.portal.article(place)?)))?;
            self.oembed_of_article(place)
        })?;

        // Lists.
        pages.par_iter().try_for_each(|(list, cut)| {
            (self.progress.advance)();
            let list = &self.portal.lists[*list];
            let route = Route::of_list(&list.subject, cut.number);
            let key = self.portal.list_key(list, cut)?;
            self.view(&route, key, || Ok(View::List(self.portal.list_page(list, cut))))
        })?;
        let device = [OfflinePage::Offline, OfflinePage::Saved].map(View::OfflinePage);
        for view in [View::Register(self.portal.register()), View::Home(self.portal.home())].into_iter().chain(device) {
            self.view(&Route::of(&view), Digest::of_json(&view)?, || Ok(view))?;
        }

        // Old addresses, which lead to articles and to lists.
        let aliases = self.aliases();
        self.owned(&redirects::pages(self.context, &aliases))?;

        // Feeds, and what crawlers read.
        self.portal.lists.par_iter().try_for_each(|list| match &list.subject {
            Subject::Zone { kind: Some(_), .. } => Ok(()),
            Subject::News { .. } | Subject::Region { .. } | Subject::Zone { kind: None, .. } => self.feeds(list),
        })?;
        let items: Vec<&Item> = self.content.items().collect();
        self.embeds()?;
        self.owned(&sitemap::files(self.context, &self.places(&pages), &items))?;
        self.json(CHANGES_PATH, &self.corrections())?;
        self.json(ALIASES_PATH, &redirects::list(&aliases))?;
        let app = [&self.app.files, &self.app.earlier.files];
        let app = app.into_iter().flat_map(|files| files.keys()).map(String::as_str);
        self.owned(&investchn_hosting::files::files(self.context.base_url, app, &aliases))?;

        // The entry.
        self.output.put(NOT_FOUND_PAGE, self.template.not_found(self.context).as_bytes(), None)?;
        self.output.put(APP_TEMPLATE, self.app.template.as_bytes(), None)?;
        self.output.put(APP_LIST, &self.app.list()?, None)?;
        let files = self.app.files.keys().cloned().collect();
        let (release, site) = (self.app.release(), self.context.site.clone());
        let earlier = self.app.earlier.releases.first().cloned().unwrap_or_default();
        let entry = Entry { schema: SCHEMA, release, site, files, earlier };
        let entry = serde_json::to_vec(&entry)?;
        self.output.put(ENTRY_PATH, &entry, None)?;
        self.offline(&entry)?;
        Ok(articles + pages.len() + 4)
    }

    /// The page and the data of a view, which is only made where `key` says that it is another than the last build's.
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
        // Made once, for both.
        let json: Box<RawValue> = to_raw_value(&view)?;
        let text = self.template.page(self.context, route, view, &json)?;
        self.output.put(&page, text.as_bytes(), Some(key))?;
        let bytes = serde_json::to_vec(&Envelope { schema: SCHEMA, view: &json })?;
        Ok(self.output.put(&data, &bytes, Some(key))?)
    }

    /// The app's manifest, and last of all the worker, which stores what its list names.
    fn offline(&self, entry: &[u8]) -> Result<(), SiteError> {
        let manifest = offline::manifest(self.context.site)?;
        self.output.put(WEB_MANIFEST, &manifest, None)?;
        let mut shell: BTreeMap<String, Digest> =
            self.app.files.iter().map(|(name, bytes)| (name.clone(), Digest::of(bytes))).collect();
        shell.insert(WEB_MANIFEST.to_owned(), Digest::of(&manifest));
        // For a stored page of a release whose app is gone.
        shell.insert(ENTRY_PATH.to_owned(), Digest::of(entry));
        for page in [OfflinePage::Offline, OfflinePage::Saved] {
            let view = View::OfflinePage(page);
            let route = Route::of(&view);
            let json = to_raw_value(&view)?;
            let text = self.template.page(self.context, &route, view, &json)?;
            shell.insert(route.below(), Digest::of(text.as_bytes()));
            shell.insert(route.data_path(), Digest::of(json.get().as_bytes()));
        }
        let worker = offline::worker(&shell, self.content.settings.offline)?;
        Ok(self.output.put(WORKER, worker.as_bytes(), None)?)
    }

    /// A picture, whose name says what is in it.
    fn picture(&self, name: &str, from: &Path) -> Result<(), SiteError> {
        let key = Digest::of(name.as_bytes());
        if self.output.keep(&[name], key) {
            return Ok(());
        }
        Ok(self.output.put(name, &fs::read(from).map_err(SiteError::unreadable(from))?, Some(key))?)
    }

    /// What partners' pages show, and the embed builder, where they choose it.
    fn embeds(&self) -> Result<(), SiteError> {
        self.portal.lists.par_iter().try_for_each(|list| match &list.subject {
            Subject::Zone { zone, kind: None } => self.embeds_of_zone(list, zone),
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } | Subject::Region { .. } => Ok(()),
        })?;
        // An app of before there were embeds has none of the files that these pages name.
        let Some(script) = self.app.script() else { return Ok(()) };
        let newest = self.content.items().next().map(|item| item.zone.id.clone());
        let builder = embed::builder(self.context, self.template, self.portal.register().zones, newest, script);
        self.output.put(&[EMBED_BUILDER_PATH, "index.html"].concat(), builder.as_bytes(), None)?;
        Ok(self.output.put(PREVIEW_PAGE, embed::preview().as_bytes(), None)?)
    }

    /// A zone's frame and oEmbed's answer, under every id that partners may know it by.
    fn embeds_of_zone(&self, list: &List, zone: &Zone) -> Result<(), SiteError> {
        let (newest, key) = self.newest(list, embed::LENGTH)?;
        for id in std::iter::once(&zone.id).chain(self.portal.former_ids(&zone.id)) {
            let (frame, answer) = ([&frame_path(id), "index.html"].concat(), oembed_path(id.as_str()));
            if self.output.keep(&[&frame, &answer], key) {
                continue;
            }
            self.output.put(&frame, embed::frame(self.context, id, zone, &newest).as_bytes(), Some(key))?;
            self.output.put(&answer, &serde_json::to_vec(&embed::of_zone(self.context, zone))?, Some(key))?;
        }
        Ok(())
    }

    fn oembed_of_article(&self, place: usize) -> Result<(), SiteError> {
        let item = &self.content.articles[place].item;
        let (name, key) = (oembed_path(item.id.as_str()), Digest::of_json(item)?);
        if self.output.keep(&[&name], key) {
            return Ok(());
        }
        Ok(self.output.put(&name, &serde_json::to_vec(&embed::of_article(self.context, item))?, Some(key))?)
    }

    /// The newest articles of a list, with a digest of all that is made from them.
    fn newest(&self, list: &List, length: usize) -> Result<(Vec<feeds::Entry<'_>>, Digest), SiteError> {
        let newest = || self.portal.on(list, 0..list.places.len().min(length));
        let digests: Vec<Digest> = newest().map(|article| article.digest).collect();
        Ok((newest().map(feeds::Entry::of).collect(), Digest::of_json(&(list.key, digests))?))
    }

    /// A list's feeds; a zone's under every id that partners may know it by.
    fn feeds(&self, list: &List) -> Result<(), SiteError> {
        let (newest, key) = self.newest(list, feeds::LENGTH)?;
        let names = feeds::names(&list.subject);
        let former = match &list.subject {
            Subject::Zone { zone, kind: None } => self.portal.former_ids(&zone.id),
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } | Subject::Region { .. } => &[],
        };
        let former = former.iter().map(|id| feeds::names_in(&Route::Zone(id.clone(), None, None)));
        let places: Vec<[String; 2]> = std::iter::once(names).chain(former).collect();
        let all: Vec<&str> = places.iter().flatten().map(String::as_str).collect();
        if self.output.keep(&all, key) {
            return Ok(());
        }
        let about = FeedSubject::of(&list.subject, |id| self.portal.name_en(id));
        let files = feeds::files(self.context, &list.subject, about, &newest)?;
        let put = |names: &[String; 2]| {
            names.iter().zip(&files).try_for_each(|(name, bytes)| self.output.put(name, bytes, Some(key)))
        };
        Ok(places.iter().try_for_each(put)?)
    }

    /// The routes that are no articles, for the sitemap: of lists only the newest page, since the articles stand there
    /// themselves, and of lists of one kind only those that hold something.
    fn places(&self, pages: &[(usize, PageRange)]) -> Vec<Route> {
        let newest = pages.iter().filter(|(_, cut)| cut.number.is_none()).map(|(list, _)| &self.portal.lists[*list]);
        let found = newest.filter(|list| match &list.subject {
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } => !list.places.is_empty(),
            Subject::Zone { kind: None, .. } | Subject::Region { .. } => true,
        });
        let lists = found.map(|list| Route::of_list(&list.subject, None));
        [Route::Home, Route::Register].into_iter().chain(lists).collect()
    }

    /// Old addresses of articles, and of zones under the ids that they had.
    fn aliases(&self) -> Vec<Alias> {
        let of_articles = self.content.articles.iter().flat_map(|article| {
            let route = Route::Article(article.item.id.clone());
            article.aliases.iter().map(move |alias| (alias.clone(), route.clone()))
        });
        let zone = |id: &ZoneId| Route::Zone(id.clone(), None, None);
        let of_zones = self.content.zones.iter().flat_map(|source| {
            source.former_ids.iter().map(move |former| (zone(former).below(), zone(&source.zone.id)))
        });
        of_articles.chain(of_zones).collect()
    }

    /// Every correction, the latest first.
    fn corrections(&self) -> Vec<Change<'_>> {
        let mut changes: Vec<_> = self.content.articles.iter().flat_map(changes).collect();
        changes.sort_by(|one, other| (other.date, &other.article).cmp(&(one.date, &one.article)));
        changes
    }

    fn json(&self, name: &str, value: &impl Serialize) -> Result<(), SiteError> {
        Ok(self.output.put(name, &serde_json::to_vec(value)?, None)?)
    }

    fn owned(&self, files: &[(String, Vec<u8>)]) -> Result<(), SiteError> {
        self.put_all(files.par_iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }

    fn put_all<'b>(&self, files: impl ParallelIterator<Item = (&'b str, &'b [u8])>) -> Result<(), SiteError> {
        Ok(files.try_for_each(|(name, bytes)| self.output.put(name, bytes, None))?)
    }
}
