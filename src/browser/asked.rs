//! What the register is asked for, in the address: `/zones/?q=苏州&type=htz`. So it can be sent, and is there again after
//! going back. It owns the query's form.

use investchn_model::ZoneType;
use web_sys::UrlSearchParams;

use crate::filter::Asked;

/// What an address's query asks for.
pub(crate) fn from_query(query: &str) -> Asked {
    let Ok(parameters) = UrlSearchParams::new_with_str(query) else { return Asked::default() };
    let zone_type = match parameters.get("type").as_deref() {
        Some("etdz") => Some(ZoneType::Etdz),
        Some("htz") => Some(ZoneType::Htz),
        _ => None,
    };
    Asked { text: parameters.get("q").unwrap_or_default(), zone_type }
}

/// The query that asks for it; empty where nothing is asked for.
pub(crate) fn to_query(asked: &Asked) -> String {
    let Ok(parameters) = UrlSearchParams::new() else { return String::new() };
    if !asked.text.is_empty() {
        parameters.set("q", &asked.text);
    }
    match asked.zone_type {
        Some(ZoneType::Etdz) => parameters.set("type", "etdz"),
        Some(ZoneType::Htz) => parameters.set("type", "htz"),
        None => {}
    }
    let query = String::from(parameters.to_string());
    if query.is_empty() { query } else { ["?", &query].concat() }
}
