//! `check`: lists every problem of a content folder and writes nothing.

use std::path::PathBuf;

use investchn_diagnostics::Report;
use investchn_lint::{MendedFile, mend, read_and_check};
use investchn_model::PartialDate;

use crate::disk_files;
use crate::error::BuildError;
use crate::today::CommitDate;

/// The inputs of a check.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    /// The content folder.
    pub content: PathBuf,
    /// Today; an article with a later date is an error. If none, the day of the newest commit, if there is a repository.
    pub now: Option<PartialDate>,
    /// Check drafts as if they were published.
    pub drafts: bool,
}

/// Checks a content folder and reports every problem.
///
/// # Errors
/// If a required file cannot be read.
pub fn check(options: &CheckOptions) -> Result<Report, BuildError> {
    let today = CommitDate::new(options.now, &options.content);
    match read_and_check(&disk_files(), &options.content, None, options.drafts, &today).map_err(BuildError::from) {
        Ok((_, diagnostics)) => Ok(Report::new(diagnostics)),
        Err(BuildError::Diagnostics(diagnostics)) => Ok(Report::new(diagnostics)),
        Err(error) => Err(error),
    }
}

/// Returns the files that change if what has one reading is mended. Writes nothing.
///
/// # Errors
/// If a file cannot be read.
pub fn mended(options: &CheckOptions) -> Result<Vec<MendedFile>, BuildError> {
    let today = CommitDate::new(options.now, &options.content);
    Ok(mend(&disk_files(), &options.content, options.drafts, &today)?)
}

/// Writes mended files.
///
/// # Errors
/// If a file cannot be written.
pub fn write_mended(files: Vec<MendedFile>) -> Result<(), BuildError> {
    let files = files.into_iter().map(|file| (file.path, file.after.into_bytes()));
    Ok(investchn_output::replace_all(&files.collect::<Vec<_>>())?)
}
