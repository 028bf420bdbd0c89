//! The English messages of the register.

use super::phrases::counted;
use crate::reader::RegisterMessages;

pub(super) const REGISTER: RegisterMessages = RegisterMessages {
    lead: "National and provincial development zones: filter and sort them by level, type, province, industry, year of approval and area. ",
    counts: |zones, national, provincial| {
        let (national, provincial) = (national.to_string(), provincial.to_string());
        [&counted(zones, "zone"), " listed: ", &national, " national and ", &provincial, " provincial"].concat()
    },
    more_counts: |exited, uncertain| {
        let (exited, uncertain) = (exited.to_string(), uncertain.to_string());
        [
            "; ",
            &exited,
            " removed and ",
            &uncertain,
            " unconfirmed. Every fact has its source, and what is not known is left blank.",
        ]
        .concat()
    },
    find: "Find a development zone",
    find_by: "Name, place or pinyin",
    conditions: "More conditions",
    clear: "Clear all conditions",
    year_from: "Approved in or after",
    year_to: "Approved in or before",
    area_from: "At least (hectares)",
    area_to: "At most (hectares)",
    industry_hint: "For example, equipment",
    sort: "Sort",
    by_province: "By province",
    sort_by_name: "By pinyin",
    sort_by_level: "By level",
    sort_by_type: "By type",
    sort_by_year: "By approval",
    sort_by_area: "By area",
    sort_by_industry: "By industry",
    rows_loading: "Loading the register…",
    rows_failed: "The register did not load. Try again later, or choose a province below.",
    found: |count| counted(count, "zone"),
    more: |count| ["Show ", &count.to_string(), " more"].concat(),
    none_found: "No development zone matches. Try another name or place.",
    uncertain: "Unconfirmed",
    exited: "Removed",
    table: "Register of development zones",
    province: "Province",
    hectares: "Area (ha)",
    provinces: "All zones by province",
    provinces_note: "The number of listed zones, and in brackets how many of them are national.",
    province_counts: |zones, national| [&zones.to_string(), " (", &national.to_string(), ")"].concat(),
    charts: "The register in figures",
    charts_note: "Listed zones only. Dates, areas and industries of provincial zones are from the official catalogue of 2018.",
    chart_years: "Zones approved in each year",
    chart_areas: "Approved area by province",
    chart_industries: "Commonest leading industries",
    chart_table: "Data table",
    chart_year: "Year",
    chart_zones: "Zones",
    download: "Download the whole register: ",
    download_csv: "CSV table",
    download_json: "JSON data",
};
