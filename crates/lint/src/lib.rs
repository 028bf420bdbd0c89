//! Checks a source tree by all rules, on punctuation, names, dates, duplicates and links, and removes the warnings that
//! front matter suppresses.
//!
//! Invariant: a check only reads and reports. It changes no source, does not read the clock and opens no file.

mod article;
mod card_font;
mod editorial;
mod fix;
mod old_facts;
mod punctuation;
mod references;
mod suppress;
mod today;
mod translation;

use std::path::Path;
use std::sync::Arc;

use investchn_diagnostics::Diagnostic;
use investchn_sources::{BuildCache, Files, Lints, SourceError, SourceTree};

pub use article::check_article;
pub use fix::{MendedFile, difference, mend};
pub use today::Today;
pub use translation::check_translation;

/// Reads a content folder and checks it. Returns the tree with the articles to publish, including drafts if `drafts` is
/// true, and the diagnostics that are not suppressed, sorted by location.
///
/// # Errors
/// If a required file cannot be read, the settings are wrong, or the cache cannot be written.
pub fn read_and_check(
    files: &Arc<dyn Files>,
    folder: &Path,
    cache: Option<Arc<dyn BuildCache>>,
    drafts: bool,
    today: &dyn Today,
) -> Result<(SourceTree, Vec<Diagnostic>), SourceError> {
    let mut diagnostics = Vec::new();
    let lints = Lints { article: check_article, translation: check_translation };
    let mut tree = SourceTree::read(files, folder, cache, lints, &mut diagnostics)?;
    let (editorial, references) = rayon::join(|| editorial::check(&tree, today), || references::check(&tree, drafts));
    diagnostics.extend(editorial.into_iter().chain(references).chain(card_font::check(&tree.zones)));
    diagnostics.extend(old_facts::check(&tree.zones, today));
    diagnostics.extend(translation::missing_terms(&tree));
    suppress::apply(&suppress::suppressions(&tree), &mut diagnostics);
    if !drafts {
        tree.remove_drafts();
    }
    diagnostics.sort();
    Ok((tree, diagnostics))
}
