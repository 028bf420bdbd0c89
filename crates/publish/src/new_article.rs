//! A new article: a file that is ready to be written in, with the next free number. It owns the file's first form; what an
//! article may say is in `source`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_model::{Kind, PartialDate};
use thiserror::Error;

use crate::disk::DiskFiles;
use crate::error::BuildError;
use investchn_sources::placeholder::{BODY, SOURCE};
use investchn_sources::{ZoneLookup, used_numbers};

/// What to make.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// The sources.
    pub content: PathBuf,
    /// The zone, by its id or any of its names.
    pub zone: String,
    /// The headline.
    pub title: String,
    /// When it was or will be published.
    pub date: PartialDate,
    /// Text, photo or video.
    pub kind: Kind,
}

/// Why no file was made.
#[derive(Debug, Error)]
pub enum NewArticleError {
    /// The register has no such zone.
    #[error("there is no zone `{name}`, nearest in zones.csv: {nearest}")]
    UnknownZone {
        /// As it was asked for.
        name: String,
        /// What may be meant.
        nearest: String,
    },
    /// A headline is needed.
    #[error("the title is empty, write the headline")]
    EmptyTitle,
    /// The register cannot be read, or the file not be written.
    #[error(transparent)]
    Sources(#[from] BuildError),
}

/// Makes the file of a new article, a draft, and says where it is. An existing file is never written over.
///
/// # Errors
/// Where the zone is unknown, the title empty, or a file cannot be read or written.
pub fn new_article(article: &NewArticle) -> Result<PathBuf, NewArticleError> {
    let title = article.title.trim();
    if title.is_empty() {
        return Err(NewArticleError::EmptyTitle);
    }
    let names = ZoneLookup::read(&DiskFiles, &article.content).map_err(BuildError::from)?;
    let Some(zone) = names.find(article.zone.trim()) else {
        let nearest = names.nearest(&article.zone).join(", ");
        return Err(NewArticleError::UnknownZone { name: article.zone.clone(), nearest });
    };
    let articles = article.content.join("articles");
    let folder = articles.join(zone.id.as_str());
    fs::create_dir_all(&folder).map_err(BuildError::file("cannot make the folder", &folder))?;
    let text = text(article, zone.id.as_str(), title);
    let mut number = used_numbers(&DiskFiles, &articles, zone.id.as_str(), article.date)
        .map_err(BuildError::from)?
        .max()
        .unwrap_or(0);
    loop {
        number += 1;
        let path = folder.join(format!("{}-{number}.md", article.date));
        match create(&path, &text) {
            // Made by somebody else in this moment.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(BuildError::file("cannot write", &path)(error).into()),
            Ok(()) => return Ok(path),
        }
    }
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn text(article: &NewArticle, zone: &str, title: &str) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    // A day is a date in TOML; a month or a year is a text.
    let published = match article.date.day() {
        Some(_) => article.date.to_string(),
        None => quoted(&article.date.to_string()),
    };
    format!(
        "+++\ntitle = {}\npublished = {published}\nsource = {}\nzone = {}\nkind = {}\ndraft = true\n+++\n\n{BODY}\n",
        quoted(title),
        quoted(SOURCE),
        quoted(zone),
        quoted(article.kind.slug()),
    )
}
