//! What can be typed after `cargo xtask`, and which module answers it. It does no work of its own.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand, value_parser};

use crate::{check, crates, dist, program, publisher, same, test, tidy, web};
use investchn_tooling::tools::{self, Need};
use investchn_tooling::workspace;

/// The commands of this project, for a contributor and for CI alike.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Install the tools that are missing, and say which are there.
    Setup {
        /// Also three browsers, their WebDrivers, Chinese fonts and the hosts, as `test` needs them.
        #[arg(long)]
        browser: bool,
    },
    /// Show the portal on this machine and rebuild it at every change.
    #[command(disable_help_flag = true)]
    Serve {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        arguments: Vec<OsString>,
    },
    /// Build the portal for a host, into dist/.
    Dist {
        /// The address under which the portal will stand, such as https://www.example.com/news/.
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Write a .br and a .gz beside every file, for a host that sends such files as they are.
        #[arg(long)]
        precompress: bool,
    },
    /// Measure the publisher beside Hugo and the portal beside other apps, on synthetic articles.
    #[command(disable_help_flag = true)]
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        arguments: Vec<OsString>,
    },
    /// What readers download before the app answers, held to its budget, and what the wasm is made of.
    Size,
    /// Publish with a revision's publisher and with this one, and compare every byte: nothing may change in a refactoring.
    Same(same::Args),
    /// Formatting, lints and the rules of the tree.
    Check,
    /// The rules of the tree alone: what no compiler checks.
    Tidy,
    /// Print the crates with their sizes and invariants, and fail where one is too large.
    Crates,
    /// Build the portal and run every test, in a real browser too.
    Test {
        /// Behind `--`, the arguments of `cargo test` for some of the tests, on the portal that is built: `-- --test site moving::`.
        #[arg(last = true, value_name = "CARGO TEST")]
        chosen: Vec<String>,
    },
    /// Walk the portal that `test` built on every host but the store, and print the rows of the table in docs/hosting.md.
    Hosts,
    /// Play releases of the portal that `test` built, which arrive at a host file by file while somebody reads.
    DeployTest {
        /// How often.
        #[arg(long, default_value_t = 100, value_parser = value_parser!(u32).range(1..))]
        times: u32,
        /// Instead, fill a store of three nodes with the portal and many articles, and kill nodes meanwhile.
        #[arg(long, conflicts_with = "times")]
        store: bool,
        /// How many synthetic articles are in the store; some of them are corrected.
        #[arg(long, default_value_t = 20_000, requires = "store", value_parser = value_parser!(u32).range(200..))]
        articles: u32,
    },
    /// Generate and bundle the scripts of web/ and the sheets of style/ (Trunk's hook before a build).
    Web,
    /// Publish the content into the build at hand (Trunk's hook after a build).
    PublishHook,
}

/// Reads the arguments, runs the verb and turns its result into an exit code.
pub(crate) fn run() -> ExitCode {
    match start(Cli::parse().verb) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the verb. Only `test` says of itself that all is not well, for its last line belongs to the sum.
fn start(verb: Option<Verb>) -> Result<bool> {
    workspace::enter()?;
    match verb {
        None => Cli::command().print_help().context("the help could not be printed"),
        Some(Verb::Setup { browser }) => tools::setup(if browser { Need::Test } else { Need::Release }),
        Some(Verb::Serve { arguments }) => program::serve(&arguments),
        Some(Verb::Dist { base_url, precompress }) => dist::dist(base_url.as_deref(), precompress),
        Some(Verb::Bench { arguments }) => program::bench(&arguments),
        Some(Verb::Size) => program::bench(&["size".into()]),
        Some(Verb::Same(args)) => same::same(&args),
        Some(Verb::Check) => check::check(),
        Some(Verb::Tidy) => tidy::tidy(),
        Some(Verb::Crates) => crates::crates(),
        Some(Verb::Test { chosen }) => return test::test(&chosen),
        Some(Verb::Hosts) => test::hosts(),
        Some(Verb::DeployTest { store: true, articles, .. }) => test::store(articles),
        Some(Verb::DeployTest { times, .. }) => test::deploy(times),
        Some(Verb::Web) => web::web(),
        Some(Verb::PublishHook) => publisher::hook(),
    }
    .map(|()| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
