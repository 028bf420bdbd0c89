//! The files of the last build, and which of them this build keeps.
//!
//! A file is kept if nobody has written to it since. A build looks at every page for that. In a folder of many files, which are
//! written by programs alone, it looks at the folder and at some of the files: adding, removing or replacing a file changes the
//! folder's modification time, and a program that edits files in place edits more than one. If any of these was touched, the build
//! looks at all files of the folder.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use investchn_digest::Digest;
use investchn_state::{FileRecord, FolderStamp, Manifest, folder_of, row_order};
use rayon::prelude::*;

use crate::replace::stamp_of;

/// The number of files that stand for all files of a folder.
const SAMPLE: usize = 16;

/// The smallest number of files whose stamps are worth a task of their own.
const MIN_FILES_PER_TASK: usize = 256;

/// The files of the last build.
pub(crate) struct KnownFiles {
    folder: PathBuf,
    pub(crate) manifest: Manifest,
    /// The modification times of the folders of many files, when the build began.
    modified_at_begin: HashMap<String, u64>,
    /// The rows of the manifest whose files need not be looked at, in ascending order.
    untouched: Vec<Range<usize>>,
    /// For each row true if this build has its file unchanged.
    kept: Vec<AtomicBool>,
}

impl KnownFiles {
    /// Takes the manifest of a folder.
    pub(crate) fn new(folder: &Path, manifest: Manifest) -> Self {
        let kept = (0..manifest.len()).map(|_| AtomicBool::new(false)).collect();
        let folders = manifest.folders().map(|stamp| folder_of(manifest.name(stamp.rows.start)).to_owned());
        let modified = |name: String| modified(&folder.join(&name)).map(|modified| (name, modified));
        let modified_at_begin = folders.filter_map(modified).collect();
        KnownFiles { folder: folder.to_owned(), manifest, modified_at_begin, untouched: Vec::new(), kept }
    }

    /// Finds the folders of many files that nobody has touched, so that their files need not be looked at.
    pub(crate) fn find_untouched_folders(&mut self) {
        let is_untouched = |stamp: &FolderStamp| {
            let folder = folder_of(self.manifest.name(stamp.rows.start));
            let mut sample = stamp.rows.clone().step_by(stamp.rows.len().div_ceil(SAMPLE));
            self.modified_at_begin(folder) == Some(stamp.modified) && sample.all(|row| self.is_as_it_was(row))
        };
        let folders: Vec<FolderStamp> = self.manifest.folders().collect();
        self.untouched = folders.into_par_iter().filter(is_untouched).map(|stamp| stamp.rows).collect();
    }

    /// Returns the modification time of a folder of many files when the build began; none for other folders.
    pub(crate) fn modified_at_begin(&self, folder: &str) -> Option<u64> {
        self.modified_at_begin.get(folder).copied()
    }

    /// Keeps files if each has its input digest and nobody has written to it since the last build. Returns false, and keeps none,
    /// if a file must be made again.
    pub(crate) fn keep(&self, files: &[(impl AsRef<str> + Sync, Digest)]) -> bool {
        let row = |(name, input_digest): &(_, Digest)| {
            let row = self.manifest.find(AsRef::<str>::as_ref(name))?;
            let record = self.manifest.record(row).filter(|record| record.input_digest == Some(*input_digest));
            (record.is_some() && self.is_untouched(row)).then_some(row)
        };
        // A segment of the search index has tens of thousands of files.
        let rows: Option<Vec<usize>> = files.par_iter().with_min_len(MIN_FILES_PER_TASK).map(row).collect();
        let Some(rows) = rows else { return false };
        rows.into_iter().for_each(|row| self.mark_kept(row));
        true
    }

    /// Keeps a file that was just found to be that of this record. Returns false if the manifest has another record of it.
    pub(crate) fn keep_as(&self, name: &str, record: FileRecord) -> bool {
        let row = self.manifest.find(name).filter(|row| self.manifest.record(*row) == Some(record));
        row.map(|row| self.mark_kept(row)).is_some()
    }

    /// Returns a file that is kept, and keeps it no longer.
    pub(crate) fn take_kept(&self, name: &str) -> Option<FileRecord> {
        let row = self.manifest.find(name).filter(|row| self.kept[*row].swap(false, Ordering::Relaxed))?;
        self.manifest.record(row)
    }

    /// Returns the rows of the files that are kept, in ranges as long as possible.
    pub(crate) fn kept(&self) -> impl Iterator<Item = Range<usize>> {
        let mut row = 0;
        self.kept.chunk_by(|one, other| one.load(Ordering::Relaxed) == other.load(Ordering::Relaxed)).filter_map(
            move |alike| {
                let rows = row..row + alike.len();
                row = rows.end;
                alike.first()?.load(Ordering::Relaxed).then_some(rows)
            },
        )
    }

    /// Returns the names of the files that are not kept, which may have been written anew.
    pub(crate) fn others(&self) -> impl Iterator<Item = &str> {
        let kept = self.kept.iter().enumerate();
        kept.filter(|(_, kept)| !kept.load(Ordering::Relaxed)).map(|(row, _)| self.manifest.name(row))
    }

