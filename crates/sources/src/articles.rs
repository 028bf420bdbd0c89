//! Finds the files of articles, `articles/<zone>/<date>-<n>.md`, with their translations, and reads those that changed since the
//! last build.

mod translations;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_digest::Digest;
use investchn_localized::localized;
use investchn_model::PartialDate;
use rayon::prelude::*;

use crate::article::{self, ArticleSource, ParsedArticle, date_and_number};
use crate::article_cache::{ArticleCache, CachedArticle};
use crate::body_cache::BodyCache;
use crate::languages;
use crate::lints::{ArticleText, Lints};
use crate::pictures::Pictures;
use crate::portable_name;
use investchn_files::{Files, FoundFile, SourceError};
use investchn_zones::ZoneLookup;

/// Reads articles on all cores.
pub(crate) struct ArticleReader<'a> {
    pub(crate) files: &'a dyn Files,
    pub(crate) names: &'a ZoneLookup,
    pub(crate) pictures: &'a Pictures,
    pub(crate) bodies: &'a BodyCache,
    pub(crate) cache: &'a ArticleCache,
    pub(crate) lints: Lints,
}

/// Articles that are still to be sorted. An article has hundreds of bytes, which sorting would move many times.
pub(crate) type UnsortedArticles = Vec<Box<ArticleSource>>;

/// An article that was read, or none for a file that is no article, which the diagnostics say.
type ReadFileOutcome = (Option<CachedArticle>, Vec<Diagnostic>);

