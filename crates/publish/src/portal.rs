//! The portal as a whole: articles in order, with neighbours, in lists, and the view of every route. It owns what follows
//! from all sources together, and the checks that need them all.

mod lists;

use std::collections::{BTreeMap, BTreeSet};

use investchn::route::Route;
use investchn_content::{
    Article, ArticleId, Home, Item, Kind, Neighbour, ProvinceCount, Region, RegionCode, RegionKind, Register,
    RegisterZone, Status, View, Zone, ZoneId, ZoneType,
};

use crate::problem::Problem;
use crate::source::{ArticleSource, Content, Pin, Regions, ZoneSource};

/// Articles on the home page.
const LATEST: usize = 12;

/// Photo items on the home page.
const PHOTOS: usize = 4;

/// Orders the articles, newest first, and leaves out the drafts unless they are wanted.
pub(crate) fn order(content: &mut Content, drafts: bool) {
    content.articles.retain(|article| drafts || !article.draft);
    // Of one day the higher number is the later; between zones only the same order every time matters.
    content.articles.sort_by(|a, b| (b.published, b.number, &b.id).cmp(&(a.published, a.number, &a.id)));
}

/// Checks what no source can know by itself: ids and aliases that are taken, links and pins that lead nowhere.
pub(crate) fn check(content: &Content, problems: &mut Vec<Problem>) {
    let mut ids = BTreeSet::new();
    let mut aliases: BTreeMap<&str, &ArticleSource> = BTreeMap::new();
    for article in &content.articles {
        let start = crate::problem::Place::line(&article.file, 1);
        if !ids.insert(&article.id) {
            let message = format!("another article has the id `{}` too", article.id);
            problems.push(Problem::new(
                start.clone(),
                "duplicate-id",
                message,
                "give one of the files the next number",
            ));
        }
        for alias in &article.aliases {
            if let Some(other) = aliases.insert(alias, article) {
                let message = format!("the old address `{alias}` is also of {}", other.file.display());
                problems.push(Problem::new(start.clone(), "duplicate-alias", message, "keep it in one of them"));
            }
        }
    }
    let zones: BTreeSet<&ZoneId> = content.zones.iter().map(|zone| &zone.zone.id).collect();
    let exists = |route: &Route| match route {
        Route::Article(id) => ids.contains(id),
        Route::Zone(id, _, None) => zones.contains(id),
        Route::Region(code, None) => content.regions.contains_key(code),
        Route::Home | Route::Register | Route::News(_, None) => true,
        // A numbered page is no place to link to from an article: what stands on it may move.
        Route::Zone(..) | Route::Region(..) | Route::News(..) => false,
    };
    for article in &content.articles {
        for link in &article.links {
            if !exists(&link.route) {
                let message = format!("`{}` is not in this portal", link.route.path());
                problems.push(Problem::new(
                    link.place.clone(),
                    "broken-link",
                    message,
                    "mend the link, or take it out",
                ));
            }
        }
        for pin in [&article.previous, &article.next].into_iter().flatten() {
            if let Pin::Article { id, place } = pin
                && !ids.contains(id)
            {
                let message = format!("the pinned article `{id}` is not in this portal");
                let advice = "mend the id, or pin a title: { title = \"…\" }";
                problems.push(Problem::new(place.clone(), "broken-link", message, advice));
            }
        }
    }
}

/// The view of every route, articles in order (see [`order`]).
pub(crate) fn views(content: &Content) -> Vec<(Route, View)> {
    let items: Vec<Item> = content.articles.iter().map(item).collect();
    let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|zone| (&zone.zone.id, &zone.zone)).collect();
    let mut views = vec![View::Home(home(content, &items)), View::Register(register(content))];
    views.extend(articles(content, &zones).into_iter().map(View::Article));
    views.extend(lists::pages(content, &zones, &items).into_iter().map(View::List));
    views.into_iter().map(|view| (Route::of(&view), view)).collect()
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
        picture: article.picture().cloned(),
    }
}

fn articles(content: &Content, zones: &BTreeMap<&ZoneId, &Zone>) -> Vec<Article> {
    let mut titles: BTreeMap<&ArticleId, &str> = BTreeMap::new();
    let mut by_zone: BTreeMap<&ZoneId, Vec<&ArticleSource>> = BTreeMap::new();
    for article in &content.articles {
        titles.insert(&article.id, &article.title);
        by_zone.entry(&article.zone.id).or_default().push(article);
    }
    let pinned = |pin: &Pin| match pin {
        Pin::Title(title) => Neighbour { title: title.clone(), id: None },
        Pin::Article { id, .. } => {
            let title = titles.get(id).copied().unwrap_or_default().to_owned();
            Neighbour { title, id: Some(id.clone()) }
        }
    };
    let beside = |article: Option<&&ArticleSource>| {
        article.map(|article| Neighbour { title: article.title.clone(), id: Some(article.id.clone()) })
    };
    let mut articles = Vec::new();
    for (id, sources) in by_zone {
        let Some(zone) = zones.get(id) else { continue };
        for (place, source) in sources.iter().enumerate() {
            // 上一条 is the later one, as in a list with the newest on top.
            let later = place.checked_sub(1).and_then(|place| sources.get(place));
            let earlier = sources.get(place + 1);
            articles.push(Article {
                id: source.id.clone(),
                title: source.title.clone(),
                published: source.published,
                source: source.source.clone(),
                zone: source.zone.clone(),
                city: zone.city.clone(),
                kind: source.kind,
                lang: source.lang.clone(),
                summary: source.summary.clone(),
                body: source.body.clone(),
                previous: source.previous.as_ref().map(pinned).or_else(|| beside(later)),
                next: source.next.as_ref().map(pinned).or_else(|| beside(earlier)),
                draft: source.draft,
            });
        }
    }
    articles
}

fn home(content: &Content, items: &[Item]) -> Home {
    let photos = items.iter().filter(|item| item.kind == Kind::Photo && item.picture.is_some());
    Home {
        // The photo items have a place of their own beside them.
        latest: items.iter().filter(|item| item.kind != Kind::Photo).take(LATEST).cloned().collect(),
        photos: photos.take(PHOTOS).cloned().collect(),
        provinces: provinces(&content.regions).map(|region| province_count(region, &content.zones)).collect(),
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
