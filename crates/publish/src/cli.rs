//! The verbs and flags, and what is printed. The work is the library's.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use investchn_publish::{BuildError, BuildOptions, Summary, build};

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
    Build(BuildArgs),
}

#[derive(Debug, Args)]
struct BuildArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// Folder with the built app: Trunk's output, or an earlier output of this command.
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// Folder to write. New, empty, or an earlier output; may be the same as --app.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Address at which the portal will stand, instead of the one in site.toml.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Publish drafts too, marked as such.
    #[arg(long)]
    drafts: bool,
}

/// Runs a command line. 0: done. 1: the content has problems, or a file could not be read or written.
pub(crate) fn run(cli: Cli) -> ExitCode {
    let Verb::Build(args) = cli.verb;
    let options = BuildOptions {
        content: args.content,
        app: args.app,
        out: args.out,
        base_url: args.base_url,
        drafts: args.drafts,
    };
    match build(&options) {
        Ok(summary) => {
            print_summary(&summary, &options);
            ExitCode::SUCCESS
        }
        Err(error) => {
            print_error(&error);
            ExitCode::FAILURE
        }
    }
}

fn print_summary(summary: &Summary, options: &BuildOptions) {
    let written = &summary.written;
    println!(
        "Published {} articles of {} zones as {} pages into {}: {} files written, {} unchanged, {} removed, {:.1} MB in all, {:.2} s",
        summary.articles,
        summary.zones,
        summary.pages,
        options.out.display(),
        written.written,
        written.unchanged,
        written.removed,
        written.bytes as f64 / 1e6,
        summary.seconds,
    );
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
