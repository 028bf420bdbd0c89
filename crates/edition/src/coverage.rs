//! Counts the translated articles of a list, and names those without a translation.

use investchn_sources::SourceTree;

/// The number of articles without a translation that a list names.
pub const NEWEST: usize = 20;

/// Tells for each article of a tree whether it is translated into one language. Making it takes one look at every article; asking it
/// for all lists of a portal takes one look at every entry of a list.
#[derive(Clone, Debug)]
pub struct TranslationCoverage {
    is_translated: Vec<bool>,
}

/// The translated and the untranslated articles of one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCoverage {
    /// The newest articles that are not translated, at most [`NEWEST`], as indices in the original tree.
    pub originals: Vec<usize>,
    /// The number of articles that are translated.
    pub translated: u32,
    /// The number of all articles.
    pub all: u32,
}

impl TranslationCoverage {
    /// Looks at each article of the original tree. `tag` is the language's: `en`.
    pub fn new(tree: &SourceTree, tag: &str) -> Self {
        TranslationCoverage { is_translated: tree.items().map(|item| tree.is_translated(tag, &item.id)).collect() }
    }

    /// Returns true if an article, by its index in the original tree, is translated.
    pub fn is_translated(&self, index: usize) -> bool {
        self.is_translated.get(index).copied().unwrap_or_default()
    }

    /// Returns the coverage of a list, whose articles are indices in the original tree, newest first.
    pub fn of(&self, list: &[usize]) -> ListCoverage {
        let mut coverage = ListCoverage::default();
        for &index in list {
            coverage.all += 1;
            if self.is_translated(index) {
                coverage.translated += 1;
            } else if coverage.originals.len() < NEWEST {
                coverage.originals.push(index);
            }
        }
        coverage
    }
}
