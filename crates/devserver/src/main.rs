//! `cargo xtask serve`: serves the portal on this machine and rebuilds it on every change. It is a separate crate so that the
//! other commands compile without a web server.

mod changes;
mod serve;
mod server;

use std::process::ExitCode;

use clap::Parser;
use investchn_tooling::workspace;

/// Serve the portal on this machine and rebuild it on every change.
#[derive(Parser)]
#[command(name = "cargo xtask serve", bin_name = "cargo xtask serve")]
struct Cli {
    /// Port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the portal in a browser after the first build.
    #[arg(long)]
    open: bool,
}

fn main() -> ExitCode {
    let Cli { port, open } = Cli::parse();
    match workspace::enter().and_then(|()| serve::serve(port, open)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
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
