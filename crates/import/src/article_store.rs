//! The articles of a content folder: recognises pages that were imported before, and writes new articles with the next free
//! number. Never overwrites what an editor may have written.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use investchn_localized::{FileAction, localized};
use investchn_model::{OldAddress, PartialDate, ZoneId};
use tempfile::NamedTempFile;

use super::copied_files::CopiedFile;
use super::source_text::Draft;
use crate::error::ImportError;
use investchn_sources::{Files, SourceTree, highest_numbers};

/// The zone, date and title of an article. Few articles share all three.
type ArticleKey = (ZoneId, PartialDate, String);

/// An existing article.
#[derive(Debug)]
struct StoredArticle {
    /// The keys of its old addresses.
    aliases: Vec<String>,
    file: PathBuf,
}

/// Returns the spelling of an old address by which it is compared with others.
fn key(alias: &str) -> Option<String> {
    OldAddress::parse(alias).map(|address| address.key())
}

fn keys<'a>(aliases: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    aliases.into_iter().filter_map(|alias| key(alias)).collect()
}

/// The result of placing a page.
#[derive(Debug)]
pub(super) enum Placed {
    /// A new file.
    Written(PathBuf),
    /// The file of an earlier import.
    AlreadyThere(PathBuf),
}

/// The folder of the articles, and a list of the existing ones.
#[derive(Debug)]
pub(super) struct ArticleStore {
    folder: PathBuf,
    known: Vec<StoredArticle>,
    /// The articles by key and by alias: indices into `known`.
    by_key: HashMap<ArticleKey, Vec<usize>>,
    by_alias: HashMap<String, usize>,
    /// The highest number that is taken on each day of each zone.
    numbers: HashMap<(String, PartialDate), u32>,
    /// True if nothing is written.
    dry_run: bool,
}

