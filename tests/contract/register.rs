//! Checks the register of the default content: its facts, the sums of the catalogue of 2018, and what a zone without news costs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use investchn_model::register::FIRST_ROWS;
use investchn_model::route::{REGISTER_ROWS_PATH, Route};
use investchn_model::{
    Citation, Level, ListPage, Register, RegisterRow, RegisterRows, Status, Subject, View, Zone, ZoneType,
};
use investchn_navigation::register_index::RegisterIndex;
use investchn_navigation::zone_query::{Parameter, ZoneQuery};

use crate::published::Site;

fn register() -> Register {
    match Site::own().view("/zones/") {
        View::Register(register) => register,
        other => panic!("{other:?}"),
    }
}

/// Returns every zone with the number of articles on its newest page, by id.
fn zones() -> &'static BTreeMap<String, (Zone, usize)> {
    static ZONES: OnceLock<BTreeMap<String, (Zone, usize)>> = OnceLock::new();
    ZONES.get_or_init(|| {
        let site = Site::own();
        let files = site.files();
        let ids = files.iter().filter_map(|file| file.strip_prefix("data/zone/")?.strip_suffix("/latest.json"));
        ids.filter(|id| !id.contains('/'))
            .map(|id| match site.view(&format!("/zone/{id}/")) {
                View::List(ListPage { subject: Subject::Zone { zone, .. }, items, .. }) => {
                    (id.to_owned(), (zone, items.len()))
                }
                other => panic!("{other:?}"),
            })
            .collect()
    })
}

fn zone(id: &str) -> &'static Zone {
    &zones().get(id).unwrap_or_else(|| panic!("no zone {id}")).0
}

fn rows() -> RegisterRows {
    serde_json::from_str(&Site::own().text(REGISTER_ROWS_PATH)).unwrap()
}

/// Returns the codes of the catalogue of 2018, of zones and of what they were before.
fn codes() -> Vec<&'static str> {
    let zones = zones().values().map(|(zone, _)| zone);
    zones
        .flat_map(|zone| {
            let own = zone.code.iter().map(|code| code.value.as_str());
            own.chain(zone.history.iter().filter_map(|former| former.code.as_deref()))
        })
        .collect()
}

#[test]
fn ids_and_short_names_are_unique() {
    let shorts: BTreeSet<_> = zones().values().map(|(zone, _)| &zone.short_name).collect();
    assert_eq!(shorts.len(), zones().len());
    assert!(zones().len() > 2_600, "{}", zones().len());
}

/// The catalogue counts 219 经开区, 156 高新区, 135 areas under customs supervision, 19 border zones and 23 others. It numbers each kind
/// without a gap but the last, whose numbers go back to an older edition.
#[test]
fn national_codes_have_the_catalogues_sums() {
    let mut numbers: BTreeMap<char, BTreeSet<u32>> = BTreeMap::new();
    for code in codes().into_iter().filter(|code| code.starts_with('G')) {
        let is_new = numbers.entry(code.chars().nth(3).unwrap()).or_default().insert(code[4..].parse().unwrap());
        assert!(is_new, "{code} twice");
    }
    for (kind, sum) in [('1', 219), ('2', 156), ('3', 135), ('5', 19)] {
        assert_eq!(numbers.remove(&kind), Some((1..=sum).collect()), "{kind}");
    }
    assert_eq!(numbers.remove(&'6').map(|numbers| numbers.len()), Some(23));
    assert!(numbers.is_empty(), "{numbers:?}");
}

/// The catalogue has 1,991 provincial zones. One code is not known: the extract that the register was read from has S377018 twice, for
/// 淄川 and 临淄, so neither of them has a code here.
#[test]
fn the_catalogue_has_1991_provincial_zones() {
    let provincial: Vec<&str> = codes().into_iter().filter(|code| code.starts_with('S')).collect();
    assert_eq!(provincial.iter().collect::<BTreeSet<_>>().len(), provincial.len());
    let without_code: Vec<&str> = zones()
        .values()
        .filter(|(zone, _)| zone.level == Level::Provincial && zone.code.is_none())
        .map(|(zone, _)| zone.id.as_str())
        .collect();
    assert_eq!(without_code, ["linzi-edz", "zichuan-edz"]);
    assert_eq!(provincial.len() + without_code.len(), 1_991);
}

