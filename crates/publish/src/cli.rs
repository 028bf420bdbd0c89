//! The verbs, and how an outcome becomes an exit code. Each verb's flags and what it prints are in its module; the work is
//! the library's.

mod build;
mod check;
mod demo;
mod deployed;
mod import;
mod new;
mod recipe;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use investchn_publish::{BuildError, Diagnostic, Report};

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
    /// List everything that is wrong or odd with the content, and write nothing.
    ///
    /// Every problem is a line `file:line:column rule message, what to do`; docs/rules.md says more on each rule. Errors
    /// stop a build, warnings do not. It fails on errors; with --strict on warnings too.
    Check(check::Args),
    /// Write a content folder of synthetic articles over the real register, for trying things at any size.
    ///
    /// Every title begins with 示例, and every body says first that it is synthetic.
    Demo(demo::Args),
    /// Note that everything is at the host: the lists of what to upload begin anew.
    ///
    /// Until then they add up from build to build, so that an upload that failed is made good by the next.
    Deployed(deployed::Args),
    /// Turn pages of the old site, plain text or HTML, into sources.
    ///
    /// What a page says and a source has no place for is kept in the source under a heading 待整理, and the source is a draft
    /// then. Nothing is overwritten, and a page that is there already is passed over. It fails where a page was not imported.
    Import(import::Args),
    /// Make the file of a new article with the next free number, and print its path.
    ///
    /// It is a draft: write the text, name the source, take out `draft`.
    New(new::Args),
    /// Print the settings or commands for a host that reads no file of the site's.
    ///
    /// host/ holds them for a portal at a root; docs/hosting.md says what to do with them.
    Recipe(recipe::Args),
    /// Compare a copy of the site with the digests of its build, and say what differs.
    Verify(verify::Args),
}

/// Runs a command line. 0: done. 1: the content has diagnostics, a copy differs, or a file could not be read or written.
pub(crate) fn run(cli: Cli) -> ExitCode {
    let outcome = match cli.verb {
        Verb::Build(args) => build::run(args).map(done),
        Verb::Check(args) => check::run(&args),
        Verb::Demo(args) => demo::run(args).map(done),
        Verb::Deployed(args) => deployed::run(args).map(done),
        Verb::Import(args) => import::run(args),
        Verb::New(args) => new::run(args),
        Verb::Recipe(args) => {
            recipe::run(args);
            Ok(ExitCode::SUCCESS)
        }
        Verb::Verify(args) => verify::run(&args),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

/// What is wrong or odd, a line each, as many as are read.
fn print_problems(diagnostics: &[Diagnostic]) {
    eprint!("{}", Report::new(diagnostics.to_vec()).text(Report::LIMIT));
}

fn print_error(error: &BuildError) {
    if let BuildError::Diagnostics(diagnostics) = error {
        print_problems(diagnostics);
    }
    let mut cause: &dyn std::error::Error = error;
    eprint!("error: {cause}");
    while let Some(source) = cause.source() {
        eprint!(": {source}");
        cause = source;
    }
    eprintln!();
}
