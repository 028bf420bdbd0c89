//! The tables of the register as they are edited, with the list of what has changed.

use investchn_naming::RegionName;

use crate::csv_text::CsvText;
use crate::error::RegisterError;
use crate::table_edit::TableEdit;

/// The table of the zones.
pub(crate) const ZONES: &str = "zones.csv";
/// The table of what zones were before.
pub(crate) const HISTORY: &str = "history.csv";
/// The table of what other sources state.
pub(crate) const DOUBTS: &str = "doubts.csv";
/// The table of provinces and cities.
pub(crate) const REGIONS: &str = "regions.csv";

/// The header of a history that is not there yet.
const HISTORY_HEADER: &str = "zone,name,aliases,types,level,code,approved,area_ha,source\n";
/// The header of a table of doubts that is not there yet.
const DOUBTS_HEADER: &str = "zone,column,value,source\n";

/// The texts of the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct RegisterTexts {
    /// `zones.csv`
    pub(crate) zones: String,
    /// `history.csv`, if it is there.
    pub(crate) history: Option<String>,
    /// `doubts.csv`, if it is there.
    pub(crate) doubts: Option<String>,
    /// `regions.csv`
    pub(crate) regions: String,
}

/// A table that an edit has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditedTable {
    /// The name of its file.
    pub file: &'static str,
    /// Its text.
    pub text: String,
}

/// The tables, and what has changed in them.
#[derive(Clone, Debug)]
pub(crate) struct RegisterTables {
    pub(crate) zones: CsvText,
    pub(crate) history: CsvText,
    pub(crate) doubts: CsvText,
    pub(crate) regions: Vec<RegionName>,
    edits: Vec<TableEdit>,
}

impl RegisterTables {
    /// Parses the tables.
    pub(crate) fn parse(texts: &RegisterTexts) -> Result<Self, RegisterError> {
        let regions = CsvText::parse(REGIONS, &texts.regions)?;
        Ok(RegisterTables {
            zones: CsvText::parse(ZONES, &texts.zones)?,
            history: CsvText::parse(HISTORY, texts.history.as_deref().unwrap_or(HISTORY_HEADER))?,
            doubts: CsvText::parse(DOUBTS, texts.doubts.as_deref().unwrap_or(DOUBTS_HEADER))?,
            regions: regions.rows().map(|row| region(&regions, row)).collect(),
            edits: Vec::new(),
        })
    }

    /// Returns what has changed, table by table.
    pub(crate) fn edits(&self) -> Vec<TableEdit> {
        let of = |file: &'static str| self.edits.iter().filter(move |edit| edit.file() == file).cloned();
        of(HISTORY).chain(of(ZONES)).chain(of(DOUBTS)).collect()
    }

    /// Returns the tables that have changed. History is first: of a command that is stopped between two files, the former
    /// state is then written and not lost.
    pub(crate) fn edited(&self) -> Vec<EditedTable> {
        [(HISTORY, &self.history), (ZONES, &self.zones), (DOUBTS, &self.doubts)]
            .into_iter()
            .filter(|(file, _)| self.edits.iter().any(|edit| edit.file() == *file))
            .map(|(file, table)| EditedTable { file, text: table.text() })
            .collect()
    }

    /// Returns the row of a zone.
    pub(crate) fn zone_row(&self, id: &str) -> Result<usize, RegisterError> {
        let row = self.zones.rows_with("id", id).first().copied();
        row.ok_or_else(|| RegisterError::UnknownZone { name: id.to_owned(), nearest: Vec::new() })
    }

    /// Returns a zone's value in a column of `zones.csv`.
    pub(crate) fn cell(&self, row: usize, column: &str) -> String {
        self.zones.cell(row, column)
    }

