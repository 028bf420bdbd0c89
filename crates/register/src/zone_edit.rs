//! The edits, as one type.

use crate::add::AddZone;
use crate::error::RegisterError;
use crate::exit::ExitZone;
use crate::merge::MergeZone;
use crate::rename::RenameZone;
use crate::tables::RegisterTables;
use crate::upgrade::UpgradeZone;

/// An edit of the register.
#[derive(Clone, Debug)]
pub enum ZoneEdit {
    /// A provincial zone becomes a national one.
    Upgrade(UpgradeZone),
    /// A zone gets another official name.
    Rename(RenameZone),
    /// A zone is struck off the list.
    Exit(ExitZone),
    /// A zone becomes a part of another one.
    Merge(MergeZone),
    /// A zone is new.
    Add(AddZone),
}

impl ZoneEdit {
    /// Edits the tables. After an error they are of no use.
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        match self {
            ZoneEdit::Upgrade(edit) => edit.apply(tables),
            ZoneEdit::Rename(edit) => edit.apply(tables),
            ZoneEdit::Exit(edit) => edit.apply(tables),
            ZoneEdit::Merge(edit) => edit.apply(tables),
            ZoneEdit::Add(edit) => edit.apply(tables),
        }
    }

    /// Returns the ids of zones that must be in the register, to be replaced by those that an editor's names mean.
    pub(crate) fn zones_mut(&mut self) -> Vec<&mut String> {
        match self {
            ZoneEdit::Upgrade(edit) => vec![&mut edit.zone],
            ZoneEdit::Rename(edit) => vec![&mut edit.zone],
            ZoneEdit::Exit(edit) => vec![&mut edit.zone],
            ZoneEdit::Merge(edit) => vec![&mut edit.zone, &mut edit.into],
            ZoneEdit::Add(_) => Vec::new(),
        }
    }

    /// Returns the ids of the sources that the edit cites.
    pub(crate) fn sources(&self) -> Vec<&str> {
        let (source, given) = match self {
            ZoneEdit::Upgrade(edit) => (&edit.source, Some(&edit.given)),
            ZoneEdit::Rename(edit) => (&edit.source, Some(&edit.given)),
            ZoneEdit::Add(edit) => (&edit.source, Some(&edit.given)),
            ZoneEdit::Exit(edit) => (&edit.source, None),
            ZoneEdit::Merge(edit) => (&edit.source, None),
        };
        let of_english = given.and_then(|given| given.name_en_source.as_ref());
        std::iter::once(source).chain(of_english).flat_map(|ids| ids.split(';').map(str::trim)).collect()
    }

    /// Returns the id that the edit takes from a zone, and the id that follows it. Articles of the zone cannot stay behind.
    pub(crate) fn retired_id(&self) -> Option<(&str, &str)> {
        match self {
            ZoneEdit::Merge(edit) => Some((&edit.zone, &edit.into)),
            ZoneEdit::Rename(edit) => Some((&edit.zone, edit.new_id.as_deref()?)),
            ZoneEdit::Upgrade(_) | ZoneEdit::Exit(_) | ZoneEdit::Add(_) => None,
        }
    }
}
