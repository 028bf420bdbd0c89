//! The command line of `cargo xtask`: the verbs, and the module that runs each.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use investchn_cli::{Catalog, command, parse, texts, whole_number};

use crate::{check, crates, dist, program, publisher, test, tidy, web};
use investchn_tooling::tools::{self, Need};
use investchn_tooling::{language, told, workspace};

/// The commands of this project, for contributors and CI.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Install missing tools, and list the tools that are installed.
    Setup {
        /// Install also what `test` needs: three browsers, their WebDrivers, Chinese fonts and the hosts.
        #[arg(long)]
        browser: bool,
    },
    /// Serve the portal on this machine and rebuild it on every change.
    #[command(disable_help_flag = true)]
    Serve {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        arguments: Vec<OsString>,
    },
    /// Build the portal for a host, into dist/.
    Dist {
        /// Address of the published portal, for example https://www.example.com/news/.
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Write a .br and a .gz beside every file, for a host that serves precompressed files.
        #[arg(long)]
        precompress: bool,
    },
    /// Compare the publisher (`bench publish`) with Hugo, the portal with other apps and the search (`bench search`) with Pagefind.
    #[command(disable_help_flag = true)]
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        arguments: Vec<OsString>,
    },
    /// Check the files that readers download before the app answers against the budget, and list the parts of the wasm.
    Size,
    /// Publish with the publisher of a revision and with this one, and compare every byte; a refactoring must not change any.
    #[command(disable_help_flag = true)]
    Same {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        arguments: Vec<OsString>,
    },
    /// Check the format, the lints and the rules of the tree.
    Check,
    /// Check only the rules of the tree, which no compiler checks.
    Tidy,
    /// Print the crates with their sizes and invariants; fail if one is too large.
    Crates,
    /// Build the portal and run every test, including those in real browsers.
    Test {
        /// After `--`, arguments of `cargo test` that select tests on the portal as it is built: `-- --test site moving::`.
        #[arg(last = true, value_name = "CARGO TEST")]
        chosen: Vec<String>,
    },
    /// Test the portal that `test` built on every host except the store, and print the rows of the table in docs/hosting.md.
    Hosts,
    /// Simulate releases of the portal that `test` built: the files arrive at a host one by one while somebody reads.
    DeployTest {
        /// Number of releases.
        #[arg(long, default_value_t = 100, value_parser = whole_number(1u32..))]
        times: u32,
        /// Instead, fill a store of three nodes with the portal and many articles, and kill nodes meanwhile.
        #[arg(long, conflicts_with = "times")]
        store: bool,
        /// Number of synthetic articles in the store; some of them are corrected.
        #[arg(long, default_value_t = 20_000, requires = "store", value_parser = whole_number(200u32..))]
        articles: u32,
    },
    /// Generate and bundle the scripts of web/ and the sheets of style/ (Trunk's hook before a build).
    Web,
    /// Publish the content into the current build (Trunk's hook after a build).
    PublishHook,
}

/// Parses the arguments, runs the verb and converts its result to an exit code.
pub(crate) fn run() -> ExitCode {
    let (Cli { verb }, lang) = parse(texts::xtask(), language::DEFAULT);
    language::choose(lang);
    match start(verb) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            language::print_error(&error);
            ExitCode::FAILURE
        }
    }
}

/// Runs the verb. Returns false if `test` failed; it reports its failures itself, so that its last line is the sum.
fn start(verb: Option<Verb>) -> Result<bool> {
    workspace::enter()?;
    match verb {
        None => print_help(),
        Some(Verb::Setup { browser }) => tools::setup(if browser { Need::Test } else { Need::Release }),
        Some(Verb::Serve { arguments }) => program::serve(&arguments),
        Some(Verb::Dist { base_url, precompress }) => dist::dist(base_url.as_deref(), precompress),
        Some(Verb::Bench { arguments }) => program::bench(None, &arguments),
        Some(Verb::Size) => program::bench(Some("size"), &[]),
        Some(Verb::Same { arguments }) => program::bench(Some("same"), &arguments),
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

fn print_help() -> Result<()> {
    let mut command = command::<Cli>(&Catalog::new(texts::xtask()), language::language(), language::DEFAULT);
    command.print_help().with_context(|| told!(zh "无法显示说明", en "the help could not be printed"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use investchn_cli::untranslated;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_and_option_has_help_in_both_languages() {
        assert_eq!(untranslated::<Cli>(&Catalog::new(texts::xtask())), [""; 0]);
    }
}
