//! What every view holds, made when it is wanted: of the articles only what lists need is kept, a body is read again when
//! its page is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use investchn_content::paging::PageCut;
use investchn_content::{
    Article, ArticleId, Home, Item, Kind, ListPage, Neighbour, ProvinceCount, Region, RegionCode, RegionKind, Register,
    RegisterZone, Status, Zone, ZoneId, ZoneType,
};

use super::lists::{self, List};
use crate::error::BuildError;
use crate::source::{ArticleSource, Content, Pin, Regions, ZoneSource};

/// Articles on the home page.
const LATEST: usize = 12;

/// Photo items on the home page.
const PHOTOS: usize = 4;

/// The portal's views. Articles are named by their place in the content's order, newest first.
pub(crate) struct Portal<'a> {
    content: &'a Content,
    zones: BTreeMap<&'a ZoneId, &'a Zone>,
    /// What lists show of each article.
    pub(crate) items: Vec<Item>,
    /// The later and the earlier article in the same zone.
    neighbours: Vec<[Option<usize>; 2]>,
    places: HashMap<&'a ArticleId, usize>,
    /// Every list.
    pub(crate) lists: Vec<List>,
}

impl<'a> Portal<'a> {
    /// The portal of a content that is checked and in order.
    pub(crate) fn new(content: &'a Content) -> Self {
        let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|zone| (&zone.zone.id, &zone.zone)).collect();
        let items: Vec<Item> = content.articles.iter().map(item).collect();
        let places = content.articles.iter().enumerate().map(|(place, article)| (&article.id, place)).collect();
        let neighbours = neighbours(content);
        let lists = lists::lists(content, &zones, &items);
        Portal { content, zones, items, neighbours, places, lists }
    }

    /// An article with its body and its neighbours.
    pub(crate) fn article(&self, place: usize) -> Result<Article, BuildError> {
        let source = &self.content.articles[place];
        let body = self.content.with_body(source)?.body;
        let zone = self.zones[&source.zone.id];
        let [later, earlier] = self.neighbours[place];
        Ok(Article {
            id: source.id.clone(),
            title: source.title.clone(),
            published: source.published,
            source: source.source.clone(),
            zone: source.zone.clone(),
            city: zone.city.clone(),
            kind: source.kind,
            lang: source.lang.clone(),
            summary: source.summary.clone(),
            body,
            previous: self.neighbour(source.previous.as_ref(), later),
            next: self.neighbour(source.next.as_ref(), earlier),
            corrections: source.corrections.clone(),
            draft: source.draft,
        })
    }

    /// The pinned neighbour, or the one beside it.
    fn neighbour(&self, pin: Option<&Pin>, beside: Option<usize>) -> Option<Neighbour> {
        let held = |place: usize| {
            let article = &self.content.articles[place];
            Neighbour { title: article.title.clone(), id: Some(article.id.clone()) }
        };
        match pin {
            Some(Pin::Title(title)) => Some(Neighbour { title: title.clone(), id: None }),
            Some(Pin::Article { id, .. }) => self.places.get(id).copied().map(held),
            None => beside.map(held),
        }
    }

    /// A page of a list.
    pub(crate) fn list_page(&self, list: &List, cut: &PageCut) -> ListPage {
        ListPage {
            subject: list.subject.clone(),
            number: cut.number,
            newer: cut.newer,
            older: cut.older,
            items: list.places[cut.items.clone()].iter().map(|place| self.items[*place].clone()).collect(),
        }
    }

    /// The home page.
    pub(crate) fn home(&self) -> Home {
        let photos = self.items.iter().filter(|item| item.kind == Kind::Photo && item.picture.is_some());
        let regions = provinces(&self.content.regions);
        Home {
            // The photo items have a place of their own beside them.
            latest: self.items.iter().filter(|item| item.kind != Kind::Photo).take(LATEST).cloned().collect(),
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
fn neighbours(content: &Content) -> Vec<[Option<usize>; 2]> {
    let mut neighbours = vec![[None; 2]; content.articles.len()];
    let mut latest: HashMap<&ZoneId, usize> = HashMap::new();
    for (place, article) in content.articles.iter().enumerate() {
        if let Some(later) = latest.insert(&article.zone.id, place) {
            neighbours[place][0] = Some(later);
            neighbours[later][1] = Some(place);
        }
    }
    neighbours
}

fn item(article: &ArticleSource) -> Item {
    Item {
        id: article.id.clone(),
        title: article.title.clone(),
        published: article.published,
        source: article.source.clone(),
        zone: article.zone.clone(),
        kind: article.kind,
        summary: article.summary.clone(),
        picture: article.picture.clone(),
    }
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

fn register(content: &Content) -> Register {
    let mut zones: Vec<&ZoneSource> = content.zones.iter().collect();
    zones.sort_by_key(|zone| (zone.zone.city.code.province(), zone.zone.city.code, zone.zone.id.clone()));
    let used: BTreeSet<RegionCode> =
        zones.iter().flat_map(|zone| [zone.zone.city.code, zone.zone.city.code.province()]).collect();
    let row = |source: &ZoneSource| {
        let zone = &source.zone;
        RegisterZone {
            id: zone.id.clone(),
            name: zone.name.value.clone(),
            short: zone.short.clone(),
            found_by: zone.aliases.iter().cloned().chain([source.pinyin.clone()]).collect(),
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
