//! The former state of a zone, as a row of `history.csv`.

use crate::error::RegisterError;
use crate::tables::RegisterTables;
use crate::values::list;

/// The columns of facts in `zones.csv`, with their columns of sources.
const FACTS: [(&str, &str); 3] = [("code", "code_source"), ("approved", "approved_source"), ("area_ha", "area_source")];

/// Adds the state of a row to the history of the zone `of`. `with_facts` says whether code, approval and area are those of the
/// former state only; else they stay in the row, with their sources. `still` are names that are in use.
pub(crate) fn keep(
    tables: &mut RegisterTables,
    row: usize,
    of: &str,
    with_facts: bool,
    still: &[&str],
) -> Result<(), RegisterError> {
    let cell = |column: &str| tables.cell(row, column);
    let name = cell("name");
    let mut aliases: Vec<String> = Vec::new();
    for alias in std::iter::once(cell("short")).chain(list(&cell("aliases"))) {
        if alias != name && !still.contains(&alias.as_str()) && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    let fact = |column: &str| if with_facts { cell(column) } else { String::new() };
    let cells = [
        ("zone", of.to_owned()),
        ("name", name),
        ("aliases", aliases.join(";")),
        ("types", cell("types")),
        ("level", cell("level")),
        ("code", fact("code")),
        ("approved", fact("approved")),
        ("area_ha", fact("area_ha")),
        ("source", source(tables, row, with_facts)),
    ];
    tables.add_history(&cells)
}

/// Returns the source that states most of the former state; of several, the first of the name's. A row of the history has only
/// one.
fn source(tables: &RegisterTables, row: usize, with_facts: bool) -> String {
    let of_name = list(&tables.cell(row, "name_source"));
    let with_value = FACTS.iter().filter(|(column, _)| with_facts && !tables.cell(row, column).is_empty());
    let of_facts: Vec<Vec<String>> = with_value.map(|(_, sources)| list(&tables.cell(row, sources))).collect();
    let states =
        |id: &String| of_facts.iter().filter(|ids| ids.contains(id)).count() + usize::from(of_name.contains(id));
    let mut best: Option<(usize, &String)> = None;
    for id in of_name.iter().chain(of_facts.iter().flatten()) {
        if best.is_none_or(|(most, _)| states(id) > most) {
            best = Some((states(id), id));
        }
    }
    best.map(|(_, id)| id.clone()).unwrap_or_default()
}