/// Compares each province with the catalogue.
#[test]
fn every_province_has_the_catalogues_zones() {
    let mut counts: BTreeMap<(String, char), usize> = BTreeMap::new();
    for code in codes() {
        let kind = if code.starts_with('S') { 'S' } else { code.chars().nth(3).unwrap() };
        *counts.entry((format!("{}0000", &code[1..3]), kind)).or_default() += 1;
    }
    let mut provinces = 0;
    for line in include_str!("catalogue-2018.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        for (kind, sum) in ['1', '2', '3', '5', '6', 'S'].into_iter().zip(&cells[2..]) {
            let count = counts.remove(&(cells[0].to_owned(), kind)).unwrap_or_default();
            // The two zones of Shandong without a code.
            let count = count + if (cells[0], kind) == ("370000", 'S') { 2 } else { 0 };
            assert_eq!(count.to_string(), *sum, "{} {kind}", cells[1]);
        }
        provinces += 1;
    }
    assert!(counts.is_empty(), "{counts:?}");
    assert_eq!(provinces, 31);
}

/// Compares the number of listed national zones of some provinces with the list of zones since the catalogue.
#[test]
fn zone_counts_match_the_lists_since_the_catalogue() {
    let register = register();
    for (name, etdz, htz) in [("江苏", 27, 18), ("浙江", 22, 8), ("山东", 16, 13), ("广东", 8, 14), ("湖北", 9, 12)]
    {
        let province = register.provinces.iter().find(|province| province.region.short_name == name).unwrap();
        assert_eq!((province.counts.etdz, province.counts.htz), (etdz, htz), "{name}");
    }
    let all = || zones().values().map(|(zone, _)| zone);
    let of_both: Vec<_> = all().filter(|zone| zone.types.len() == 2).map(|zone| zone.name.value.as_str()).collect();
    assert_eq!(of_both, ["苏州工业园区"]);
    let exited: BTreeSet<_> =
        all().filter(|zone| zone.status.value == Status::Exited).map(|zone| zone.short_name.as_str()).collect();
    assert_eq!(exited, BTreeSet::from(["酒泉经开区", "石嘴山经开区"]));
}

#[test]
fn known_facts_cite_sources_and_unknown_facts_are_absent() {
    let huaian = zone("huaian-htz");
    assert_eq!(huaian.approved.as_ref().map(|fact| fact.value.to_string()).as_deref(), Some("2017-02-13"));
    assert_eq!(huaian.area_ha.as_ref().map(|fact| fact.value.to_string()).as_deref(), Some("234"));
    let beijing = zone("beijing-etdz");
    assert_eq!(beijing.approved.as_ref().map(|fact| fact.value.to_string()).as_deref(), Some("1994-08"));
    assert_eq!(beijing.industries.as_ref().unwrap().value, ["汽车", "电子信息", "装备制造"]);
    // No text says more than the size of its core, and no text says the other's industries.
    assert_eq!(zone("taizhouwan-etdz").area_ha, None);
    assert_eq!(zone("chuzhou-htz").industries, None);
    for (zone, _) in zones().values() {
        let cited = |sources: &[Citation]| assert!(!sources.is_empty(), "{}", zone.id);
        cited(&zone.name.sources);
        cited(&zone.status.sources);
        zone.code.iter().for_each(|fact| cited(&fact.sources));
        zone.approved.iter().for_each(|fact| cited(&fact.sources));
        zone.area_ha.iter().for_each(|fact| cited(&fact.sources));
        zone.industries.iter().for_each(|fact| cited(&fact.sources));
        assert!(zone.name_en.is_ascii() && !zone.name_en.is_empty(), "{}", zone.id);
        // Later bonded zones are known from a list of codes, which has no facts, and no text dates 宁乡's approval.
        let has_no_date = zone.types == [ZoneType::BondedZone] || zone.id.as_str() == "ningxiang-htz";
        assert!(zone.approved.is_some() || has_no_date, "{} has no date", zone.id);
    }
}

