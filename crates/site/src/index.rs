//! What every view holds, made when it is wanted: of the articles only what lists need is kept, a body is read again when
//! its page is written.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use investchn_model::paging::PageRange;
use investchn_model::{
    Article, ArticleId, Home, Item, Kind, ListPage, Neighbour, ProvinceCount, Region, RegionCode, RegionKind, Register,
    RegisterZone, Status, Zone, ZoneId, ZoneType,
};
use rustc_hash::FxHashMap;

use crate::error::SiteError;
use crate::lists::{self, List};
use investchn_digest::Digest;
use investchn_sources::{ArticleSource, Pin, Regions, SourceTree, ZoneSource};

/// Articles on the home page.
const LATEST: usize = 12;

/// Photo items on the home page.
const PHOTOS: usize = 4;

/// The portal's views. Articles are named by their place in the content's order, newest first.
pub struct SiteIndex<'a> {
    content: &'a SourceTree,
    zones: BTreeMap<&'a ZoneId, &'a Zone>,
    /// Of the zones that had other ids before.
    former_ids: BTreeMap<&'a ZoneId, &'a [ZoneId]>,
    /// The later and the earlier article in the same zone.
    neighbours: Vec<[Option<usize>; 2]>,
    places: FxHashMap<&'a ArticleId, usize>,
    /// Every list.
    pub(crate) lists: Vec<List>,
}

impl<'a> SiteIndex<'a> {
    /// The portal of a content that is checked and in order.
    pub fn new(content: &'a SourceTree) -> serde_json::Result<Self> {
        let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|zone| (&zone.zone.id, &zone.zone)).collect();
        let places = || content.items().enumerate().map(|(place, item)| (&item.id, place)).collect();
        let former = content.zones.iter().map(|zone| (&zone.zone.id, zone.former_ids.as_slice()));
        let former_ids = former.filter(|(_, former)| !former.is_empty()).collect();
        let (lists, (places, neighbours)) =
            rayon::join(|| lists::lists(content, &zones), || (places(), neighbours(content)));
        Ok(SiteIndex { content, zones, former_ids, neighbours, places, lists: lists? })
    }

    /// An article with its body and its neighbours.
    pub(crate) fn article(&self, place: usize) -> Result<Article, SiteError> {
        let source = &self.content.articles[place];
        let Item { id, title, published, source: from, zone, kind, summary, picture: _ } = source.item.clone();
        let [previous, next] = self.beside(place);
        Ok(Article {
            id,
            title,
            published,
            source: from,
            zone,
            city: self.zones[&source.item.zone.id].city.clone(),
            kind,
            lang: source.lang.clone(),
            summary,
            body: self.content.take_body(source)?,
            previous,
            next,
            corrections: source.corrections.clone(),
            draft: source.draft,
        })
    }

    /// A digest of all that an article is made from.
    pub(crate) fn article_key(&self, place: usize) -> serde_json::Result<Digest> {
        let source = &self.content.articles[place];
        Digest::of_json(&(source.digest, self.beside(place), &self.zones[&source.item.zone.id].city))
    }

    /// The later and the earlier article, as the article's page names them.
    fn beside(&self, place: usize) -> [Option<Neighbour>; 2] {
        let source = &self.content.articles[place];
        let [later, earlier] = self.neighbours[place];
        [self.neighbour(source.previous.as_ref(), later), self.neighbour(source.next.as_ref(), earlier)]
    }

    /// The pinned neighbour, or the one beside it.
    fn neighbour(&self, pin: Option<&Pin>, beside: Option<usize>) -> Option<Neighbour> {
        let held = |place: usize| {
            let item = &self.content.articles[place].item;
            Neighbour { title: item.title.clone(), id: Some(item.id.clone()) }
        };
        match pin {
            Some(Pin::Title(title)) => Some(Neighbour { title: title.clone(), id: None }),
            Some(Pin::Article { id, .. }) => self.places.get(id).copied().map(held),
            None => beside.map(held),
        }
    }

    /// A page of a list.
    pub(crate) fn list_page(&self, list: &List, cut: &PageRange) -> ListPage {
        ListPage {
            subject: list.subject.clone(),
            number: cut.number,
            newer: cut.newer,
            older: cut.older,
            items: self.on(list, cut.items.clone()).map(|article| article.item.clone()).collect(),
        }
    }

    /// A digest of all that a page of a list is made from.
    pub(crate) fn list_key(&self, list: &List, cut: &PageRange) -> serde_json::Result<Digest> {
        let articles: Vec<Digest> = self.on(list, cut.items.clone()).map(|article| article.digest).collect();
        Digest::of_json(&(list.key, cut.number, cut.newer, cut.older, articles))
    }

    /// The articles at some places of a list.
    pub(crate) fn on(&self, list: &List, places: Range<usize>) -> impl Iterator<Item = &'a ArticleSource> {
        list.places[places].iter().map(|place| &self.content.articles[*place])
    }

    /// The ids that a zone had before: partners may know it by them.
    pub(crate) fn former_ids(&self, zone: &ZoneId) -> &'a [ZoneId] {
        self.former_ids.get(zone).copied().unwrap_or_default()
    }

    /// A zone's English name.
    pub(crate) fn name_en(&self, zone: &ZoneId) -> &'a str {
        self.zones.get(zone).map_or("", |zone| &zone.name_en)
    }

    /// The home page.
    pub(crate) fn home(&self) -> Home {
        let photos = self.content.items().filter(|item| item.kind == Kind::Photo && item.picture.is_some());
        let regions = provinces(&self.content.regions);
        Home {
            // The photo items have a place of their own beside them.
            latest: self.content.items().filter(|item| item.kind != Kind::Photo).take(LATEST).cloned().collect(),
            photos: photos.take(PHOTOS).cloned().collect(),
            provinces: regions.map(|region| province_count(region, &self.content.zones)).collect(),
        }
    }

    /// The register.
    pub(crate) fn register(&self) -> Register {
        register(self.content)
    }
}

