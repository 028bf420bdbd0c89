//! The folder in which every benchmark writes, `target/bench/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

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

/// Writes a file, with its name in the error.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}
