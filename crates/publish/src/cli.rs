//! The verbs, and how an outcome becomes an exit code. Each verb's flags and what it prints are in its module; the work is
//! the library's.

mod build;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use investchn_publish::BuildError;

/// Publishes a portal of development zones: reads sources, checks them, writes a folder of static files.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Check the content and, if nothing is wrong, write the site.
    ///
    /// Every problem is printed as `file:line:column rule message, what to do`. With a single problem nothing is
    /// written, and the output folder stays as the last good build left it.
    Build(build::Args),
}

/// Runs a command line. 0: done. 1: the content has problems, or a file could not be read or written.
pub(crate) fn run(cli: Cli) -> ExitCode {
    let outcome = match cli.verb {
        Verb::Build(args) => build::run(args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn print_error(error: &BuildError) {
    if let BuildError::Problems(problems) = error {
        for problem in problems {
            eprintln!("{problem}");
        }
    }
    let mut cause: &dyn std::error::Error = error;
    eprint!("error: {cause}");
    while let Some(source) = cause.source() {
        eprint!(": {source}");
        cause = source;
    }
    eprintln!();
}