#[test]
fn doubtful_facts_say_so_and_other_values_have_sources() {
    let yongchuan = zone("yongchuan-htz").area_ha.as_ref().unwrap();
    assert!(yongchuan.doubtful);
    let others: Vec<String> = yongchuan.others.iter().map(|other| other.value.to_string()).collect();
    assert_eq!(others, ["1680.87"]);
    assert!(zone("putuo-edz").area_ha.as_ref().unwrap().doubtful);
    let html = Site::own().text("zone/yongchuan-htz/index.html");
    assert!(html.contains("139 公顷（存疑）") && html.contains("另有资料载：1680.87 公顷"));
}

#[test]
fn a_zone_that_was_upgraded_is_one_zone_with_a_history() {
    let zhangjiakou = zone("zhangjiakou-etdz");
    assert_eq!(zhangjiakou.level, Level::National);
    let [before] = zhangjiakou.history.as_slice() else { panic!("{:?}", zhangjiakou.history) };
    assert_eq!((before.name.as_str(), before.level), ("河北张家口经济开发区", Some(Level::Provincial)));
    assert_eq!(before.code.as_deref(), Some("S137005"));
    let upgraded = zones().values().filter(|(zone, _)| zone.history.iter().any(|former| former.code.is_some())).count();
    assert_eq!(upgraded, 33);
}

/// A zone that was added without news has its page, its data and one feed. The feed is valid and empty, and the page names no file
/// that is not there.
#[test]
fn a_zone_without_news_costs_three_files() {
    let site = Site::own();
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in site.files() {
        let rest =
            ["zone/", "data/zone/", "embed/zone/", "oembed/"].iter().find_map(|folder| file.strip_prefix(folder));
        if let Some(id) = rest.and_then(|rest| rest.split(['/', '.']).next()) {
            files.entry(id.to_owned()).or_default().push(file.clone());
        }
    }
    let mut small = 0;
    for (id, (zone, news)) in zones() {
        let is_small = files[id].len() <= 3;
        let had_all_pages =
            zone.level == Level::National && zone.types.iter().any(|it| matches!(it, ZoneType::Etdz | ZoneType::Htz));
        assert_eq!(is_small, *news == 0 && !had_all_pages, "{id}: {:?}", files[id]);
        if !is_small {
            continue;
        }
        small += 1;
        let feed: serde_json::Value = serde_json::from_str(&site.text(&format!("zone/{id}/feed.json"))).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(feed["items"], serde_json::json!([]));
        assert_eq!(feed["_investchn"]["zone"], *id);
        let page = site.text(&format!("zone/{id}/index.html"));
        let atom = Route::Region(zone.province.code, None).feed_folder() + "feed.xml";
        assert!(page.contains(&format!("href=\"../../{atom}\"")), "{id} names no Atom feed");
        assert!(!page.contains("oembed") && !page.contains("/text/"), "{id} names a file that it does not have");
    }
    assert!(small > 2_200, "{small}");
}

#[test]
fn every_zone_is_a_row_and_the_page_shows_the_first() {
    let rows = rows();
    let lines: Vec<RegisterRow> = rows.rows.lines().map(|line| line.parse().unwrap()).collect();
    let ids: BTreeSet<&str> = lines.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, zones().keys().map(String::as_str).collect());
    let register = register();
    assert_eq!(register.rows as usize, lines.len());
    assert_eq!(register.first, lines[..FIRST_ROWS]);
    for row in &lines {
        let zone = zone(row.id.as_str());
        assert_eq!((&row.name, row.level, &row.types), (&zone.name.value, zone.level, &zone.types));
        assert_eq!(row.area_ha, zone.area_ha.as_ref().map(|fact| fact.value));
    }
}

