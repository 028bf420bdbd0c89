//! The commands for contributors and CI, which compile quickly. Each command has a module with its name; `bench`, `size` and
//! `serve` are programs in other crates.

mod check;
mod cli;
mod crates;
mod dist;
mod program;
mod publisher;
mod syntax;
mod test;
mod tidy;
mod web;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