    /// Returns the first row after a name, among rows in a range.
    pub(crate) fn row_after(&self, name: &str, rows: Range<usize>) -> usize {
        let (mut start, mut end) = (rows.start, rows.end);
        while start < end {
            let middle = start.midpoint(end);
            if row_order(self.manifest.name(middle), name).is_le() { start = middle + 1 } else { end = middle }
        }
        start
    }

    /// Returns true if nobody has written to the file of a row.
    pub(crate) fn is_as_it_was(&self, row: usize) -> bool {
        let record = self.manifest.record(row);
        record.is_some_and(|record| stamp_of(&self.folder.join(self.manifest.name(row))).ok() == Some(record.stamp))
    }

    fn is_untouched(&self, row: usize) -> bool {
        let after = self.untouched.partition_point(|rows| rows.start <= row);
        let before = after.checked_sub(1).map(|folder| &self.untouched[folder]);
        before.is_some_and(|rows| rows.contains(&row)) || self.is_as_it_was(row)
    }

    fn mark_kept(&self, row: usize) {
        self.kept[row].store(true, Ordering::Relaxed);
    }
}

/// Returns the modification time of a folder, in nanoseconds since 1970.
pub(crate) fn modified(folder: &Path) -> Option<u64> {
    Some(stamp_of(folder).ok()?.modified)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use investchn_state::FOLDER_OF_MANY;

    use crate::folder::OutputFolder;

    use super::*;

    fn name(number: usize) -> String {
        format!("data/article/{number}.json")
    }

    /// A folder of many files, which a build has written.
    struct Built {
        place: tempfile::TempDir,
        manifest: Vec<u8>,
    }

    impl Built {
        fn new() -> Self {
            let place = tempfile::tempdir().unwrap();
            let output = OutputFolder::begin(&place.path().join("dist"), Manifest::default(), Some(shared())).unwrap();
            let names = (0..FOLDER_OF_MANY).map(name).chain(["index.html".to_owned()]);
            names.for_each(|name| output.put(&name, name.as_bytes(), Some(shared())).unwrap());
            output.put("data/site.json", b"{}", None).unwrap();
            let outcome = output.finish().unwrap();
            // The clock of a file system ticks every few milliseconds.
            std::thread::sleep(std::time::Duration::from_millis(20));
            Built { place, manifest: outcome.manifest.as_bytes().to_vec() }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.place.path().join("dist").join(name)
        }

        /// Begins the next build.
        fn begin(&self, look_at_all: bool) -> OutputFolder {
            let manifest = Manifest::open(self.manifest.clone()).unwrap();
            OutputFolder::begin(&self.path(""), manifest, Some(shared())).unwrap().look_at_all(look_at_all)
        }

        /// Returns the files that a build would make again.
        fn lost(&self, look_at_all: bool) -> Vec<String> {
            let output = self.begin(look_at_all);
            let names = (0..FOLDER_OF_MANY).map(name).chain(["index.html".to_owned()]);
            names.filter(|name| !output.keep(&[name], shared())).collect()
        }
    }

    fn shared() -> Digest {
        Digest::of(b"shared")
    }

    #[test]
    fn untouched_files_are_kept() {
        let built = Built::new();
        assert_eq!((built.lost(false), built.lost(true)), (vec![], vec![]));
    }

    #[test]
    fn removed_and_replaced_files_and_edited_pages_are_made_again() {
        let built = Built::new();
        fs::remove_file(built.path(&name(3))).unwrap();
        assert_eq!(built.lost(false), [name(3)]);
        // Editors and rsync write a file beside the old one, and rename it.
        fs::write(built.path("data/article/.7.json"), name(8)).unwrap();
        fs::rename(built.path("data/article/.7.json"), built.path(&name(7))).unwrap();
        fs::write(built.path("index.html"), "edited").unwrap();
        assert_eq!(built.lost(false), [name(3), name(7), "index.html".to_owned()]);
        fs::remove_dir_all(built.path("data/article")).unwrap();
        assert_eq!(built.lost(false).len(), FOLDER_OF_MANY + 1);
    }

    #[test]
    fn a_file_that_is_replaced_during_a_build_is_made_again_by_the_next() {
        let built = Built::new();
        let output = built.begin(false);
        assert!((0..FOLDER_OF_MANY).all(|number| output.keep(&[&name(number)], shared())));
        fs::write(built.path("data/article/.7.json"), "changed").unwrap();
        fs::rename(built.path("data/article/.7.json"), built.path(&name(7))).unwrap();
        output.put("index.html", b"index.html", Some(shared())).unwrap();
        output.put("data/site.json", b"{ }", None).unwrap();
        let manifest = output.finish().unwrap().manifest.as_bytes().to_vec();
        assert_eq!(Built { manifest, ..built }.lost(false), [name(7)]);
    }

    #[test]
    fn a_program_that_edits_all_files_in_place_is_noticed() {
        let built = Built::new();
        for number in 0..FOLDER_OF_MANY {
            fs::write(built.path(&name(number)), "{ }").unwrap();
        }
        assert_eq!(built.lost(false).len(), FOLDER_OF_MANY);
    }

    /// The README names this limit.
    #[test]
    fn one_of_many_files_that_is_edited_in_place_is_noticed_only_if_all_are_looked_at() {
        let built = Built::new();
        fs::write(built.path(&name(1)), "edited").unwrap();
        assert_eq!((built.lost(false), built.lost(true)), (vec![], vec![name(1)]));
    }
}
