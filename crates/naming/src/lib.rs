//! Names and ids of zones by one written rule: `name`, `province` and `type` of a zone give its place, short name, pinyin,
//! English name, city and id.
//!
//! Invariant: the functions are pure, and every exception to a rule is a row of a table in this crate.

mod city;
mod english;
mod english_short;
mod error;
mod id;
mod kinds;
mod new_zone;
mod pinyin_text;
mod place;
mod places;
mod readings;
mod region_name;
mod search_terms;
mod segments;
mod short;
mod words;

use std::collections::BTreeSet;

pub use english_short::{ZoneNames, english_short_names};
pub use error::NamingError;
pub use new_zone::NewZone;
pub use region_name::RegionName;
pub use search_terms::search_terms;

/// Ids and short names of other zones, which a new zone cannot have.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Ids, former ids included.
    pub ids: BTreeSet<String>,
    /// Short names.
    pub shorts: BTreeSet<String>,
}

/// The derived names of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedNames {
    /// The id: `huaian-edz`.
    pub id: String,
    /// The name in common use: 江苏淮安经开区.
    pub short: String,
    /// The name without province and kind: 淮安.
    pub place: String,
    /// The pinyin of the place: Huai'an.
    pub pinyin: String,
    /// English name.
    pub name_en: String,
    /// The code of the city with which the place begins; else the code of the province.
    pub city: String,
}

/// Derives all names of a new zone. The first free id and the first free short name of the rule are taken.
pub fn derive(zone: &NewZone<'_>, regions: &[RegionName], taken: &Taken) -> Result<DerivedNames, NamingError> {
    let province = regions
        .iter()
        .find(|region| region.code == zone.province && region.is_province())
        .ok_or_else(|| NamingError::UnknownProvince(zone.province.to_owned()))?;
    let parts = place::split(zone.name, province);
    let pinyin = pinyin_text::of(parts.place, regions)?;
    let id = id::candidates(zone, &pinyin, province)?.into_iter().find(|id| !taken.ids.contains(id));
    let short = short::candidates(zone.name, &parts, province).into_iter().find(|it| !taken.shorts.contains(it));
    Ok(DerivedNames {
        id: id.ok_or_else(|| NamingError::NoFreeId(zone.name.to_owned()))?,
        short: short.ok_or_else(|| NamingError::NoFreeShortName(zone.name.to_owned()))?,
        place: parts.place.to_owned(),
        pinyin,
        name_en: english::name(zone.name, regions)?,
        city: city::code(parts.place, province, regions),
    })
}

/// Returns the pinyin of a place, for names that are not derived: `Ningbo Hangzhouwan`.
pub fn pinyin(place: &str, regions: &[RegionName]) -> Result<String, NamingError> {
    pinyin_text::of(place, regions)
}

/// Returns the English name that the rule gives an official name.
pub fn name_en(name: &str, regions: &[RegionName]) -> Result<String, NamingError> {
    english::name(name, regions)
}
