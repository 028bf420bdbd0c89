//! Unit tests of tables as Excel saves them.

use std::path::Path;

use serde::Deserialize;

use crate::{RowPlace, rows};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    #[serde(default)]
    note: String,
}

fn read(bytes: impl Into<Vec<u8>>) -> (Vec<(usize, String)>, Vec<String>) {
    let mut diagnostics = Vec::new();
    let rows = rows::<Row>(Path::new("t.csv"), bytes.into(), &["note_en"], &mut diagnostics).unwrap_or_else(|found| {
        diagnostics.extend(found);
        Vec::new()
    });
    let shown = |(place, row): (RowPlace, Row)| (place.row.line, [row.id, row.name, row.note].join("|"));
    (rows.into_iter().map(shown).collect(), diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn tables_of_excel_are_read_with_one_warning() {
    let expected = vec![(2, "1|淮安|".to_owned()), (4, "2|甲,乙|".to_owned())];
    let plain = "id,name,note\r\n1,淮安,\r\n,,\r\n2,\"甲,乙\",,,\r\n\r\n";
    assert_eq!(read(["\u{feff}", plain].concat()), (expected.clone(), vec![]));
    let gbk = encoding_rs::GBK.encode(plain).0.into_owned();
    assert_eq!(
        read(gbk),
        (expected.clone(), vec!["t.csv:1:1 other-form the file is GBK, save it as UTF-8".to_owned()])
    );
    let tabs = "id\tname\tnote\r\n1\t淮安\t\r\n\t\t\r\n2\t甲,乙\t\r\n";
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let by_tabs = "t.csv:1:1 separator the cells are separated by tabs, save it as CSV UTF-8".to_owned();
    let warnings = vec!["t.csv:1:1 other-form the file is UTF-16, save it as UTF-8".to_owned(), by_tabs];
    assert_eq!(read(utf16), (expected.clone(), warnings));
    let by_semicolons = "t.csv:1:1 separator the cells are separated by semicolons, save it as CSV UTF-8";
    assert_eq!(read(tabs.replace('\t', ";")), (expected, vec![by_semicolons.to_owned()]));
}

#[test]
fn faults_of_the_first_line_are_named_once() {
    let missing = "t.csv:1:1 csv there is no column `id`, name it in the first line, and give each row its cell";
    let unknown = "t.csv:1:1 csv the table has no column `key`, take the column out, or mend its name";
    assert_eq!(read("key,name\n1,甲\n2,乙\n").1, [missing, unknown]);
}

#[test]
fn rows_of_another_length_are_named_in_plain_words() {
    let (rows, diagnostics) = read("id,name\n1,甲,乙\n2,丙\n3\n4,\"丁\n");
    let expected = [(2, "1|甲|"), (3, "2|丙|"), (4, "3||")].map(|(line, row)| (line, row.to_owned()));
    assert_eq!(rows, expected, "what refers to a row is no fault too");
    let help = "give it a cell for each column, and put a cell with a comma in double quotes";
    let expected = [
        format!("t.csv:2:1 csv the row has 3 cells, the first line has 2, {help}"),
        format!("t.csv:4:1 csv the row has 1 cells, the first line has 2, {help}"),
        "t.csv:5:1 csv a double quote is not closed, close it, or write it twice within quotes".to_owned(),
    ];
    assert_eq!(diagnostics, expected);
}

#[test]
fn optional_columns_may_be_anywhere_and_are_known_by_name() {
    let mut diagnostics = Vec::new();
    let table = "note_en,id,name\nfirst,1,甲\n,2,乙\n";
    let rows = rows::<Row>(Path::new("t.csv"), table.into(), &["note_en", "note_fr"], &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!((rows[0].0.optional("note_en"), rows[0].1.id.as_str()), (Some("first"), "1"));
    assert_eq!((rows[1].0.optional("note_en"), rows[1].0.optional("note_fr")), (None, None));
    assert_eq!(read("id,name,note_fr\n").1.len(), 1, "an unknown language is no column");
    let twice = "t.csv:1:17 csv the column `note_en` is there twice, take the column out, or mend its name";
    assert_eq!(read("id,name,note_en,note_en\n").1, [twice]);
}
