//! The register's filter in the address: `/zones/?q=苏州&type=htz`. A reader can share it, and finds it again after going back.

use web_sys::UrlSearchParams;

use investchn_navigation::zone_query::{Parameter, ZoneQuery};

/// Reads the filter from an address's query.
pub(super) fn from_query(query: &str) -> ZoneQuery {
    let mut filter = ZoneQuery::default();
    if let Ok(parameters) = UrlSearchParams::new_with_str(query) {
        for (parameter, name) in Parameter::ALL {
            filter.set(parameter, parameters.get(name).unwrap_or_default());
        }
    }
    filter
}

/// Writes the filter as a query; an empty filter is an empty query.
pub(super) fn to_query(filter: &ZoneQuery) -> String {
    let Ok(parameters) = UrlSearchParams::new() else { return String::new() };
    for (parameter, name) in Parameter::ALL {
        if !filter.get(parameter).is_empty() {
            parameters.set(name, filter.get(parameter));
        }
    }
    let query = String::from(parameters.to_string());
    if query.is_empty() { query } else { ["?", &query].concat() }
}
