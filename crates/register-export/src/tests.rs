//! Both files of a small register: each agrees with the sources and with the other.

use std::path::Path;
use std::sync::Arc;

use investchn_model::ZoneType;
use investchn_sources::{Files, Lints, MemoryFiles};
use serde_json::Value;

use super::*;

const ZONES: &str = "\
id,code,name,short,aliases,former_ids,types,level,province,city,approved,area_ha,industries,status,status_since,name_en,pinyin,name_source,code_source,approved_source,area_source,industries_source,status_source,name_en_source
suzhou-park,G321002,苏州工业园区,苏州园区,园区;SIP,,etdz;htz,national,320000,320500,1994-02,27800,电子信息;生物医药,listed,,Suzhou Industrial Park,Suzhou,a,a,a;b,a,a,a,b
beijing-etdz,,\"-北京,经济技术开发区\",=北京,,,etdz,national,110000,110000,1992/1994,594.4,,exited,2024-05,Beijing ETDZ,Beijing,a,,b,a,,b,
tianjin-park,,天津园区,天津园,,,industrial,provincial,120000,120000,,,,uncertain,,Tianjin Park,Tianjin,a,,,,,b,
";

const SOURCES: &str = r#"
[[source]]
id = "a"
label = "公告目录；2018"
url = "https://example.com/a"
[[source]]
id = "b"
label = "国函;〔2022〕1号"
"#;

fn tree() -> SourceTree {
    let content = |name: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(name);
        std::fs::read(file).unwrap()
    };
    let files = MemoryFiles::default()
        .with("c/site.toml", content("site.toml"))
        .with("c/regions.csv", content("regions.csv"))
        .with("c/zones.csv", ZONES)
        .with("c/sources.toml", SOURCES)
        .with("c/doubts.csv", "zone,column,value,source\nsuzhou-park,area_ha,28000,b\nbeijing-etdz,area_ha,,\n")
        .with("c/history.csv", "zone,name,aliases,types,level,code,approved,area_ha,source\nsuzhou-park,苏州新区,,etdz,provincial,S1,1990,100,b\n");
    let (files, mut diagnostics): (Arc<dyn Files>, _) = (Arc::new(files), Vec::new());
    let tree = SourceTree::read(&files, Path::new("c"), None, Lints::NONE, &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    tree
}

fn export(tree: &SourceTree) -> (Vec<BTreeRow>, Value, Vec<u8>) {
    let base = Base::at("https://host.example/portal/");
    let export = RegisterExport::new(tree, &base);
    let (csv, json) = (export.csv().unwrap(), export.json(&tree.settings.site.name).unwrap());
    let text = csv.strip_prefix(table::BYTE_ORDER_MARK.as_bytes()).unwrap();
    let rows = csv::Reader::from_reader(text).into_records().map(|row| row.unwrap());
    let key = |column: &table::TableColumn| column.key;
    let rows = rows.map(|row| table::COLUMNS.iter().map(key).zip(row.iter().map(str::to_owned)).collect()).collect();
    (rows, serde_json::from_slice(&json).unwrap(), csv)
}

type BTreeRow = std::collections::BTreeMap<&'static str, String>;

/// Returns a value of JSON as a cell of the table.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(";"),
        Value::Object(fact) => cell(&fact["value"]),
        other => other.to_string(),
    }
}

#[test]
fn columns_never_change() {
    let headings: Vec<String> = table::COLUMNS.iter().map(table::heading).collect();
    let published = "编号 id,公告目录代码 code,名称 name,简称 short_name,英文名称 name_en,英文名是否译写 name_en_derived,级别 level,\
                     类型 types,类型名称 type_names,省份代码 province_code,省份 province,城市代码 city_code,城市 city,\
                     批准时间 approved,面积（公顷） area_ha,主导产业 industries,状态 status,状态起始时间 status_since,\
                     曾用名 former_names,存疑 doubtful,名称、类型与所在地的出处 name_sources,英文名称的出处 name_en_sources,\
                     代码的出处 code_sources,批准时间的出处 approved_sources,面积的出处 area_sources,\
                     主导产业的出处 industries_sources,状态的出处 status_sources,网页 page,别名 aliases";
    // A new column is appended here. No other change is allowed: partners read the file by these headings.
    assert_eq!(headings.join(","), published);
    assert_eq!(json::SCHEMA, 1);
}

