//! Which files are pages: those named, and those of the folders named. It owns the kinds of file, not their reading.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::ImportError;

/// The endings of pages, which old sites made by many programs. The first is plain text.
const ENDINGS: [&str; 11] = ["txt", "html", "htm", "shtml", "shtm", "xhtml", "asp", "aspx", "php", "jsp", "do"];

/// A page's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageFile {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The folder that was named, or the folder of the file that was named: pictures are taken from nowhere else.
    pub(super) root: PathBuf,
    /// Whether a folder was named: then the path below it is the page's path on the old site.
    pub(super) mirrored: bool,
}

/// The pages, in the order of the command line, those of a folder in the order of their paths.
pub(super) fn pages(named: &[PathBuf]) -> Result<Vec<PageFile>, ImportError> {
    let mut pages = Vec::new();
    for path in named {
        if !path.is_dir() {
            let root = path.parent().map(Path::to_owned).unwrap_or_default();
            pages.push(PageFile { path: path.clone(), root, mirrored: false });
            continue;
        }
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| ImportError::file("cannot list", path)(error.into()))?;
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

/// Whether a page is HTML. A plain text may hold a `<`, but does not begin with it.
pub(super) fn is_html(path: &Path, text: &str) -> bool {
    let by_name = is_page(path) && ending(path) != ENDINGS[0];
    by_name || text.trim_start().starts_with('<')
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}
