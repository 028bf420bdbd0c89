//! Reports the measurements as a table for people and as JSON for programs.

use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::corpus::Corpus;
use crate::place::Place;
use investchn_tooling::bench::folder::Size;
use investchn_tooling::bench::measure::{Measured, median};
use investchn_tooling::process;

/// The publisher's name in a row.
pub(crate) const PUBLISHER: &str = "investchn-publish";

/// A row of the table.
pub(crate) struct Row {
    program: String,
    articles: usize,
    /// The type of the file system of sources and output.
    system: String,
    /// True if the run added one article to an existing output.
    increment: bool,
    /// The median of the runs.
    measured: Option<Measured>,
    runs: Vec<Measured>,
    /// The size of the output; for an increment, of the files that it wrote.
    size: Size,
}

impl Row {
    /// Makes the row of runs on a whole corpus.
    pub(crate) fn of_runs(program: &str, place: &Place, corpus: &Corpus, runs: &[Measured], size: Size) -> Self {
        let (program, system, articles) = (program.to_owned(), place.name(), corpus.articles);
        Row { program, articles, system, increment: false, measured: median(runs), runs: runs.to_vec(), size }
    }

    /// Makes the row of a run with one more article.
    pub(crate) fn of_increment(program: &str, place: &Place, corpus: &Corpus, run: Measured, written: Size) -> Self {
        Row { increment: true, ..Row::of_runs(program, place, corpus, &[run], written) }
    }

    /// Returns true if both rows are of the same corpus in the same place.
    fn is_beside(&self, other: &Row) -> bool {
        (&self.system, self.articles) == (&other.system, other.articles)
    }

    fn articles(&self) -> String {
        if self.increment { format!("{} + 1", self.articles) } else { self.articles.to_string() }
    }

    fn json(&self) -> Value {
        json!({
            "program": self.program,
            "articles": self.articles,
            "file_system": self.system,
            "increment": self.increment,
            "seconds": self.measured.map(|run| run.seconds),
            "peak_memory_bytes": self.measured.and_then(|run| run.memory),
            "files": self.size.files,
            "bytes": self.size.bytes,
            "runs": self.runs.iter().map(|run| json!({ "seconds": run.seconds, "peak_memory_bytes": run.memory })).collect::<Vec<_>>(),
        })
    }
}

/// All rows.
pub(crate) struct Report {
    runs: u32,
    rows: Vec<Row>,
}

impl Report {
    pub(crate) fn new(runs: u32) -> Self {
        Report { runs, rows: Vec::new() }
    }

    pub(crate) fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Prints the table.
    pub(crate) fn print(&self) {
        let (runs, cores) = (self.runs, cores());
        let text = told!(
            zh "每项运行 {runs} 次，取中间值。核数：{cores}。",
            en "Runs of each: {runs}; the middle one counts. Cores: {cores}."
        );
        println!("\n{text}\n");
        println!(
            "{}",
            told!(
                zh "| 文件系统 | 篇数 | 程序 | 秒 | 内存峰值，MB | 文件 | MB | 每秒篇数 |",
                en "| file system | articles | program | seconds | peak memory, MB | files | MB | articles a second |"
            )
        );
        println!("| :-- | --: | :-- | --: | --: | --: | --: | --: |");
        for row in &self.rows {
            println!("{}", line(row));
        }
        for ratio in self.ratios() {
            println!("\n{ratio}");
        }
        let text = told!(
            zh "多一篇时，文件和 MB 只计写出的。",
            en "For a build with one more article, files and MB count only what was written."
        );
        println!("\n{text}");
    }

    /// Returns the ratios of the other programs to the publisher on the same corpus.
    fn ratios(&self) -> Vec<String> {
        let whole = || self.rows.iter().filter(|row| !row.increment);
        let mut ratios = Vec::new();
        for other in whole().filter(|row| row.program != PUBLISHER) {
            for ours in whole().filter(|row| row.program == PUBLISHER && row.is_beside(other)) {
                ratios.push(ratio(other, ours));
            }
        }
        ratios
    }

