//! Creates the file of a new article: a draft with placeholders and the next free number.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_messages::ZH;
use investchn_model::{Kind, PartialDate};
use thiserror::Error;

use crate::error::BuildError;
use investchn_disk::DiskFiles;
use investchn_localized::{FileAction, Localized, Text, localized};
use investchn_sources::{ZoneLookup, highest_numbers, unknown_zone};

/// The fields of a new article.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// The content folder.
    pub content: PathBuf,
    /// The zone, by its id or any of its names.
    pub zone: String,
    /// The headline.
    pub title: String,
    /// The date of publication, which may be in the future.
    pub date: PartialDate,
    /// Text, photo or video.
    pub kind: Kind,
}

/// The reason why no file was created.
#[derive(Debug, Error)]
pub enum NewArticleError {
    /// The register has no such zone.
    UnknownZone {
        /// The name that was given.
        name: String,
        /// The zones with the most similar names.
        nearest: Vec<String>,
    },
    /// The title is empty.
    EmptyTitle,
    /// The register cannot be read, or the file cannot be written.
    Sources(#[from] BuildError),
}

impl Localized for NewArticleError {
    fn localized(&self) -> Text {
        match self {
            NewArticleError::UnknownZone { name, nearest } => unknown_zone(name, nearest),
            NewArticleError::EmptyTitle => {
                localized!(zh "标题是空的，写标题", en "the title is empty, write the headline")
            }
            NewArticleError::Sources(error) => error.localized(),
        }
    }
}

impl fmt::Display for NewArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.localized().fmt(f)
    }
}

/// Creates the file of a new article, a draft, and returns its path. Never overwrites a file.
///
/// # Errors
/// If the zone is unknown, the title is empty, or a file cannot be read or written.
pub fn new_article(article: &NewArticle) -> Result<PathBuf, NewArticleError> {
    let title = article.title.trim();
    if title.is_empty() {
        return Err(NewArticleError::EmptyTitle);
    }
    let names = ZoneLookup::read(&DiskFiles, &article.content).map_err(BuildError::from)?;
    let Some(zone) = names.find(article.zone.trim()) else {
        let nearest = names.nearest(&article.zone);
        return Err(NewArticleError::UnknownZone { name: article.zone.clone(), nearest });
    };
    let articles = article.content.join("articles");
    let folder = articles.join(zone.id.as_str());
    fs::create_dir_all(&folder).map_err(BuildError::file(FileAction::MakeFolder, &folder))?;
    let text = text(article, zone.id.as_str(), title);
    let highest = highest_numbers(&DiskFiles, &articles).map_err(BuildError::from)?;
    let mut number = highest.get(&(zone.id.to_string(), article.date)).copied().unwrap_or(0);
    loop {
        number += 1;
        let path = folder.join(format!("{}-{number}.md", article.date));
        match create(&path, &text) {
            // Another process created the file after the numbers were read.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(BuildError::file(FileAction::Write, &path)(error).into()),
            Ok(()) => return Ok(path),
        }
    }
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn text(article: &NewArticle, zone: &str, title: &str) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    // In TOML only a day is a date; a month or a year is a string.
    let published = match article.date.day() {
        Some(_) => article.date.to_string(),
        None => quoted(&article.date.to_string()),
    };
    format!(
        "+++\ntitle = {}\npublished = {published}\nsource = {}\nzone = {}\nkind = {}\ndraft = true\n+++\n\n{}\n",
        quoted(title),
        quoted(ZH.sources.source_pending),
        quoted(zone),
        quoted(article.kind.slug()),
        ZH.sources.body_pending,
    )
}
