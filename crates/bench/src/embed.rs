//! `cargo xtask bench embed`: measures five articles of a zone on a partner's page, embedded by the portal's element and frame
//! and by two other ways. bench/embed/ has the pages and the measuring script; this module builds them and prints the table.

use crate::labels::label;
use investchn_cli::whole_number;
use investchn_tooling::told;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use investchn_tooling::bench::{publisher, scratch};
use investchn_tooling::{build, process, tools, workspace};

/// The pages that are measured, and the script that measures them.
const FOLDER: &str = "bench/embed";

/// The scripts that are shared with the benchmark of the app.
const SHARED: &str = "bench/web/measure";

/// Number of articles in the corpus. The zone with the most articles is embedded.
const ARTICLES: &str = "400";

/// A figure: its label, its value in a visit, and the number of digits after the point.
type Figure = (&'static str, fn(&Visit) -> f64, usize);

/// The figures of a visit, in the order of the table.
const FIGURES: [Figure; 5] = [
    ("bytes (brotli 11)", |visit| visit.bytes, 0),
    ("requests", |visit| visit.requests, 0),
    ("main thread, ms", |visit| visit.task, 0),
    ("until five titles are seen, ms", |visit| visit.time, 0),
    ("layout shift", |visit| visit.shift, 3),
];

/// Arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Number of runs of each way; the median counts.
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = whole_number(1u32..))]
    runs: u32,
}

#[derive(Deserialize)]
struct Visit {
    bytes: f64,
    requests: f64,
    task: f64,
    time: f64,
    shift: f64,
}

#[derive(Deserialize)]
struct Figures {
    chromium: String,
    node: String,
    figures: BTreeMap<String, Vec<Visit>>,
}

/// Builds and publishes the portal, measures, and prints the table.
pub(crate) fn embed(args: &Args) -> Result<()> {
    for folder in [FOLDER, SHARED] {
        tools::npm::packages(Path::new(folder))?;
    }
    publisher::compile()?;
    build::app_for_readers()?;
    let (site, zone) = publish()?;
    let (peers, out) = (peers()?, scratch::path("embed.json"));
    let mut command = process::command("node", [Path::new(FOLDER).join("measure.js")])?;
    command.args([&site, &peers]).arg(zone).arg(args.runs.to_string()).arg(&out);
    process::run(&mut command)?;
    let text = workspace::read(&out)?;
    let figures =
        serde_json::from_str(&text).with_context(|| told!(zh "{} 不是 JSON", en "{} is no JSON", out.display()))?;
    print(&figures, args.runs);
    Ok(())
}

/// Publishes a synthetic corpus. Returns the folder of the site and the id of the zone with the most articles.
fn publish() -> Result<(PathBuf, String)> {
    let (corpus, site) = (scratch::path("embed-corpus"), scratch::path("embed-site"));
    workspace::remove(&corpus)?;
    publisher::remove(&site)?;
    let mut demo = publisher::command()?;
    demo.args(["demo", "--articles", ARTICLES, "--content", workspace::CONTENT_DIR]).arg("--out").arg(&corpus);
    process::run(&mut demo)?;
    let mut build = publisher::command()?;
    build.arg("build").arg("--content").arg(&corpus).args(["--app", workspace::APP_DIR]).arg("--out").arg(&site);
    process::run(&mut build)?;
    let articles = corpus.join("articles");
    let failed = || told!(zh "无法读取 {}", en "{} cannot be read", articles.display());
    let mut most = (0, String::new());
    for entry in fs::read_dir(&articles).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let count = fs::read_dir(entry.path()).with_context(failed)?.count();
        most = most.max((count, entry.file_name().to_string_lossy().into_owned()));
    }
    ensure!(most.0 >= 5, told!(zh "没有开发区有五篇稿件", en "no zone of the corpus has five articles"));
    Ok((site, most.1))
}

/// Bundles and minifies the other ways, as their readers would download them. Returns the folder.
fn peers() -> Result<PathBuf> {
    let out = scratch::path("embed-peers");
    workspace::remove(&out)?;
    let arguments =
        ["--bundle", "--minify", "--format=esm", "--target=es2022", "--jsx=automatic", "--log-level=warning"];
    let mut esbuild = process::command("esbuild", arguments)?;
    esbuild.args(["--define:process.env.NODE_ENV=\"production\"", "--entry-names=[name]"]);
    esbuild.arg(format!("--outdir={}", out.display()));
    esbuild.args(
        ["rss-widget/widget.js", "frame-app/embed.js", "frame-app/app.jsx"].map(|file| Path::new(FOLDER).join(file)),
    );
    process::run(&mut esbuild)?;
    let page = Path::new(FOLDER).join("frame-app/index.html");
    fs::copy(&page, out.join("index.html"))
        .with_context(|| told!(zh "无法复制 {}", en "{} cannot be copied", page.display()))?;
    Ok(out)
}

/// The columns of the table: first a page without an embed, then the portal's ways, then the others.
const WAYS: [&str; 6] = ["nothing", "element", "element, height reserved", "frame", "RSS widget", "frame and script"];

fn print(Figures { chromium, node, figures }: &Figures, runs: u32) {
    let text = told!(
        zh "每种方式测 {runs} 次，取中间值。Chromium {chromium}，Node {node}。模拟慢速 4G 上的手机。",
        en "Runs of each: {runs}; the middle one counts. Chromium {chromium}, Node {node}. As a phone on slow 4G."
    );
    println!("\n{text}\n");
    let ratios = ["RSS widget", "frame and script"].map(|other| format!("{} / {}", label("element"), label(other)));
    println!("| {} | {} | {} |", told!(zh "项目", en "what"), WAYS.map(label).join(" | "), ratios.join(" | "));
    println!("| :-- |{}", " --: |".repeat(WAYS.len() + 2));
    for (what, of, digits) in FIGURES {
        let median = |way: &str| figures.get(way).and_then(|visits| median(visits.iter().map(of).collect()));
        let cells = WAYS.map(|way| median(way).map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}")));
        let ratio = |other: &str| match (median("element"), median(other)) {
            (Some(ours), Some(theirs)) if theirs > 0.0 => format!("{:.2}", ours / theirs),
            _ => String::new(),
        };
        println!(
            "| {} | {} | {} | {} |",
            label(what),
            cells.join(" | "),
            ratio("RSS widget"),
            ratio("frame and script")
        );
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_one_of_the_values() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn every_label_is_in_both_languages() {
        let labels = WAYS.into_iter().chain(FIGURES.into_iter().map(|(label, ..)| label));
        assert_eq!(crate::labels::untranslated(labels), [""; 0]);
    }

    #[test]
    fn every_way_in_the_table_is_measured() {
        let ways = include_str!("../../../bench/embed/ways.js");
        for way in WAYS {
            assert!(ways.contains(&format!("{way}: {{")) || ways.contains(&format!("\"{way}\": {{")), "{way}");
        }
    }
}