#[test]
fn the_document_names_every_column_and_type() {
    let document = include_str!("../../../docs/register.md");
    let keys = table::COLUMNS.iter().map(|column| column.key).chain(ZoneType::ALL.map(|(_, word)| word));
    let unnamed: Vec<&str> = keys.filter(|key| !document.contains(&format!("`{key}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn both_files_have_every_zone_once_and_agree() {
    let tree = tree();
    let (rows, json, _) = export(&tree);
    let zones = json["zones"].as_array().unwrap();
    let ids: Vec<&str> = zones.iter().map(|zone| zone["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["beijing-etdz", "tianjin-park", "suzhou-park"], "in the order of the register's page");
    assert_eq!(rows.len(), zones.len());
    for (row, zone) in rows.iter().zip(zones) {
        for key in
            ["id", "code", "name_en", "level", "types", "approved", "area_ha", "industries", "status", "status_since"]
        {
            assert_eq!(row[key], cell(&zone[key]), "{key}");
        }
        for key in ["former_names", "aliases", "page"] {
            assert_eq!(row[key], cell(&zone[key]), "{key}");
        }
        for key in ["name", "short_name"] {
            assert_eq!(row[key], table::harmless(cell(&zone[key])), "{key}");
        }
        for place in ["province", "city"] {
            assert_eq!(row[place], cell(&zone[place]["name"]), "{place}");
            assert_eq!(row[format!("{place}_code").as_str()], cell(&zone[place]["code"]), "{place}");
        }
        assert_eq!(row["name_en_derived"] == "yes", zone["name_en"]["derived"] == true);
        assert!(
            json["fields"].as_object().unwrap().keys().all(|key| key == "history" || row.contains_key(key.as_str()))
        );
        let unnamed = zone.as_object().unwrap().keys().find(|key| json["fields"].get(key).is_none());
        assert_eq!(unnamed, None, "a key without its name in `fields`");
    }
}

#[test]
fn every_fact_has_its_sources_in_both_files() {
    let tree = tree();
    let (rows, json, _) = export(&tree);
    let sources = json["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 2, "each source once");
    let mut facts = 0;
    for (row, zone) in rows.iter().zip(json["zones"].as_array().unwrap()) {
        for (key, column) in [
            ("name", "name_sources"),
            ("code", "code_sources"),
            ("approved", "approved_sources"),
            ("area_ha", "area_sources"),
            ("industries", "industries_sources"),
            ("status", "status_sources"),
        ] {
            let Some(fact) = zone.get(key) else {
                assert_eq!(row[column], "");
                continue;
            };
            facts += 1;
            let places = fact["sources"].as_array().unwrap();
            let label =
                |place: &Value| sources[place.as_u64().unwrap() as usize]["label"].as_str().unwrap().replace(';', ",");
            assert!(!places.is_empty(), "{key}");
            assert_eq!(row[column], places.iter().map(label).collect::<Vec<_>>().join(";"));
        }
        let english = &zone["name_en"];
        assert_ne!(english["derived"] == true, english.get("sources").is_some(), "derived, or from a source");
    }
    assert_eq!(facts, 12);
}

#[test]
fn doubts_history_and_unknown_places_are_given() {
    let tree = tree();
    let (rows, json, _) = export(&tree);
    let [beijing, _, suzhou] = &rows[..] else { panic!("{}", rows.len()) };
    let zone = &json["zones"][2];
    assert_eq!(beijing["doubtful"], "area_ha");
    assert_eq!(json["zones"][0]["area_ha"]["doubtful"], true);
    assert_eq!(zone["area_ha"]["others"][0]["value"], 28000);
    assert_eq!(zone["history"][0]["name"], "苏州新区");
    assert_eq!(suzhou["former_names"], "苏州新区");
    assert_eq!((beijing["city"].as_str(), suzhou["city"].as_str()), ("", "苏州市"));
    assert_eq!(suzhou["types"], "etdz;htz");
    assert_eq!(suzhou["type_names"], "经济技术开发区;高新技术产业开发区");
    assert_eq!(suzhou["page"], "https://host.example/portal/zone/suzhou-park/");
}

#[test]
fn the_table_is_read_by_spreadsheets() {
    let tree = tree();
    let (rows, _, bytes) = export(&tree);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with(table::BYTE_ORDER_MARK) && text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(rows[0]["name"], "'-北京,经济技术开发区");
    assert_eq!(rows[0]["short_name"], "'=北京");
    for row in &rows {
        assert!(row.values().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
}
