//! Mends what has one reading: applies the fixes of diagnostics until none is left.

mod difference;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use investchn_diagnostics::{Diagnostic, Fix};
use investchn_mending::{decode, decode_table};
use investchn_sources::{EditedFiles, Files, SourceError};

use crate::read_and_check;
use crate::today::Today;

pub use difference::difference;

/// The most rounds. A fix can show a fault that an unreadable file hid.
const ROUNDS: usize = 8;

/// A file as it was and as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedFile {
    /// Its path.
    pub path: PathBuf,
    /// Its text as it was, decoded.
    pub before: String,
    /// Its text as it should be, in UTF-8.
    pub after: String,
}

/// Returns the files of a content folder that have faults with one reading, mended. Writes nothing.
///
/// # Errors
/// If a file cannot be read.
pub fn mend(
    files: &Arc<dyn Files>,
    folder: &Path,
    drafts: bool,
    today: &dyn Today,
) -> Result<Vec<MendedFile>, SourceError> {
    let mut edited: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let overlay: Arc<dyn Files> = Arc::new(EditedFiles { files: files.clone(), edited: edited.clone() });
        let diagnostics = match read_and_check(&overlay, folder, None, drafts, today) {
            Ok((_, diagnostics)) => diagnostics,
            Err(SourceError::Settings(diagnostics) | SourceError::Table(diagnostics)) => diagnostics,
            Err(error) => return Err(error),
        };
        let mut fixes: BTreeMap<PathBuf, Vec<Fix>> = BTreeMap::new();
        for Diagnostic { location, fix, .. } in diagnostics {
            fixes.entry(location.file).or_default().extend(fix);
        }
        let mut is_done = true;
        for (path, fixes) in fixes.into_iter().filter(|(_, fixes)| !fixes.is_empty()) {
            let bytes = overlay.read(&path)?;
            let after = applied(text_of(&path, bytes.clone()), fixes).into_bytes();
            is_done &= after == bytes;
            edited.insert(path, after);
        }
        if is_done {
            break;
        }
    }
    let mended = edited.into_iter().map(|(path, after)| {
        let before = text_of(&path, files.read(&path)?);
        Ok(MendedFile { path, before, after: String::from_utf8_lossy(&after).into_owned() })
    });
    mended.collect()
}

/// Decodes a file as its reader does.
fn text_of(path: &Path, bytes: Vec<u8>) -> String {
    let is_table = path.extension().is_some_and(|ending| ending == "csv");
    let decoded = if is_table { decode_table(bytes) } else { decode(bytes) };
    decoded.map_or_else(|bytes| String::from_utf8_lossy(&bytes).into_owned(), |decoded| decoded.text)
}

/// Applies fixes to a text. Of two that overlap, the later one waits for the next round.
fn applied(mut text: String, mut fixes: Vec<Fix>) -> String {
    fixes.sort();
    fixes.dedup();
    let mut end = 0;
    fixes.retain(|fix| {
        let is_free = fix.start >= end;
        end = if is_free { fix.end } else { end };
        is_free
    });
    for Fix { start, end, text: right } in fixes.into_iter().rev() {
        if text.get(start..end).is_some() {
            text.replace_range(start..end, &right);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_fixes_wait() {
        let fixes = vec![Fix::new(3..6, "乙"), Fix::new(0..3, "甲"), Fix::new(0..3, "甲"), Fix::new(4..6, "x")];
        assert_eq!(applied("一二三".to_owned(), fixes), "甲乙三");
    }
}
