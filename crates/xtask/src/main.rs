//! Starts the command line. It holds no logic: what a command does stands in the module of its name.

mod bench;
mod build;
mod check;
mod cli;
mod dist;
mod finish;
mod output;
mod process;
mod publisher;
mod serve;
mod size;
mod step;
mod style;
mod suite;
mod tidy;
mod tools;
mod trunk;
mod web;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
