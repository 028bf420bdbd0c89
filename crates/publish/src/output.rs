//! The folder that is written: only what changed, each file whole, and what no longer belongs is removed at the end. Threads
//! share it. It owns the folder, not what stands in it or in which order.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use investchn_model::route::ENTRY_PATH;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use walkdir::WalkDir;

use crate::app_files;
use crate::aside::{Left, Manifest};
use crate::digest::Digest;
use crate::error::BuildError;
use crate::stat::Stat;
use crate::twins::{self, Encoding};

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
pub(crate) struct Output<'a> {
    /// Where it will stand.
    target: PathBuf,
    /// Where it is written: beside the target, where there was none.
    folder: PathBuf,
    /// What the last build wrote there, so far as that is known for certain.
    known: FxHashMap<&'a str, Left>,
    /// Whether a file is as it was wherever its key is.
    keys_hold: bool,
    /// Whether files get compressed twins.
    precompress: bool,
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
    /// Those of them that the last build did not leave.
    pub(crate) added: Vec<String>,
    /// The files that were removed.
    pub(crate) removed: Vec<String>,
    /// How many of `files` the last build left too.
    pub(crate) again: usize,
    /// Whether it is known what the last build left. Where it is not, what was not written may be new all the same.
    pub(crate) sure: bool,
}

impl<'a> Output<'a> {
    /// Begins to write a folder. One that is not there yet is written beside its place and put there when it is whole.
    /// `last` is what the last build left there; without it files are read to be compared. `stamp` stands for all that a file
    /// is made from beside its key.
    pub(crate) fn begin(target: &Path, last: Manifest<'a>, stamp: Option<Digest>) -> Result<Self, BuildError> {
        let fresh = !target.exists();
        let folder = if fresh { beside(target, ".new") } else { target.to_owned() };
        if fresh && folder.exists() {
            // What an earlier build left when it was stopped.
            fs::remove_dir_all(&folder).map_err(BuildError::file("cannot remove", &folder))?;
        }
        fs::create_dir_all(&folder).map_err(BuildError::file("cannot make the folder", &folder))?;
        // A manifest of another folder says nothing of this one.
        let entry = last.files.get(ENTRY_PATH);
        let known = entry.is_some_and(|entry| entry.is_as_left(&folder.join(ENTRY_PATH)));
        let keys_hold = known && stamp.is_some() && last.stamp == stamp;
        let known = if known { last.files } else { FxHashMap::default() };
        let precompress = false;
        Ok(Output { target: target.to_owned(), folder, known, keys_hold, precompress, done: Mutex::default() })
    }

    /// With compressed twins beside the files, or without.
    pub(crate) fn precompress(mut self, precompress: bool) -> Self {
        self.precompress = precompress;
        self
    }

    /// Makes a file hold these bytes, which were made from what `key` stands for, and its twins with it.
    pub(crate) fn put(&self, name: &str, bytes: &[u8], key: Option<Digest>) -> Result<(), BuildError> {
        let digest = Digest::of(bytes);
        self.put_one(name, bytes, digest, key)?;
        for (twin, encoding, key) in self.twins(name, bytes.len() as u64, digest) {
            if self.keep_all(&[(&twin, key)]) {
                continue;
            }
            let path = self.folder.join(&twin);
            if let Some(bytes) =
                twins::make(name, bytes, encoding).map_err(BuildError::file("cannot compress", &path))?
            {
                self.put_one(&twin, &bytes, Digest::of(&bytes), Some(key))?;
            }
        }
        Ok(())
    }

    /// The twins that a file has: their names, and the keys that say of what bytes they are.
    fn twins(&self, name: &str, length: u64, digest: Digest) -> impl Iterator<Item = (String, Encoding, Digest)> {
        let has = self.precompress && twins::has(name, length);
        let twin = move |encoding: Encoding| {
            let suffix = encoding.suffix();
            ([name, suffix].concat(), encoding, Digest::of([&digest.to_string(), suffix].concat().as_bytes()))
        };
        Encoding::ALL.into_iter().filter(move |_| has).map(twin)
    }

    fn put_one(&self, name: &str, bytes: &[u8], digest: Digest, key: Option<Digest>) -> Result<(), BuildError> {
        let path = self.folder.join(name);
        let fresh = self.folder != self.target;
        let held = if fresh { None } else { self.holds(&path, name, digest, bytes) };
        let unchanged = held.is_some();
        let stat = match held {
            Some(stat) => stat,
            None if fresh => write(&path, bytes)?,
            None => replace(&path, bytes)?,
        };
        let mut done = self.held();
        let again = self.known.contains_key(name);
        done.again += usize::from(again);
        done.written.bytes += stat.length;
        if unchanged {
            done.written.unchanged += 1;
        } else {
            done.written.written += 1;
            done.changed.push(name.to_owned());
            if !again {
                done.added.push(name.to_owned());
            }
        }
        done.files.push((name.to_owned(), Left { digest, key, stat }));
        Ok(())
    }

