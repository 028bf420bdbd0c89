//! The commands of a contributor and of CI, quick to compile. The module named like a command runs it; `bench`, `size` and `serve` are
//! programs of their own crates.

mod check;
mod cli;
mod crates;
mod dist;
mod optimize;
mod packages;
mod program;
mod publisher;
mod same;
mod syntax;
mod test;
mod tidy;
mod web;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
