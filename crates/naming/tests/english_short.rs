//! The rule for short English names against the register.
#![allow(clippy::unwrap_used, reason = "tests may panic")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use investchn_naming::{ZoneNames, english_short_names};

/// Returns the rows of a table, each cell by its column.
fn rows(file: &str) -> Vec<HashMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect()
}

/// Returns the short English names of the register's zones by their ids.
fn register() -> BTreeMap<String, String> {
    let (zones, regions) = (rows("zones.csv"), rows("regions.csv"));
    let regions: HashMap<&str, &HashMap<String, String>> = regions.iter().map(|it| (it["code"].as_str(), it)).collect();
    let names: Vec<ZoneNames<'_>> = zones
        .iter()
        .map(|zone| ZoneNames {
            id: &zone["id"],
            name_en: &zone["name_en"],
            short: &zone["short"],
            province: &regions[zone["province"].as_str()]["short"],
            province_en: &regions[zone["province"].as_str()]["name_en"],
            city_en: &regions[zone["city"].as_str()]["name_en"],
        })
        .collect();
    let short = english_short_names(&names);
    zones.iter().map(|zone| zone["id"].clone()).zip(short).collect()
}

#[test]
fn every_zone_has_a_short_name_of_its_own() {
    let names = register();
    let unique: BTreeSet<&String> = names.values().collect();
    assert_eq!(unique.len(), names.len());
    for (id, name) in &names {
        assert!(!name.is_empty() && name.is_ascii() && name.trim() == name, "{id}: {name}");
        assert!(!name.contains('('), "{id} needs its id: {name}");
    }
}

#[test]
fn short_names_are_what_readers_of_english_say() {
    let names = register();
    for (id, name) in [
        ("huaian-htz", "Huai'an High-tech Zone"),
        ("huaian-etdz", "Huai'an ETDZ"),
        ("beijing-etdz", "Beijing ETDZ"),
        ("haikou-htz", "Haikou High-tech Zone"),
        ("dongxing-bez", "Dongxing Border Zone"),
        ("fengrun-edz", "Fengrun EDZ"),
        ("rongqiao-etdz", "Fuqing Rongqiao ETDZ"),
        ("fuzhou-cbz", "Fuzhou Comprehensive Bonded Zone"),
        ("yangshan-bp", "Yangshan Bonded Port Zone"),
        ("xiangcheng-ha-086-ip", "Xiangcheng County Industrial Agglomeration Area"),
        ("xiangcheng-ha-134-ip", "Xiangcheng City Industrial Agglomeration Area"),
    ] {
        assert_eq!(names[id], name);
    }
}

#[test]
fn zones_spelled_alike_are_told_apart_by_province_city_or_id() {
    let zone = |id: &'static str, province_en: &'static str, city_en: &'static str| ZoneNames {
        id,
        name_en: "Xiangcheng Industrial Park",
        short: "襄城工业园",
        province: "某",
        province_en,
        city_en,
    };
    let zones = [zone("a", "Henan", "Xuchang"), zone("b", "Henan", "Zhoukou"), zone("c", "Jiangsu", "Suzhou")];
    let expected = [
        "Xuchang Xiangcheng Industrial Park",
        "Zhoukou Xiangcheng Industrial Park",
        "Jiangsu Xiangcheng Industrial Park",
    ];
    assert_eq!(english_short_names(&zones), expected);
    let twins = [zone("a", "Henan", "Xuchang"), zone("b", "Henan", "Xuchang")];
    assert_eq!(english_short_names(&twins)[1], "Xiangcheng Industrial Park (b)");
}
