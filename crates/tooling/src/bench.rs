//! Helpers that all benchmarks share: run a program and measure it, count the files of a folder, publish with the release build.

pub mod folder;
pub mod measure;
pub mod memory;
pub mod publisher;
pub mod scratch;
