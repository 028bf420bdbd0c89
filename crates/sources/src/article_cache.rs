//! The build cache of articles without their bodies. Each folder has one entry: the digest of the zone names in the register, by
//! which articles refer to zones, and the articles.

mod cached_article;
mod stored;

use std::path::Path;
use std::sync::Arc;

use investchn_diagnostics::Diagnostic;
use investchn_digest::Digest;
use investchn_state::{StateFile, begin, seal, unseal};

pub(crate) use self::cached_article::CachedArticle;
use self::stored::Stored;
use investchn_files::{BuildCache, SourceError};
use investchn_zones::ZoneLookup;

/// The cached articles of all folders.
pub(crate) struct ArticleCache {
    cache: Option<Arc<dyn BuildCache>>,
    names: Digest,
}

impl ArticleCache {
    /// Opens the cached articles. Without a cache, no article is known and none is saved.
    pub(crate) fn new(cache: Option<Arc<dyn BuildCache>>, names: &ZoneLookup) -> Result<Self, SourceError> {
        Ok(ArticleCache { cache, names: Digest::of_json(names)? })
    }

    /// Returns the cached articles of a folder, in the order of their files.
    pub(crate) fn articles_of(&self, folder: &Path) -> Vec<CachedArticle> {
        let file = self.cache.as_ref().and_then(|cache| cache.read(&entry_name(folder))).unwrap_or_default();
        let mut articles = unseal(StateFile::Articles, &file).and_then(|entry| self.read(entry)).unwrap_or_default();
        // Translations were read after the originals.
        articles.sort_by(|one, other| one.article.file.as_os_str().cmp(other.article.file.as_os_str()));
        articles
    }

    /// Reads an entry; none if zones have other names now.
    fn read(&self, mut entry: &[u8]) -> Option<Vec<CachedArticle>> {
        let names = Digest::read(&mut entry)?;
        if names == self.names { Vec::read(&mut entry) } else { None }
    }

    /// Writes the articles of a folder, except those with errors: they are read again in every build until they are fixed.
    pub(crate) fn write(&self, folder: &Path, articles: &[CachedArticle]) -> Result<(), SourceError> {
        let Some(cache) = &self.cache else { return Ok(()) };
        let is_right = |cached: &&CachedArticle| !cached.diagnostics.iter().any(Diagnostic::is_error);
        let articles: Vec<&CachedArticle> = articles.iter().filter(is_right).collect();
        let mut entry = begin();
        self.names.write(&mut entry);
        (articles.len() as u32).write(&mut entry);
        articles.iter().for_each(|cached| cached.write(&mut entry));
        cache.write(&entry_name(folder), &seal(StateFile::Articles, entry))
    }
}

fn entry_name(folder: &Path) -> String {
    format!("{}.articles", Digest::of(folder.as_os_str().as_encoded_bytes()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::path::PathBuf;
    use std::sync::Mutex;

    use investchn_diagnostics::{Location, rules};
    use investchn_localized::{Lang, localized};

    use super::*;
    use crate::lints::{ArticleLint, Lints};
    use crate::tree::SourceTree;
    use investchn_files::{Files, MemoryFiles};

    /// A cache in memory.
    #[derive(Debug, Default)]
    struct MemoryCache(Mutex<HashMap<String, Vec<u8>>>);

    impl BuildCache for MemoryCache {
        fn read(&self, name: &str) -> Option<Vec<u8>> {
            self.0.lock().unwrap().get(name).cloned()
        }

        fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SourceError> {
            self.0.lock().unwrap().insert(name.to_owned(), bytes.to_owned());
            Ok(())
        }

        fn path(&self, name: &str) -> PathBuf {
            name.into()
        }
    }

    /// An article that is read again has its diagnostics in both languages, so another language needs no other build.
    #[test]
    fn cached_diagnostics_have_both_languages() {
        let files: Arc<dyn Files> = Arc::new(
            MemoryFiles::default()
                .with("site.toml", include_str!("../../../tests/fixtures/valid/site.toml"))
                .with("sources.toml", include_str!("../../../tests/fixtures/valid/sources.toml"))
                .with("regions.csv", include_str!("../../../tests/fixtures/valid/regions.csv"))
                .with("zones.csv", include_str!("../../../tests/fixtures/valid/zones.csv"))
                .with(
                    "articles/huaian-htz/2020-1.md",
                    include_str!("../../../tests/fixtures/valid/articles/huaian-htz/2020-1.md"),
                ),
        );
        let cache = Arc::new(MemoryCache::default());
        let read = |lint| {
            let mut diagnostics = Vec::new();
            let cache: Arc<dyn BuildCache> = cache.clone();
            SourceTree::read(&files, Path::new(""), Some(cache), lint, &mut diagnostics).unwrap();
            diagnostics.iter().map(|it: &Diagnostic| it.sentence(Lang::Zh)).collect::<Vec<_>>()
        };
        let article: ArticleLint = |checked, _, diagnostics| {
            let (message, help) = (localized!(zh "问题", en "a fault"), localized!(zh "办法", en "what to do"));
            let place = Location::line(&checked.article.file, 1);
            diagnostics.push(Diagnostic::new(place, &rules::UNBALANCED, message, help));
        };
        let first = read(Lints { article, ..Lints::NONE });
        assert_eq!(first, ["问题，办法"]);
        // The second check finds nothing, so what is told is from the cache.
        assert_eq!(read(Lints::NONE), first);
    }
}
