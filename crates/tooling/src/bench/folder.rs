//! Counts the files and bytes of a folder, all of them or only those written since a moment.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use crate::told;
use anyhow::{Context, Result};

/// Number of files, and the sum of their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Number of files.
    pub files: u64,
    /// The sum of their bytes.
    pub bytes: u64,
}

/// Returns the size of a folder.
pub fn size(folder: &Path) -> Result<Size> {
    count(folder, &|_| true)
}

/// Returns the size of the files in a folder that were written at or after a moment.
pub fn written_since(folder: &Path, since: SystemTime) -> Result<Size> {
    count(folder, &|meta| meta.modified().is_ok_and(|modified| modified >= since))
}

/// Reads every file once, so that the first run does not read from a cold disk.
pub fn warm(folder: &Path) -> Result<()> {
    each(folder, &mut |path, _| fs::read(path).map(drop))
}

fn count(folder: &Path, counts: &dyn Fn(&Metadata) -> bool) -> Result<Size> {
    let mut size = Size::default();
    each(folder, &mut |_, meta| {
        if counts(meta) {
            size.files += 1;
            size.bytes += meta.len();
        }
        Ok(())
    })?;
    Ok(size)
}

fn each(folder: &Path, file: &mut dyn FnMut(&Path, &Metadata) -> std::io::Result<()>) -> Result<()> {
    let unreadable = |path: &Path| told!(zh "无法读取 {}", en "{} cannot be read", path.display());
    for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
        let entry = entry.with_context(|| unreadable(folder))?;
        let (path, meta) = (entry.path(), entry.metadata().with_context(|| unreadable(&entry.path()))?);
        if meta.is_dir() {
            each(&path, file)?;
        } else {
            file(&path, &meta).with_context(|| unreadable(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn sizes_include_subfolders_and_select_by_time() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        fs::write(folder.path().join("one"), "12").unwrap();
        fs::write(folder.path().join("a/b/two"), "345").unwrap();
        assert_eq!(size(folder.path()).unwrap(), Size { files: 2, bytes: 5 });
        let modified = fs::metadata(folder.path().join("one")).unwrap().modified().unwrap();
        fs::File::open(folder.path().join("a/b/two")).unwrap().set_modified(modified - Duration::from_secs(9)).unwrap();
        assert_eq!(written_since(folder.path(), modified).unwrap(), Size { files: 1, bytes: 2 });
        assert!(warm(folder.path()).is_ok() && warm(&folder.path().join("none")).is_err());
    }
}
