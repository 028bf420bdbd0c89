//! A folder being written: files whose inputs are unchanged are kept, others are compared and replaced, and files that no
//! longer belong to the site are removed at the end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use investchn_digest::{Digest, FileStamp};
use investchn_model::published::{APP_LIST, APP_TEMPLATE};
use investchn_model::route::ENTRY_PATH;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use walkdir::WalkDir;

use crate::build_state::Manifest;
use crate::error::OutputError;
use crate::file_record::FileRecord;
use crate::outcome::WriteOutcome;
use crate::precompress::{self, Encoding};
use crate::replace::{beside, replace, stamp_of, write};
use investchn_localized::FileAction;

/// The number of files whose stamps one core compares.
const FEW: usize = 256;

/// Refuses a folder with files that no build wrote.
///
/// # Errors
/// If there are such files, or the folder cannot be read.
pub fn refuse_foreign_folder(folder: &Path) -> Result<(), OutputError> {
    let ours = [APP_LIST, APP_TEMPLATE].iter().any(|name| folder.join(name).is_file());
    let empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(OutputError::file(FileAction::Read, folder)(error)),
    };
    if ours || empty { Ok(()) } else { Err(OutputError::ForeignFolder(folder.to_owned())) }
}

/// A folder being written.
pub struct OutputFolder<'a> {
    /// The final path of the folder.
    target: PathBuf,
    /// The folder that is written: the target, or one beside it while there is no target yet.
    folder: PathBuf,
    /// The files of the last build; empty if they are not known for certain.
    known: FxHashMap<&'a str, FileRecord>,
    /// True if files with the same input digest are the same: publisher, template and settings did not change.
    inputs_comparable: bool,
    /// True if files get compressed variants.
    precompress: bool,
    done: Mutex<WriteOutcome>,
}

