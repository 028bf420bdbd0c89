//! Checking all sources without writing anything. It owns the order of the checks and what is done with silences; each rule
//! stands where its matter is read, the editor's rules in the modules below.

mod article;
mod editorial;
mod punctuation;
mod report;
mod sarif;
mod silences;
mod today;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use investchn_model::PartialDate;

pub use report::Report;

pub(crate) use article::{Spans, check as article};
pub(crate) use silences::{RawSilence, Silence};

use crate::cache::Cache;
use crate::error::BuildError;
use crate::portal;
use crate::problem::Problem;
use crate::source::Content;
use silences::Silences;
use today::Today;

/// What to check.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    /// The sources.
    pub content: PathBuf,
    /// Today: an article that is dated later is an error. None: the day of the newest commit, if there is a repository.
    pub now: Option<PartialDate>,
    /// Take drafts for published, as `build` does when it is told to.
    pub drafts: bool,
}

/// Checks the content, and reports everything that is wrong with it.
///
/// # Errors
/// Where a file that must be there cannot be read.
pub fn check(options: &CheckOptions) -> Result<Report, BuildError> {
    match read(&options.content, None, options.drafts, options.now) {
        Ok((_, problems)) => Ok(Report::new(problems)),
        Err(BuildError::Problems(problems)) => Ok(Report::new(problems)),
        Err(error) => Err(error),
    }
}

/// The content, ordered, and all that was found, in the order of its places; silenced warnings are not among it.
pub(crate) fn read(
    folder: &Path,
    cache: Option<&Arc<Cache>>,
    drafts: bool,
    now: Option<PartialDate>,
) -> Result<(Content, Vec<Problem>), BuildError> {
    let mut problems = Vec::new();
    let mut content = Content::read(folder, cache, &mut problems)?;
    portal::order(&mut content);
    let today = Today::new(now, folder);
    let (odd, wrong) = rayon::join(|| editorial::check(&content, &today), || portal::check(&content, drafts));
    problems.extend(odd.into_iter().chain(wrong));
    let silences: Silences = content
        .articles
        .iter()
        .filter(|article| !article.silences.is_empty())
        .map(|article| (article.file.clone(), article.silences.clone()))
        .collect();
    content.articles.retain(|article| drafts || !article.draft);
    silences::apply(&silences, &mut problems);
    problems.sort();
    Ok((content, problems))
}
