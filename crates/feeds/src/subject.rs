//! The subject of a feed in Chinese and English: its name and its facts. This is part of the contract with partners
//! (`docs/embedding.md`). Unknown facts are left out.

use investchn_messages::{EN, FactMessages, NameMessages, ZH};
use investchn_model::{Level, Region, Subject, Zone, ZoneId};
use schemars::JsonSchema;
use serde::Serialize;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Bilingual {
    /// In Chinese.
    #[schemars(length(min = 1))]
    pub zh: String,
    /// In English.
    #[schemars(length(min = 1))]
    pub en: String,
}

impl Bilingual {
    fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Bilingual { zh: zh.into(), en: en.into() }
    }
}

/// A fact with its label. The id never changes, even if the wording does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LabelledFact {
    /// The id, which never changes.
    #[schemars(regex(pattern = "^[a-z_]+$"))]
    id: &'static str,
    /// The label.
    label: Bilingual,
    /// The value.
    value: Bilingual,
}

/// The subject of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FeedSubject {
    /// The zone's id, in a zone's feed.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    /// The region's code, in a region's feed.
    #[schemars(regex(pattern = "^[1-9][0-9]{5}$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// The short name of the subject.
    pub name: Bilingual,
    /// The known facts of the subject.
    facts: Vec<LabelledFact>,
}

impl FeedSubject {
    /// Returns the subject of a list. `english` is the same subject in the English edition, if there is one; `name_en` returns the
    /// English name of a zone.
    pub fn of<'a>(subject: &Subject, english: Option<&Subject>, name_en: impl Fn(&ZoneId) -> &'a str) -> Self {
        match subject {
            Subject::News { kind } => {
                let named = |names: &NameMessages| kind.map_or(names.zones, |kind| names.kind(kind));
                let name = Bilingual::new(named(&ZH.app.names), named(&EN.app.names));
                FeedSubject { zone: None, region: None, name, facts: Vec::new() }
            }
            Subject::Region { region, zones, .. } => {
                // A province has a hundred zones of its own.
                let national = || zones.iter().filter(|it| it.level == Level::National).flat_map(|it| &it.zones);
                let shorts: Vec<&str> = national().map(|zone| zone.short_name.as_str()).collect();
                let names: Vec<&str> = national().map(|zone| name_en(&zone.id)).collect();
                let facts = if shorts.is_empty() {
                    Vec::new()
                } else {
                    let value = Bilingual::new(
                        shorts.join(ZH.app.facts.name_separator),
                        names.join(EN.app.facts.name_separator),
                    );
                    vec![fact("zones", |facts| facts.zones, value)]
                };
                let name = place(
                    region,
                    english.and_then(|english| match english {
                        Subject::Region { region, .. } => Some(region),
                        Subject::News { .. } | Subject::Zone { .. } => None,
                    }),
                );
                FeedSubject { zone: None, region: Some(region.code.to_string()), name, facts }
            }
            Subject::Zone { zone, .. } => FeedSubject {
                zone: Some(zone.id.to_string()),
                region: None,
                name: Bilingual::new(&zone.short_name, &zone.name_en),
                facts: facts(
                    zone,
                    english.and_then(|english| match english {
                        Subject::Zone { zone, .. } => Some(zone),
                        Subject::News { .. } | Subject::Region { .. } => None,
                    }),
                ),
            },
        }
    }
}

fn fact(id: &'static str, label: fn(&FactMessages) -> &'static str, value: Bilingual) -> LabelledFact {
    LabelledFact { id, label: worded(label), value }
}

/// Returns a text in both languages.
fn worded<T: Into<String>>(text: impl Fn(&FactMessages) -> T) -> Bilingual {
    Bilingual::new(text(&ZH.app.facts), text(&EN.app.facts))
}

/// Returns the name of a region. Without an English edition it has no English name, and its pinyin stands for it.
fn place(region: &Region, english: Option<&Region>) -> Bilingual {
    Bilingual::new(&region.short_name, english.map_or(&region.pinyin, |region| &region.short_name))
}

fn facts(zone: &Zone, english: Option<&Zone>) -> Vec<LabelledFact> {
    let types = |facts: &FactMessages| {
        zone.types.iter().map(|it| facts.type_name(zone.level, *it)).collect::<Vec<_>>().join(facts.separator)
    };
    let mut places = vec![place(&zone.province, english.map(|zone| &zone.province))];
    if zone.city != zone.province {
        places.push(place(&zone.city, english.map(|zone| &zone.city)));
    }
    let places_zh: Vec<&str> = places.iter().map(|it| it.zh.as_str()).collect();
    let places_en: Vec<&str> = places.iter().rev().map(|it| it.en.as_str()).collect();
    let place =
        Bilingual::new(places_zh.join(ZH.app.facts.place_separator), places_en.join(EN.app.facts.place_separator));
    let approved = zone.approved.as_ref().map(|it| {
        // English dates keep the notation of the sources, because partners may rely on it.
        let en = it.value.to_string().replace('/', "–");
        fact("approved", |facts| facts.approved, Bilingual::new(ZH.app.facts.period(it.value), en))
    });
    let area = zone.area_ha.as_ref();
    let area = area.map(|it| fact("area", |facts| facts.area, worded(|facts| facts.hectares(&it.value.to_string()))));
    let industries = zone.industries.as_ref().map(|it| {
        let zh = it.value.join(ZH.app.facts.separator);
        // Without an English edition industries are known in Chinese only.
        let en = english.and_then(|zone| zone.industries.as_ref());
        let en = en.map_or_else(|| zh.clone(), |it| it.value.join(EN.app.facts.separator));
        fact("industries", |facts| facts.industries, Bilingual { zh, en })
    });
    let status = worded(|facts| facts.status_at(zone.level, zone.status.value, zone.status_since));
    let known = [
        Some(fact("name", |facts| facts.name, Bilingual::new(&zone.name.value, &zone.name_en))),
        Some(fact("types", |facts| facts.zone_type, worded(types))),
        Some(fact("level", |facts| facts.level, worded(|facts| facts.level_name(zone.level)))),
        Some(fact("place", |facts| facts.place, place)),
        approved,
        area,
        industries,
        Some(fact("status", |facts| facts.status, status)),
    ];
    known.into_iter().flatten().collect()
}
