//! Runs Pagefind: builds its index, and asks it as a page in a browser would (`bench/search/pagefind.js`).

use investchn_tooling::told;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use investchn_tooling::bench::measure::{Measured, measure};
use investchn_tooling::bench::memory;
use investchn_tooling::{process, workspace};
use serde::{Deserialize, Serialize};

/// The folder of the packages of this benchmark.
pub(crate) const PACKAGES: &str = "bench/search";
/// About the peak memory of Pagefind for each article of the corpus, in bytes.
const MEMORY: u64 = 700_000;

/// A query.
#[derive(Serialize)]
pub(crate) struct PagefindQuery {
    /// The query, with quotes.
    pub(crate) text: String,
    /// True if nothing has been loaded before it.
    pub(crate) cold: bool,
}

/// The cost and the results of a query.
#[derive(Deserialize)]
pub(crate) struct PagefindFigure {
    /// The bytes that were loaded for the first page of results.
    pub(crate) bytes: u64,
    /// The addresses of all pages that were found.
    pub(crate) found: Vec<String>,
}

/// Returns how many articles Pagefind can index in the memory that is free.
pub(crate) fn most_articles() -> usize {
    memory::available().map_or(usize::MAX, |bytes| (bytes / MEMORY) as usize)
}

/// Indexes a folder of pages into a new folder.
pub(crate) fn run(pages: &Path, out: &Path) -> Result<Measured> {
    measure(&mut command(pages, out)?)
}

fn command(pages: &Path, out: &Path) -> Result<Command> {
    // The program itself: the launcher in Node.js would be measured instead of it.
    let packages = Path::new(PACKAGES).join("node_modules/@pagefind");
    let platforms =
        fs::read_dir(&packages).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", packages.display()))?;
    let programs = platforms.filter_map(|entry| Some(entry.ok()?.path().join("bin/pagefind_extended")));
    let program = programs.into_iter().find(|program| program.is_file());
    let program = program.with_context(|| told!(zh "{} 中没有程序", en "{} has no program", packages.display()))?;
    let mut command = Command::new(program);
    command.args(["--root-selector", "main", "--site"]).arg(pages).arg("--output-path").arg(out);
    Ok(command)
}

/// Asks an index, one query after another.
pub(crate) fn ask(index: &Path, queries: &[PagefindQuery], scratch: &Path) -> Result<Vec<PagefindFigure>> {
    let (asked, figures) = (beside(scratch, "queries"), beside(scratch, "figures"));
    fs::write(&asked, serde_json::to_string(queries)?)
        .with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", asked.display()))?;
    let script = Path::new(PACKAGES).join("pagefind.js");
    let mut command = process::command("node", [script])?;
    for path in [index, &asked, &figures] {
        command.arg(workspace::absolute(path)?);
    }
    process::run(&mut command)?;
    Ok(serde_json::from_str(&workspace::read(&figures)?)?)
}

fn beside(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("pagefind-{name}.json"))
}

/// Returns the id of the article of a page's address.
pub(crate) fn id(address: &str) -> String {
    address.trim_start_matches('/').trim_end_matches(".html").to_owned()
}
