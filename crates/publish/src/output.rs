//! The folder that is written: only what changed, each file whole, and what no longer belongs is removed at the end. Threads
//! share it. It owns the folder, not what stands in it or in which order.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;

use crate::app_files;
use crate::aside::{Left, Manifest};
use crate::digest::Digest;
use crate::error::BuildError;

/// What writing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written anew.
    pub written: usize,
    /// Files that had the same bytes already.
    pub unchanged: usize,
    /// Files that no longer belong.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Refuses a folder with files of somebody else's.
pub(crate) fn check(folder: &Path) -> Result<(), BuildError> {
    let ours = [app_files::LIST, app_files::TEMPLATE].iter().any(|name| folder.join(name).is_file());
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(BuildError::file("cannot read", folder)(error)),
    };
    if ours || empty { Ok(()) } else { Err(BuildError::ForeignOutput(folder.to_owned())) }
}

/// A folder being written.
pub(crate) struct Output {
    /// Where it will stand.
    target: PathBuf,
    /// Where it is written: beside the target, where there was none.
    folder: PathBuf,
    /// What the last build wrote there, so far as that is known for certain.
    known: BTreeMap<String, Left>,
    /// Whether a page is as it was wherever its data is.
    pages_follow_data: bool,
    done: Mutex<Done>,
}

/// What was done so far.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) written: Written,
    /// Every file as it stands there.
    pub(crate) files: Vec<(String, Left)>,
    /// The files that were written anew.
    pub(crate) changed: Vec<String>,
    /// The files that were removed.
    pub(crate) removed: Vec<String>,
}

impl Output {
    /// Begins to write a folder. One that is not there yet is written beside its place and put there when it is whole.
    /// `last` is what the last build left there; without it files are read to be compared. `stamp` stands for all that a page
    /// is made from beside its data.
    pub(crate) fn begin(target: &Path, last: Manifest, stamp: Option<Digest>) -> Result<Self, BuildError> {
        let fresh = !target.exists();
        let folder = if fresh { beside(target, ".new") } else { target.to_owned() };
        if fresh && folder.exists() {
            // What an earlier build left when it was stopped.
            fs::remove_dir_all(&folder).map_err(BuildError::file("cannot remove", &folder))?;
        }
        fs::create_dir_all(&folder).map_err(BuildError::file("cannot make the folder", &folder))?;
        let pages_follow_data = !fresh && stamp.is_some() && last.stamp == stamp;
        let known = if fresh { BTreeMap::new() } else { last.files };
        Ok(Output { target: target.to_owned(), folder, known, pages_follow_data, done: Mutex::default() })
    }

    /// Makes a file hold these bytes.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), BuildError> {
        let path = self.folder.join(name);
        let fresh = self.folder != self.target;
        let digest = Digest::of(bytes);
        let unchanged = !fresh && self.holds(&path, name, digest, bytes);
        if fresh {
            make_parent(&path)?;
            fs::write(&path, bytes).map_err(BuildError::file("cannot write", &path))?;
        } else if !unchanged {
            replace(&path, bytes)?;
        }
        let left = Left::now(&path, digest).map_err(BuildError::file("cannot read", &path))?;
        let mut done = self.held();
        done.written.bytes += left.length;
        if unchanged {
            done.written.unchanged += 1;
        } else {
            done.written.written += 1;
            done.changed.push(name.to_owned());
        }
        done.files.push((name.to_owned(), left));
        Ok(())
    }

    /// Keeps a page as the last build wrote it, if it is known to be made from these data. Then it need not be made again.
    pub(crate) fn keep(&self, page: &str, data: &str, bytes: &[u8]) -> bool {
        let same = self.pages_follow_data && self.known.get(data).is_some_and(|left| left.digest == Digest::of(bytes));
        let left = self.known.get(page).copied().filter(|left| same && left.is_as_left(&self.folder.join(page)));
        if let Some(left) = left {
            let mut done = self.held();
            done.written.bytes += left.length;
            done.written.unchanged += 1;
            done.files.push((page.to_owned(), left));
        }
        left.is_some()
    }

    /// Whether a file has these bytes already. One that the last build wrote and nobody touched since need not be read.
    fn holds(&self, path: &Path, name: &str, digest: Digest, bytes: &[u8]) -> bool {
        let left = self.known.get(name).filter(|left| left.digest == digest);
        if left.is_some_and(|left| left.is_as_left(path)) {
            return true;
        }
        fs::read(path).is_ok_and(|old| old == bytes)
    }

    /// Removes what no longer belongs, puts a new folder in its place, and says what was done, in the order of the names.
    pub(crate) fn finish(self) -> Result<Done, BuildError> {
        let mut done = std::mem::take(&mut *self.held());
        if self.folder == self.target {
            remove_others(&self.folder, &mut done)?;
        } else {
            fs::rename(&self.folder, &self.target).map_err(BuildError::file("cannot write", &self.target))?;
        }
        done.files.sort_unstable();
        done.changed.sort_unstable();
        done.removed.sort_unstable();
        Ok(done)
    }

    fn held(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A path with something added to its name.
pub(crate) fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

fn make_parent(path: &Path) -> Result<(), BuildError> {
    match path.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(BuildError::file("cannot make the folder", parent)),
        None => Ok(()),
    }
}

