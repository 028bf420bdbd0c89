//! Finds the files to import: those named on the command line, and the pages in the folders named there.

use std::path::{Path, PathBuf};

use investchn_localized::FileAction;
use walkdir::WalkDir;

use crate::error::ImportError;

/// The file extensions of pages, which old sites made with many programs. The first is plain text.
const ENDINGS: [&str; 11] = ["txt", "html", "htm", "shtml", "shtm", "xhtml", "asp", "aspx", "php", "jsp", "do"];

/// The file of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageFile {
    /// The path of the file.
    pub(super) path: PathBuf,
    /// The folder that was named, or the folder of the file that was named. Pictures and documents outside of it are not
    /// read.
    pub(super) root: PathBuf,
    /// True if a folder was named. Then the path below it is the page's path on the old site.
    pub(super) mirrored: bool,
}

/// Lists the pages in the order of the command line; those of a folder are sorted by path.
pub(super) fn pages(named: &[PathBuf]) -> Result<Vec<PageFile>, ImportError> {
    let mut pages = Vec::new();
    for path in named {
        if !path.is_dir() {
            let root = path.parent().map(Path::to_owned).unwrap_or_default();
            pages.push(PageFile { path: path.clone(), root, mirrored: false });
            continue;
        }
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| ImportError::file(FileAction::List, path)(error.into()))?;
            if entry.file_type().is_file() && is_page(entry.path()) {
                pages.push(PageFile { path: entry.into_path(), root: path.clone(), mirrored: true });
            }
        }
    }
    Ok(pages)
}

fn is_page(path: &Path) -> bool {
    ENDINGS.contains(&ending(path).as_str())
}

/// Returns true if a page is HTML, by its extension or because its text begins with `<`. A plain text may contain a `<`,
/// but does not begin with one.
pub(super) fn is_html(path: &Path, text: &str) -> bool {
    let by_name = is_page(path) && ending(path) != ENDINGS[0];
    by_name || text.trim_start().starts_with('<')
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}
