//! The rule against the register: it gives the regions and zones the names that their rows have, but for the tables below.
#![allow(clippy::unwrap_used, reason = "tests may panic")]

use std::collections::BTreeSet;
use std::path::Path;

use investchn_naming::{NamingError, NewZone, RegionName, Taken, derive, name_en, pinyin};

/// Rows whose pinyin is not that of their short name: the short name shortens a place, or has another than the former one.
const OTHER_PINYIN: [&str; 5] =
    ["yangling-htz", "liaobin-etdz", "suzhougongyeyuan-etdz", "huanghesanjiaozhou-htz", "qingbaijiang-etdz"];

/// Returns the cells of the named columns, row by row.
fn rows<const N: usize>(file: &str, columns: [&str; N]) -> Vec<[String; N]> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(file);
    let mut table = csv::Reader::from_path(path).unwrap();
    let headers = table.headers().unwrap().clone();
    let places = columns.map(|column| headers.iter().position(|it| it == column));
    table
        .records()
        .map(|row| row.unwrap())
        .map(|row| places.map(|at| at.map_or("", |at| &row[at]).to_owned()))
        .collect()
}

fn regions() -> Vec<RegionName> {
    rows("regions.csv", ["code", "name", "short", "name_en", "pinyin", "alpha2"])
        .into_iter()
        .map(|[code, name, short, name_en, pinyin, alpha2]| RegionName { code, name, short, name_en, pinyin, alpha2 })
        .collect()
}

/// Returns a short name without its kind.
fn without_kind(short: &str) -> &str {
    let kinds = ["农高区", "示范区", "经开区", "高新区", "开发区", "台商投资区", "产业园区", "科技园"];
    // 台商 is a part of the place in 泉州台商区.
    kinds.iter().find_map(|kind| short.strip_suffix(kind)).unwrap_or(short).trim_end_matches('区')
}

#[test]
fn regions_have_the_pinyin_of_the_rule() {
    for region in regions() {
        let expected = match region.code.as_str() {
            "150000" => "Neimenggu",
            "610000" => "Shanxi",
            _ => &region.pinyin,
        };
        assert_eq!(pinyin(&region.short, &[]).as_deref(), Ok(expected));
    }
}

#[test]
fn zones_have_the_pinyin_and_the_english_name_of_the_rule() {
    let regions = regions();
    let columns = ["id", "name", "short", "province", "pinyin", "name_en", "name_en_source"];
    for [id, name, short, province, row_pinyin, row_english, source] in rows("zones.csv", columns) {
        let of_short = pinyin(without_kind(&short), &regions);
        let of_name =
            derive(&zone(&name, &province, "other", true, ""), &regions, &Taken::default()).map(|it| it.pinyin);
        let listed = OTHER_PINYIN.contains(&id.as_str());
        assert!(listed || [of_short, of_name].contains(&Ok(row_pinyin.clone())), "{id}: {row_pinyin}");
        if source.is_empty() {
            assert_eq!(name_en(&name, &regions).as_deref(), Ok(row_english.as_str()), "{id}");
        }
    }
}

/// Ids of the first 412 zones are older than the rule, and stay.
#[test]
fn ids_and_cities_of_provincial_zones_are_those_of_the_rule() {
    let regions = regions();
    for [id, name, province, types, level, code, city] in
        rows("zones.csv", ["id", "name", "province", "types", "level", "code", "city"])
    {
        if level == "provincial" {
            let new = zone(&name, &province, &types, false, &code);
            let names = derive(&new, &regions, &Taken::default()).unwrap();
            let (place, suffix) = names.id.split_once('-').unwrap();
            assert!(id.starts_with(&format!("{place}-")) && id.ends_with(&format!("-{suffix}")), "{id}");
            assert_eq!(names.city, city, "{id}");
        }
    }
}

#[test]
fn english_names_are_ascii() {
    let regions = regions();
    for [name] in rows("zones.csv", ["name"]) {
        let english = name_en(&name, &regions).unwrap();
        assert!(english.is_ascii() && !english.contains("  "), "{english}");
    }
}

fn zone<'a>(name: &'a str, province: &'a str, zone_type: &'a str, national: bool, code: &'a str) -> NewZone<'a> {
    NewZone { name, province, zone_type, national, code }
}

