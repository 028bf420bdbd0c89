//! What a feed is about, worded in Chinese and English: the subject's name and its facts. It is part of the contract with
//! partners (`docs/embedding.md`), so its words stand here and do not follow the portal's own views. A fact that is not known is
//! not there.

use investchn::wording;
use investchn_model::{Level, Region, Status, Subject, Zone, ZoneId, ZoneType};
use serde::Serialize;

/// The same in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Both {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Both {
    fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Both { zh: zh.into(), en: en.into() }
    }

    /// A value that reads the same.
    fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Both { zh: text.clone(), en: text }
    }
}

/// A fact with what it is called. The id never changes, whatever the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Labelled {
    id: &'static str,
    label: Both,
    value: Both,
}

/// What a feed is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct About {
    /// The zone's id, in a zone's feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    /// The region's code, in a region's feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// What people call it.
    pub(crate) name: Both,
    facts: Vec<Labelled>,
}

impl About {
    /// What a list is about; `name_en` knows the zones' English names.
    pub(crate) fn of<'a>(subject: &Subject, name_en: impl Fn(&ZoneId) -> &'a str) -> Self {
        match subject {
            Subject::News { kind } => {
                let name = Both::new(kind.map_or("开发区", wording::kind), "Development zones");
                About { zone: None, region: None, name, facts: Vec::new() }
            }
            Subject::Region { region, zones, .. } => {
                let shorts: Vec<&str> = zones.iter().map(|zone| zone.short_name.as_str()).collect();
                let names: Vec<&str> = zones.iter().map(|zone| name_en(&zone.id)).collect();
                let facts = if zones.is_empty() {
                    Vec::new()
                } else {
                    let value = Both::new(shorts.join("、"), names.join("; "));
                    vec![fact("zones", "国家级开发区", "National development zones", value)]
                };
                About { zone: None, region: Some(region.code.to_string()), name: place(region), facts }
            }
            Subject::Zone { zone, .. } => About {
                zone: Some(zone.id.to_string()),
                region: None,
                name: Both::new(&zone.short_name, &zone.name_en),
                facts: facts(zone),
            },
        }
    }
}

fn fact(id: &'static str, zh: &str, en: &str, value: Both) -> Labelled {
    Labelled { id, label: Both::new(zh, en), value }
}

fn place(region: &Region) -> Both {
    Both::new(&region.short_name, &region.pinyin)
}

fn facts(zone: &Zone) -> Vec<Labelled> {
    let types: Vec<&str> = zone.types.iter().map(|it| wording::zone_type(*it)).collect();
    let types_en: Vec<&str> = zone.types.iter().map(|it| type_en(*it)).collect();
    let level_en = match zone.level {
        Level::National => "National",
        Level::Provincial => "Provincial",
    };
    let mut places = vec![place(&zone.province)];
    if zone.city != zone.province {
        places.push(place(&zone.city));
    }
    let places_zh: Vec<&str> = places.iter().map(|it| it.zh.as_str()).collect();
    let places_en: Vec<&str> = places.iter().rev().map(|it| it.en.as_str()).collect();
    let approved = zone.approved.as_ref().map(|it| {
        let en = it.value.to_string().replace('/', "–");
        fact("approved", "批准时间", "Approved", Both::new(wording::period(it.value), en))
    });
    let area = zone.area_ha.as_ref().map(|it| {
        let value = Both::new([&it.value, " 公顷"].concat(), [&it.value, " hectares"].concat());
        fact("area", "核准面积", "Approved area", value)
    });
    let industries = zone
        .industries
        .as_ref()
        .map(|it| fact("industries", "主导产业", "Leading industries", Both::same(it.value.join("、"))));
    let status_en = match zone.status.value {
        Status::Listed => "On the national list",
        Status::Uncertain => "Sources disagree whether it is on the national list",
        Status::Exited => "No longer on the national list",
    };
    let status = Both::new(wording::status(zone.status.value, zone.status_since), status_en);
    let known = [
        Some(fact("name", "全称", "Official name", Both::same(&zone.name.value))),
        Some(fact("types", "类型", "Type", Both::new(types.join("、"), types_en.join(", ")))),
        Some(fact("level", "级别", "Level", Both::new(wording::level(zone.level), level_en))),
        Some(fact("place", "所在地", "Place", Both::new(places_zh.join(" "), places_en.join(", ")))),
        approved,
        area,
        industries,
        Some(fact("status", "状态", "Status", status)),
    ];
    known.into_iter().flatten().collect()
}

fn type_en(zone_type: ZoneType) -> &'static str {
    match zone_type {
        ZoneType::Etdz => "Economic and Technological Development Zone",
        ZoneType::Htz => "High-tech Industrial Development Zone",
    }
}
