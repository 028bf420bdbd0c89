//! `cargo xtask bench search`: measures the search on synthetic articles, and Pagefind on the same ones, and compares both with the
//! goals. A crate of its own and always in release mode, because it searches thousands of times in this process.

mod code;
mod corpus;
mod costs;
mod index_folder;
mod large;
mod pagefind;
mod queries;
mod report;
mod scan;
mod side_by_side;
mod texts;
mod typing;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use investchn_cli::texts as help;
use investchn_tooling::bench::scratch;
use investchn_tooling::{language, tools, workspace};

/// Compare the search with Pagefind and with its goals, on synthetic articles.
#[derive(Parser)]
#[command(name = "cargo xtask bench search", bin_name = "cargo xtask bench search", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    part: Option<Part>,
    /// Number of articles of which both make an index.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    articles: usize,
    /// Number of queries.
    #[arg(long, value_name = "N", default_value_t = 2000)]
    queries: usize,
    /// Leave out the portal of 100,000 articles.
    #[arg(long)]
    skip_large: bool,
    /// Folder for corpora and outputs; target/bench/search if it is not given.
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Parts that run as processes of their own, so that their time and memory can be measured.
#[derive(Subcommand)]
enum Part {
    /// Write the index of a file of texts.
    #[command(hide = true)]
    Write {
        /// File of texts.
        texts: PathBuf,
        /// Folder of the index.
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let (cli, lang) = investchn_cli::parse(help::bench(), language::DEFAULT);
    language::choose(lang);
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            language::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<()> {
    workspace::enter()?;
    if let Some(Part::Write { texts, out }) = &cli.part {
        return write::write(texts, out);
    }
    tools::npm::packages(Path::new(pagefind::PACKAGES))?;
    let folder = cli.folder.clone().unwrap_or_else(|| scratch::path("search"));
    let mut report = report::Report::default();
    side_by_side::measure(&folder, cli.articles, cli.queries, &mut report)?;
    if !cli.skip_large {
        large::measure(&folder, cli.queries, &mut report)?;
    }
    report.print();
    report.write(&scratch::path("search.json"))
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
    fn every_command_and_option_has_help_in_both_languages() {
        assert_eq!(untranslated::<Cli>(&Catalog::new(help::bench())), [""; 0]);
    }
}
