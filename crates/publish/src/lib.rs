//! The program `investchn-publish`: its verbs. It connects the disk, the clock, git, the cache and the progress bar to the
//! crates that handle sources, rules, pages and folders, which use none of these directly.
//!
//! Invariant: nothing is written before everything is read and checked.

mod build;
mod check;
mod error;
#[cfg(fuzzing)]
pub mod fuzzing;
mod new_article;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use build::{BuildOptions, Summary, build, mark_deployed};
pub use check::{CheckOptions, check, fix};
pub use error::BuildError;
pub use investchn_demo::{Demo, DemoOptions};
pub use investchn_diagnostics::{Diagnostic, RULES, Report, Rule, Severity, Tool};
pub use investchn_disk::{clock_day, today_in_china};
pub use investchn_hosting::{Host, Mount, host_config};
pub use investchn_import::{DryRunTable, ImportOptions, ImportSummary, Outcome, PageReport, ReviewFile, learn_profile};
pub use investchn_output::{Comparison, Deployment, Difference, WriteStats};
pub use investchn_profile::{NamedZone, SiteProfile};
pub use investchn_register::{AddZone, ExitZone, GivenNames, MergeZone, RenameZone, TableEdit, UpgradeZone, ZoneEdit};
pub use new_article::{NewArticle, NewArticleError, new_article};

use investchn_disk::{CommitDate, DiskFiles};
use investchn_register::EditPlan;
use investchn_sources::Files;

fn disk_files() -> Arc<dyn Files> {
    Arc::new(DiskFiles)
}

/// Imports pages of an old site one by one, and reports each as soon as it is done.
///
/// # Errors
/// If the register or the settings cannot be read, a page's folder cannot be listed, or a source cannot be written. A page
/// that cannot be read is reported as not imported.
pub fn import(
    options: &ImportOptions,
    begin: impl FnOnce(usize),
    report: impl FnMut(&PageReport),
) -> Result<ImportSummary, BuildError> {
    Ok(investchn_import::import(&disk_files(), options, begin, report)?)
}

/// Writes a synthetic corpus. Calls `written` after each article, from several threads.
///
/// # Errors
/// If the folder is not empty, the register cannot be read, or a file cannot be written.
pub fn demo(options: &DemoOptions, written: impl Fn() + Sync) -> Result<Demo, BuildError> {
    Ok(investchn_demo::demo(&DiskFiles, options, written)?)
}

/// Edits the register of a content folder, and returns what changes. With `dry_run` nothing is written.
///
/// # Errors
/// If the edit is refused, the content would have errors, or a file cannot be read or written. Nothing was written then.
pub fn edit_zone(content: &Path, edit: ZoneEdit, dry_run: bool) -> Result<Vec<TableEdit>, BuildError> {
    let plan = EditPlan::new(&disk_files(), content, edit, &CommitDate::new(None, content))?;
    if !dry_run {
        let files = plan.tables.into_iter().map(|table| (content.join(table.file), table.text.into_bytes()));
        investchn_output::replace_all(&files.collect::<Vec<_>>())?;
    }
    Ok(plan.edits)
}

/// Compares a deployment with the manifest in the state folder of its build.
///
/// # Errors
/// If the manifest cannot be read, or the host does not answer at all.
pub fn verify(state: &Path, deployment: &Deployment) -> Result<Comparison, BuildError> {
    Ok(investchn_output::verify(state, deployment)?)
}

/// Returns the state folder of a site: the one that the command line names, or the default.
fn state_folder(site: &Path, named: Option<PathBuf>) -> PathBuf {
    named.unwrap_or_else(|| investchn_output::default_state_folder(site))
}
