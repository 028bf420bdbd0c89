//! Runs programs, prints steps on the terminal and installs pinned tools, for the contributor's commands. It does not depend on
//! any command, so that each command compiles without the libraries of the others.

pub mod bench;
pub mod build;
pub mod language;
pub mod optimize;
pub mod output;
pub mod packages;
pub mod process;
pub mod step;
pub mod tools;
pub mod trunk;
pub mod workspace;

pub use investchn_localized::localized;
