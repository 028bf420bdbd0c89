//! The content of every view, made on demand. In memory are only the parts of articles that lists need; a body is read again
//! when its page is written.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use investchn_model::paging::PageRange;
use investchn_model::route::Route;
use investchn_model::{Article, ArticleId, Block, Home, Item, Kind, ListPage, Neighbour, Zone, ZoneId, ZoneRef};
use rustc_hash::FxHashMap;

use crate::lists::{self, List};
use crate::register;
use investchn_digest::Digest;
use investchn_sources::{ArticleSource, Pin, SourceTree, ZoneSource};
use investchn_static_pages::EmbeddableZone;

/// Number of articles on the home page.
const LATEST: usize = 12;

/// Number of photo articles on the home page.
const PHOTOS: usize = 4;

/// The views of the portal. An article is identified by its index in the order of the source tree, newest first.
pub struct SiteIndex<'a> {
    content: &'a SourceTree,
    zones: BTreeMap<&'a ZoneId, &'a Zone>,
    /// The former ids of the zones that have some.
    former_ids: BTreeMap<&'a ZoneId, &'a [ZoneId]>,
    /// For each article, the next later and the next earlier article in its zone.
    neighbours: Vec<[Option<usize>; 2]>,
    index_of: FxHashMap<&'a ArticleId, usize>,
    /// Every list of articles.
    pub(crate) lists: Vec<List>,
    /// The place of each list, by the route of its newest page.
    list_of: FxHashMap<Route, usize>,
}

