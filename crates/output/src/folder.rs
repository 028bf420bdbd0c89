//! A folder being written: files whose inputs are unchanged are kept, others are compared and replaced, and files that no
//! longer belong to the site are removed at the end.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use investchn_digest::{Digest, FileStamp};
use investchn_localized::FileAction;
use investchn_model::published::{APP_LIST, APP_TEMPLATE};
use investchn_model::route::ENTRY_PATH;
use investchn_state::{FileRecord, Manifest, ManifestWriter, folder_of, row_order};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::error::OutputError;
use crate::known_files::{KnownFiles, modified};
use crate::outcome::{WriteOutcome, WriteStats};
use crate::precompress::{self, Encoding};
use crate::replace::{beside, replace, stamp_of, write};

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
pub struct OutputFolder {
    /// The final path of the folder.
    target: PathBuf,
    /// The folder that is written: the target, or one beside it while there is no target yet.
    folder: PathBuf,
    /// The files of the last build; none if they are not known for certain.
    known: Option<KnownFiles>,
    /// The hash of the inputs that all files share.
    shared_digest: Option<Digest>,
    /// True if files with the same input digest are the same: publisher, template and settings did not change.
    inputs_comparable: bool,
    /// True if files get compressed variants.
    precompress: bool,
    done: Mutex<WrittenFiles>,
}

/// The files of this build other than those that it keeps as they are recorded.
#[derive(Default)]
struct WrittenFiles {
    files: Vec<(String, FileRecord)>,
    /// The names of those that were written.
    changed: Vec<String>,
    /// The names of those that the output of the last build did not have.
    added: Vec<String>,
}

