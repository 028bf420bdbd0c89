//! The rule for the city: only what the name says.

use crate::region_name::RegionName;

/// Returns the code of the city of the province with whose short name the place begins; else that of the province.
///
/// Two names say nothing of the city: the city that is named like its province (吉林), and a joint zone of two cities
/// (甘孜—眉山), which may be in either.
pub(crate) fn code(place: &str, province: &RegionName, regions: &[RegionName]) -> String {
    let prefix = &province.code[..2];
    let city = regions
        .iter()
        .filter(|it| !it.is_province() && it.code.starts_with(prefix) && it.short != province.short)
        .filter(|it| place.strip_prefix(it.short.as_str()).is_some_and(|rest| !rest.starts_with('—')))
        .max_by_key(|it| it.short.len());
    city.unwrap_or(province).code.clone()
}
