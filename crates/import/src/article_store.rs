//! The articles of a content folder: recognises pages that were imported before, and writes new articles with the next free
//! number. Never overwrites a file.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_model::{OldAddress, PartialDate, ZoneId};

use super::pictures::PictureFile;
use super::source_text::Draft;
use crate::error::ImportError;
use investchn_sources::{Files, SourceTree, used_numbers};

/// An existing article.
#[derive(Debug)]
struct StoredArticle {
    zone: ZoneId,
    published: PartialDate,
    title: String,
    /// The keys of its old addresses.
    aliases: Vec<String>,
    file: PathBuf,
}

impl StoredArticle {
    /// Returns true if the article has this old address in any spelling.
    fn has(&self, alias: &str) -> bool {
        key(alias).is_some_and(|key| self.aliases.contains(&key))
    }
}

fn key(alias: &str) -> Option<String> {
    OldAddress::parse(alias).map(|address| address.key())
}

/// The result of placing a page: a new file, or the file of an earlier import.
#[derive(Debug)]
pub(super) enum Placed {
    Written(PathBuf),
    AlreadyThere(PathBuf),
}

/// The folder of the articles, and a list of the existing ones.
#[derive(Debug)]
pub(super) struct ArticleStore {
    folder: PathBuf,
    known: Vec<StoredArticle>,
}

impl ArticleStore {
    /// Lists the articles of a content folder.
    pub(super) fn new(folder: PathBuf, content: &SourceTree) -> Self {
        let known = content.articles.iter().map(|article| StoredArticle {
            zone: article.item.zone.id.clone(),
            published: article.item.published,
            title: article.item.title.clone(),
            aliases: article.aliases.iter().filter_map(|alias| key(alias)).collect(),
            file: article.file.clone(),
        });
        ArticleStore { folder, known: known.collect() }
    }

    /// Returns the folder of a zone's articles.
    pub(super) fn folder_of(&self, zone: &ZoneId) -> PathBuf {
        self.folder.join(zone.as_str())
    }

    /// Writes a source and its pictures, unless the page was imported before.
    pub(super) fn place(&mut self, files: &dyn Files, draft: &mut Draft) -> Result<Placed, ImportError> {
        if let Some(there) = self.find_same(draft)? {
            if let Some(alias) = draft.alias.as_ref().filter(|alias| !there.has(alias)) {
                draft.notes = vec![format!("its old address {alias} is not among the aliases there, add it by hand")];
            } else {
                draft.notes.clear();
            }
            return Ok(Placed::AlreadyThere(there.file.clone()));
        }
        if let Some(alias) = &draft.alias
            && let Some(other) = self.known.iter().find(|known| known.has(alias))
        {
            draft.notes.push(format!("the old address {alias} is left out, {} has it", other.file.display()));
            draft.alias = None;
        }
        let folder = self.folder_of(&draft.zone.id);
        fs::create_dir_all(&folder).map_err(ImportError::file("cannot make the folder", &folder))?;
        for picture in &draft.pictures {
            write_picture(&folder, picture)?;
        }
        let file = self.write(files, &folder, draft)?;
        self.known.push(StoredArticle {
            zone: draft.zone.id.clone(),
            published: draft.published,
            title: draft.title.clone(),
            aliases: draft.alias.iter().filter_map(|alias| key(alias)).collect(),
            file: file.clone(),
        });
        Ok(Placed::Written(file))
    }

    /// Finds the article of the same page: same zone, date and title, and the same old address or the same body.
    fn find_same(&self, draft: &Draft) -> Result<Option<&StoredArticle>, ImportError> {
        let alike = |known: &&StoredArticle| {
            known.zone == draft.zone.id && known.published == draft.published && known.title == draft.title
        };
        for known in self.known.iter().filter(alike) {
            if draft.alias.as_ref().is_some_and(|alias| known.has(alias)) {
                return Ok(Some(known));
            }
            let text = fs::read_to_string(&known.file).map_err(ImportError::file("cannot read", &known.file))?;
            if body(&text.replace("\r\n", "\n")) == Some(draft.body().trim()) {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    fn write(&self, files: &dyn Files, folder: &Path, draft: &Draft) -> Result<PathBuf, ImportError> {
        let text = draft.text();
        let taken = used_numbers(files, &self.folder, draft.zone.id.as_str(), draft.published)?;
        let mut number = taken.max().unwrap_or(0);
        loop {
            number += 1;
            let file = folder.join(format!("{}-{number}.md", draft.published));
            match create(&file, text.as_bytes()) {
                Ok(()) => return Ok(file),
                // Another process created the file in the meantime.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(ImportError::file("cannot write", &file)(error)),
            }
        }
    }
}

/// Writes a picture. An existing file of this name has the same bytes: see `pictures::find`.
fn write_picture(folder: &Path, picture: &PictureFile) -> Result<(), ImportError> {
    let file = folder.join(&picture.name);
    match create(&file, &picture.bytes) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            Err(ImportError::file("cannot write", &file)(error))
        }
        _ => Ok(()),
    }
}

fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(file)?.write_all(bytes)
}

/// Returns the text below the front matter.
fn body(text: &str) -> Option<&str> {
    text.split_once("\n+++\n").map(|(_, body)| body.trim())
}