    /// Writes the report as JSON.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let rustc = process::output_of("rustc", ["--version"]);
        let report =
            json!({ "cores": cores(), "rustc": rustc, "rows": self.rows.iter().map(Row::json).collect::<Vec<_>>() });
        let text = format!("{report:#}\n");
        fs::write(file, text).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))?;
        println!("{}", told!(zh "全部数据在 {}。", en "All of it is in {}.", file.display()));
        Ok(())
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, Into::into)
}

fn line(row: &Row) -> String {
    let seconds = row.measured.map_or(0.0, |run| run.seconds);
    let memory =
        row.measured.and_then(|run| run.memory).map_or(told!(zh "未知", en "unknown"), |bytes| megabytes(bytes, 0));
    let speed = if row.increment { String::new() } else { format!("{:.0}", row.articles as f64 / seconds) };
    let (system, articles, program, Size { files, bytes }) = (&row.system, row.articles(), &row.program, row.size);
    format!(
        "| {system} | {articles} | {program} | {seconds:.2} | {memory} | {files} | {} | {speed} |",
        megabytes(bytes, 1)
    )
}

fn megabytes(bytes: u64, digits: usize) -> String {
    format!("{:.digits$}", bytes as f64 / 1e6)
}

fn ratio(other: &Row, ours: &Row) -> String {
    let times = |other: f64, ours: f64| {
        if ours > 0.0 { format!("{:.2}", other / ours) } else { told!(zh "未知", en "unknown") }
    };
    let of_runs = |value: fn(Measured) -> Option<f64>| {
        let of = |row: &Row| row.measured.and_then(value).unwrap_or_default();
        times(of(other), of(ours))
    };
    told!(
        zh "{} 与 {PUBLISHER} 之比，{}，{} 篇：时间 {}，内存 {}，文件 {}，字节 {}",
        en "{} relative to {PUBLISHER}, {}, {} articles: {} seconds, {} memory, {} files, {} bytes",
        other.program,
        ours.system,
        ours.articles(),
        of_runs(|run| Some(run.seconds)),
        of_runs(|run| run.memory.map(|bytes| bytes as f64)),
        times(other.size.files as f64, ours.size.files as f64),
        times(other.size.bytes as f64, ours.size.bytes as f64)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(program: &str, system: &str, seconds: f64, increment: bool) -> Row {
        let run = Measured { seconds, memory: Some(64_000_000) };
        let size = Size { files: 40, bytes: 2_500_000 };
        let (program, system) = (program.to_owned(), system.to_owned());
        Row { program, articles: 100, system, increment, measured: Some(run), runs: vec![run], size }
    }

    #[test]
    fn rows_show_the_median_run_and_the_size_of_the_output() {
        assert_eq!(line(&row("Hugo 1", "tmpfs", 2.0, false)), "| tmpfs | 100 | Hugo 1 | 2.00 | 64 | 40 | 2.5 | 50 |");
        let increment = "| ext4 | 100 + 1 | investchn-publish | 0.50 | 64 | 40 | 2.5 |  |";
        assert_eq!(line(&row(PUBLISHER, "ext4", 0.5, true)), increment);
    }

    #[test]
    fn ratios_compare_full_builds_of_the_same_corpus_in_one_place() {
        let rows = vec![
            row("Hugo 1", "tmpfs", 2.0, false),
            row(PUBLISHER, "tmpfs", 0.5, false),
            row(PUBLISHER, "tmpfs", 0.1, true),
            row(PUBLISHER, "ext4", 4.0, false),
        ];
        let ratios = Report { runs: 1, rows }.ratios();
        let expected = "Hugo 1 relative to investchn-publish, tmpfs, 100 articles: 4.00 seconds, 1.00 memory, 1.00 files, \
                        1.00 bytes";
        assert_eq!(ratios, [expected]);
    }

    #[test]
    fn json_contains_every_run() {
        let json = row("Hugo 1", "tmpfs", 2.0, false).json();
        assert_eq!(json["runs"][0]["seconds"], 2.0);
        assert_eq!(json["peak_memory_bytes"], 64_000_000);
    }
}
