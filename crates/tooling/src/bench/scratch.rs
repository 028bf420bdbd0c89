//! Paths in `target/bench/`, the folder of all files that benchmarks write.

use std::path::{Path, PathBuf};

/// The folder of all files that benchmarks write.
pub const FOLDER: &str = "target/bench";

/// Returns the path of a file or folder in it.
pub fn path(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// Returns the path of a file or folder of `bench web`.
pub fn web(name: &str) -> PathBuf {
    path("web").join(name)
}

/// Returns the folder of the published portal of `bench web`.
pub fn portal() -> PathBuf {
    web("site")
}
