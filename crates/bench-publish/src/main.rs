//! `cargo xtask bench publish`: compares the publisher with Hugo on one synthetic corpus, and measures the publisher alone on a
//! large one, on a memory file system and on a disk. This module runs the measurements; the other modules make the sources and the report.

mod corpus;
mod hugo;
mod hugo_program;
mod increment;
mod place;
mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use investchn_cli::{parse, texts, whole_number};
use investchn_tooling::bench::measure::Measured;
use investchn_tooling::bench::{folder, publisher, scratch};
use investchn_tooling::{language, process, told, workspace};

use corpus::Corpus;
use hugo::Hugo;
use hugo_program::HugoProgram;
use place::Place;
use report::{Report, Row};

/// Compare the publisher with Hugo, and measure a build with one more article.
#[derive(Parser)]
#[command(name = "cargo xtask bench publish", bin_name = "cargo xtask bench publish")]
struct Cli {
    /// Number of articles in the corpus that both publish.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Number of runs of each program; the median counts.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = whole_number(1u32..))]
    runs: u32,
    /// Number of articles in the large corpus, which only the publisher builds, once.
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    large: usize,
    /// Leave out the large corpus.
    #[arg(long)]
    skip_large: bool,
    /// Folder on a memory file system; /dev/shm if it is not given.
    #[arg(long, value_name = "FOLDER")]
    memory: Option<PathBuf>,
}

fn main() -> ExitCode {
    let (cli, lang) = parse(texts::bench(), language::DEFAULT);
    language::choose(lang);
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            language::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Measures, prints the table and writes it as JSON.
fn run(cli: &Cli) -> Result<()> {
    workspace::enter()?;
    publisher::compile()?;
    let hugo = HugoProgram::install()?;
    let places = Place::all(cli.memory.as_deref())?;
    let mut report = Report::new(cli.runs);
    for place in &places {
        if place.has_room(cli.articles) {
            side_by_side(hugo.as_ref(), place, cli, &mut report)?;
        }
        if !cli.skip_large && place.has_room(cli.large) {
            large(place, cli.large, &mut report)?;
        }
    }
    report.print();
    report.write(&scratch::path("publish.json"))?;
    places.iter().try_for_each(Place::remove_outputs)
}

/// Measures both programs in turn, so that other load on the machine affects both.
fn side_by_side(hugo: Option<&HugoProgram>, place: &Place, cli: &Cli, report: &mut Report) -> Result<()> {
    let (corpus, runs) = (Corpus::prepare(place, cli.articles)?, cli.runs);
    let (ours, theirs) = (|run: u32| place.output("investchn", run), |run: u32| place.output("hugo", run));
    let hugo = hugo.map(|program| Hugo::prepare(program, place, &corpus)).transpose()?;
    let (mut by_hugo, mut by_publisher) = (Vec::new(), Vec::new());
    let (system, articles) = (place.name(), corpus.articles);
    for run in 1..=runs {
        if let Some(hugo) = &hugo {
            let text = told!(
                zh "Hugo，{system}，{articles} 篇，第 {run}/{runs} 次",
                en "Hugo, {system}, {articles} articles, run {run} of {runs}"
            );
            println!("▸ {text}");
            by_hugo.push(cold(&theirs(run), |out| hugo.run(out))?);
        }
        let text = told!(
            zh "发布程序，{system}，{articles} 篇，第 {run}/{runs} 次",
            en "publisher, {system}, {articles} articles, run {run} of {runs}"
        );
        println!("▸ {text}");
        by_publisher.push(cold(&ours(run), |out| publisher::run(&corpus.folder, out))?);
    }
    if let Some(hugo) = &hugo {
        let size = folder::size(&theirs(runs))?;
        report.add(Row::of_runs(&hugo.program.version, place, &corpus, &by_hugo, size));
    }
    report.add(Row::of_runs(report::PUBLISHER, place, &corpus, &by_publisher, folder::size(&ours(runs))?));
    one_more(place, &corpus, &ours(runs), report)
}

fn large(place: &Place, articles: usize, report: &mut Report) -> Result<()> {
    let (corpus, out) = (Corpus::prepare(place, articles)?, place.output("large", 1));
    println!("▸ {}", told!(zh "发布程序，{}，{articles} 篇", en "publisher, {}, {articles} articles", place.name()));
    let run = cold(&out, |out| publisher::run(&corpus.folder, out))?;
    report.add(Row::of_runs(report::PUBLISHER, place, &corpus, &[run], folder::size(&out)?));
    one_more(place, &corpus, &out, report)
}

/// Measures a build with one more article.
fn one_more(place: &Place, corpus: &Corpus, out: &Path, report: &mut Report) -> Result<()> {
    let text = told!(
        zh "发布程序，{}，{} 篇再加一篇",
        en "publisher, {}, {} articles and one more",
        place.name(),
        corpus.articles
    );
    println!("▸ {text}");
    // As on every portal that has readers. Before the first upload every file is listed again at each build.
    publisher::mark_deployed(out)?;
    let (measured, written) = increment::run(corpus, out)?;
    report.add(Row::of_increment(report::PUBLISHER, place, corpus, measured, written));
    Ok(())
}

/// Measures a build into a new folder, after earlier writes have reached the disk.
fn cold(out: &Path, run: impl FnOnce(&Path) -> Result<Measured>) -> Result<Measured> {
    publisher::remove(out)?;
    // Without this program, earlier writes only add noise.
    let _ = process::output_of("sync", [""; 0]);
    run(out)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use investchn_cli::{Catalog, untranslated};

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_option_has_help_in_both_languages() {
        assert_eq!(untranslated::<Cli>(&Catalog::new(texts::bench())), [""; 0]);
    }
}