impl OutputFolder {
    /// Begins to write a folder. A new folder is written beside its path and renamed when it is whole. `last` is the manifest of
    /// the last build; without one, files are read and compared. `shared_digest` is the hash of the inputs that all files share.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn begin(target: &Path, last: Manifest, shared_digest: Option<Digest>) -> Result<Self, OutputError> {
        let fresh = !target.exists();
        let folder = if fresh { beside(target, ".new") } else { target.to_owned() };
        if fresh && folder.exists() {
            // An earlier build was interrupted.
            fs::remove_dir_all(&folder).map_err(OutputError::file(FileAction::Remove, &folder))?;
        }
        fs::create_dir_all(&folder).map_err(OutputError::file(FileAction::MakeFolder, &folder))?;
        let known = KnownFiles::new(&folder, last);
        // A manifest of another folder says nothing about this one.
        let entry = known.manifest.find(ENTRY_PATH);
        let known = Some(known).filter(|known| entry.is_some_and(|entry| known.is_as_it_was(entry)));
        let last_digest = known.as_ref().and_then(|known| known.manifest.shared_digest());
        let inputs_comparable = shared_digest.is_some() && last_digest == shared_digest;
        Ok(OutputFolder {
            target: target.to_owned(),
            folder,
            known,
            shared_digest,
            inputs_comparable,
            precompress: false,
            done: Mutex::default(),
        })
    }

    /// Looks at every file that the last build has written, or only where somebody may have touched them.
    pub fn look_at_all(mut self, all: bool) -> Self {
        if let Some(known) = self.known.as_mut().filter(|_| !all) {
            known.find_untouched_folders();
        }
        self
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

    /// Returns true if this build made the folder, which then has no file but its own.
    fn is_new(&self) -> bool {
        self.folder != self.target
    }

    fn put_one(
        &self,
        name: &str,
        bytes: &[u8],
        digest: Digest,
        input_digest: Option<Digest>,
    ) -> Result<(), OutputError> {
        let path = self.folder.join(name);
        let held = if self.is_new() { None } else { self.holds(&path, name, digest, bytes) };
        let unchanged = held.is_some();
        let stamp = match held {
            Some(stamp) => stamp,
            None if self.is_new() => write(&path, bytes)?,
            None => replace(&path, bytes)?,
        };
        let record = FileRecord { digest, input_digest, stamp };
        if unchanged && self.known.as_ref().is_some_and(|known| known.keep_as(name, record)) {
            return Ok(());
        }
        let mut done = self.held();
        if !unchanged {
            done.changed.push(name.to_owned());
            if self.last_record(name).is_none() {
                done.added.push(name.to_owned());
            }
        }
        done.files.push((name.to_owned(), record));
        Ok(())
    }

    /// Keeps files as the last build wrote them, if all of them have this input digest and their variants are there. Returns false
    /// if they must be made again.
    pub fn keep(&self, names: &[&str], input_digest: Digest) -> bool {
        let mut all: Vec<(String, Digest)> = names.iter().map(|name| ((*name).to_owned(), input_digest)).collect();
        for name in names.iter().filter(|_| self.precompress) {
            if let Some(left) = self.last_record(name) {
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
        let left = self.last_record(name).filter(|_| self.inputs_comparable)?;
        fs::read(self.folder.join(name)).ok().filter(|bytes| Digest::of(bytes) == left.digest)
    }

    fn keep_all(&self, files: &[(impl AsRef<str> + Sync, Digest)]) -> bool {
        self.known.as_ref().filter(|_| self.inputs_comparable).is_some_and(|known| known.keep(files))
    }

    fn last_record(&self, name: &str) -> Option<FileRecord> {
        self.known.as_ref()?.manifest.get(name)
    }

    /// Returns the stamp of a file that has these bytes already. Reads the file only if somebody has written to it since the last
    /// build.
    fn holds(&self, path: &Path, name: &str, digest: Digest, bytes: &[u8]) -> Option<FileStamp> {
        let stamp = stamp_of(path).ok()?;
        let left = self.last_record(name).filter(|left| left.digest == digest && left.stamp == stamp);
        (left.is_some() || fs::read(path).is_ok_and(|old| old == bytes)).then_some(stamp)
    }

    /// Removes the files that no longer belong to the site, gives a new folder its name, and returns the outcome.
    ///
    /// # Errors
    /// If a file cannot be removed, or the folder not renamed.
    pub fn finish(self) -> Result<WriteOutcome, OutputError> {
        let WrittenFiles { mut files, mut changed, mut added } = std::mem::take(&mut *self.held());
        files.par_sort_unstable_by(|(one, _), (other, _)| row_order(one, other));
        changed.sort_unstable();
        added.sort_unstable();
        let is_written = |name: &str| files.binary_search_by(|(ours, _)| row_order(ours, name)).is_ok();
        let mut removed: Vec<String> = match &self.known {
            // The manifest lists the files, so the folder need not be walked.
            Some(known) => known.others().filter(|name| !is_written(name)).map(str::to_owned).collect(),
            None if self.is_new() => Vec::new(),
            None => others(&self.folder).into_par_iter().filter(|name| !is_written(name)).collect(),
        };
        removed.sort_unstable();
        for name in &removed {
            remove(&self.folder, name)?;
        }
        if self.is_new() {
            fs::rename(&self.folder, &self.target).map_err(OutputError::file(FileAction::Write, &self.target))?;
        }
        if !changed.is_empty() || !removed.is_empty() {
            self.touch_entry(&mut files)?;
        }
        let changed_folders: BTreeSet<&str> =
            changed.iter().chain(&removed).map(String::as_str).chain([ENTRY_PATH]).map(folder_of).collect();
        let manifest = self.manifest(&files, &changed_folders);
        let written = WriteStats {
            written: changed.len(),
            unchanged: manifest.len() - changed.len(),
            removed: removed.len(),
            bytes: manifest.records().map(|file| file.stamp.length).sum(),
        };
        Ok(WriteOutcome { written, manifest, changed, added, removed, last_is_known: self.known.is_some() })
    }

    /// Gives the entry another modification time, by which the next build tells that the manifest is of this output and of no
    /// copy from before: that may have files which this build has removed.
    fn touch_entry(&self, files: &mut Vec<(String, FileRecord)>) -> Result<(), OutputError> {
        let at = files.binary_search_by(|(name, _)| row_order(name, ENTRY_PATH));
        let kept = self.known.as_ref().and_then(|known| known.take_kept(ENTRY_PATH));
        let Some(record) = at.ok().map(|at| files[at].1).or(kept) else { return Ok(()) };
        let path = self.target.join(ENTRY_PATH);
        // A new file, because a snapshot may share the old one by a hard link.
        let bytes = fs::read(&path).map_err(OutputError::file(FileAction::Read, &path))?;
        let stamp = replace(&path, &bytes)?;
        let entry = (ENTRY_PATH.to_owned(), FileRecord { stamp, ..record });
        match at {
            Ok(at) => files[at] = entry,
            Err(at) => files.insert(at, entry),
        }
        Ok(())
    }

    /// Makes the manifest of the files that are kept and those that are not, which are in the order of its rows. A folder in which this
    /// build changed nothing has the modification time from before its files were looked at: if somebody touches it during the
    /// build, the next build notices.
    fn manifest(&self, files: &[(String, FileRecord)], changed_folders: &BTreeSet<&str>) -> Manifest {
        let at_begin = |folder: &str| self.known.as_ref().and_then(|known| known.modified_at_begin(folder));
        let names: usize = files.iter().map(|(name, _)| name.len()).sum();
        let (last_files, last_names) =
            self.known.as_ref().map_or((0, 0), |known| (known.manifest.len(), known.manifest.names_length()));
        let mut writer = ManifestWriter::with_capacity(last_files + files.len(), last_names + names);
        let mut files = files.iter().peekable();
        if let Some(known) = &self.known {
            for mut rows in known.kept() {
                let last = known.manifest.name(rows.end - 1);
                while let Some((name, record)) = files.next_if(|(ours, _)| row_order(ours, last).is_lt()) {
                    let after = known.row_after(name, rows.clone());
                    writer.push_rows(&known.manifest, rows.start..after);
                    writer.push(name, *record);
                    rows.start = after;
                }
                writer.push_rows(&known.manifest, rows);
            }
        }
        files.for_each(|(name, record)| writer.push(name, *record));
        writer.finish(self.shared_digest, |folder| {
            let at_begin = if changed_folders.contains(folder) { None } else { at_begin(folder) };
            at_begin.or_else(|| modified(&self.target.join(folder)))
        })
    }

    fn held(&self) -> MutexGuard<'_, WrittenFiles> {
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

    /// By the entry a build tells that a snapshot is older than the manifest.
    #[test]
    fn a_snapshot_of_hard_links_keeps_its_entry() {
        let place = tempfile::tempdir().unwrap();
        let (folder, snapshot) = (place.path().join("dist"), place.path().join("snapshot.json"));
        write(&folder, &[(ENTRY_PATH, "{}"), ("a.html", "1")]);
        fs::hard_link(folder.join(ENTRY_PATH), &snapshot).unwrap();
        fs::File::options().write(true).open(&snapshot).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        let before = stamp_of(&snapshot).unwrap();
        write(&folder, &[(ENTRY_PATH, "{}")]);
        assert_eq!(stamp_of(&snapshot).unwrap(), before);
        assert_ne!(stamp_of(&folder.join(ENTRY_PATH)).unwrap(), before);
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