#[test]
fn six_zones_of_one_place_are_told_apart() {
    let regions = regions();
    let mut taken = Taken::default();
    let zones = [
        ("淮安经济技术开发区", "etdz", true, "", "huaian-etdz", "淮安经开区"),
        ("淮安国家高新技术产业开发区", "htz", true, "", "huaian-htz", "淮安高新区"),
        ("淮安综合保税区", "bonded-zone", true, "G323050", "huaian-cbz", "淮安综保区"),
        ("江苏淮安经济开发区", "etdz", false, "S327061", "huaian-edz", "江苏淮安经开区"),
        ("江苏淮安工业园区", "industrial", false, "S329062", "huaian-ip", "淮安工业园区"),
        ("江苏淮安清河经济开发区", "etdz", false, "S327063", "huaianqinghe-edz", "淮安清河经开区"),
    ];
    for (name, zone_type, national, code, id, short) in zones {
        let names = derive(&zone(name, "320000", zone_type, national, code), &regions, &taken).unwrap();
        assert_eq!((names.id.as_str(), names.short.as_str(), names.city.as_str()), (id, short, "320800"));
        taken.ids.insert(names.id);
        taken.shorts.insert(names.short);
    }
}

#[test]
fn a_taken_id_gets_the_letters_of_the_province_and_then_the_number() {
    let regions = regions();
    let mut taken = Taken { ids: BTreeSet::from(["rongxian-edz".to_owned()]), ..Taken::default() };
    let new = zone("广西容县经济开发区", "450000", "etdz", false, "S457021");
    for id in ["rongxian-gx-edz", "rongxian-gx-021-edz"] {
        let names = derive(&new, &regions, &taken).unwrap();
        assert_eq!(names.id, id);
        taken.ids.insert(names.id);
    }
    assert_eq!(derive(&new, &regions, &taken), Err(NamingError::NoFreeId("广西容县经济开发区".to_owned())));
}

#[test]
fn the_city_is_what_the_name_says() {
    let cases = [
        ("河北唐山古冶经济开发区", "130000", "130200"),
        ("河北灵寿经济开发区", "130000", "130000"),
        ("甘孜—眉山工业园区", "510000", "510000"),
        ("吉林化学工业循环经济示范区", "220000", "220000"),
        ("北京和田工业园区", "650000", "650000"),
    ];
    for (name, province, city) in cases {
        let names = derive(&zone(name, province, "industrial", false, ""), &regions(), &Taken::default()).unwrap();
        assert_eq!(names.city, city, "{name}");
    }
}

#[test]
fn english_names_follow_the_parts_of_the_name() {
    let cases = [
        ("河北灵寿经济开发区", "Hebei Lingshou Economic Development Zone"),
        ("杞县产业集聚区", "Qixian Industrial Agglomeration Area"),
        ("安阳县产业集聚区", "Anyang County Industrial Agglomeration Area"),
        ("光山县官渡河产业集聚区", "Guangshan Guanduhe Industrial Agglomeration Area"),
        ("河北平山西柏坡经济开发区", "Hebei Pingshan Xibaipo Economic Development Zone"),
        ("鹤壁市宝山循环经济产业集聚区", "Hebi Baoshan Circular Economy Industrial Agglomeration Area"),
        ("内蒙古托—清经济开发区", "Inner Mongolia Tuo-Qing Economic Development Zone"),
        ("辉县市产业集聚区", "Huixian Industrial Agglomeration Area"),
        ("麦盖提县工业园区", "Makit Industrial Park"),
        ("海北州生物园区", "Haibei Biological Park"),
        ("江苏省南通市北高新技术产业开发区", "Jiangsu Nantong Shibei High-tech Industrial Development Zone"),
        ("上海松江出口加工区及B区", "Shanghai Songjiang Export Processing Zone and Area B"),
        ("喀什经济开发区（含新疆生产建设兵团片区）", "Kashgar Economic Development Zone"),
    ];
    for (name, english) in cases {
        assert_eq!(name_en(name, &regions()).as_deref(), Ok(english));
    }
}

#[test]
fn wrong_input_is_refused() {
    let regions = regions();
    let derived = |province, zone_type| {
        derive(&zone("江苏淮安经济开发区", province, zone_type, false, ""), &regions, &Taken::default())
    };
    assert_eq!(derived("990000", "etdz"), Err(NamingError::UnknownProvince("990000".to_owned())));
    assert_eq!(derived("320000", "park"), Err(NamingError::UnknownType("park".to_owned())));
}
