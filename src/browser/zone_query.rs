//! The register's filter in the address: `/zones/?q=苏州&type=htz`. A reader can share it, and finds it again after going back.

use investchn_model::ZoneType;
use web_sys::UrlSearchParams;

use investchn_navigation::zone_filter::ZoneQuery;

/// Reads the filter from an address's query.
pub(super) fn from_query(query: &str) -> ZoneQuery {
    let Ok(parameters) = UrlSearchParams::new_with_str(query) else { return ZoneQuery::default() };
    let zone_type = match parameters.get("type").as_deref() {
        Some("etdz") => Some(ZoneType::Etdz),
        Some("htz") => Some(ZoneType::Htz),
        _ => None,
    };
    ZoneQuery { text: parameters.get("q").unwrap_or_default(), zone_type }
}

/// Writes the filter as a query; an empty filter is an empty query.
pub(super) fn to_query(filter: &ZoneQuery) -> String {
    let Ok(parameters) = UrlSearchParams::new() else { return String::new() };
    if !filter.text.is_empty() {
        parameters.set("q", &filter.text);
    }
    match filter.zone_type {
        Some(ZoneType::Etdz) => parameters.set("type", "etdz"),
        Some(ZoneType::Htz) => parameters.set("type", "htz"),
        None => {}
    }
    let query = String::from(parameters.to_string());
    if query.is_empty() { query } else { ["?", &query].concat() }
}
