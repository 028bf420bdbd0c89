//! Writes a manifest.

use std::ops::Range;

use investchn_digest::Digest;

use crate::file_record::FileRecord;
use crate::lookup;
use crate::manifest::{FolderStamp, HEAD, Manifest, folder_of};
use crate::row::{ROW, move_name_end, read_name_end, write_digest, write_row};
use crate::seal::{FRAME, StateFile, begin, seal};

/// A folder with at least this number of files has a stamp of its own.
pub const FOLDER_OF_MANY: usize = 256;

/// The place of the first row.
const FIRST_ROW: usize = FRAME + HEAD;

/// A manifest being written.
#[derive(Debug)]
pub struct ManifestWriter {
    /// The bytes of the manifest up to the last row.
    file: Vec<u8>,
    names: Vec<u8>,
    count: usize,
}

impl Default for ManifestWriter {
    fn default() -> Self {
        ManifestWriter::with_capacity(0, 0)
    }
}

impl ManifestWriter {
    /// Returns an empty manifest with room for so many files, and for so many bytes of their names.
    pub fn with_capacity(files: usize, names: usize) -> Self {
        let mut file = begin();
        file.reserve_exact(HEAD + files * ROW + lookup::slots(files) * lookup::SLOT + names);
        file.resize(FIRST_ROW, 0);
        ManifestWriter { file, names: Vec::with_capacity(names), count: 0 }
    }

    /// Adds a file. Files come in the order of [`crate::row_order`].
    pub fn push(&mut self, name: &str, record: FileRecord) {
        self.names.extend_from_slice(name.as_bytes());
        // Four gigabytes of names would be those of a hundred million files.
        write_row(record, self.names.len() as u32, &mut self.file);
        self.count += 1;
    }

    /// Adds the files in a range of another manifest's rows, likewise in their order.
    pub fn push_rows(&mut self, manifest: &Manifest, range: Range<usize>) {
        let copied = self.file.len();
        let (rows, names) = manifest.rows_and_names(range.clone());
        // Names move from one place to another all together.
        let moved = (self.names.len() as u32).wrapping_sub(manifest.name_start(range.start) as u32);
        self.names.extend_from_slice(names);
        self.file.extend_from_slice(rows);
        self.file[copied..].chunks_exact_mut(ROW).for_each(|row| move_name_end(row, moved));
        self.count += range.len();
    }

    /// Completes the manifest. `modified` returns the modification time of a folder, by its path with a slash at its end.
    pub fn finish(mut self, shared_digest: Option<Digest>, modified: impl Fn(&str) -> Option<u64>) -> Manifest {
        let stamp = |rows: &Range<usize>| {
            let modified = modified(folder_of(self.name(rows.start)))?;
            Some(FolderStamp { rows: rows.clone(), modified })
        };
        let folders: Vec<FolderStamp> = self.folders_of_many().iter().filter_map(stamp).collect();
        let slots = lookup::write((0..self.count).map(|row| self.name(row).as_bytes()));
        let mut head = Vec::with_capacity(HEAD);
        write_digest(shared_digest, &mut head);
        head.extend_from_slice(&(self.count as u32).to_le_bytes());
        head.extend_from_slice(&(folders.len() as u32).to_le_bytes());
        let file = &mut self.file;
        file[FIRST_ROW - HEAD..FIRST_ROW].copy_from_slice(&head);
        for FolderStamp { rows, modified } in folders {
            file.extend_from_slice(&(rows.start as u32).to_le_bytes());
            file.extend_from_slice(&(rows.len() as u32).to_le_bytes());
            file.extend_from_slice(&modified.to_le_bytes());
        }
        file.extend_from_slice(&slots);
        file.extend_from_slice(&self.names);
        Manifest::new(seal(StateFile::Manifest, self.file))
    }

    /// Returns the rows of each folder that has many files.
    fn folders_of_many(&self) -> Vec<Range<usize>> {
        let mut folders = Vec::new();
        let mut first = 0;
        for row in 1..=self.count {
            if row == self.count || folder_of(self.name(first)) != folder_of(self.name(row)) {
                folders.extend((row - first >= FOLDER_OF_MANY).then_some(first..row));
                first = row;
            }
        }
        folders
    }