/// Of each article the later and the earlier one in its zone: 上一条 and 下一条, as in a list with the newest on top.
fn neighbours(content: &SourceTree) -> Vec<[Option<usize>; 2]> {
    let mut neighbours = vec![[None; 2]; content.articles.len()];
    let mut latest: FxHashMap<&ZoneId, usize> = FxHashMap::default();
    for (place, item) in content.items().enumerate() {
        if let Some(later) = latest.insert(&item.zone.id, place) {
            neighbours[place][0] = Some(later);
            neighbours[later][1] = Some(place);
        }
    }
    neighbours
}

/// The provinces, in the order of the codes.
fn provinces(regions: &Regions) -> impl Iterator<Item = &Region> {
    regions.values().filter(|region| region.kind != RegionKind::City)
}

fn province_count(region: &Region, zones: &[ZoneSource]) -> ProvinceCount {
    let listed = || {
        zones
            .iter()
            .map(|zone| &zone.zone)
            .filter(|zone| zone.province.code == region.code && zone.status.value == Status::Listed)
    };
    let of_type = |zone_type: ZoneType| listed().filter(|zone| zone.types.contains(&zone_type)).count() as u16;
    ProvinceCount {
        region: region.clone(),
        zones: listed().count() as u16,
        etdz: of_type(ZoneType::Etdz),
        htz: of_type(ZoneType::Htz),
    }
}

fn register(content: &SourceTree) -> Register {
    let mut zones: Vec<&ZoneSource> = content.zones.iter().collect();
    zones.sort_by_key(|zone| (zone.zone.city.code.province(), zone.zone.city.code, zone.zone.id.clone()));
    let used: BTreeSet<RegionCode> =
        zones.iter().flat_map(|zone| [zone.zone.city.code, zone.zone.city.code.province()]).collect();
    let row = |source: &ZoneSource| {
        let zone = &source.zone;
        RegisterZone {
            id: zone.id.clone(),
            name: zone.name.value.clone(),
            short_name: zone.short_name.clone(),
            search_terms: zone.aliases.iter().cloned().chain([source.pinyin.clone()]).collect(),
            types: zone.types.clone(),
            city: zone.city.code,
            status: zone.status.value,
        }
    };
    Register {
        regions: content.regions.values().filter(|region| used.contains(&region.code)).cloned().collect(),
        zones: zones.into_iter().map(row).collect(),
    }
}
