//! The reasons why a register cannot be edited, in the words of an editor.

use investchn_diagnostics::Diagnostic;
use investchn_localized::{Localized, Text, localized};
use investchn_naming::NamingError;
use investchn_sources::{SourceError, unknown_zone};
use thiserror::Error;

/// The reason why an edit is refused.
#[derive(Debug, Error)]
#[error("{}", self.localized())]
#[non_exhaustive]
pub enum RegisterError {
    /// A table has no column for a value.
    Column {
        /// The table.
        file: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A row has more or fewer cells than the header.
    Row {
        /// The table.
        file: &'static str,
        /// The line, from 1.
        line: usize,
    },
    /// A table is read in its encoding, but an edit keeps the bytes of other rows, so it must be UTF-8.
    Encoding {
        /// The table.
        file: &'static str,
        /// The encoding's name; none if it has another one than is read.
        encoding: Option<&'static str>,
    },
    /// The register has no such zone.
    UnknownZone {
        /// The name that was given.
        name: String,
        /// The zones with the most similar names.
        nearest: Vec<String>,
    },
    /// There is no such source.
    UnknownSource {
        /// The id that was given.
        id: String,
        /// The sources with the most similar ids.
        nearest: Vec<String>,
    },
    /// The id would go, and articles have it.
    HasArticles {
        /// The id that would go.
        id: String,
        /// The id that would follow it.
        to: String,
        /// The articles' files.
        articles: Vec<String>,
    },
    /// A value has not the form of its column.
    Form {
        /// The value that was meant.
        column: Text,
        /// The value.
        value: String,
        /// The form that it needs.
        form: Text,
    },
    /// Another zone has the name.
    NameTaken {
        /// The name.
        name: String,
        /// The zone that has it.
        id: String,
    },
    /// The zone itself has the name.
    SameName(String),
    /// A zone has or had the id. Ids are addresses for ever.
    IdTaken(String),
    /// The zone is a national one.
    AlreadyNational(String),
    /// The zone has left the list.
    AlreadyExited(String),
    /// A zone is to be merged with itself.
    SameZone(String),
    /// The rule for names gives none.
    #[error(transparent)]
    Naming(#[from] NamingError),
    /// The content cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The content would have errors.
    Errors(Vec<Diagnostic>),
}

/// The error with its cause.
impl Localized for RegisterError {
    fn localized(&self) -> Text {
        match self {
            RegisterError::Column { file, column } => {
                localized!(zh "{file} 没有 `{column}` 这一列", en "{file} has no column `{column}`")
            }
            RegisterError::Row { file, line } => localized!(
                zh "{file} 第 {line} 行的单元格与列数不符，先改正它",
                en "line {line} of {file} has not one cell for each column, mend it first"
            ),
            RegisterError::Encoding { file, encoding } => {
                let Text { zh, en } = match encoding {
                    Some(name) => localized!(zh "是 {name} 编码", en "{name}"),
                    None => localized!(zh "不是 UTF-8 编码", en "not UTF-8"),
                };
                localized!(
                    zh "{file} {zh}，而改动名录时其余各行一个字节也不变：先另存为 CSV UTF-8，或运行 `investchn-publish check \
                        --fix`，再运行这条命令",
                    en "{file} is {en}, and an edit keeps every byte of the other rows: save it as CSV UTF-8, or run \
                        `investchn-publish check --fix`, then run the command again"
                )
            }
            RegisterError::UnknownZone { name, nearest } => unknown_zone(name, nearest),
            RegisterError::UnknownSource { id, nearest } if nearest.is_empty() => localized!(
                zh "没有编号为 `{id}` 的出处：把它加进 sources.toml",
                en "no source has the id `{id}`: add it to sources.toml"
            ),
            RegisterError::UnknownSource { id, nearest } => {
                let Text { zh, en } = Text::list(nearest);
                localized!(
                    zh "没有编号为 `{id}` 的出处：把它加进 sources.toml，或改用相近的一个：{zh}",
                    en "no source has the id `{id}`: add it to sources.toml, or write one of those near it: {en}"
                )
            }
            RegisterError::HasArticles { id, to, articles } => has_articles(id, to, articles),
            RegisterError::Form { column, value, form } => {
                let (Text { zh, en }, Text { zh: form_zh, en: form_en }) = (column, form);
                localized!(
                    zh "`{value}` 不能作{zh}：{form_zh}",
                    en "`{value}` is no {en}: write {form_en}"
                )
            }
            RegisterError::NameTaken { name, id } => {
                localized!(zh "`{name}` 已是 {id} 的名称", en "`{name}` is the name of {id} already")
            }
            RegisterError::SameName(id) => {
                localized!(zh "{id} 现在就叫这个名称", en "{id} has this name already")
            }
            RegisterError::IdTaken(id) => localized!(
                zh "代号 `{id}` 现在或曾经属于一家开发区，代号永不改变：另取一个",
                en "the id `{id}` is or was that of a zone, and ids are for ever: choose another one"
            ),
            RegisterError::AlreadyNational(id) => localized!(
                zh "{id} 已是国家级：要改名，用 `zone rename`",
                en "{id} is national already: for another name use `zone rename`"
            ),
            RegisterError::AlreadyExited(id) => localized!(
                zh "{id} 已退出名单；日期或出处有错，就直接改正那一行",
                en "{id} has left the list already, correct the row itself if the date or the source is wrong"
            ),
            RegisterError::SameZone(id) => {
                localized!(zh "{id} 不能并入它自己", en "{id} cannot be merged into itself")
            }
            RegisterError::Naming(error) => error.localized(),
            RegisterError::Source(error) => error.localized(),
            RegisterError::Errors(diagnostics) => {
                let count = diagnostics.len();
                localized!(zh "这样改，内容会有 {count} 处错误", en "the content would have {count} errors")
            }
        }
    }
}

fn has_articles(id: &str, to: &str, articles: &[String]) -> Text {
    let count = articles.len();
    let counted = if count == 1 { "an article".to_owned() } else { format!("{count} articles") };
    let Text { zh, en } = Text::list(articles);
    localized!(
        zh "{id} 有 {count} 篇稿件：{zh}；先把每篇连同译文移到 articles/{to}/，用当天的下一个序号，在原文里写上 zone = \"{to}\"，并把旧地址加进 \
            aliases，例如 aliases = [\"article/{id}-20220214-1/\"]（地址里有代号）；不然就保留 {id}",
        en "{id} has {counted}: {en}; first move each, with its translation, to articles/{to}/ under the next free number of its day, \
            write zone = \"{to}\" and its old address in aliases into the original, as in aliases = [\"article/{id}-20220214-1/\"] (their addresses contain \
            the id), or leave {id} as it is"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values;

    #[test]
    fn refusals_name_the_same_in_both_languages() {
        let name = || "示例".to_owned();
        let errors = [
            RegisterError::Column { file: "zones.csv", column: "code" },
            RegisterError::Row { file: "zones.csv", line: 4 },
            RegisterError::Encoding { file: "zones.csv", encoding: Some("GBK") },
            RegisterError::Encoding { file: "zones.csv", encoding: None },
            RegisterError::UnknownZone {
                name: name(),
                nearest: vec!["a-htz (甲)".to_owned(), "b-htz (乙)".to_owned()],
            },
            RegisterError::UnknownZone { name: name(), nearest: Vec::new() },
            RegisterError::UnknownSource { id: "s9".to_owned(), nearest: vec!["s8 (示例)".to_owned()] },
            RegisterError::UnknownSource { id: "s9".to_owned(), nearest: Vec::new() },
            RegisterError::HasArticles { id: name(), to: "b-htz".to_owned(), articles: vec!["1.md".to_owned()] },
            RegisterError::NameTaken { name: name(), id: "a-htz".to_owned() },
            RegisterError::SameName(name()),
            RegisterError::IdTaken(name()),
            RegisterError::AlreadyNational(name()),
            RegisterError::AlreadyExited(name()),
            RegisterError::SameZone(name()),
            RegisterError::Naming(NamingError::NoReading('甲')),
            RegisterError::Errors(Vec::new()),
            values::period("x").unwrap_err(),
            values::date("x").unwrap_err(),
            values::area("x").unwrap_err(),
            values::zone_id("X").unwrap_err(),
            values::types("x").unwrap_err(),
            values::level("x").unwrap_err(),
        ];
        for error in errors {
            let text = error.localized();
            let quoted = |text: &str| {
                let mut values: Vec<String> = text.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect();
                values.sort();
                values
            };
            assert!(text.zh.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{text:?}");
            assert_ne!(text.zh, text.en);
            assert_eq!(quoted(&text.zh), quoted(&text.en));
            assert_eq!(error.to_string(), text.en);
        }
    }
}