impl ArticleStore {
    /// Lists the articles of a content folder.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub(super) fn new(
        files: &dyn Files,
        folder: PathBuf,
        content: &SourceTree,
        dry_run: bool,
    ) -> Result<Self, ImportError> {
        let numbers = highest_numbers(files, &folder)?;
        let mut store = ArticleStore {
            folder,
            known: Vec::new(),
            by_key: HashMap::new(),
            by_alias: HashMap::new(),
            numbers,
            dry_run,
        };
        for article in &content.articles {
            let item = &article.item;
            let key = (item.zone.id.clone(), item.published, item.title.clone());
            store.add(key, StoredArticle { aliases: keys(&article.aliases), file: article.file.clone() });
        }
        Ok(store)
    }

    fn add(&mut self, key: ArticleKey, article: StoredArticle) {
        let at = self.known.len();
        for alias in &article.aliases {
            self.by_alias.entry(alias.clone()).or_insert(at);
        }
        self.by_key.entry(key).or_default().push(at);
        self.known.push(article);
    }

    /// Returns the folder of a zone's articles.
    pub(super) fn folder_of(&self, zone: &ZoneId) -> PathBuf {
        self.folder.join(zone.as_str())
    }

    /// Writes a source, its pictures and its documents, unless the page was imported before.
    pub(super) fn place(&mut self, draft: &mut Draft) -> Result<Placed, ImportError> {
        if let Some(there) = self.find_same(draft)? {
            let alias = draft.alias.as_ref().filter(|alias| key(alias).is_none_or(|key| !there.aliases.contains(&key)));
            let note = alias.map(|alias| {
                localized!(
                    zh "那篇稿件的 aliases 里没有它的旧地址 {alias}，请手工加上",
                    en "its old address {alias} is not among the aliases there, add it by hand"
                )
            });
            draft.notes = note.into_iter().collect();
            return Ok(Placed::AlreadyThere(there.file.clone()));
        }
        if let Some(alias) = &draft.alias
            && let Some(other) = key(alias).and_then(|key| self.by_alias.get(&key)).map(|at| &self.known[*at])
        {
            draft.notes.push(localized!(
                zh "旧地址 {alias} 没有写入，{} 已有它",
                en "the old address {alias} is left out, {} has it",
                other.file.display()
            ));
            draft.alias = None;
        }
        let folder = self.folder_of(&draft.zone.id);
        if !self.dry_run {
            fs::create_dir_all(&folder).map_err(ImportError::file(FileAction::MakeFolder, &folder))?;
            for copied in draft.pictures.iter().chain(&draft.documents) {
                write_copy(&folder, copied)?;
            }
        }
        let file = self.write(&folder, draft)?;
        let key = (draft.zone.id.clone(), draft.published, draft.title.clone());
        self.add(key, StoredArticle { aliases: keys(&draft.alias), file: file.clone() });
        Ok(Placed::Written(file))
    }

    /// Finds the article of the same page: same zone, date and title, and the same old address or the same body.
    fn find_same(&self, draft: &Draft) -> Result<Option<&StoredArticle>, ImportError> {
        let alias = draft.alias.as_ref().and_then(|alias| key(alias));
        let key = (draft.zone.id.clone(), draft.published, draft.title.clone());
        for known in self.by_key.get(&key).into_iter().flatten().map(|at| &self.known[*at]) {
            if alias.as_ref().is_some_and(|alias| known.aliases.contains(alias)) {
                return Ok(Some(known));
            }
            if !known.file.is_file() {
                // A dry run has not written it.
                continue;
            }
            let text = fs::read_to_string(&known.file).map_err(ImportError::file(FileAction::Read, &known.file))?;
            if body(&text.replace("\r\n", "\n")) == Some(draft.body().trim()) {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    /// Writes the source of an article that was imported without one. `pending` is what that import wrote: if the file has
    /// another text, an editor has changed it, and it stays as it is. Returns true if the source was written.
    pub(super) fn add_source(&self, file: &Path, pending: &Draft, draft: &Draft) -> Result<bool, ImportError> {
        let is_untouched = fs::read_to_string(file).is_ok_and(|text| text == pending.text());
        if is_untouched && !self.dry_run {
            let part = written(file, draft.text().as_bytes()).map_err(ImportError::file(FileAction::Write, file))?;
            part.persist(file).map_err(|error| ImportError::file(FileAction::Write, file)(error.error))?;
        }
        Ok(is_untouched)
    }

    fn write(&mut self, folder: &Path, draft: &Draft) -> Result<PathBuf, ImportError> {
        let text = draft.text();
        let day = (draft.zone.id.to_string(), draft.published);
        let mut number = self.numbers.get(&day).copied().unwrap_or(0);
        loop {
            number += 1;
            let file = folder.join(format!("{}-{number}.md", draft.published));
            let outcome = if self.dry_run { Ok(()) } else { create(&file, text.as_bytes()) };
            match outcome {
                Ok(()) => {
                    self.numbers.insert(day, number);
                    return Ok(file);
                }
                // Another process created the file in the meantime.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(ImportError::file(FileAction::Write, &file)(error)),
            }
        }
    }
}

/// Writes a copied file. An existing file of this name has the same bytes: see `copied_files::named`.
fn write_copy(folder: &Path, copied: &CopiedFile) -> Result<(), ImportError> {
    let file = folder.join(&copied.name);
    match create(&file, &copied.bytes) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            Err(ImportError::file(FileAction::Write, &file)(error))
        }
        _ => Ok(()),
    }
}

/// Creates a file that appears with all its bytes, so that an interrupted import leaves no half article.
fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if file.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    written(file, bytes)?.persist_noclobber(file).map(|_| ()).map_err(|error| error.error)
}

/// Writes bytes to a temporary file beside another one.
fn written(file: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut part = tempfile::Builder::new();
    // Readable as other files are; temporary files are their owner's alone.
    #[cfg(unix)]
    part.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut part = part.tempfile_in(file.parent().unwrap_or(Path::new(".")))?;
    part.write_all(bytes)?;
    Ok(part)
}

/// Returns the text below the front matter.
fn body(text: &str) -> Option<&str> {
    text.split_once("\n+++\n").map(|(_, body)| body.trim())
}
