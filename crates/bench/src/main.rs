//! The benchmarks of `cargo xtask bench`, the size budget of `cargo xtask size`, and the comparison of `cargo xtask same`. They are a separate crate so that the
//! other commands compile without the libraries that only measuring needs.

mod embed;
mod import;
mod labels;
mod same;
mod size;
mod web;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use investchn_cli::{parse, texts};
use investchn_tooling::{language, workspace};

/// Compare the portal with other apps; `bench publish` and `bench search` compare the publisher and the search.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    subject: Subject,
}

#[derive(Subcommand)]
enum Subject {
    /// Compare the portal in a browser with React, Solid and plain pages.
    Web(web::Args),
    /// Compare the portal's element and frame on a partner's page with an RSS widget and with a frame that contains an app.
    Embed(embed::Args),
    /// Score the importer on old pages, beside trafilatura and Readability.
    Import(import::Args),
    /// Compare every byte that two publishers write.
    Same(same::Args),
    /// Check the files that readers download before the app answers against the budget, and list the parts of the wasm.
    Size(size::Args),
}

fn main() -> ExitCode {
    let (Cli { subject }, lang) = parse(texts::bench(), language::DEFAULT);
    language::choose(lang);
    match run(subject) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            language::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(subject: Subject) -> Result<()> {
    workspace::enter()?;
    match subject {
        Subject::Web(args) => web::web(&args),
        Subject::Embed(args) => embed::embed(&args),
        Subject::Import(args) => import::import(&args),
        Subject::Same(args) => same::same(&args),
        Subject::Size(args) => size::size(&args),
    }
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
        assert_eq!(untranslated::<Cli>(&Catalog::new(texts::bench())), [""; 0]);
    }
}