    fn name(&self, row: usize) -> &str {
        let end = |row: usize| read_name_end(&self.file[FIRST_ROW + row * ROW..FIRST_ROW + (row + 1) * ROW]);
        let start = row.checked_sub(1).map_or(0, end);
        str::from_utf8(&self.names[start..end(row)]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use investchn_digest::FileStamp;

    use super::*;
    use crate::manifest::row_order;

    fn record(name: &str) -> FileRecord {
        let digest = Digest::of(name.as_bytes());
        let stamp = FileStamp { length: name.len() as u64, modified: 1 << 60 };
        FileRecord { digest, input_digest: name.len().is_multiple_of(2).then_some(digest), stamp }
    }

    fn written(names: &[String]) -> Manifest {
        let mut names: Vec<&String> = names.iter().collect();
        names.sort_by(|one, other| row_order(one, other));
        let mut writer = ManifestWriter::default();
        names.iter().for_each(|name| writer.push(name, record(name)));
        writer.finish(Some(Digest::of(b"shared")), |folder| (folder != "gone/").then_some(folder.len() as u64))
    }

    #[test]
    fn every_file_is_read_as_it_was_written() {
        let names = ["index.html", "data/site.json", "data/article/a-1.json", "数据.csv"].map(str::to_owned);
        let manifest = Manifest::open(written(&names).as_bytes().to_vec()).unwrap();
        assert_eq!((manifest.len(), manifest.shared_digest()), (4, Some(Digest::of(b"shared"))));
        assert!(names.iter().all(|name| manifest.get(name) == Some(record(name))));
        assert!(manifest.iter().all(|(name, file)| file == record(name)) && manifest.iter().count() == 4);
        assert_eq!((manifest.get("data"), manifest.get("")), (None, None));
        assert_eq!(written(&[]).iter().count() + Manifest::default().iter().count(), 0);
        assert_eq!((written(&[]).get("index.html"), Manifest::default().get("index.html")), (None, None));
    }

    #[test]
    fn rows_of_another_manifest_are_taken_over() {
        let names: Vec<String> = (0..9).map(|number| format!("{}.json", "a".repeat(number + 1))).collect();
        let (most, all) = (written(&[&names[..3], &names[4..]].concat()), written(&names));
        let mut writer = ManifestWriter::default();
        writer.push_rows(&most, 0..3);
        writer.push(&names[3], record(&names[3]));
        writer.push_rows(&most, 3..3);
        writer.push_rows(&most, 3..8);
        assert_eq!(writer.finish(Some(Digest::of(b"shared")), |_| None).as_bytes(), all.as_bytes());
    }

    /// Files of a folder are next to each other, although those of folders in it come between them in the order of the alphabet.
    #[test]
    fn a_folder_of_many_files_has_a_stamp() {
        let of_folder = |folder: &str| (0..FOLDER_OF_MANY).map(|number| format!("{folder}{number}.json")).collect();
        let folders: [Vec<String>; 3] = ["data/", "data/1/2/", "gone/"].map(of_folder);
        let few = (1..FOLDER_OF_MANY).map(|number| format!("data/1/{number}.json"));
        let manifest = written(&folders.iter().flatten().cloned().chain(few).collect::<Vec<_>>());
        let stamps: Vec<FolderStamp> = manifest.folders().collect();
        let named =
            |stamp: &FolderStamp| stamp.rows.clone().map(|row| folder_of(manifest.name(row))).collect::<Vec<_>>();
        assert_eq!(stamps.iter().map(|stamp| stamp.modified).collect::<Vec<_>>(), [5, 9]);
        assert_eq!(named(&stamps[0]), ["data/"; FOLDER_OF_MANY]);
        assert_eq!(named(&stamps[1]), ["data/1/2/"; FOLDER_OF_MANY]);
    }

    #[test]
    fn a_damaged_manifest_is_none() {
        let bytes = written(&["index.html".to_owned()]).as_bytes().to_vec();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x80;
            assert!(Manifest::open(damaged).is_none() && Manifest::open(bytes[..at].to_vec()).is_none(), "{at}");
        }
    }
}