    /// Sets cells of a zone's row.
    pub(crate) fn set_zone(&mut self, row: usize, cells: &[(&'static str, &str)]) -> Result<(), RegisterError> {
        let zone = self.cell(row, "id");
        for (column, after) in cells {
            let before = self.zones.set(row, column, after)?;
            self.note_cell(ZONES, &zone, column, before, after);
        }
        Ok(())
    }

    /// Inserts the row of a new zone at its place in the order of province, city and id.
    pub(crate) fn insert_zone(&mut self, cells: &[(&'static str, &str)]) -> Result<(), RegisterError> {
        let cell = |name: &str| cells.iter().find(|(column, _)| *column == name).map_or("", |(_, value)| value);
        let after = self.place_of(&[cell("province"), cell("city"), cell("id")].map(str::to_owned));
        let row = self.zones.insert(after, cells)?;
        self.edits.push(TableEdit::Added { file: ZONES, row });
        Ok(())
    }

    /// Moves a row whose id has changed to its place in the order.
    pub(crate) fn sort_zone(&mut self, row: usize) {
        let after = self.place_of(&self.sort_key(row));
        self.zones.relocate(row, after);
    }

    /// Removes the row of a zone.
    pub(crate) fn remove_zone(&mut self, row: usize) {
        let row = self.zones.remove(row);
        self.edits.push(TableEdit::Removed { file: ZONES, row });
    }

    /// Adds a row to the history of a zone, after its other rows. A row that is there already is not added again, so that a
    /// command that was stopped can be repeated.
    pub(crate) fn add_history(&mut self, cells: &[(&'static str, String)]) -> Result<(), RegisterError> {
        let cells: Vec<(&'static str, &str)> = cells.iter().map(|(column, value)| (*column, value.as_str())).collect();
        let zone = cells.iter().find(|(column, _)| *column == "zone").map_or("", |(_, zone)| zone);
        let of_zone = self.history.rows_with("zone", zone);
        let is_same = |row: &&usize| cells.iter().all(|(column, value)| self.history.cell(**row, column) == *value);
        if of_zone.iter().any(|row| is_same(&row)) {
            return Ok(());
        }
        let after = of_zone.last().copied().unwrap_or_else(|| self.history_place(zone));
        let row = self.history.insert(after, &cells)?;
        self.edits.push(TableEdit::Added { file: HISTORY, row });
        Ok(())
    }

    /// Gives the history of a zone to another id.
    pub(crate) fn retarget_history(&mut self, from: &str, to: &str) -> Result<(), RegisterError> {
        for row in self.history.rows_with("zone", from) {
            let before = self.history.set(row, "zone", to)?;
            self.note_cell(HISTORY, from, "zone", before, to);
        }
        Ok(())
    }

    /// Moves the rows of a zone's history behind each other.
    pub(crate) fn gather_history(&mut self, zone: &str) {
        let mut index = 1;
        while let Some(row) = self.history.rows_with("zone", zone).get(index).copied() {
            let previous = self.history.rows_with("zone", zone)[index - 1];
            self.history.relocate(row, previous);
            index += 1;
        }
    }

    /// Gives the doubts about a zone to another id.
    pub(crate) fn retarget_doubts(&mut self, from: &str, to: &str) -> Result<(), RegisterError> {
        for row in self.doubts.rows_with("zone", from) {
            let before = self.doubts.set(row, "zone", to)?;
            self.note_cell(DOUBTS, from, "zone", before, to);
        }
        Ok(())
    }

    /// Removes the doubts about facts that a zone has no more.
    pub(crate) fn remove_doubts(&mut self, zone: &str, is_gone: impl Fn(&str) -> bool) {
        for row in self.doubts.rows_with("zone", zone).into_iter().rev() {
            if is_gone(&self.doubts.cell(row, "column")) {
                let row = self.doubts.remove(row);
                self.edits.push(TableEdit::Removed { file: DOUBTS, row });
            }
        }
    }

    fn note_cell(&mut self, file: &'static str, zone: &str, column: &'static str, before: String, after: &str) {
        if before != after {
            let (zone, after) = (zone.to_owned(), after.to_owned());
            self.edits.push(TableEdit::Cell { file, zone, column, before, after });
        }
    }

    fn sort_key(&self, row: usize) -> [String; 3] {
        ["province", "city", "id"].map(|column| self.zones.cell(row, column))
    }

    /// Returns the record after which a zone with this key belongs: the one with the nearest smaller key.
    fn place_of(&self, key: &[String; 3]) -> usize {
        let before = self.zones.rows().map(|row| (self.sort_key(row), row)).filter(|(other, _)| other < key);
        before.max().map_or(0, |(_, row)| row)
    }

    /// Returns the record after which the first row of a zone's history belongs: the last of the zones before it in the
    /// register.
    fn history_place(&self, zone: &str) -> usize {
        let ids: Vec<String> = self.zones.rows().map(|row| self.zones.cell(row, "id")).collect();
        let rank = |zone: &str| ids.iter().position(|id| id == zone);
        let own = rank(zone);
        let before = self.history.rows().map(|row| (rank(&self.history.cell(row, "zone")), row));
        before.filter(|(other, _)| *other < own).max().map_or(0, |(_, row)| row)
    }
}

fn region(table: &CsvText, row: usize) -> RegionName {
    let cell = |column| table.cell(row, column);
    RegionName {
        code: cell("code"),
        name: cell("name"),
        short: cell("short"),
        name_en: cell("name_en"),
        pinyin: cell("pinyin"),
        alpha2: cell("alpha2"),
    }
}