impl<'a> OutputFolder<'a> {
    /// Begins to write a folder. A new folder is written beside its path and renamed when it is whole. `last` is the manifest of
    /// the last build; without one, files are read and compared. `shared_digest` is the hash of the inputs that all files share.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn begin(target: &Path, last: Manifest<'a>, shared_digest: Option<Digest>) -> Result<Self, OutputError> {
        let fresh = !target.exists();
        let folder = if fresh { beside(target, ".new") } else { target.to_owned() };
        if fresh && folder.exists() {
            // An earlier build was interrupted.
            fs::remove_dir_all(&folder).map_err(OutputError::file(FileAction::Remove, &folder))?;
        }
        fs::create_dir_all(&folder).map_err(OutputError::file(FileAction::MakeFolder, &folder))?;
        // A manifest of another folder says nothing about this one.
        let entry = last.files.get(ENTRY_PATH);
        let known = entry.is_some_and(|entry| entry.is_untouched(&folder.join(ENTRY_PATH)));
        let inputs_comparable = known && shared_digest.is_some() && last.shared_digest == shared_digest;
        let known = if known { last.files } else { FxHashMap::default() };
        let precompress = false;
        Ok(OutputFolder {
            target: target.to_owned(),
            folder,
            known,
            inputs_comparable,
            precompress,
            done: Mutex::default(),
        })
    }

    /// Writes compressed variants beside the files, or none.
    pub fn precompress(mut self, precompress: bool) -> Self {
        self.precompress = precompress;
        self
    }

    /// Writes a file and its variants, unless the file has these bytes already. `input_digest` is the hash of their
    /// inputs.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn put(&self, name: &str, bytes: &[u8], input_digest: Option<Digest>) -> Result<(), OutputError> {
        let digest = Digest::of(bytes);
        self.put_one(name, bytes, digest, input_digest)?;
        for (variant, encoding, input_digest) in self.variants(name, bytes.len() as u64, digest) {
            if self.keep_all(&[(&variant, input_digest)]) {
                continue;
            }
            let path = self.folder.join(&variant);
            if let Some(bytes) =
                precompress::compress(name, bytes, encoding).map_err(OutputError::file(FileAction::Compress, &path))?
            {
                self.put_one(&variant, &bytes, Digest::of(&bytes), Some(input_digest))?;
            }
        }
        Ok(())
    }

    /// Lists the variants of a file: name, encoding, and the input digest, which is a hash of the file's digest.
    fn variants(&self, name: &str, length: u64, digest: Digest) -> impl Iterator<Item = (String, Encoding, Digest)> {
        let has = self.precompress && precompress::has_variants(name, length);
        let variant = move |encoding: Encoding| {
            let suffix = encoding.suffix();
            ([name, suffix].concat(), encoding, Digest::of([&digest.to_string(), suffix].concat().as_bytes()))
        };
        Encoding::ALL.into_iter().filter(move |_| has).map(variant)
    }

    fn put_one(
        &self,
        name: &str,
        bytes: &[u8],
        digest: Digest,
        input_digest: Option<Digest>,
    ) -> Result<(), OutputError> {
        let path = self.folder.join(name);
        let fresh = self.folder != self.target;
        let held = if fresh { None } else { self.holds(&path, name, digest, bytes) };
        let unchanged = held.is_some();
        let stamp = match held {
            Some(stamp) => stamp,
            None if fresh => write(&path, bytes)?,
            None => replace(&path, bytes)?,
        };
        let mut done = self.held();
        let again = self.known.contains_key(name);
        done.again += usize::from(again);
        done.written.bytes += stamp.length;
        if unchanged {
            done.written.unchanged += 1;
        } else {
            done.written.written += 1;
            done.changed.push(name.to_owned());
            if !again {
                done.added.push(name.to_owned());
            }
        }
        done.files.push((name.to_owned(), FileRecord { digest, input_digest, stamp }));
        Ok(())
    }

    /// Keeps files as the last build wrote them, if all of them have this input digest and their variants are there. Returns false
    /// if they must be made again.
    pub fn keep(&self, names: &[&str], input_digest: Digest) -> bool {
        let mut all: Vec<(String, Digest)> = names.iter().map(|name| ((*name).to_owned(), input_digest)).collect();
        for name in names {
            if let Some(left) = self.known.get(name) {
                all.extend(
                    self.variants(name, left.stamp.length, left.digest)
                        .map(|(variant, _, input_digest)| (variant, input_digest)),
                );
            }
        }
        self.keep_all(&all)
    }

    /// Reads a file as the last build left it; none if it is not certain that the file is that one.
    pub fn last(&self, name: &str) -> Option<Vec<u8>> {
        let left = self.known.get(name).filter(|_| self.inputs_comparable)?;
        fs::read(self.folder.join(name)).ok().filter(|bytes| Digest::of(bytes) == left.digest)
    }

    fn keep_all(&self, files: &[(impl AsRef<str> + Sync, Digest)]) -> bool {
        let left = |(name, input_digest): &(_, Digest)| {
            let name: &str = AsRef::as_ref(name);
            let left = self
                .known
                .get(name)
                .filter(|left| self.inputs_comparable && left.input_digest == Some(*input_digest))?;
            left.is_untouched(&self.folder.join(name)).then(|| (name.to_owned(), *left))
        };
        // A segment of the search index has tens of thousands of files.
        let kept: Option<Vec<_>> = files.par_iter().with_min_len(FEW).map(left).collect();
        let Some(kept) = kept else { return false };
        let mut done = self.held();
        done.written.bytes += kept.iter().map(|(_, left)| left.stamp.length).sum::<u64>();
        done.written.unchanged += kept.len();
        done.again += kept.len();
        done.files.extend(kept);
        true
    }

    /// Returns the stamp of a file that has these bytes already. Reads the file only if somebody has written to it since the last
    /// build.
    fn holds(&self, path: &Path, name: &str, digest: Digest, bytes: &[u8]) -> Option<FileStamp> {
        let stamp = stamp_of(path).ok()?;
        let left = self.known.get(name).filter(|left| left.digest == digest && left.stamp == stamp);
        (left.is_some() || fs::read(path).is_ok_and(|old| old == bytes)).then_some(stamp)
    }

    /// Removes the files that no longer belong to the site, gives a new folder its name, and returns the outcome, sorted by
    /// name.
    ///
    /// # Errors
    /// If a file cannot be removed, or the folder not renamed.
    pub fn finish(self) -> Result<WriteOutcome, OutputError> {
        let mut done = std::mem::take(&mut *self.held());
        done.files.par_sort_unstable();
        done.changed.sort_unstable();
        done.added.sort_unstable();
        done.last_is_known = !self.known.is_empty();
        if self.folder != self.target {
            fs::rename(&self.folder, &self.target).map_err(OutputError::file(FileAction::Write, &self.target))?;
            return Ok(done);
        }
        let ours = |name: &str| done.files.binary_search_by(|(ours, _)| ours.as_str().cmp(name)).is_ok();
        let mut removed: Vec<String> = if self.known.is_empty() {
            others(&self.folder).into_par_iter().filter(|name| !ours(name)).collect()
        } else if done.again == self.known.len() {
            Vec::new()
        } else {
            // The manifest lists the files, so the folder need not be walked.
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

    fn held(&self) -> MutexGuard<'_, WriteOutcome> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lists the files of a folder.
fn others(folder: &Path) -> Vec<String> {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    files.filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_str()?.replace('\\', "/"))).collect()
}

