//! Compares the first line of a table with the columns that its rows have.

use std::path::Path;

use csv::StringRecord;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use crate::record::Record;
use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_localized::{Text, localized};

/// Returns the columns that are missing, all in one diagnostic, and those that the table does not have.
pub(crate) fn faults<T: DeserializeOwned>(file: &Path, head: &Record, optional: &[&str]) -> Vec<Diagnostic> {
    let all: Vec<&str> = head.cells.iter().map(|cell| cell.value.as_str()).collect();
    let names: Vec<&str> = all.iter().copied().filter(|name| !optional.contains(name)).collect();
    let fits = |names: &[&str]| {
        let empty: StringRecord = names.iter().map(|_| "").collect();
        empty.deserialize::<T>(Some(&StringRecord::from(names))).is_ok()
    };
    let mut known = Vec::new();
    // The deserializer only tells the names, by an error.
    let _ = T::deserialize(Names(&mut known));
    let is_twice = |(index, name): (usize, &&str)| all[..index].contains(name);
    if fits(&names) && !all.iter().enumerate().any(is_twice) {
        return Vec::new();
    }
    let without = |name: &str| known.iter().copied().filter(|it| *it != name).collect::<Vec<_>>();
    let missing: Vec<&str> = known.iter().copied().filter(|it| !names.contains(it) && !fits(&without(it))).collect();
    let mut faults = Vec::new();
    if !missing.is_empty() {
        let names: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
        let Text { zh, en } = Text::list(&names);
        let message = localized!(zh "缺少列 {zh}", en "there is no column {en}");
        let help = localized!(
            zh "在第一行写上列名，每行补上单元格",
            en "name it in the first line, and give each row its cell"
        );
        faults.push(Diagnostic::new(Location::line(file, 1), &rules::CSV, message, help));
    }
    for (index, cell) in head.cells.iter().enumerate() {
        let fault = |message| {
            let help = localized!(zh "删掉这一列，或改正列名", en "take the column out, or mend its name");
            Diagnostic::new(cell.place.clone(), &rules::CSV, message, help)
        };
        if !known.contains(&cell.value.as_str()) && !optional.contains(&cell.value.as_str()) {
            let mut with = known.clone();
            with.push(&cell.value);
            faults.extend(
                (!fits(&with)).then(|| {
                    fault(localized!(zh "表格没有 `{}` 这一列", en "the table has no column `{}`", cell.value))
                }),
            );
        } else if all[..index].contains(&cell.value.as_str()) {
            faults.push(fault(localized!(zh "列 `{}` 出现了两次", en "the column `{}` is there twice", cell.value)));
        }
    }
    faults
}

/// Notes the names of a struct's fields.
struct Names<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("a row is a struct"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.extend_from_slice(fields);
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
