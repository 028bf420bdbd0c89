//! The verbs, and the exit code of each outcome. Each verb has a module with its flags and its output; the library does the
//! work.

mod build;
mod check;
mod demo;
mod host_config;
mod import;
mod mark_deployed;
mod new;
mod print;
mod verify;
mod zone;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use investchn_localized::Lang;

/// Publishes a portal of development zones: reads sources, checks them, writes a folder of static files.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Check the content and, if it has no error, write the site.
    ///
    /// Every problem is printed as `file:line:column rule message, what to do`. If there is an error, nothing is written, and
    /// the output folder stays as the last successful build left it.
    Build(build::BuildArgs),
    /// List the errors and warnings of the content, and write nothing.
    ///
    /// Every problem is a line `file:line:column rule message, what to do`; docs/rules.md explains each rule. Errors stop a
    /// build, warnings do not; notes are only counted. Fails if there are errors, or with --strict also if there are warnings.
    Check(check::CheckArgs),
    /// Write a content folder of synthetic articles about the zones of the real register, to try the portal at any size.
    ///
    /// Every title begins with 示例, and every body says first that it is synthetic.
    Demo(demo::DemoArgs),
    /// Mark every file as uploaded, so that the lists of files to upload start empty.
    ///
    /// Until then the lists accumulate from build to build, so that the next upload makes up for one that failed.
    #[command(alias = "deployed")]
    MarkDeployed(mark_deployed::MarkDeployedArgs),
    /// Convert pages of the old site, plain text or HTML, to sources.
    ///
    /// Text that has no place in a source is kept under a heading 待整理; the source is then a draft. No file is overwritten, and
    /// a page that was imported before is skipped. Fails if a page was not imported.
    Import(import::ImportArgs),
    /// Create the file of a new article with the next free number, and print its path.
    ///
    /// The article is a draft: write the text, name the source, and remove `draft`.
    New(new::NewArgs),
    /// Print the settings or commands for a host that does not read its configuration from the site.
    ///
    /// host/ has them for a portal at the root of its host; docs/hosting.md explains how to use them.
    #[command(alias = "recipe")]
    HostConfig(host_config::HostConfigArgs),
    /// Compare a copy of the site with the digests of its build, and list the differences.
    Verify(verify::VerifyArgs),
    /// Edit the register: upgrade, rename, strike, merge or add a zone.
    ///
    /// Changes only the rows concerned, keeps what a zone was before in history.csv, and prints each changed cell. The result
    /// is checked first: if it has an error, nothing is written. docs/register.md explains the register.
    Zone(Box<zone::ZoneArgs>),
}

/// Runs a command line. Exits with 0 on success, and with 1 if the content has diagnostics, a copy differs, or a file could not
/// be read or written.
pub(crate) fn run(cli: Cli, lang: Lang) -> ExitCode {
    let outcome = match cli.verb {
        Verb::Build(args) => build::run(args, lang).map(done),
        Verb::Check(args) => check::run(&args, lang),
        Verb::Demo(args) => demo::run(args, lang).map(done),
        Verb::MarkDeployed(args) => mark_deployed::run(args, lang).map(done),
        Verb::Import(args) => import::run(args, lang),
        Verb::New(args) => new::run(args, lang),
        Verb::HostConfig(args) => {
            host_config::run(args);
            Ok(ExitCode::SUCCESS)
        }
        Verb::Verify(args) => verify::run(&args, lang),
        Verb::Zone(args) => zone::run(*args, lang).map(done),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            print::print_error(&error, lang);
            ExitCode::FAILURE
        }
    }
}

fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use investchn_cli::{Catalog, texts, untranslated};

    use super::*;

    #[test]
    fn every_command_and_option_has_help_in_both_languages() {
        assert_eq!(untranslated::<Cli>(&Catalog::new(texts::publish())), [""; 0]);
    }
}
