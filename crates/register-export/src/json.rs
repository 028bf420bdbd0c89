//! The register as JSON: all of the table, and what other sources state, what a zone was before, and the address of each source.

use std::collections::BTreeMap;

use investchn_messages::ZH;
use investchn_model::route::{Base, Route};
use investchn_model::{
    Citation, Fact, FormerZone, Hectares, Level, PartialDate, Period, Region, RegionCode, Status, Zone, ZoneId,
    ZoneType,
};
use investchn_sources::ZoneSource;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;

use crate::table::COLUMNS;
use crate::zone::{city, page};

/// The version of the file. It is increased when a key changes its meaning, and not for a new key.
pub(super) const SCHEMA: u32 = 1;

/// The key of zones that is no column of the table.
const HISTORY: &str = "history";

/// The register of zones, with the facts of each and their sources.
#[derive(Serialize, JsonSchema)]
pub struct RegisterFile<'a> {
    /// The version of the file. It is increased when a key changes its meaning, and not for a new key.
    schema: u32,
    /// The name of the portal.
    name: &'a str,
    /// The address of the register's page.
    page: String,
    /// How the facts may be used.
    note: &'static str,
    /// The Chinese name of each key of a zone.
    fields: BTreeMap<&'static str, &'static str>,
    /// Every source. Facts name theirs by its place here, counted from 0.
    sources: Vec<&'a Citation>,
    /// Every zone, in the order of the register's page.
    zones: Vec<ZoneRecord<'a>>,
}

/// A zone. A key is absent if its fact is unknown, or its list is empty.
#[derive(Serialize, JsonSchema)]
struct ZoneRecord<'a> {
    /// The id, which never changes.
    id: &'a ZoneId,
    /// The code in the catalogue of 2018.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<FactRecord<&'a String>>,
    /// The official name. Its sources are those of level, types and place too.
    name: FactRecord<&'a String>,
    /// The name in common use.
    short_name: &'a str,
    /// Other names, the former ones among them.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
    /// Former names.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    former_names: &'a [String],
    /// The English name.
    name_en: EnglishName<'a>,
    /// The level of the authority that approved it.
    level: Level,
    /// Its types: one, or both that a zone can have.
    types: &'a [ZoneType],
    /// The province.
    province: Place<'a>,
    /// The city; absent for a municipality, and where no source says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<Place<'a>>,
    /// The date of approval, or the span of years that contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<FactRecord<Period>>,
    /// The approved area in hectares.
    #[serde(skip_serializing_if = "Option::is_none")]
    area_ha: Option<FactRecord<Hectares>>,
    /// The leading industries.
    #[serde(skip_serializing_if = "Option::is_none")]
    industries: Option<FactRecord<&'a Vec<String>>>,
    /// The status on the list today.
    status: FactRecord<Status>,
    /// The date since which it has had the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    status_since: Option<PartialDate>,
    /// The names, levels and facts that the zone had before, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<FormerRecord<'a>>,
    /// The address of its page.
    page: String,
}

/// A fact with its sources.
#[derive(Serialize, JsonSchema)]
struct FactRecord<T> {
    /// The value of the fact.
    value: T,
    /// Places in the list of sources; never empty.
    sources: Vec<usize>,
    /// True if there is a reason to doubt the value.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    doubtful: bool,
    /// The values that other sources state, where no rule decides between them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<OtherRecord<T>>,
}

/// Another value of a fact.
#[derive(Serialize, JsonSchema)]
struct OtherRecord<T> {
    /// The other value.
    value: T,
    /// The place of its source in the list of sources.
    source: usize,
}

/// An English name: either its sources, or `derived`.
#[derive(Serialize, JsonSchema)]
struct EnglishName<'a> {
    /// The name.
    value: &'a str,
    /// Places in the list of sources; absent if the name is derived.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<usize>,
    /// True if it follows from the Chinese name by rule.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    derived: bool,
}

/// A province or a city.
#[derive(Serialize, JsonSchema)]
struct Place<'a> {
    /// Its code by GB/T 2260.
    code: RegionCode,
    /// Its name.
    name: &'a str,
}