/// Without scripts the register's page leads to every zone through the provinces.
#[test]
fn pages_without_scripts_lead_to_every_zone() {
    let site = Site::own();
    let page = site.text("zones/index.html");
    let mut found = BTreeSet::new();
    for province in register().provinces {
        let region = Route::Region(province.region.code, None).below();
        assert!(page.contains(&format!("href=\"../{region}\"")), "{region}");
        let text = site.text(&format!("{region}index.html"));
        found.extend(zones().keys().filter(|id| text.contains(&format!("href=\"../../zone/{id}/\""))));
    }
    assert_eq!(found.len(), zones().len());
}

/// Returns the ids of the rows that the filter selects.
fn select(index: &RegisterIndex, parameters: &[(Parameter, &str)]) -> BTreeSet<String> {
    let mut query = ZoneQuery::default();
    for (parameter, text) in parameters {
        query.set(*parameter, (*text).to_owned());
    }
    index.select(&query).into_iter().map(|place| index.row(place).unwrap().id.to_string()).collect()
}

#[test]
fn huaians_zones_are_told_apart() {
    let index = RegisterIndex::of_file(&rows()).unwrap();
    // 河北怀安 is huaian too, so both have the letters of their province.
    let expected = ["huaian-etdz", "huaian-htz", "huaian-cbz", "huaian-js-edz", "huaianqinghe-edz", "huaian-ip"];
    assert_eq!(select(&index, &[(Parameter::Text, "淮安")]), expected.map(str::to_owned).into());
    assert_eq!(select(&index, &[(Parameter::Text, "淮安"), (Parameter::Level, "provincial")]).len(), 3);
}

#[test]
fn the_english_register_finds_zones_by_their_chinese_names() {
    let rows: RegisterRows = serde_json::from_str(&Site::own().text(&["en/", REGISTER_ROWS_PATH].concat())).unwrap();
    let index = RegisterIndex::of_file(&rows).unwrap();
    let Zone { name, short_name, .. } = zone("huaian-htz");
    for name in [&name.value, short_name] {
        assert!(select(&index, &[(Parameter::Text, name)]).contains("huaian-htz"), "{name}");
    }
}

#[test]
fn the_filter_finds_zones_in_every_form_of_writing() {
    let index = RegisterIndex::of_file(&rows()).unwrap();
    let text = |text| select(&index, &[(Parameter::Text, text)]);
    for (form, plain) in [
        ("ＨＵＡＩＡＮ", "huaian"),
        ("Huai’an", "huaian"),
        ("蘇州工業園區", "苏州工业园区"),
        ("淮\u{200b}安　高新區", "淮安 高新区"),
        ("裝備製造", "装备制造"),
        ("内蒙古", "內蒙古"),
    ] {
        assert!(!text(plain).is_empty() && text(form) == text(plain), "{form}");
    }
    assert_eq!(text("hagxq"), ["haian-phtz", "hongan-phtz", "huaian-htz"].map(str::to_owned).into());
    assert!(text("szgyyq").contains("suzhougongyeyuan-etdz") && text("YQJKQ").contains("yueqing-edz"));
    let industry = |text| select(&index, &[(Parameter::Industry, text)]);
    assert!(industry("新材料").len() > 100 && text("新材料").is_superset(&industry("新材料")));
    assert_eq!(industry("電子信息"), industry("电子信息"));
}

/// Types the names of zones with the last of the other forms of each character.
#[test]
fn every_zone_is_found_by_the_other_forms_of_its_characters() {
    let rows = rows();
    let index = RegisterIndex::of_file(&rows).unwrap();
    let letters: Vec<char> = rows.folding.chars().collect();
    let (pairs, _) = letters.as_chunks();
    assert!(pairs.is_sorted() && pairs.len() > 900, "{}", pairs.len());
    let other: BTreeMap<char, char> = pairs.iter().map(|[other, folded]| (*folded, *other)).collect();
    for row in rows.rows.lines().step_by(20).map(|line| line.parse::<RegisterRow>().unwrap()) {
        let name: String = row.name.chars().map(|letter| *other.get(&letter).unwrap_or(&letter)).collect();
        assert!(select(&index, &[(Parameter::Text, &name)]).contains(row.id.as_str()), "{name}");
    }
}
