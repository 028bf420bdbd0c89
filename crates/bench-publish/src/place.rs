//! The folders in which the programs are measured: one on a memory file system, where the programs alone count, and one on a disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use investchn_tooling::bench::{memory, scratch};
use investchn_tooling::{process, told, workspace};
use tempfile::TempDir;

/// The memory file system that Linux has.
const MEMORY: &str = "/dev/shm";

/// The file systems that keep files in memory.
const MEMORY_SYSTEMS: [&str; 2] = ["tmpfs", "ramfs"];

/// Bytes of one article in the corpus and in an output of the publisher, with the rest of each file's last block.
const ARTICLE: u64 = 100_000;

/// Bytes of everything that is there at any number of articles, such as the register in several outputs.
const REST: u64 = 4_000_000_000;

/// Bytes that the programs need themselves.
const PROGRAMS: u64 = 3_000_000_000;

/// A folder for corpora and outputs.
pub(crate) struct Place {
    /// The type of the file system, for example `tmpfs`; none if the machine does not tell.
    system: Option<String>,
    folder: PathBuf,
    /// Removes a folder in memory at the end, also after an error.
    in_memory: Option<TempDir>,
}

impl Place {
    /// Returns the places of this machine, the one in memory first. `chosen` is a folder on a memory file system.
    pub(crate) fn all(chosen: Option<&Path>) -> Result<Vec<Self>> {
        let folder = PathBuf::from(scratch::FOLDER);
        let disk = Place { system: file_system(&folder).map(|it| it.kind), folder, in_memory: None };
        if disk.is_in_memory() {
            println!(
                "▸ {}",
                told!(zh "{} 在内存文件系统中：不测磁盘", en "{} is in memory: no disk is measured", scratch::FOLDER)
            );
            return Ok(vec![disk]);
        }
        let folder = chosen.unwrap_or(Path::new(MEMORY));
        let found = file_system(folder).filter(|it| is_memory(&it.kind));
        match (found, chosen) {
            (Some(system), _) => {
                let unwritable = || told!(zh "无法写入 {}", en "{} cannot be written", folder.display());
                let made =
                    tempfile::Builder::new().prefix("investchn-bench-").tempdir_in(folder).with_context(unwritable)?;
                let folder = made.path().to_owned();
                Ok(vec![Place { system: Some(system.kind), folder, in_memory: Some(made) }, disk])
            }
            (None, Some(folder)) => {
                bail!(told!(zh "{} 不在内存文件系统中", en "{} is on no memory file system", folder.display()))
            }
            (None, None) => {
                let text = told!(
                    zh "没有内存文件系统（{MEMORY}）：只测磁盘，数字取决于磁盘的状态。可用 --memory 指定",
                    en "there is no memory file system ({MEMORY}): only the disk is measured, whose state decides. --memory names one"
                );
                println!("▸ {text}");
                Ok(vec![disk])
            }
        }
    }

    /// Returns the type of the file system, for a table.
    pub(crate) fn name(&self) -> String {
        self.system.clone().unwrap_or_else(|| told!(zh "未知", en "unknown"))
    }

    /// Returns the path of a file or folder in this place.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Returns the output of a run. In memory all runs of a program share one; on a disk each has its own, because ext4 creates files
    /// slowly for minutes after many were removed, which would slow down the program that writes more files.
    pub(crate) fn output(&self, program: &str, run: u32) -> PathBuf {
        let run = if self.is_in_memory() { 1 } else { run };
        self.path(&format!("{program}{OUTPUT}{run}"))
    }

    /// Returns true if this many articles fit. Says so if they do not.
    pub(crate) fn has_room(&self, articles: usize) -> bool {
        let need = REST + ARTICLE * articles as u64;
        let free = file_system(&self.folder).map_or(u64::MAX, |it| it.free);
        // A file in memory takes memory that the programs need too.
        let memory = memory::available().filter(|_| self.is_in_memory());
        let memory = memory.map_or(u64::MAX, |bytes| bytes.saturating_sub(PROGRAMS));
        let has_room = free.min(memory) >= need;
        if !has_room {
            let (name, gigabytes) = (self.name(), need.div_ceil(1_000_000_000));
            let text = told!(
                zh "{name} 上没有空间发布 {articles} 篇（约需 {gigabytes} GB）：不测",
                en "{name} has no room for {articles} articles (about {gigabytes} GB): they are not measured there"
            );
            println!("▸ {text}");
        }
        has_room
    }

    /// Removes the outputs. Corpora on a disk are kept for the next time.
    pub(crate) fn remove_outputs(&self) -> Result<()> {
        let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", self.folder.display());
        for entry in fs::read_dir(&self.folder).with_context(unreadable)? {
            let path = entry.with_context(unreadable)?.path();
            if path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.contains(OUTPUT)) {
                workspace::remove(&path)?;
            }
        }
        Ok(())
    }

    fn is_in_memory(&self) -> bool {
        self.in_memory.is_some() || self.system.as_deref().is_some_and(is_memory)
    }
}

/// The part of the name of every output.
const OUTPUT: &str = "-out-";

/// The type of a file system, and its free bytes.
struct FileSystem {
    kind: String,
    free: u64,
}

/// Asks `df` for the file system of a folder; none if there is no such folder or program.
fn file_system(folder: &Path) -> Option<FileSystem> {
    // Folders below are made later.
    let folder = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    parsed(&process::output_of(
        "df",
        ["--block-size=1".as_ref(), "--output=fstype,avail".as_ref(), folder.as_os_str()],
    )?)
}

fn parsed(answer: &str) -> Option<FileSystem> {
    let mut words = answer.lines().nth(1)?.split_whitespace();
    Some(FileSystem { kind: words.next()?.to_owned(), free: words.next()?.parse().ok()? })
}

fn is_memory(kind: &str) -> bool {
    MEMORY_SYSTEMS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_of_df_is_parsed() {
        let system = parsed("Type        Avail\ntmpfs 12884901888\n").unwrap();
        assert_eq!((system.kind.as_str(), system.free), ("tmpfs", 12_884_901_888));
        assert!(is_memory("tmpfs") && !is_memory("ext4"));
        assert!(parsed("Type Avail\n").is_none() && parsed("").is_none());
    }

    #[test]
    fn outputs_are_removed_and_corpora_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = |system: &str| Place { system: Some(system.into()), folder: folder.path().into(), in_memory: None };
        let (memory, disk) = (place("tmpfs"), place("ext4"));
        assert_eq!(memory.output("hugo", 1), memory.output("hugo", 2), "memory has room for one");
        assert_ne!(disk.output("hugo", 1), disk.output("hugo", 2));
        for path in
            [disk.output("hugo", 2), disk.output("investchn", 1).with_extension("build"), disk.path("corpus-10")]
        {
            fs::create_dir(path).unwrap();
        }
        disk.remove_outputs().unwrap();
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["corpus-10"]);
    }

    #[test]
    fn a_corpus_that_does_not_fit_is_not_measured() {
        let place = Place { system: Some("ext4".into()), folder: ".".into(), in_memory: None };
        assert!(!place.has_room(usize::MAX / ARTICLE as usize - 1_000_000));
    }

    #[test]
    fn a_memory_folder_on_a_disk_is_refused() {
        let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
        if file_system(folder.path()).is_some_and(|it| !is_memory(&it.kind)) {
            assert!(Place::all(Some(folder.path())).is_err());
        }
    }
}