/// A former state of a zone.
#[derive(Serialize, JsonSchema)]
struct FormerRecord<'a> {
    /// The official name then.
    name: &'a str,
    /// The level then, if the source states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    /// The code in the catalogue of 2018.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    /// The approval as what it was then.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved: Option<Period>,
    /// The approved area then, in hectares.
    #[serde(skip_serializing_if = "Option::is_none")]
    area_ha: Option<Hectares>,
    /// The place of the source in the list of sources.
    source: usize,
}

impl<'a> RegisterFile<'a> {
    /// Makes the file of these zones.
    pub(super) fn new(name: &'a str, base: &Base, zones: &[&'a ZoneSource]) -> Self {
        let mut sources = SourceList::default();
        let zones = zones.iter().map(|source| sources.zone(source, base)).collect();
        RegisterFile {
            schema: SCHEMA,
            name,
            page: Route::Register.href(base),
            note: ZH.register_files.note,
            fields: fields(),
            sources: sources.list,
            zones,
        }
    }
}

/// Returns the keys of zones with their Chinese names. Columns that JSON has inside of facts and places are left out.
fn fields() -> BTreeMap<&'static str, &'static str> {
    let in_facts = |key: &str| {
        key.ends_with("_sources")
            || key.ends_with("_code")
            || ["doubtful", "name_en_derived", "type_names"].contains(&key)
    };
    let columns = COLUMNS.iter().filter(|column| !in_facts(column.key)).map(|column| (column.key, column.name));
    columns.chain([(HISTORY, ZH.app.facts.history)]).collect()
}

/// The sources in the order in which facts name them, each once.
#[derive(Default)]
struct SourceList<'a> {
    list: Vec<&'a Citation>,
    places: FxHashMap<(&'a str, Option<&'a str>), usize>,
}

impl<'a> SourceList<'a> {
    fn place(&mut self, source: &'a Citation) -> usize {
        let next = self.list.len();
        let place = *self.places.entry((&source.label, source.url.as_deref())).or_insert(next);
        if place == next {
            self.list.push(source);
        }
        place
    }

    fn all(&mut self, sources: &'a [Citation]) -> Vec<usize> {
        sources.iter().map(|source| self.place(source)).collect()
    }

    fn fact<T, U>(&mut self, fact: &'a Fact<T>, value: fn(&'a T) -> U) -> FactRecord<U> {
        let sources = self.all(&fact.sources);
        let others = fact.others.iter();
        let others = others.map(|it| OtherRecord { value: value(&it.value), source: self.place(&it.source) }).collect();
        FactRecord { value: value(&fact.value), sources, doubtful: fact.doubtful, others }
    }

    fn zone(&mut self, ZoneSource { zone, former_names, .. }: &'a ZoneSource, base: &Base) -> ZoneRecord<'a> {
        ZoneRecord {
            id: &zone.id,
            name: self.fact(&zone.name, |it| it),
            code: zone.code.as_ref().map(|fact| self.fact(fact, |it| it)),
            short_name: &zone.short_name,
            aliases: &zone.aliases,
            former_names,
            name_en: self.english_name(zone),
            level: zone.level,
            types: &zone.types,
            province: place(&zone.province),
            city: city(zone).map(place),
            approved: zone.approved.as_ref().map(|fact| self.fact(fact, |it| *it)),
            area_ha: zone.area_ha.as_ref().map(|fact| self.fact(fact, |it| *it)),
            industries: zone.industries.as_ref().map(|fact| self.fact(fact, |it| it)),
            status: self.fact(&zone.status, |it| *it),
            status_since: zone.status_since,
            history: zone.history.iter().map(|former| self.former(former)).collect(),
            page: page(base, zone),
        }
    }

    fn english_name(&mut self, zone: &'a Zone) -> EnglishName<'a> {
        let sources = self.all(&zone.name_en_sources);
        EnglishName { value: &zone.name_en, derived: sources.is_empty(), sources }
    }

    fn former(&mut self, former: &'a FormerZone) -> FormerRecord<'a> {
        FormerRecord {
            name: &former.name,
            level: former.level,
            code: former.code.as_deref(),
            approved: former.approved,
            area_ha: former.area_ha,
            source: self.place(&former.source),
        }
    }
}

fn place(region: &Region) -> Place<'_> {
    Place { code: region.code, name: &region.name }
}
