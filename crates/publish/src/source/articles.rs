//! The articles' sources, `articles/<zone>/<date>-<n>.md`: finding them, and reading those that an earlier build has not read.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use investchn_model::PartialDate;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::article::{self, ArticleSource, Parsed, name_of};
use super::bodies::Bodies;
use super::heads::{Head, Heads};
use super::names::Names;
use crate::check;
use crate::digest::Digest;
use crate::error::BuildError;
use crate::pictures::Pictures;
use crate::problem::{Place, Problem};
use crate::rules;
use crate::stat::Stat;

/// What reading articles needs and fills.
pub(super) struct Reader<'a> {
    pub(super) names: &'a Names,
    pub(super) pictures: &'a Pictures,
    pub(super) bodies: &'a Bodies,
    pub(super) heads: &'a Heads,
}

impl Reader<'_> {
    /// Reads every article below a folder.
    pub(super) fn all(&self, folder: &Path, problems: &mut Vec<Problem>) -> Result<Vec<ArticleSource>, BuildError> {
        let mut folders: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
        let files = files(folder, problems)?;
        for files in files.chunk_by(|one, other| folder_of(one) == folder_of(other)) {
            folders.entry(PathBuf::from(folder_of(&files[0]))).or_default().extend_from_slice(files);
        }
        // Each in its own thread, the outcome in the order of the paths.
        let read = folders.into_par_iter().map(|(folder, files)| self.folder(&folder, files));
        let read: Vec<_> = read.collect::<Result<_, BuildError>>()?;
        let (articles, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        problems.extend(found.into_iter().flatten());
        Ok(articles.into_iter().flatten().collect())
    }

    fn folder(&self, folder: &Path, files: Vec<PathBuf>) -> Result<(Vec<ArticleSource>, Vec<Problem>), BuildError> {
        let mut known = self.heads.of(folder);
        let files: Vec<_> = files.into_iter().map(|file| (known.remove(file.as_os_str()), file)).collect();
        let read = files.into_par_iter().map(|(known, file)| self.file(&file, known));
        let read: Vec<(Option<Head>, Vec<Problem>)> = read.collect::<Result<_, BuildError>>()?;
        let (heads, mut problems): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let heads: Vec<Head> = heads.into_iter().flatten().collect();
        if !known.is_empty() || heads.iter().any(|head| head.is_new) {
            self.heads.keep(folder, &heads)?;
        }
        problems.extend(heads.iter().map(|head| head.problems.clone()));
        Ok((heads.into_iter().map(|head| head.article).collect(), problems.into_iter().flatten().collect()))
    }

    /// One article: as it is known, if its file is as it was. What makes no article has problems instead.
    fn file(&self, file: &Path, known: Option<Head>) -> Result<(Option<Head>, Vec<Problem>), BuildError> {
        let mut problems = Vec::new();
        let stat = Stat::of(file).map_err(BuildError::file("cannot read", file))?;
        let known = known.filter(|head| head.pictures.iter().all(|shown| self.pictures.again(shown)));
        if known.as_ref().is_some_and(|head| head.stat == Some(stat)) {
            return Ok((known, problems));
        }
        let Some(bytes) = article::bytes(file, stat.length, &mut problems)? else { return Ok((None, problems)) };
        let (stat, bytes_digest) = (Some(stat).filter(|stat| stat.is_settled()), Digest::of(&bytes));
        if let Some(head) = known.filter(|head| head.bytes == bytes_digest) {
            return Ok((Some(Head { stat, is_new: true, ..head }), problems));
        }
        let Some(text) = article::text(file, bytes, &mut problems) else { return Ok((None, problems)) };
        let Some(parsed) = article::parse(file, &text, self.names, self.pictures, &mut problems) else {
            return Ok((None, problems));
        };
        let Parsed { article, body, pictures, spans } = parsed;
        check::article(&article, &text, &spans, self.names, &mut problems);
        self.bodies.keep(&article.item.id, body, text.len());
        Ok((Some(Head { stat, bytes: bytes_digest, article, problems, pictures, is_new: true }), Vec::new()))
    }
}

/// The folder of a file, as text: paths are slow to compare.
fn folder_of(file: &Path) -> &OsStr {
    file.parent().unwrap_or(file).as_os_str()
}

/// The sources below a folder, in the order of their paths.
fn files(folder: &Path, problems: &mut Vec<Problem>) -> Result<Vec<PathBuf>, BuildError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            BuildError::File { action: "cannot read", path, source: error.into() }
        })?;
        if entry.path_is_symlink() {
            // It may lead out of the content, and what lies elsewhere is nobody's to publish.
            let place = Place::line(entry.path(), 1);
            problems.push(Problem::new(place, &rules::SYMLINK, "this is a symbolic link", "put the file itself there"));
        } else if entry.file_type().is_file() && entry.path().extension().is_some_and(|extension| extension == "md") {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// The numbers that a zone's articles have at a date, wherever below a folder their files lie.
pub(crate) fn numbers(folder: &Path, zone: &str, date: PartialDate) -> Result<impl Iterator<Item = u32>, BuildError> {
    let files = files(folder, &mut Vec::new())?;
    let of_zone = move |file: &PathBuf| file.parent().and_then(Path::file_name).is_some_and(|folder| folder == zone);
    let files: Vec<PathBuf> = files.into_iter().filter(of_zone).collect();
    Ok(files.into_iter().filter_map(move |file| name_of(&file).filter(|(of, _)| *of == date).map(|(_, number)| number)))
}
