//! Why a register cannot be edited, in the words of an editor.

use investchn_diagnostics::Diagnostic;
use investchn_naming::NamingError;
use investchn_sources::SourceError;
use thiserror::Error;

/// Why an edit is refused.
#[derive(Debug, Error)]
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
    /// A table is read in its encoding, but an edit keeps the bytes of other rows, so it must be UTF-8.
    #[error(
        "{file} is {encoding}, and an edit keeps every byte of the other rows: save it as CSV UTF-8, or run `investchn-publish \
         check --fix`, then run the command again"
    )]
    Encoding {
        /// The table.
        file: &'static str,
        /// The encoding's name.
        encoding: &'static str,
    },
    /// The register has no such zone.
    #[error("there is no zone `{name}`, nearest in zones.csv: {nearest}")]
    UnknownZone {
        /// The name that was given.
        name: String,
        /// The zones with the most similar names.
        nearest: String,
    },
    /// There is no such source.
    #[error("no source has the id `{id}`: add it to sources.toml, or write one of those near it: {nearest}")]
    UnknownSource {
        /// The id that was given.
        id: String,
        /// The sources with the most similar ids.
        nearest: String,
    },
    /// The id would go, and articles have it.
    #[error(
        "{id} has {}: {}; first move each to articles/{to}/ under the next free number of its day, with zone = \"{to}\" and its \
         old address in aliases, as in aliases = [\"article/{id}-20220214-1/\"] (their addresses contain the id), or leave {id} \
         as it is",
        if articles.len() == 1 { "an article".to_owned() } else { format!("{} articles", articles.len()) },
        articles.join(", ")
    )]
    HasArticles {
        /// The id that would go.
        id: String,
        /// The id that would follow it.
        to: String,
        /// The articles' files.
        articles: Vec<String>,
    },
    /// A value has not the form of its column.
    #[error("`{value}` is no {column}: write {form}")]
    Form {
        /// The value that was meant.
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
    /// The content cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The content would have errors.
    #[error("the content would have {} errors", .0.len())]
    Errors(Vec<Diagnostic>),
}

/// With the causes.
impl investchn_localized::Localized for RegisterError {
    fn localized(&self) -> investchn_localized::Text {
        investchn_localized::Text::same(self.to_string())
    }
}
