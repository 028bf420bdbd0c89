//! `bench import`: how much of old pages the importer reads rightly, beside trafilatura and Readability. Each page has the
//! parts that a person sees on it in a `.want.json` beside it.

mod own;
mod peers;
mod score;
mod speed;

use investchn_tooling::told;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use score::{ReadPage, Score, Wanted};

/// The pages, in folders: see bench/README.md for who wrote them, and when.
const FOLDERS: [&str; 3] = ["bench/import/second", "bench/import/pages", "crates/page/tests/pages"];

/// The flags of `bench import`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Score only the importer. Without it, trafilatura (Python) and Readability (Node.js) read the pages too.
    #[arg(long)]
    alone: bool,
    /// List the pages that the importer reads wrongly.
    #[arg(long)]
    faults: bool,
    /// Measure how long an import of so many pages takes, instead of scoring.
    #[arg(long, value_name = "PAGES")]
    speed: Option<usize>,
    /// Folders of pages, instead of the project's own.
    folders: Vec<PathBuf>,
}

/// Scores the readers, and prints a table for each folder.
pub(crate) fn import(args: &Args) -> Result<()> {
    if let Some(pages) = args.speed {
        return speed::speed(pages);
    }
    let folders = if args.folders.is_empty() { FOLDERS.map(PathBuf::from).to_vec() } else { args.folders.clone() };
    for folder in folders {
        let pages = pages(&folder)?;
        ensure!(!pages.is_empty(), told!(zh "{} 中没有页面", en "{} has no pages", folder.display()));
        let files: Vec<&Path> = pages.iter().map(|(file, _)| file.as_path()).collect();
        println!("\n{}", told!(zh "{}：{} 页", en "{}: {} pages", folder.display(), pages.len()));
        println!("{:<14}{}", "", score::head());
        let own = own::read(&files)?;
        print_score("investchn", &own, &pages, args.faults);
        if !args.alone {
            for (name, mut read) in
                [("trafilatura", peers::trafilatura(&files)?), ("Readability", peers::readability(&files)?)]
            {
                // The same lines may be kept or dropped by every reader.
                read.iter_mut().zip(&own).for_each(|(read, own)| read.asides.clone_from(&own.asides));
                print_score(name, &read, &pages, false);
            }
        }
    }
    Ok(())
}

fn print_score(name: &str, read: &[ReadPage], pages: &[(PathBuf, Wanted)], faults: bool) {
    let mut score = Score::default();
    let mut wrong = Vec::new();
    for (read, (file, wanted)) in read.iter().zip(pages) {
        for fault in score.add(read, wanted) {
            wrong.push(format!("  {}: {fault}", file.display()));
        }
    }
    println!("{name:<14}{score}");
    if faults {
        println!("{}", wrong.join("\n"));
    }
}

/// Lists the pages below a folder, each with what is wanted of it.
fn pages(folder: &Path) -> Result<Vec<(PathBuf, Wanted)>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .with_context(|| told!(zh "无法列出 {} 中的文件", en "cannot list {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.with_extension("want.json").is_file() && !path.ends_with("want.json") {
                files.push(path);
            }
        }
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension != "json"));
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let text = std::fs::read(file.with_extension("want.json"))?;
            let value: Value = serde_json::from_slice(&text).with_context(|| format!("{}", file.display()))?;
            Ok((file, Wanted(value)))
        })
        .collect()
}
