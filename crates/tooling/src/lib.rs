//! What the commands of a contributor share: running programs, their steps on the terminal, the tools that they need. It knows nothing of
//! what a command is for, so that each command's crate compiles without the others' libraries.

pub mod build;
pub mod output;
pub mod process;
pub mod step;
pub mod tools;
pub mod trunk;
pub mod workspace;
