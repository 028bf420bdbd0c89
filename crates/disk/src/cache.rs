//! The build cache on disk: a folder in the build state that may be deleted at any time.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use investchn_digest::Digest;
use investchn_localized::FileAction;
use investchn_output::{OutputError, replace};
use investchn_sources::{BuildCache, SourceError};

/// The file with the digest of the program that wrote the cache.
const PROGRAM: &str = "program";

/// Extensions of the files in the cache. The last one marks a file that an interrupted build was writing.
const KINDS: [&str; 4] = ["articles", "picture", "small", "part"];

/// An open cache.
#[derive(Debug)]
pub struct DiskCache {
    folder: PathBuf,
    /// The names of the files that this build has read or written.
    used: Mutex<HashSet<String>>,
}

impl DiskCache {
    /// Opens the cache in a folder. Removes its files if another program wrote them, or if the program is unknown.
    pub fn open(folder: PathBuf, program: Option<Digest>) -> Result<Self, OutputError> {
        let mark = folder.join(PROGRAM);
        let program = program.map(|program| program.to_string()).unwrap_or_default();
        let cache = DiskCache { folder, used: Mutex::new(HashSet::from([PROGRAM.to_owned()])) };
        if program.is_empty() || fs::read_to_string(&mark).ok().as_deref() != Some(&program) {
            if cache.folder.exists() {
                cache.prune()?;
            }
            replace(&mark, program.as_bytes())?;
        }
        Ok(cache)
    }

    /// Removes the files that this build did not use. Removes files with the cache's extensions only, because a folder named on
    /// the command line may contain other files.
    pub fn prune(&self) -> Result<(), OutputError> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let unused =
            |path: &Path| path.file_name().and_then(|name| name.to_str()).is_none_or(|name| !used.contains(name));
        let is_ours = |path: &Path| path.extension().is_some_and(|it| KINDS.iter().any(|kind| it == *kind));
        for entry in fs::read_dir(&self.folder).map_err(OutputError::file(FileAction::Read, &self.folder))?.flatten() {
            let path = entry.path();
            if is_ours(&path) && unused(&path) {
                fs::remove_file(&path).map_err(OutputError::file(FileAction::Remove, &path))?;
            }
        }
        Ok(())
    }
}

impl BuildCache for DiskCache {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path(name)).ok()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SourceError> {
        let path = self.path(name);
        let written = replace(&path, bytes);
        written.map(drop).map_err(|error| match error {
            OutputError::File { path, source, .. } => SourceError::CacheUnwritable { path, source },
            other => SourceError::CacheUnwritable { path, source: std::io::Error::other(other) },
        })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        self.folder.join(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_files_are_kept_until_the_program_changes() {
        let place = tempfile::tempdir().unwrap();
        let open = |program: &[u8]| DiskCache::open(place.path().join("cache"), Some(Digest::of(program))).unwrap();
        let first = open(b"1");
        first.write("a.articles", b"A").unwrap();
        first.write("b.small", b"B").unwrap();
        fs::write(place.path().join("cache/thesis.doc"), "").unwrap();
        first.prune().unwrap();
        let second = open(b"1");
        assert_eq!(second.read("a.articles"), Some(b"A".to_vec()));
        second.prune().unwrap();
        assert!(place.path().join("cache/a.articles").exists() && !place.path().join("cache/b.small").exists());
        assert_eq!(open(b"2").read("a.articles"), None);
        assert!(place.path().join("cache/thesis.doc").exists(), "what is somebody else's stays");
    }
}
