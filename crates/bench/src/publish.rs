//! `cargo xtask bench publish`: compares the publisher with Hugo on one synthetic corpus, and measures the publisher alone on a
//! large one. This module runs the measurements; the submodules make the sources and the report.

mod corpus;
mod hugo;
mod increment;
mod report;

use investchn_cli::whole_number;
use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use investchn_tooling::{process, workspace};

use corpus::Corpus;
use hugo::Hugo;
use investchn_tooling::bench::measure::Measured;
use investchn_tooling::bench::{folder, publisher, scratch};
use report::{Report, Row};

/// Number of articles of the large corpus, which only the publisher builds.
const LARGE: usize = 100_000;

/// Arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Number of articles in the corpus that both publish.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Number of runs of each program; the median counts.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = whole_number(1u32..))]
    runs: u32,
    /// Leave out the corpus of 100,000 articles.
    #[arg(long)]
    skip_large: bool,
}

/// Measures, prints the table and writes it as JSON.
pub(crate) fn publish(args: &Args) -> Result<()> {
    publisher::compile()?;
    let mut report = Report::new(args.runs);
    let corpus = Corpus::prepare(args.articles)?;
    side_by_side(&corpus, args.runs, &mut report)?;
    if !args.skip_large {
        large(&mut report)?;
    }
    report.print();
    report.write(&scratch::path("publish.json"))?;
    remove_outputs()
}

/// Measures both programs in turn, so that other load on the machine affects both.
fn side_by_side(corpus: &Corpus, runs: u32, report: &mut Report) -> Result<()> {
    let (ours, theirs) =
        (|run: u32| scratch::path(&format!("out-{run}")), |run: u32| scratch::path(&format!("hugo-out-{run}")));
    let hugo = Hugo::prepare(corpus)?;
    let (mut by_hugo, mut by_publisher) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        if let Some(hugo) = &hugo {
            println!(
                "▸ {}",
                told!(zh "Hugo，{} 篇，第 {run}/{runs} 次", en "Hugo, {} articles, run {run} of {runs}", corpus.articles)
            );
            by_hugo.push(cold(&theirs(run), |out| hugo.run(out))?);
        }
        println!(
            "▸ {}",
            told!(zh "发布程序，{} 篇，第 {run}/{runs} 次", en "publisher, {} articles, run {run} of {runs}", corpus.articles)
        );
        by_publisher.push(cold(&ours(run), |out| publisher::run(&corpus.folder, out))?);
    }
    if let Some(hugo) = &hugo {
        report.add(Row::of_runs(&hugo.version, corpus, &by_hugo, folder::size(&theirs(runs))?));
    }
    report.add(Row::of_runs(report::PUBLISHER, corpus, &by_publisher, folder::size(&ours(runs))?));
    one_more(corpus, &ours(runs), report)
}

fn large(report: &mut Report) -> Result<()> {
    let (corpus, out) = (Corpus::prepare(LARGE)?, scratch::path("out-large"));
    println!("▸ {}", told!(zh "发布程序，{} 篇", en "publisher, {} articles", corpus.articles));
    let run = cold(&out, |out| publisher::run(&corpus.folder, out))?;
    report.add(Row::of_runs(report::PUBLISHER, &corpus, &[run], folder::size(&out)?));
    one_more(&corpus, &out, report)
}

/// Measures a build with one more article.
fn one_more(corpus: &Corpus, out: &Path, report: &mut Report) -> Result<()> {
    println!("▸ {}", told!(zh "发布程序，{} 篇再加一篇", en "publisher, {} articles and one more", corpus.articles));
    let (measured, written) = increment::run(corpus, out)?;
    report.add(Row::of_increment(report::PUBLISHER, corpus, measured, written));
    Ok(())
}

/// Measures a build into a new folder, after earlier writes have reached the disk.
fn cold(out: &Path, run: impl FnOnce(&Path) -> Result<Measured>) -> Result<Measured> {
    publisher::remove(out)?;
    // Without this program, earlier writes only add noise.
    let _ = process::output_of("sync", [""; 0]);
    run(out)
}

/// Removes every output at the end. ext4 creates files slowly for minutes after many were removed, so removing them
/// between runs would slow down the program that writes more files.
fn remove_outputs() -> Result<()> {
    for entry in fs::read_dir(scratch::FOLDER)
        .with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", scratch::FOLDER))?
    {
        let path = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", scratch::FOLDER))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("out-") || name.starts_with("hugo-out-") {
            workspace::remove(&path)?;
        }
    }
    Ok(())
}
