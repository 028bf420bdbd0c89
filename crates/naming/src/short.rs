//! The rule for short names.

use crate::place::NameParts;
use crate::region_name::RegionName;

/// Returns the short names of the rule, best first: place and short kind, the same with the province, the full name.
pub(crate) fn candidates(name: &str, parts: &NameParts<'_>, province: &RegionName) -> Vec<String> {
    let NameParts { place, kind, tail } = *parts;
    let Some(kind) = kind else { return vec![place.to_owned(), name.to_owned()] };
    // 深圳市高新技术产业园区 is 深圳高新区, but 汝州市产业集聚区 has no short form.
    let stem = place.strip_suffix('市').filter(|it| kind.short != kind.zh && it.chars().count() > 1).unwrap_or(place);
    let short = format!("{stem}{}{tail}", kind.short);
    let mut all = vec![short.clone()];
    if !place.starts_with(province.short.as_str()) {
        all.push(format!("{}{short}", province.short));
        all.push(format!("{}{place}{}{tail}", province.short, kind.zh));
    }
    all.push(name.to_owned());
    all
}
