//! Checks the default content: the register, and articles of every form.

use std::collections::{BTreeMap, BTreeSet};

use investchn_model::{Block, Kind, Register, Status, View, ZoneType};

use crate::published::Site;

fn register(site: &Site) -> Register {
    match site.view("/zones/") {
        View::Register(register) => register,
        other => panic!("{other:?}"),
    }
}

fn articles(site: &Site) -> Vec<investchn_model::Article> {
    let files = site.files();
    let ids = files.iter().filter_map(|file| file.strip_prefix("data/article/")?.strip_suffix(".json"));
    ids.map(|id| match site.view(&format!("/article/{id}/")) {
        View::Article(article) => article,
        other => panic!("{other:?}"),
    })
    .collect()
}

#[test]
fn ids_and_short_names_are_unique() {
    let register = register(Site::own());
    let ids: BTreeSet<_> = register.zones.iter().map(|zone| &zone.id).collect();
    let shorts: BTreeSet<_> = register.zones.iter().map(|zone| &zone.short_name).collect();
    assert_eq!(ids.len(), register.zones.len());
    assert_eq!(shorts.len(), register.zones.len());
}

/// Addresses that readers, search engines and partners already use. Each must remain, as a page or as a redirect. Every release
/// adds its new addresses to the list.
#[test]
fn every_released_address_still_exists() {
    let site = Site::own();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    let released = include_str!("released.txt").lines();
    let gone: Vec<_> = released.clone().filter(|path| !files.contains(&[&path[1..], "index.html"].concat())).collect();
    assert!(gone.is_empty(), "{gone:?}");
    assert!(released.count() >= 515);
}

/// Compares the number of listed zones of each province with the counts of the register's source.
#[test]
fn zone_counts_match_the_source_of_the_register() {
    let register = register(Site::own());
    let mut counts: BTreeMap<(String, ZoneType), usize> = BTreeMap::new();
    for zone in register.zones.iter().filter(|zone| zone.status == Status::Listed) {
        for zone_type in &zone.types {
            *counts.entry((zone.city.province().to_string(), *zone_type)).or_default() += 1;
        }
    }
    let count = |province: &str, zone_type| counts.get(&(province.to_owned(), zone_type)).copied().unwrap_or_default();
    for (province, etdz, htz) in
        [("320000", 27, 18), ("330000", 22, 8), ("370000", 16, 13), ("440000", 8, 14), ("420000", 9, 12)]
    {
        assert_eq!((count(province, ZoneType::Etdz), count(province, ZoneType::Htz)), (etdz, htz), "{province}");
    }
    let of_both: Vec<_> =
        register.zones.iter().filter(|zone| zone.types.len() == 2).map(|zone| zone.name.as_str()).collect();
    assert_eq!(of_both, ["苏州工业园区"]);
    let exited: BTreeSet<_> = register
        .zones
        .iter()
        .filter(|zone| zone.status == Status::Exited)
        .map(|zone| zone.short_name.as_str())
        .collect();
    assert_eq!(exited, BTreeSet::from(["酒泉经开区", "石嘴山经开区"]));
}

#[test]
fn known_facts_cite_sources_and_unknown_facts_are_absent() {
    let site = Site::own();
    let zone = |id: &str| match site.view(&format!("/zone/{id}/")) {
        View::List(investchn_model::ListPage { subject: investchn_model::Subject::Zone { zone, .. }, .. }) => zone,
        other => panic!("{other:?}"),
    };
    let huaian = zone("huaian-htz");
    assert_eq!(huaian.approved.map(|approved| approved.value.to_string()), Some("2017-02-13".to_owned()));
    assert_eq!(huaian.area_ha.map(|area| area.value), Some("234".to_owned()));
    let beijing = zone("beijing-etdz");
    assert_eq!(beijing.approved.map(|approved| approved.value.to_string()), Some("1994-08".to_owned()));
    assert_eq!(beijing.area_ha.map(|area| area.value), Some("3980".to_owned()));
    assert_eq!(
        beijing.industries.map(|it| it.value),
        Some(["汽车", "电子信息", "装备制造"].map(str::to_owned).to_vec())
    );
    // No text says more than the size of its core, and no text says the other's industries.
    assert_eq!(zone("taizhouwan-etdz").area_ha, None);
    assert_eq!(zone("chuzhou-htz").industries, None);
    for zone_row in register(site).zones {
        assert!(zone(zone_row.id.as_str()).approved.is_some(), "{}", zone_row.id);
        let zone = zone(zone_row.id.as_str());
        let cited = |sources: &[investchn_model::Citation]| assert!(!sources.is_empty(), "{}", zone.id);
        cited(&zone.name.sources);
        cited(&zone.status.sources);
        zone.approved.iter().for_each(|fact| cited(&fact.sources));
        zone.area_ha.iter().for_each(|fact| cited(&fact.sources));
        zone.industries.iter().for_each(|fact| cited(&fact.sources));
    }
}

#[test]
fn articles_cover_many_zones_and_every_block_type() {
    let articles = articles(Site::own());
    let zones: BTreeSet<_> = articles.iter().map(|article| &article.zone.id).collect();
    assert!(articles.len() > 60 && zones.len() >= 40, "{} articles of {} zones", articles.len(), zones.len());
    assert!(articles.iter().filter(|article| article.kind == Kind::Photo).count() >= 5);
    let forms: BTreeSet<&str> = articles
        .iter()
        .flat_map(|article| &article.body)
        .map(|block| match block {
            Block::Paragraph(_) => "paragraph",
            Block::Heading { .. } => "heading",
            Block::Image(_) | Block::Figure { .. } => "picture",
            Block::List { start: None, .. } => "list",
            Block::List { .. } => "numbered list",
            Block::Quote(_) => "quote",
            Block::Table { .. } => "table",
            Block::Video { .. } => "video",
            Block::Rule => "rule",
        })
        .collect();
    for form in ["paragraph", "heading", "picture", "list", "numbered list", "quote", "table"] {
        assert!(forms.contains(form), "no article has a {form}");
    }
    for article in &articles {
        assert!(!article.source.is_empty() && !article.summary.is_empty(), "{}", article.id);
    }
}
