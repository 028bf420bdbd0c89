//! Why a register cannot be edited, in the words of an editor.

use investchn_naming::NamingError;
use thiserror::Error;

/// Why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// A table has no column for a value.
    #[error("{file} has no column `{column}`")]
    Column {
        /// The table.
        file: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A row has more or fewer cells than the header.
    #[error("line {line} of {file} has not one cell for each column, mend it first")]
    Row {
        /// The table.
        file: &'static str,
        /// The line, from 1.
        line: usize,
    },
    /// No row has the id.
    #[error("there is no zone `{0}`")]
    UnknownZone(String),
    /// A value has not the form of its column.
    #[error("`{value}` is no {column}: write {form}")]
    Form {
        /// What the value was meant to be.
        column: &'static str,
        /// The value.
        value: String,
        /// The form that it needs.
        form: String,
    },
    /// Another zone has the name.
    #[error("`{name}` is the name of {id} already")]
    NameTaken {
        /// The name.
        name: String,
        /// The zone that has it.
        id: String,
    },
    /// The zone itself has the name.
    #[error("{0} has this name already")]
    SameName(String),
    /// A zone has or had the id. Ids are addresses for ever.
    #[error("the id `{0}` is or was that of a zone, and ids are for ever: choose another one")]
    IdTaken(String),
    /// The zone is a national one.
    #[error("{0} is national already: for another name use `zone rename`")]
    AlreadyNational(String),
    /// The zone has left the list.
    #[error("{0} has left the list already, correct the row itself if the date or the source is wrong")]
    AlreadyExited(String),
    /// A zone is to be merged with itself.
    #[error("{0} cannot be merged into itself")]
    SameZone(String),
    /// The rule for names gives none.
    #[error(transparent)]
    Naming(#[from] NamingError),
}