impl<'a> SiteIndex<'a> {
    /// Indexes a source tree that is checked and in order.
    ///
    /// # Errors
    /// If the subject of a list cannot be written as JSON, from which its digest is made.
    pub fn new(content: &'a SourceTree) -> serde_json::Result<Self> {
        let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|zone| (&zone.zone.id, &zone.zone)).collect();
        let index_of = || content.items().enumerate().map(|(index, item)| (&item.id, index)).collect();
        let former = content.zones.iter().map(|zone| (&zone.zone.id, zone.former_ids.as_slice()));
        let former_ids = former.filter(|(_, former)| !former.is_empty()).collect();
        let (lists, (index_of, neighbours)) =
            rayon::join(|| lists::lists(content, &zones), || (index_of(), neighbours(content)));
        let lists = lists?;
        let routes = lists.iter().map(|list| Route::of_list(&list.subject, None));
        let list_of = routes.enumerate().map(|(place, route)| (route, place)).collect();
        Ok(SiteIndex { content, zones, former_ids, neighbours, index_of, lists, list_of })
    }

    /// Returns true if the edition has a page. A numbered page of a list counts as none, because its number is that of another page
    /// in another edition.
    pub(crate) fn has(&self, route: &Route) -> bool {
        match route {
            Route::Home | Route::Register | Route::Offline | Route::Saved => true,
            Route::Article(id) => self.index_of.contains_key(id),
            Route::News(..) | Route::Region(..) | Route::Zone(..) => self.list_of.contains_key(route),
        }
    }

    /// Returns the list whose newest page has this route.
    pub(crate) fn list(&self, route: &Route) -> Option<&List> {
        self.list_of.get(route).map(|place| &self.lists[*place])
    }

    /// Returns what lists show of an article.
    pub(crate) fn item(&self, index: usize) -> &'a Item {
        &self.content.articles[index].item
    }

    /// Returns an article with its body and its neighbours, and without the other editions that have it.
    pub(crate) fn article(&self, index: usize, body: Vec<Block>) -> Article {
        let source = &self.content.articles[index];
        let Item { id, title, published, source: from, zone, kind, summary, picture: _ } = source.item.clone();
        let [previous, next] = self.neighbours_of(index);
        Article {
            id,
            title,
            published,
            source: from,
            zone,
            city: self.zone_of(source).city.clone(),
            kind,
            lang: source.lang.clone(),
            summary,
            body,
            previous,
            next,
            corrections: source.corrections.clone(),
            draft: source.draft,
            editions: Vec::new(),
        }
    }

    /// Returns the input digest of an article. Its neighbours' digests cover their titles, and their file names make their ids.
    pub(crate) fn article_key(&self, index: usize) -> serde_json::Result<Digest> {
        let source = &self.content.articles[index];
        let [later, earlier] = self.neighbours[index];
        let neighbours = [(&source.previous, later), (&source.next, earlier)].map(|(pin, adjacent)| {
            let (index, zone) = match pin {
                // The source itself has the title, and the register the name of the zone.
                Some(Pin::Title { zone, .. }) => (None, zone.as_ref()),
                Some(Pin::Article { id, .. }) => (self.index_of.get(id).copied(), None),
                None => (adjacent, None),
            };
            let article = index.map(|index| &self.content.articles[index]);
            (article.map(|article| (article.digest, &article.item.id)), zone)
        });
        Digest::of_json(&(source.digest, neighbours, &self.zone_of(source).city))
    }

    /// Returns the later and the earlier article, as the article's page names them.
    fn neighbours_of(&self, index: usize) -> [Option<Neighbour>; 2] {
        let source = &self.content.articles[index];
        let [later, earlier] = self.neighbours[index];
        [self.neighbour(source.previous.as_ref(), later), self.neighbour(source.next.as_ref(), earlier)]
    }

    /// Returns the pinned neighbour, or else the adjacent article.
    fn neighbour(&self, pin: Option<&Pin>, adjacent: Option<usize>) -> Option<Neighbour> {
        let held = |index: usize| {
            let item = &self.content.articles[index].item;
            Neighbour { title: item.title.clone(), id: Some(item.id.clone()), zone: None }
        };
        match pin {
            Some(Pin::Title { title, zone }) => Some(Neighbour { title: title.clone(), id: None, zone: zone.clone() }),
            Some(Pin::Article { id, .. }) => self.index_of.get(id).copied().map(held),
            None => adjacent.map(held),
        }
    }

    /// Makes one page of a list, without the articles that the edition does not have.
    pub(crate) fn list_page(&self, list: &List, page: &PageRange) -> ListPage {
        ListPage {
            subject: list.subject.clone(),
            number: page.number,
            newer: page.newer,
            older: page.older,
            items: self.on(list, page.items.clone()).map(|article| article.item.clone()).collect(),
            originals: None,
        }
    }

    /// Returns the input digest of a page of a list.
    pub(crate) fn list_key(&self, list: &List, page: &PageRange) -> serde_json::Result<Digest> {
        let articles: Vec<Digest> = self.on(list, page.items.clone()).map(|article| article.digest).collect();
        Digest::of_json(&(list.key, page.number, page.newer, page.older, articles))
    }

    /// Returns the articles in a range of a list.
    pub(crate) fn on(&self, list: &List, range: Range<usize>) -> impl Iterator<Item = &'a ArticleSource> {
        list.indices[range].iter().map(|index| &self.content.articles[*index])
    }

    /// Returns the former ids of a zone, under which partners may still know it.
    pub(crate) fn former_ids(&self, zone: &ZoneId) -> &'a [ZoneId] {
        self.former_ids.get(zone).copied().unwrap_or_default()
    }

    /// Returns the zones that have all pages, in the register's order.
    pub(crate) fn embeddable_zones(&self) -> Vec<EmbeddableZone> {
        let whole: BTreeSet<&ZoneId> = self.lists.iter().filter_map(List::whole_zone).map(|zone| &zone.id).collect();
        let mut zones: Vec<&ZoneSource> =
            self.content.zones.iter().filter(|source| whole.contains(&source.zone.id)).collect();
        zones.sort_by_key(|source| (source.zone.city.code, &source.zone.id));
        let embeddable = |ZoneSource { zone, pinyin, .. }: &ZoneSource| EmbeddableZone {
            id: zone.id.clone(),
            name: zone.name.value.clone(),
            short_name: zone.short_name.clone(),
            search_terms: zone.original_name.iter().chain(&zone.aliases).chain([pinyin]).cloned().collect(),
        };
        zones.into_iter().map(embeddable).collect()
    }

    /// Returns the zone of an article.
    pub(crate) fn zone_of(&self, article: &ArticleSource) -> &'a Zone {
        self.zones[&article.item.zone.id]
    }

    /// Returns the names of a zone.
    pub(crate) fn reference(&self, zone: &ZoneId) -> Option<ZoneRef> {
        let zone = self.zones.get(zone)?;
        Some(ZoneRef { id: zone.id.clone(), name: zone.name.value.clone(), short_name: zone.short_name.clone() })
    }

    /// Returns the English name of a zone.
    pub(crate) fn name_en(&self, zone: &ZoneId) -> &'a str {
        self.zones.get(zone).map_or("", |zone| &zone.name_en)
    }

    /// Makes the home page, without the articles that the edition does not have.
    pub(crate) fn home(&self) -> Home {
        let photos = self.content.items().filter(|item| item.kind == Kind::Photo && item.picture.is_some());
        Home {
            // Photo articles have a section of their own.
            latest: self.content.items().filter(|item| item.kind != Kind::Photo).take(LATEST).cloned().collect(),
            photos: photos.take(PHOTOS).cloned().collect(),
            provinces: register::province_counts(self.content),
            originals: None,
        }
    }
}

/// Finds the next later and the next earlier article in the zone of each article: 上一条 and 下一条, as in a list with the newest
/// first.
fn neighbours(content: &SourceTree) -> Vec<[Option<usize>; 2]> {
    let mut neighbours = vec![[None; 2]; content.articles.len()];
    let mut latest: FxHashMap<&ZoneId, usize> = FxHashMap::default();
    for (index, item) in content.items().enumerate() {
        if let Some(later) = latest.insert(&item.zone.id, index) {
            neighbours[index][0] = Some(later);
            neighbours[later][1] = Some(index);
        }
    }
    neighbours
}