    /// Keeps files as the last build wrote them, if all of them are known to be made from what `key` stands for, and their
    /// twins are there. Then they need not be made again.
    pub(crate) fn keep(&self, names: &[&str], key: Digest) -> bool {
        let mut all: Vec<(String, Digest)> = names.iter().map(|name| ((*name).to_owned(), key)).collect();
        for name in names {
            if let Some(left) = self.known.get(name) {
                all.extend(self.twins(name, left.stat.length, left.digest).map(|(twin, _, key)| (twin, key)));
            }
        }
        self.keep_all(&all)
    }

    fn keep_all(&self, files: &[(impl AsRef<str>, Digest)]) -> bool {
        let left = |(name, key): &(_, Digest)| {
            let name: &str = AsRef::as_ref(name);
            let left = self.known.get(name).filter(|left| self.keys_hold && left.key == Some(*key))?;
            left.is_as_left(&self.folder.join(name)).then(|| (name.to_owned(), *left))
        };
        let Some(kept) = files.iter().map(left).collect::<Option<Vec<_>>>() else { return false };
        let mut done = self.held();
        done.written.bytes += kept.iter().map(|(_, left)| left.stat.length).sum::<u64>();
        done.written.unchanged += kept.len();
        done.again += kept.len();
        done.files.extend(kept);
        true
    }

    /// A file that has these bytes already. One that the last build wrote and nobody touched since need not be read.
    fn holds(&self, path: &Path, name: &str, digest: Digest, bytes: &[u8]) -> Option<Stat> {
        let stat = Stat::of(path).ok()?;
        let left = self.known.get(name).filter(|left| left.digest == digest && left.stat == stat);
        (left.is_some() || fs::read(path).is_ok_and(|old| old == bytes)).then_some(stat)
    }

    /// Removes what no longer belongs, puts a new folder in its place, and says what was done, in the order of the names.
    pub(crate) fn finish(self) -> Result<Done, BuildError> {
        let mut done = std::mem::take(&mut *self.held());
        done.files.par_sort_unstable();
        done.changed.sort_unstable();
        done.added.sort_unstable();
        done.sure = !self.known.is_empty();
        if self.folder != self.target {
            fs::rename(&self.folder, &self.target).map_err(BuildError::file("cannot write", &self.target))?;
            return Ok(done);
        }
        let ours = |name: &str| done.files.binary_search_by(|(ours, _)| ours.as_str().cmp(name)).is_ok();
        let mut removed: Vec<String> = if self.known.is_empty() {
            others(&self.folder).into_par_iter().filter(|name| !ours(name)).collect()
        } else if done.again == self.known.len() {
            Vec::new()
        } else {
            // What the last build left is known without looking.
            self.known.par_iter().filter(|(name, _)| !ours(name)).map(|(name, _)| (*name).to_owned()).collect()
        };
        removed.sort_unstable();
        for name in &removed {
            remove(&self.folder, name)?;
        }
        done.written.removed = removed.len();
        done.removed = removed;
        Ok(done)
    }

    fn held(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A path with something added to its name.
pub(crate) fn beside(path: &Path, more: &str) -> PathBuf {
    // Without the slash that a folder's name may end with.
    let mut name = path.components().collect::<PathBuf>().into_os_string();
    name.push(more);
    PathBuf::from(name)
}

/// Writes a file into a folder that may have to be made.
fn write(path: &Path, bytes: &[u8]) -> Result<Stat, BuildError> {
    let cannot = BuildError::file("cannot write", path);
    let opened = match File::create(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = path.parent().unwrap_or(path);
            fs::create_dir_all(parent).map_err(BuildError::file("cannot make the folder", parent))?;
            File::create(path)
        }
        opened => opened,
    };
    let written = opened.and_then(|mut file| {
        file.write_all(bytes)?;
        Stat::from(&file.metadata()?)
    });
    written.map_err(cannot)
}

/// Beside the file and renamed, so that at no moment a half-written one can be read.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<Stat, BuildError> {
    let part = beside(path, ".part");
    let stat = write(&part, bytes)?;
    fs::rename(&part, path).map_err(BuildError::file("cannot write", path))?;
    Ok(stat)
}

/// The files of a folder.
fn others(folder: &Path) -> Vec<String> {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    files.filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_str()?.replace('\\', "/"))).collect()
}

/// Removes a file, and the folders in which nothing is left then.
fn remove(folder: &Path, name: &str) -> Result<(), BuildError> {
    let path = folder.join(name);
    match fs::remove_file(&path) {
        // It is gone, as it should be.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed.map_err(BuildError::file("cannot remove", &path))?,
    }
    // A folder that is not empty refuses, and that is its answer.
    let emptied = path.ancestors().skip(1).take_while(|parent| *parent != folder);
    for emptied in emptied {
        if fs::remove_dir(emptied).is_err() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) -> Done {
        let output = Output::begin(folder, Manifest::default(), None).unwrap();
        for (name, text) in files {
            output.put(name, text.as_bytes(), None).unwrap();
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
        output.put("app.html", b"x", None).unwrap();
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
