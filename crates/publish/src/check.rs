//! `check`: lists every problem of a content folder and writes nothing.

use std::path::PathBuf;

use investchn_diagnostics::Report;
use investchn_disk::CommitDate;
use investchn_lint::{difference, mend, read_and_check};
use investchn_localized::Text;
use investchn_model::PartialDate;

use crate::disk_files;
use crate::error::BuildError;

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

/// Mends what has one reading: passes the difference to `show`, and then writes the files, unless it is a dry run.
///
/// # Errors
/// If a file cannot be read or written.
pub fn fix(options: &CheckOptions, dry_run: bool, show: impl FnOnce(Text)) -> Result<(), BuildError> {
    let today = CommitDate::new(options.now, &options.content);
    let files = mend(&disk_files(), &options.content, options.drafts, &today)?;
    show(Text::join(&files.iter().map(difference).collect::<Vec<_>>(), &Text::default()));
    let files: Vec<_> = files.into_iter().map(|file| (file.path, file.after.into_bytes())).collect();
    if dry_run { Ok(()) } else { Ok(investchn_output::replace_all(&files)?) }
}