/// Beside the file and renamed, so that at no moment a half-written one can be read.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    make_parent(path)?;
    let part = beside(path, ".part");
    fs::write(&part, bytes).map_err(BuildError::file("cannot write", &part))?;
    fs::rename(&part, path).map_err(BuildError::file("cannot write", path))
}

fn remove_others(folder: &Path, done: &mut Done) -> Result<(), BuildError> {
    let ours: HashSet<&str> = done.files.iter().map(|(name, _)| name.as_str()).collect();
    let mut removed = Vec::new();
    let mut folders = Vec::new();
    for entry in WalkDir::new(folder).contents_first(true).into_iter().flatten() {
        let name = entry.path().strip_prefix(folder).ok().and_then(Path::to_str).map(|name| name.replace('\\', "/"));
        if entry.file_type().is_dir() {
            folders.push(entry.into_path());
        } else if name.as_ref().is_none_or(|name| !ours.contains(name.as_str())) {
            fs::remove_file(entry.path()).map_err(BuildError::file("cannot remove", entry.path()))?;
            removed.extend(name);
        }
    }
    // Folders in which nothing is left, the innermost first. One that is not empty refuses, and that is its answer.
    for emptied in folders.iter().filter(|emptied| *emptied != folder) {
        let _ = fs::remove_dir(emptied);
    }
    done.written.removed = removed.len();
    done.removed = removed;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) -> Done {
        let output = Output::begin(folder, Manifest::default(), None).unwrap();
        for (name, text) in files {
            output.put(name, text.as_bytes()).unwrap();
        }
        output.finish().unwrap()
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_gone_is_removed() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("dist");
        let first = write(&folder, &[("app.html", "x"), ("a/b/index.html", "1"), ("c.json", "2")]);
        assert_eq!(first.written, Written { written: 3, bytes: 3, ..Written::default() });
        let second = write(&folder, &[("app.html", "x"), ("c.json", "22")]);
        assert_eq!(second.written, Written { written: 1, unchanged: 1, removed: 1, bytes: 3 });
        assert_eq!((second.changed, second.removed), (vec!["c.json".to_owned()], vec!["a/b/index.html".to_owned()]));
        assert!(!folder.join("a").exists(), "an emptied folder goes too");
    }

    #[test]
    fn a_new_folder_appears_when_it_is_whole() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("dist");
        let output = Output::begin(&folder, Manifest::default(), None).unwrap();
        output.put("app.html", b"x").unwrap();
        assert!(!folder.exists());
        // Stopped here, the next build begins anew.
        drop(output);
        write(&folder, &[("c.json", "2")]);
        assert!(folder.join("c.json").exists() && !folder.join("app.html").exists());
        assert!(!beside(&folder, ".new").exists());
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(check(folder.path()).is_ok(), "an empty folder");
        assert!(check(&folder.path().join("new")).is_ok(), "a new folder");
        fs::write(folder.path().join("thesis.doc"), "").unwrap();
        assert!(matches!(check(folder.path()), Err(BuildError::ForeignOutput(_))));
        fs::write(folder.path().join(app_files::LIST), "{}").unwrap();
        assert!(check(folder.path()).is_ok(), "an earlier output");
    }
}
