//! Takes a name apart: province, place, kind.

use crate::kinds::{self, ZoneKind};
use crate::region_name::RegionName;
use crate::words;

/// The parts of a name.
pub(crate) struct NameParts<'a> {
    /// The name without the province, the kind and a note in brackets at its end.
    pub(crate) place: &'a str,
    /// The kind; none if the name ends in no known kind.
    pub(crate) kind: Option<&'static ZoneKind>,
    /// The text after the kind: A区、B区.
    pub(crate) tail: &'a str,
}

/// Returns the name without a note in brackets at its end: 喀什经济开发区（含新疆生产建设兵团片区）.
pub(crate) fn without_note(name: &str) -> &str {
    name.strip_suffix('）').and_then(|it| it.split_once('（')).map_or(name, |(before, _)| before)
}

/// Takes a name of a province apart.
pub(crate) fn split<'a>(name: &'a str, province: &RegionName) -> NameParts<'a> {
    let name = without_note(name);
    let (before, kind, tail) = kinds::find(name);
    let place = match without_province(before, province) {
        Some(place) if !is_common(place) => place,
        _ => before,
    };
    NameParts { place, kind, tail }
}

/// Takes the province off: 江苏 and 江苏省. A municipality has no longer form: 上海市北 is the north of the city.
fn without_province<'a>(name: &'a str, province: &RegionName) -> Option<&'a str> {
    let long = (!province.name.ends_with('市')).then_some(province.name.as_str());
    long.into_iter().chain([province.short.as_str()]).find_map(|it| name.strip_prefix(it))
}

/// Returns true if what is left without the province names no place: nothing, one character, or common words.
fn is_common(place: &str) -> bool {
    let mut rest = place;
    while let Some(word) = words::at_start(rest) {
        rest = &rest[word.zh.len()..];
    }
    // A word that only names a part of the province, as in 北方新材料, leaves the province in the name too.
    rest.chars().count() <= 1
}
