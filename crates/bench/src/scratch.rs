//! The folder in which every benchmark writes, `target/bench/`.

use std::path::{Path, PathBuf};

/// Everything that a benchmark makes is in here.
pub(crate) const FOLDER: &str = "target/bench";

/// The path of a file or folder in it.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// The path of a file or folder of `bench web`.
pub(crate) fn web(name: &str) -> PathBuf {
    path("web").join(name)
}

/// The published portal of `bench web`.
pub(crate) fn portal() -> PathBuf {
    web("site")
}
