//! Running programs, steps on the terminal and pinned tools, for the commands of a contributor. It knows no command, so that each one
//! compiles without the others' libraries.

pub mod build;
pub mod output;
pub mod process;
pub mod step;
pub mod tools;
pub mod trunk;
pub mod workspace;
