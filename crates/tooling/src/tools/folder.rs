//! The folder of the pinned programs, which all checkouts of a user share, or the one that `INVESTCHN_TOOLS` names. Each
//! version of a program has a subfolder, so that checkouts can use different versions.

use std::env;
use std::path::{Path, PathBuf};

/// Names another folder, for example an empty one to test the set-up.
const VARIABLE: &str = "INVESTCHN_TOOLS";

/// Returns the absolute path of the folder of all pinned programs.
pub(crate) fn root() -> PathBuf {
    let chosen = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    // Without a home folder, as on some build machines, the programs are in the checkout.
    let folder = chosen
        .or_else(|| dirs::cache_dir().map(|cache| cache.join("investchn").join("tools")))
        .unwrap_or_else(|| Path::new("target").join("tools"));
    std::path::absolute(&folder).unwrap_or(folder)
}
