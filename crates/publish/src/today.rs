//! The day after which a date is in the future. It is asked of nobody's clock, so that a check says tomorrow what it says
//! today: the command line names it, or else it is the day, in China, of the repository's newest commit.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use investchn_lint::Today;
use investchn_model::PartialDate;

/// What today is.
pub(crate) enum CommitDate {
    /// As the command line says.
    Named(PartialDate),
    /// The day of the newest commit, which the files that it has cannot be after.
    Committed { day: PartialDate, folder: PathBuf, files: OnceLock<BTreeSet<PathBuf>> },
    /// There is no repository, or no git.
    Unknown,
}

impl CommitDate {
    /// As it is named, or as the repository of a folder says.
    pub(crate) fn new(named: Option<PartialDate>, folder: &Path) -> Self {
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
    /// An article that is not committed yet is newer than the newest commit.
    fn before(&self, date: PartialDate, file: &Path) -> Option<PartialDate> {
        match self {
            CommitDate::Named(day) => (date > *day).then_some(*day),
            // Git is asked for its files only where there is something to ask about.
            CommitDate::Committed { day, folder, files } if date > *day => {
                let files = files.get_or_init(|| committed(folder).unwrap_or_default());
                file.strip_prefix(folder).is_ok_and(|file| files.contains(file)).then_some(*day)
            }
            CommitDate::Committed { .. } | CommitDate::Unknown => None,
        }
    }
}

/// The files below a folder that are as the newest commit has them, by their path in it.
fn committed(folder: &Path) -> Option<BTreeSet<PathBuf>> {
    let changed = git(folder, &["diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", "."])?;
    let known = git(folder, &["ls-files", "-z", "--", "."])?;
    let changed: BTreeSet<&str> = changed.split('\0').collect();
    Some(known.split('\0').filter(|file| !changed.contains(file)).map(PathBuf::from).collect())
}

/// What git prints; none where it is not there, or refuses.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    // It only asks: no lock of the repository is taken.
    let mut git = Command::new("git");
    git.env("GIT_OPTIONAL_LOCKS", "0");
    // Its days are China's, as the articles' are: a machine that counts in UTC is a day behind in the evening.
    git.env("TZ", "CST-8");
    let output = git.arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok())?
}
