//! The table: CSV by RFC 4180 with a mark of its encoding, which spreadsheets need to read Chinese.

use investchn_messages::ZH;
use investchn_model::route::Base;
use investchn_model::{Citation, Fact, Level, Status, Zone, ZoneType};
use investchn_sources::ZoneSource;

use crate::zone::{city, doubtful, page};

/// The mark of UTF-8 at the start of the file.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Between the values of a cell.
pub(super) const SEPARATOR: &str = ";";

/// A column: its key, which never changes, its Chinese name, and the cell of a zone.
pub(super) struct TableColumn {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    cell: fn(&ZoneSource, &Base) -> String,
}

const fn column(key: &'static str, name: &'static str, cell: fn(&ZoneSource, &Base) -> String) -> TableColumn {
    TableColumn { key, name, cell }
}

/// Every column. Add a new one at the end.
pub(super) const COLUMNS: [TableColumn; 29] = {
    let words = ZH.register_files;
    [
        column("id", words.id, |it, _| it.zone.id.to_string()),
        column("code", words.code, |it, _| it.zone.code.as_ref().map(|code| code.value.clone()).unwrap_or_default()),
        column("name", words.name, |it, _| it.zone.name.value.clone()),
        column("short_name", words.short_name, |it, _| it.zone.short_name.clone()),
        column("name_en", words.name_en, |it, _| it.zone.name_en.clone()),
        column("name_en_derived", words.name_en_derived, |it, _| yes_or_no(it.zone.name_en_sources.is_empty())),
        column("level", words.level, |it, _| level(it.zone.level).to_owned()),
        column("types", words.types, |it, _| joined(it.zone.types.iter().map(|it| word(*it)))),
        column("type_names", words.type_names, |it, _| joined(type_names(&it.zone))),
        column("province_code", words.province_code, |it, _| it.zone.province.code.to_string()),
        column("province", words.province, |it, _| it.zone.province.name.clone()),
        column("city_code", words.city_code, |it, _| city(&it.zone).map(|it| it.code.to_string()).unwrap_or_default()),
        column("city", words.city, |it, _| city(&it.zone).map(|it| it.name.clone()).unwrap_or_default()),
        column("approved", words.approved, |it, _| text(it.zone.approved.as_ref())),
        column("area_ha", words.area_ha, |it, _| text(it.zone.area_ha.as_ref())),
        column("industries", words.industries, |it, _| joined(it.zone.industries.iter().flat_map(|it| &it.value))),
        column("status", words.status, |it, _| status(it.zone.status.value).to_owned()),
        column("status_since", words.status_since, |it, _| {
            it.zone.status_since.map(|date| date.to_string()).unwrap_or_default()
        }),
        column("former_names", words.former_names, |it, _| joined(&it.former_names)),
        column("doubtful", words.doubtful, |it, _| joined(doubtful(it))),
        column("name_sources", words.name_sources, |it, _| labels(&it.zone.name.sources)),
        column("name_en_sources", words.name_en_sources, |it, _| labels(&it.zone.name_en_sources)),
        column("code_sources", words.code_sources, |it, _| sources(it.zone.code.as_ref())),
        column("approved_sources", words.approved_sources, |it, _| sources(it.zone.approved.as_ref())),
        column("area_sources", words.area_sources, |it, _| sources(it.zone.area_ha.as_ref())),
        column("industries_sources", words.industries_sources, |it, _| sources(it.zone.industries.as_ref())),
        column("status_sources", words.status_sources, |it, _| labels(&it.zone.status.sources)),
        column("page", words.page, |it, base| page(base, &it.zone)),
        column("aliases", words.aliases, |it, _| joined(&it.zone.aliases)),
    ]
};

/// Writes the table.
pub(super) fn csv(base: &Base, zones: &[&ZoneSource]) -> csv::Result<Vec<u8>> {
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(COLUMNS.iter().map(heading))?;
    for source in zones {
        writer.write_record(COLUMNS.iter().map(|column| harmless((column.cell)(source, base))))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// Returns the heading of a column in both languages. The key is its last word.
pub(super) fn heading(column: &TableColumn) -> String {
    [column.name, " ", column.key].concat()
}

/// Returns the cell such that no spreadsheet takes it for a formula: with an apostrophe before a sign that begins one.
pub(super) fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { ["'", &cell].concat() } else { cell }
}

/// Joins the values of a cell. None of them may contain the separator, so it becomes a comma there.
fn joined(values: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let values = values.into_iter().map(|value| value.as_ref().replace(SEPARATOR, ","));
    values.collect::<Vec<_>>().join(SEPARATOR)
}

fn labels(sources: &[Citation]) -> String {
    joined(sources.iter().map(|source| &source.label))
}

fn sources<T>(fact: Option<&Fact<T>>) -> String {
    fact.map(|fact| labels(&fact.sources)).unwrap_or_default()
}

fn text<T: ToString>(fact: Option<&Fact<T>>) -> String {
    fact.map(|fact| fact.value.to_string()).unwrap_or_default()
}

fn type_names(zone: &Zone) -> impl Iterator<Item = &'static str> {
    zone.types.iter().map(|it| ZH.app.facts.type_name(zone.level, *it))
}

fn word(zone_type: ZoneType) -> &'static str {
    ZoneType::ALL[zone_type as usize].1
}

fn level(level: Level) -> &'static str {
    match level {
        Level::National => "national",
        Level::Provincial => "provincial",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Listed => "listed",
        Status::Uncertain => "uncertain",
        Status::Exited => "exited",
    }
}

fn yes_or_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}