/// Removes a file, and its parent folders if they are empty then.
fn remove(folder: &Path, name: &str) -> Result<(), OutputError> {
    let path = folder.join(name);
    match fs::remove_file(&path) {
        // The file is gone already.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed.map_err(OutputError::file(FileAction::Remove, &path))?,
    }
    // Removing a folder fails if it is not empty, which ends the loop.
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
    use crate::outcome::WriteStats;

    fn write(folder: &Path, files: &[(&str, &str)]) -> WriteOutcome {
        let output = OutputFolder::begin(folder, Manifest::default(), None).unwrap();
        for (name, text) in files {
            output.put(name, text.as_bytes(), None).unwrap();
        }
        output.finish().unwrap()
    }

    #[test]
    fn only_changed_files_are_written_and_stale_files_are_removed() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("dist");
        let first = write(&folder, &[("app.html", "x"), ("a/b/index.html", "1"), ("c.json", "2")]);
        assert_eq!(first.written, WriteStats { written: 3, bytes: 3, ..WriteStats::default() });
        let second = write(&folder, &[("app.html", "x"), ("c.json", "22")]);
        assert_eq!(second.written, WriteStats { written: 1, unchanged: 1, removed: 1, bytes: 3 });
        assert_eq!((second.changed, second.removed), (vec!["c.json".to_owned()], vec!["a/b/index.html".to_owned()]));
        assert!(!folder.join("a").exists(), "an emptied folder goes too");
    }

    #[test]
    fn a_new_folder_appears_when_it_is_complete() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("dist");
        let output = OutputFolder::begin(&folder, Manifest::default(), None).unwrap();
        output.put("app.html", b"x", None).unwrap();
        assert!(!folder.exists());
        // The build stops here; the next one starts from the beginning.
        drop(output);
        write(&folder, &[("c.json", "2")]);
        assert!(folder.join("c.json").exists() && !folder.join("app.html").exists());
        assert!(!beside(&folder, ".new").exists());
    }

    #[test]
    fn a_foreign_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_foreign_folder(folder.path()).is_ok(), "an empty folder");
        assert!(refuse_foreign_folder(&folder.path().join("new")).is_ok(), "a new folder");
        fs::write(folder.path().join("thesis.doc"), "").unwrap();
        assert!(matches!(refuse_foreign_folder(folder.path()), Err(OutputError::ForeignFolder(_))));
        fs::write(folder.path().join(APP_LIST), "{}").unwrap();
        assert!(refuse_foreign_folder(folder.path()).is_ok(), "an earlier output");
    }
}
