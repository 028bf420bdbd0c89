//! Watches the sources that Trunk.toml lists, and reports files that were changed, added or deleted.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result};
use investchn_tooling::told;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor writes several times when it saves; a build waits for this long without a write.
const QUIET: Duration = Duration::from_millis(200);

/// A watch of the sources. It collects the changes since the last call of `wait`.
pub(crate) struct Changes {
    seen: Receiver<()>,
    /// The watch ends when this is dropped.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches files, and folders with everything in them.
    pub(crate) fn watch(sources: &[PathBuf]) -> Result<Self> {
        let sources: Vec<PathBuf> = sources.iter().map(std::path::absolute).collect::<Result<_, _>>()?;
        let (sender, seen) = mpsc::channel();
        let watched = sources.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| is_change(&event, &watched)) {
                // Sending fails when the command has ended and nothing receives.
                let _ = sender.send(());
            }
        })
        .with_context(|| told!(zh "系统不报告哪些文件有改动", en "the system does not tell which files change"))?;
        for source in &sources {
            // Editors replace a file by a new one, which only a watch of its folder notices.
            let (path, mode) = match source.parent() {
                Some(folder) if source.is_file() => (folder, RecursiveMode::NonRecursive),
                _ => (source.as_path(), RecursiveMode::Recursive),
            };
            watcher
                .watch(path, mode)
                .with_context(|| told!(zh "无法监视 {}", en "{} cannot be watched", source.display()))?;
        }
        Ok(Changes { seen, _watcher: watcher })
    }

    /// Waits for a change, and then until there was none for a moment.
    pub(crate) fn wait(&self) -> Result<()> {
        self.seen.recv().with_context(|| told!(zh "对文件的监视已结束", en "the watch of the sources has ended"))?;
        while self.seen.recv_timeout(QUIET) != Err(RecvTimeoutError::Timeout) {}
        Ok(())
    }
}

fn is_change(event: &Event, sources: &[PathBuf]) -> bool {
    let changes = event.kind.is_create() || event.kind.is_modify() || event.kind.is_remove();
    let is_source = |path: &PathBuf| sources.iter().any(|source| path.starts_with(source) && !is_backup(path));
    changes && event.paths.iter().any(is_source)
}

/// Returns true for files that editors keep beside an open file.
fn is_backup(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with('~') || name.ends_with(".swp") || name.starts_with(".#")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn written_replaced_and_deleted_files_are_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (file, inside) = (folder.path().join("Cargo.toml"), folder.path().join("src/pages"));
        fs::create_dir_all(&inside).unwrap();
        fs::write(&file, "1").unwrap();
        let changes = Changes::watch(&[file.clone(), folder.path().join("src")]).unwrap();
        fs::write(folder.path().join("new"), "2").unwrap();
        fs::rename(folder.path().join("new"), &file).unwrap();
        changes.wait().unwrap();
        fs::write(inside.join("home.rs"), "3").unwrap();
        changes.wait().unwrap();
        fs::remove_file(inside.join("home.rs")).unwrap();
        changes.wait().unwrap();
        // Other files beside the watched one, files of an editor, and reads are not changes.
        fs::write(folder.path().join("other"), "4").unwrap();
        fs::write(inside.join(".home.rs.swp"), "5").unwrap();
        fs::read(&file).unwrap();
        assert_eq!(changes.seen.recv_timeout(QUIET), Err(RecvTimeoutError::Timeout));
    }
}
