//! Writes a manifest.

use std::ops::Range;

use investchn_digest::Digest;

use crate::file_record::FileRecord;
use crate::lookup;
use crate::manifest::{FolderStamp, Manifest, folder_of};
use crate::row::{ROW, read_name_end, write_digest, write_row};
use crate::seal::{StateFile, begin, seal};

/// A folder with at least this number of files has a stamp of its own.
pub const FOLDER_OF_MANY: usize = 256;

/// A manifest being written.
#[derive(Debug, Default)]
pub struct ManifestWriter {
    rows: Vec<u8>,
    names: Vec<u8>,
    /// The rows of each folder that is complete, if they are many.
    folders: Vec<Range<usize>>,
    /// The first row of the current folder.
    first: usize,
    count: usize,
}

impl ManifestWriter {
    /// Adds a file. Files come in the order of [`crate::row_order`].
    pub fn push(&mut self, name: &str, record: FileRecord) {
        if self.count > self.first && folder_of(self.name(self.first)) != folder_of(name) {
            self.end_folder();
        }
        self.names.extend_from_slice(name.as_bytes());
        // Four gigabytes of names would be those of a hundred million files.
        write_row(record, self.names.len() as u32, &mut self.rows);
        self.count += 1;
    }

    /// Completes the manifest. `modified` returns the modification time of a folder, by its path with a slash at its end.
    pub fn finish(mut self, shared_digest: Option<Digest>, modified: impl Fn(&str) -> Option<u64>) -> Manifest {
        self.end_folder();
        let stamp = |rows: &Range<usize>| {
            let modified = modified(folder_of(self.name(rows.start)))?;
            Some(FolderStamp { rows: rows.clone(), modified })
        };
        let folders: Vec<FolderStamp> = self.folders.iter().filter_map(stamp).collect();
        let mut file = begin();
        write_digest(shared_digest, &mut file);
        file.extend_from_slice(&(self.count as u32).to_le_bytes());
        file.extend_from_slice(&(folders.len() as u32).to_le_bytes());
        file.extend_from_slice(&self.rows);
        for FolderStamp { rows, modified } in folders {
            file.extend_from_slice(&(rows.start as u32).to_le_bytes());
            file.extend_from_slice(&(rows.len() as u32).to_le_bytes());
            file.extend_from_slice(&modified.to_le_bytes());
        }
        file.extend_from_slice(&lookup::write((0..self.count).map(|row| self.name(row).as_bytes())));
        file.extend_from_slice(&self.names);
        Manifest::new(seal(StateFile::Manifest, file))
    }

    fn end_folder(&mut self) {
        if self.count - self.first >= FOLDER_OF_MANY {
            self.folders.push(self.first..self.count);
        }
        self.first = self.count;
    }

    fn name(&self, row: usize) -> &str {
        let end = |row: usize| read_name_end(&self.rows[row * ROW..(row + 1) * ROW]);
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
