//! Where the pinned programs live: one folder for all checkouts of a user, or the one that `INVESTCHN_TOOLS` names. Each version
//! of a program has a folder of its own in it, so that checkouts which need different versions do not disturb each other.

use std::env;
use std::path::{Path, PathBuf};

/// Names another folder, such as an empty one for a test of the set-up.
const VARIABLE: &str = "INVESTCHN_TOOLS";

/// The folder of all pinned programs, absolute.
pub(crate) fn root() -> PathBuf {
    let chosen = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    // Without a home, as some build machines are, the programs stay with the checkout.
    let folder = chosen
        .or_else(|| dirs::cache_dir().map(|cache| cache.join("investchn").join("tools")))
        .unwrap_or_else(|| Path::new("target").join("tools"));
    std::path::absolute(&folder).unwrap_or(folder)
}
