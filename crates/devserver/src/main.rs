//! `cargo xtask serve`: serves the portal on this machine and rebuilds it on every change. It is a separate crate so that the
//! other commands compile without a web server.

mod changes;
mod serve;
mod server;

use std::process::ExitCode;

use clap::Parser;
use investchn_cli::{parse, texts, whole_number};
use investchn_tooling::{language, workspace};

/// Serve the portal on this machine and rebuild it on every change.
#[derive(Parser)]
#[command(name = "cargo xtask serve", bin_name = "cargo xtask serve")]
struct Cli {
    /// Port on 127.0.0.1.
    #[arg(long, default_value_t = 8080, value_parser = whole_number(0u16..=u16::MAX))]
    port: u16,
    /// Open the portal in a browser after the first build.
    #[arg(long)]
    open: bool,
}

fn main() -> ExitCode {
    let (Cli { port, open }, lang) = parse(texts::xtask(), language::DEFAULT);
    language::choose(lang);
    match workspace::enter().and_then(|()| serve::serve(port, open)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            language::print_error(&error);
            ExitCode::FAILURE
        }
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
    fn every_option_has_help_in_both_languages() {
        assert_eq!(untranslated::<Cli>(&Catalog::new(texts::xtask())), [""; 0]);
    }
}