impl ArticleReader<'_> {
    /// Reads every article below a folder with its translations, in the order of the paths.
    pub(crate) fn read_all(
        &self,
        folder: &Path,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<UnsortedArticles, SourceError> {
        let mut folders: BTreeMap<PathBuf, Vec<FoundFile>> = BTreeMap::new();
        let files = article_files(self.files, folder, diagnostics)?;
        for files in files.chunk_by(|one, other| folder_of(&one.path) == folder_of(&other.path)) {
            folders.entry(PathBuf::from(folder_of(&files[0].path))).or_default().extend_from_slice(files);
        }
        let read = folders.into_par_iter().map(|(folder, files)| self.read_folder(&folder, files));
        let read: Vec<_> = read.collect::<Result<_, SourceError>>()?;
        let (articles, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        diagnostics.extend(found.into_iter().flatten());
        Ok(articles.into_iter().flatten().collect())
    }

    fn read_folder(
        &self,
        folder: &Path,
        files: Vec<FoundFile>,
    ) -> Result<(UnsortedArticles, Vec<Diagnostic>), SourceError> {
        let mut known = self.cache.articles_of(folder).into_iter().peekable();
        let mut is_one_gone = false;
        // Both are in the order of the files' names.
        let files = files.into_iter().map(|file| {
            let name = file.path.as_os_str();
            while known.next_if(|cached| cached.article.file.as_os_str() < name).is_some() {
                is_one_gone = true;
            }
            (known.next_if(|cached| cached.article.file.as_os_str() == name), file)
        });
        let (translations, files): (Vec<_>, Vec<_>) =
            files.partition(|(_, file)| languages::is_translation(&file.path));
        is_one_gone |= known.next().is_some();
        let paths: BTreeSet<PathBuf> = match translations.is_empty() {
            true => BTreeSet::new(),
            false => files.iter().map(|(_, file)| file.path.clone()).collect(),
        };
        let read = files.into_par_iter().map(|(known, file)| self.read_file(&file, known));
        let read: Vec<ReadFileOutcome> = read.collect::<Result<_, SourceError>>()?;
        let (articles, mut diagnostics): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let mut articles: Vec<CachedArticle> = articles.into_iter().flatten().collect();
        if !translations.is_empty() {
            let (mut translated, found) = self.read_translations(translations, &paths, &articles)?;
            articles.append(&mut translated);
            diagnostics.push(found);
        }
        if is_one_gone || articles.iter().any(|cached| cached.is_new) {
            self.cache.write(folder, &articles)?;
        }
        diagnostics.extend(articles.iter().map(|cached| cached.diagnostics.clone()));
        let diagnostics = diagnostics.into_iter().flatten().collect();
        Ok((articles.into_iter().map(|cached| cached.article).collect(), diagnostics))
    }

    /// Reads one article, or returns the cached one if its file is unchanged.
    fn read_file(&self, file: &FoundFile, known: Option<CachedArticle>) -> Result<ReadFileOutcome, SourceError> {
        self.read_changed(file, known, |text, diagnostics| {
            let parsed = article::parse(&file.path, text, self.names, self.pictures, diagnostics)?;
            let ParsedArticle { article, spans, .. } = &parsed;
            (self.lints.article)(ArticleText { article, text, spans }, self.names, diagnostics);
            Some(parsed)
        })
    }

    /// Returns the known article if its file is unchanged, or else what `parse` makes of its text.
    fn read_changed(
        &self,
        FoundFile { path: file, stamp, .. }: &FoundFile,
        known: Option<CachedArticle>,
        parse: impl FnOnce(&str, &mut Vec<Diagnostic>) -> Option<ParsedArticle>,
    ) -> Result<ReadFileOutcome, SourceError> {
        let mut diagnostics = Vec::new();
        let known = known.filter(|cached| cached.article.media.iter().all(|file| self.pictures.is_unchanged(file)));
        if known.as_ref().is_some_and(|cached| cached.stamp == Some(*stamp)) {
            return Ok((known, diagnostics));
        }
        if !article::is_length_allowed(file, stamp.length, &mut diagnostics) {
            return Ok((None, diagnostics));
        }
        let bytes = self.files.read(file)?;
        let (stamp, digest) = (Some(*stamp).filter(|stamp| stamp.is_settled()), Digest::of(&bytes));
        if let Some(cached) = known.filter(|cached| cached.bytes == digest) {
            return Ok((Some(CachedArticle { stamp, is_new: true, ..cached }), diagnostics));
        }
        let Some(text) = article::text(file, bytes, &mut diagnostics) else { return Ok((None, diagnostics)) };
        let Some(ParsedArticle { article, body, .. }) = parse(&text, &mut diagnostics) else {
            return Ok((None, diagnostics));
        };
        self.bodies.insert(file, body, text.len());
        let article = Box::new(article);
        Ok((Some(CachedArticle { stamp, bytes: digest, article, diagnostics, is_new: true }), Vec::new()))
    }
}

/// Returns the folder of a file as text, which compares faster than a path.
fn folder_of(file: &Path) -> &OsStr {
    file.parent().unwrap_or(file).as_os_str()
}

/// Lists the Markdown files below a folder, sorted by path.
fn article_files(
    files: &dyn Files,
    folder: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<FoundFile>, SourceError> {
    let mut found = Vec::new();
    for file in files.below(folder)? {
        portable_name::check(folder, &file.path, diagnostics);
        if file.is_symlink {
            // The link may point outside of the content folder, to files that must not be published.
            let start = Location::line(&file.path, 1);
            let message = localized!(zh "这是符号链接", en "this is a symbolic link");
            let help = localized!(zh "把文件本身放在这里", en "put the file itself there");
            diagnostics.push(Diagnostic::new(start, &rules::SYMLINK, message, help));
        } else if file.path.extension().is_some_and(|extension| extension == "md") {
            found.push(file);
        }
    }
    Ok(found)
}

/// Returns the highest article number that each zone uses on each date. The files may be in any folder of the zone's name
/// below `folder`.
///
/// # Errors
/// If a folder cannot be read.
pub fn highest_numbers(files: &dyn Files, folder: &Path) -> Result<HashMap<(String, PartialDate), u32>, SourceError> {
    let mut highest = HashMap::new();
    for FoundFile { path: file, .. } in article_files(files, folder, &mut Vec::new())? {
        let zone = file.parent().and_then(Path::file_name).and_then(OsStr::to_str);
        if let (Some(zone), Some((date, number))) = (zone, date_and_number(&file)) {
            let taken = highest.entry((zone.to_owned(), date)).or_insert(number);
            *taken = number.max(*taken);
        }
    }
    Ok(highest)
}
