//! Makes the synthetic corpus with the publisher's `demo`, and keeps it for the next run.

use investchn_tooling::told;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::place::Place;
use investchn_tooling::bench::{folder, publisher};
use investchn_tooling::{process, workspace};

const SEED: &str = "1";

/// The inputs of the corpus. It is made again if one of them changes.
const MADE_BY: [&str; 3] = ["crates/demo/Cargo.toml", "crates/demo/src", "content/zones.csv"];

/// A content folder of synthetic articles.
pub(crate) struct Corpus {
    pub(crate) articles: usize,
    pub(crate) folder: PathBuf,
}

impl Corpus {
    /// Returns the corpus of this size in a place. Makes it if it is missing or its inputs have changed.
    pub(crate) fn prepare(place: &Place, articles: usize) -> Result<Self> {
        let corpus = Corpus { articles, folder: place.path(&format!("corpus-{articles}")) };
        let stamp_file = corpus.folder.with_extension("stamp");
        let stamp = stamp()?;
        if fs::read_to_string(&stamp_file).is_ok_and(|made| made == stamp) && corpus.folder.is_dir() {
            println!(
                "▸ {}",
                told!(zh "已有的 {articles} 篇合成稿件", en "the corpus of {articles} articles, as it is")
            );
        } else {
            println!("▸ {}", told!(zh "{articles} 篇合成稿件", en "the corpus of {articles} articles"));
            // The stamp is written last: a corpus without one is incomplete.
            let _ = fs::remove_file(&stamp_file);
            workspace::remove(&corpus.folder)?;
            let mut command = publisher::command()?;
            command.args(["demo", "--seed", SEED, "--articles", &articles.to_string()]);
            command.args(["--content", workspace::CONTENT_DIR]).arg("--out").arg(&corpus.folder);
            process::run(&mut command)?;
            fs::write(&stamp_file, stamp)
                .with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", stamp_file.display()))?;
        }
        folder::warm(&corpus.folder)?;
        Ok(corpus)
    }

    /// Returns the folder of the zone with the most articles.
    pub(crate) fn largest_zone(&self) -> Result<PathBuf> {
        let articles = self.folder.join("articles");
        let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", articles.display());
        let mut zones = Vec::new();
        for entry in fs::read_dir(&articles).with_context(unreadable)? {
            let path = entry.with_context(unreadable)?.path();
            zones.push((fs::read_dir(&path).with_context(unreadable)?.count(), path));
        }
        zones
            .into_iter()
            .max()
            .map(|(_, path)| path)
            .with_context(|| told!(zh "合成稿件中没有开发区", en "the corpus has no zone"))
    }
}

fn stamp() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    SEED.hash(&mut hasher);
    for path in MADE_BY {
        hash(Path::new(path), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if !path.is_dir() {
        workspace::read(path)?.hash(hasher);
        return Ok(());
    }
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", path.display());
    let entries = fs::read_dir(path).with_context(unreadable)?;
    let mut inside: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().with_context(unreadable)?;
    inside.sort();
    inside.iter().try_for_each(|path| hash(path, hasher))
}
