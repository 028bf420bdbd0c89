//! The benchmarks of `cargo xtask bench`, and the budget of `cargo xtask size`. They are a crate of their own, so that the other commands
//! of a contributor compile without the libraries that only measuring needs.

mod embed;
mod folder;
mod measure;
mod publish;
mod publisher;
mod scratch;
mod size;
mod web;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use investchn_tooling::workspace;

/// Measure the publisher beside Hugo and the portal beside other apps, on synthetic articles.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    subject: Subject,
}

#[derive(Subcommand)]
enum Subject {
    /// From sources to the site: the publisher beside Hugo, and what one more article costs.
    Publish(publish::Args),
    /// In the browser: the portal beside React, Solid and plain pages.
    Web(web::Args),
    /// On a partner's page: the portal's element and frame beside an RSS widget and a frame with an app in it.
    Embed(embed::Args),
    /// What readers download before the app answers, held to its budget, and what the wasm is made of.
    Size(size::Args),
}

fn main() -> ExitCode {
    match run(Cli::parse().subject) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(subject: Subject) -> Result<()> {
    workspace::enter()?;
    match subject {
        Subject::Publish(args) => publish::publish(&args),
        Subject::Web(args) => web::web(&args),
        Subject::Embed(args) => embed::embed(&args),
        Subject::Size(args) => size::size(&args),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
