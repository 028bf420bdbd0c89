//! The manifest: every file of a site as the last build left it. It is read in place, because a site has hundreds of thousands of
//! files: opening it hashes its bytes, and nothing else.
//!
//! Its content, with numbers in little endian: the shared digest, the numbers of rows and of folders, the rows, the folders, the
//! slots of [`crate::lookup`], and all names together. Files of one folder are next to each other.

use std::cmp::Ordering;
use std::ops::Range;

use investchn_digest::Digest;

use crate::file_record::FileRecord;
use crate::lookup;
use crate::row::{ROW, read_digest, read_name_end, read_record, read_u32, read_u64};
use crate::seal::{FRAME, StateFile, unseal};

/// The length in bytes of what is before the rows: the shared digest and two numbers.
pub(crate) const HEAD: usize = Digest::LENGTH + 4 + 4;

/// The length in bytes of a folder: its first row, the number of its rows, and its modification time.
const FOLDER: usize = 4 + 4 + 8;

/// The files of the last build.
#[derive(Debug, Default)]
pub struct Manifest {
    file: Vec<u8>,
    rows: usize,
    folders: usize,
}

/// A folder of many files, as the build left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderStamp {
    /// The rows of the files in it, without those of folders in it.
    pub rows: Range<usize>,
    /// The time at which a file was last added, removed or replaced in it, in nanoseconds since 1970.
    pub modified: u64,
}

impl Manifest {
    /// Opens the bytes of a manifest. Returns none if they are not as [`crate::ManifestWriter`] wrote them. The digest in them detects
    /// damage, not forgery: who can write to the build state could as well replace the site.
    pub fn open(file: Vec<u8>) -> Option<Self> {
        unseal(StateFile::Manifest, &file).is_some().then(|| Manifest::new(file))
    }

    /// Takes bytes that are known to be those of a manifest.
    pub(crate) fn new(file: Vec<u8>) -> Self {
        let number = |at: usize| read_u32(&file, FRAME + Digest::LENGTH + at) as usize;
        Manifest { rows: number(0), folders: number(4), file }
    }

    /// Returns its bytes, as they are written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.file
    }

    /// Returns the hash of the inputs shared by every file: publisher, template, settings. While it is unchanged, files with the
    /// same input digest are the same.
    pub fn shared_digest(&self) -> Option<Digest> {
        read_digest(self.part(0..HEAD), 0)
    }

    /// Returns the length in bytes of all paths together.
    pub fn names_length(&self) -> usize {
        self.name_start(self.rows)
    }

    /// Returns the number of files.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Returns true if there is no file.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Returns the row of a file, by its path below the base.
    pub fn find(&self, name: &str) -> Option<usize> {
        lookup::find(self.slots(), name.as_bytes(), |row| self.name_bytes(row) == name.as_bytes())
    }

    /// Returns a file by its path below the base.
    pub fn get(&self, name: &str) -> Option<FileRecord> {
        self.record(self.find(name)?)
    }

    /// Returns the file of a row.
    pub fn record(&self, row: usize) -> Option<FileRecord> {
        read_record(self.row(row))
    }

    /// Returns the path of a row's file below the base.
    pub fn name(&self, row: usize) -> &str {
        str::from_utf8(self.name_bytes(row)).unwrap_or_default()
    }

    /// Returns all paths and files, in the order of their folders.
    pub fn iter(&self) -> impl Iterator<Item = (&str, FileRecord)> {
        (0..self.rows).filter_map(|row| Some((self.name(row), self.record(row)?)))
    }

    /// Returns all files without their paths.
    pub fn records(&self) -> impl Iterator<Item = FileRecord> {
        (0..self.rows).filter_map(|row| self.record(row))
    }

    /// Returns the folders that have many files.
    pub fn folders(&self) -> impl Iterator<Item = FolderStamp> {
        let folders = self.part(self.folders_at()..self.slots_at());
        folders.chunks_exact(FOLDER).map(|folder| {
            let first = read_u32(folder, 0) as usize;
            FolderStamp { rows: first..first + read_u32(folder, 4) as usize, modified: read_u64(folder, 8) }
        })
    }

    fn part(&self, range: Range<usize>) -> &[u8] {
        self.file.get(FRAME + range.start..FRAME + range.end).unwrap_or_default()
    }

    fn row(&self, row: usize) -> &[u8] {
        self.part(HEAD + row * ROW..HEAD + (row + 1) * ROW)
    }

    fn slots(&self) -> &[u8] {
        self.part(self.slots_at()..self.names_at())
    }

    fn name_bytes(&self, row: usize) -> &[u8] {
        let at = self.names_at();
        self.part(at + self.name_start(row)..at + read_name_end(self.row(row)))
    }

    /// Returns the place among the names at which that of a row begins.
    pub(crate) fn name_start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(0, |before| read_name_end(self.row(before)))
    }

    /// Returns the bytes of rows and of their names.
    pub(crate) fn rows_and_names(&self, rows: Range<usize>) -> (&[u8], &[u8]) {
        let at = self.names_at();
        let names = self.part(at + self.name_start(rows.start)..at + self.name_start(rows.end));
        (self.part(HEAD + rows.start * ROW..HEAD + rows.end * ROW), names)
    }

    fn folders_at(&self) -> usize {
        HEAD + self.rows * ROW
    }

    fn slots_at(&self) -> usize {
        self.folders_at() + self.folders * FOLDER
    }

    fn names_at(&self) -> usize {
        self.slots_at() + if self.rows == 0 { 0 } else { lookup::slots(self.rows) * lookup::SLOT }
    }
}

/// Returns the folder of a path, with a slash at its end, or nothing for a path without a folder.
pub fn folder_of(name: &str) -> &str {
    name.rfind('/').map_or("", |slash| &name[..=slash])
}

/// Compares paths in the order of the rows: by folder, and then by name.
pub fn row_order(one: &str, other: &str) -> Ordering {
    (folder_of(one), one).cmp(&(folder_of(other), other))
}
