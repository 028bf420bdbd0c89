//! Measures a build after one article was added to a published corpus.

use investchn_tooling::told;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::corpus::Corpus;
use investchn_tooling::bench::folder::{self, Size};
use investchn_tooling::bench::measure::Measured;
use investchn_tooling::bench::publisher;

/// The day after the newest article of every corpus.
const NEWEST: &str = "2026-11-21";

/// Adds an article and builds into an output of the same corpus. The size of the written files is taken from their modification
/// times, not from the publisher's own report.
pub(crate) fn run(corpus: &Corpus, out: &Path) -> Result<(Measured, Size)> {
    let zone = corpus.largest_zone()?;
    let id = zone.file_name().unwrap_or_default().to_string_lossy();
    let file = zone.join(format!("{NEWEST}-1.md"));
    let article = format!(
        "+++\ntitle = \"示例：最新的一条\"\npublished = {NEWEST}\nsource = \"示例报\"\nzone = \"{id}\"\nkind = \"text\"\n+++\n\n\
         本文是程序生成的示例文本，不含真实信息。\n"
    );
    fs::write(&file, article).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))?;
    let start = SystemTime::now();
    let measured = publisher::run(&corpus.folder, out);
    // Removed even if the build failed, because the corpus is kept for the next run.
    fs::remove_file(&file).with_context(|| told!(zh "无法删除 {}", en "{} cannot be removed", file.display()))?;
    Ok((measured?, folder::written_since(out, start)?))
}
