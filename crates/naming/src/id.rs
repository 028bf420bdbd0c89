//! The rule for ids. An id never changes, so a new zone gives way to those that have one.

use crate::error::NamingError;
use crate::new_zone::NewZone;
use crate::region_name::RegionName;

/// Returns the suffix of an id.
fn suffix(zone: &NewZone<'_>) -> Result<&'static str, NamingError> {
    Ok(match (zone.zone_type, zone.national) {
        ("etdz", true) => "etdz",
        ("etdz", false) => "edz",
        ("htz", true) => "htz",
        ("htz", false) => "phtz",
        ("industrial", _) => "ip",
        ("bonded-zone", _) => "cbz",
        ("bonded-area", _) => "bz",
        ("export-processing", _) => "epz",
        ("bonded-logistics", _) => "blp",
        ("bonded-port", _) => "bp",
        ("customs-other", _) => "csz",
        ("border", _) => "bez",
        ("other", _) => "oz",
        (other, _) => return Err(NamingError::UnknownType(other.to_owned())),
    })
}

/// Returns the ids of the rule, best first: the place, the place with the letters of the province, and the place with these and
/// the number in the catalogue's code.
pub(crate) fn candidates(zone: &NewZone<'_>, pinyin: &str, province: &RegionName) -> Result<Vec<String>, NamingError> {
    let suffix = suffix(zone)?;
    let place = letters(pinyin);
    let alpha2 = province.alpha2.to_ascii_lowercase();
    let mut all = vec![format!("{place}-{suffix}"), format!("{place}-{alpha2}-{suffix}")];
    if let Some(number) = zone.code.get(4..).filter(|it| !it.is_empty()) {
        all.push(format!("{place}-{alpha2}-{number}-{suffix}"));
    }
    Ok(all)
}

/// Returns the letters of a text in lower case, without accents and signs: `Lüshun` is `lushun`.
fn letters(pinyin: &str) -> String {
    pinyin
        .chars()
        .map(|letter| if letter == 'ü' { 'u' } else { letter.to_ascii_lowercase() })
        .filter(char::is_ascii_alphanumeric)
        .collect()
}
