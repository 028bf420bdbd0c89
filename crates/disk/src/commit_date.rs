//! The date after which an article is in the future: a date from the command line, or else the day, in China, of the newest
//! commit, so that a check gives the same result tomorrow. A check without a commit takes the day of the clock, and says so.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use investchn_lint::Today;
use investchn_mending::day_in_china;
use investchn_model::PartialDate;

/// The source of today's date.
#[derive(Debug)]
pub enum CommitDate {
    /// The date from the command line.
    Named(PartialDate),
    /// The day of the newest commit. Files in that commit must not have a later date.
    Committed {
        /// The day of the commit, in China.
        day: PartialDate,
        /// The folder of the sources.
        folder: PathBuf,
        /// The files in it that are unchanged since the commit; listed when they are first needed.
        files: OnceLock<BTreeSet<PathBuf>>,
    },
    /// There is no repository, or no git.
    Unknown,
}

impl CommitDate {
    /// Takes the named date, or reads the newest commit of the repository that contains the folder.
    pub fn new(named: Option<PartialDate>, folder: &Path) -> Self {
        if let Some(day) = named {
            return CommitDate::Named(day);
        }
        let newest = ["log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"];
        let day = git(folder, &newest).and_then(|day| day.trim().parse().ok());
        day.map_or(CommitDate::Unknown, |day| CommitDate::Committed {
            day,
            folder: folder.to_owned(),
            files: OnceLock::new(),
        })
    }
}

impl Today for CommitDate {
    fn day(&self) -> Option<PartialDate> {
        match self {
            CommitDate::Named(day) | CommitDate::Committed { day, .. } => Some(*day),
            CommitDate::Unknown => None,
        }
    }

    /// Returns today only for files that are unchanged since the newest commit; others may be newer.
    fn before(&self, date: PartialDate, file: &Path) -> Option<PartialDate> {
        match self {
            CommitDate::Named(day) => (date > *day).then_some(*day),
            // Lists the files of the commit only if a date is later than it.
            CommitDate::Committed { day, folder, files } if date > *day => {
                let files = files.get_or_init(|| committed(folder).unwrap_or_default());
                file.strip_prefix(folder).is_ok_and(|file| files.contains(file)).then_some(*day)
            }
            CommitDate::Committed { .. } | CommitDate::Unknown => None,
        }
    }
}

/// Lists the files below a folder that are unchanged since the newest commit, relative to the folder.
fn committed(folder: &Path) -> Option<BTreeSet<PathBuf>> {
    let changed = git(folder, &["diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", "."])?;
    let known = git(folder, &["ls-files", "-z", "--", "."])?;
    let changed: BTreeSet<&str> = changed.split('\0').collect();
    Some(known.split('\0').filter(|file| !changed.contains(file)).map(PathBuf::from).collect())
}

/// Runs git and returns its output; none if git is not installed or fails.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    // The commands only read: git must not take a lock on the repository.
    let mut git = Command::new("git");
    git.env("GIT_OPTIONAL_LOCKS", "0");
    // Dates of articles are China's. A machine set to UTC would give the previous day for a commit in the early morning in
    // China.
    git.env("TZ", "CST-8");
    let output = git.arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok())?
}

/// Returns the day of this machine's clock, if no day is named and there is no commit.
pub fn clock_day(named: Option<PartialDate>, folder: &Path) -> Option<PartialDate> {
    let CommitDate::Unknown = CommitDate::new(named, folder) else { return None };
    today_in_china()
}

/// Returns the day, in China, of this machine's clock. Only `check` without a commit and `new` use it.
pub fn today_in_china() -> Option<PartialDate> {
    day_in_china(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?.as_secs())
}
