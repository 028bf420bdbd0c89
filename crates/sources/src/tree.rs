//! The content folder, parsed into one tree.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use investchn_diagnostics::Diagnostic;
use investchn_model::{ArticleId, Block, Item};

use crate::article::{self, ArticleSource};
use crate::article_cache::ArticleCache;
use crate::articles::ArticleReader;
use crate::body::ParsedBody;
use crate::body_cache::BodyCache;
use crate::lints::Lints;
use crate::pictures::Pictures;
use crate::settings::{self, SiteSettings};
use crate::translations::{self, Translations};
use investchn_files::BuildCache;
use investchn_files::Files;
use investchn_files::SourceError;
use investchn_zones::{LetterCodes, RegionNames, Regions, Terms, ZoneLookup, ZoneSource, ZoneTables};

/// The parsed content folder. Each source is checked by itself.
#[derive(Debug)]
pub struct SourceTree {
    /// `site.toml`
    pub settings: SiteSettings,
    /// `regions.csv`
    pub regions: Regions,
    /// The names of regions in other languages, of `regions.csv` too.
    pub region_names: RegionNames,
    /// The letter codes of provinces, `regions.csv`.
    pub letter_codes: LetterCodes,
    /// `terms.csv`
    pub terms: Terms,
    /// `zones.csv`, in its order.
    pub zones: Vec<ZoneSource>,
    /// `articles/**`, newest first, without their bodies.
    pub articles: Vec<ArticleSource>,
    translations: Arc<Translations>,
    reader: Arc<BodyReader>,
}

/// Reads bodies; the trees of all languages share it.
#[derive(Debug)]
struct BodyReader {
    pictures: Pictures,
    bodies: BodyCache,
    files: Arc<dyn Files>,
}

/// The parts of a tree in another language.
#[derive(Debug)]
pub struct EditionParts {
    /// The settings.
    pub settings: SiteSettings,
    /// The regions, by their names in the language.
    pub regions: Regions,
    /// The zones, by their names in the language.
    pub zones: Vec<ZoneSource>,
    /// The articles that are translated into the language, newest first.
    pub articles: Vec<ArticleSource>,
}

impl SourceTree {
    /// Reads a content folder, and adds the faults of its sources to `diagnostics`. `lints` check each article and each translation
    /// that could be parsed. Articles in `cache` are not read again. Without a cache, a tree can be checked but not published.
    ///
    /// # Errors
    /// If a required file cannot be read, the settings are wrong, or the cache cannot be written.
    pub fn read(
        files: &Arc<dyn Files>,
        folder: &Path,
        cache: Option<Arc<dyn BuildCache>>,
        lints: Lints,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Self, SourceError> {
        let settings = settings::read(files.as_ref(), &folder.join("site.toml"), diagnostics)?;
        let tables = ZoneTables::read(files.as_ref(), folder, diagnostics)?;
        let ZoneTables { regions, region_names, letter_codes, terms, zones } = tables;
        let names = ZoneLookup::new(&zones);
        let articles = ArticleCache::new(cache.clone(), &names)?;
        let bodies = BodyCache::new(cache.is_some());
        let pictures = Pictures::new(files.clone(), cache);
        let files = files.clone();
        let reader = ArticleReader {
            files: files.as_ref(),
            names: &names,
            pictures: &pictures,
            bodies: &bodies,
            cache: &articles,
            lints,
        };
        let mut articles = reader.read_all(&folder.join("articles"), diagnostics)?;
        let translations = Arc::new(Translations::take_from(&mut articles));
        let articles = translations::sorted(articles);
        let reader = Arc::new(BodyReader { pictures, bodies, files });
        Ok(SourceTree { settings, regions, region_names, letter_codes, terms, zones, articles, translations, reader })
    }

    /// Returns a tree of this one's parts in another language. Both have the same translations, and read bodies from the same files.
    #[must_use]
    pub fn edition(&self, EditionParts { settings, regions, zones, articles }: EditionParts) -> SourceTree {
        SourceTree {
            settings,
            regions,
            region_names: self.region_names.clone(),
            letter_codes: self.letter_codes.clone(),
            terms: self.terms.clone(),
            zones,
            articles,
            translations: self.translations.clone(),
            reader: self.reader.clone(),
        }
    }

    /// Removes the articles that are not for readers yet, with their translations.
    pub fn remove_drafts(&mut self) {
        self.articles.retain(|article| !article.draft);
        if self.translations.all().any(|article| article.draft) {
            Arc::make_mut(&mut self.translations).retain(|article| !article.draft);
        }
    }

    /// Returns the list fields of each article, in the order of the articles.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> + ExactSizeIterator {
        self.articles.iter().map(|article| &article.item)
    }

    /// Returns the translations into a language, by its tag (`en`), newest first.
    pub fn translations(&self, tag: &str) -> &[ArticleSource] {
        self.translations.of(tag)
    }

    /// Returns the translations into all languages.
    pub fn all_translations(&self) -> impl Iterator<Item = &ArticleSource> {
        self.translations.all()
    }

    /// Returns the tags of the languages into which an article is translated, in the order of the catalogue, whether or not the
    /// portal has an edition in them.
    pub fn languages_of(&self, id: &ArticleId) -> &[&'static str] {
        self.translations.languages_of(id)
    }

    /// Returns true if an article is translated into a language.
    pub fn is_translated(&self, tag: &str, id: &ArticleId) -> bool {
        self.languages_of(id).contains(&tag)
    }

    /// Returns the pictures and attachments of the articles in all editions, each published file by its path below the portal's
    /// folder, with the file that has its bytes.
    pub fn media(&self) -> BTreeMap<&str, &Path> {
        let translated = self.settings.editions.keys().flat_map(|tag| self.translations(tag));
        self.articles.iter().chain(translated).flat_map(ArticleSource::media_files).collect()
    }

    /// Returns the body of an article from memory, and removes it there; or reads the file again, because not all bodies
    /// may fit into memory.
    ///
    /// # Errors
    /// If the file was removed or changed since it was checked.
    pub fn take_body(&self, article: &ArticleSource) -> Result<Vec<Block>, SourceError> {
        let BodyReader { pictures, bodies, files } = self.reader.as_ref();
        let (file, mut diagnostics) = (&article.file, Vec::new());
        if let Some(body) = bodies.take(file) {
            return Ok(body);
        }
        let parsed = article::text(file, files.read(file)?, &mut diagnostics).and_then(|text| {
            let range = article::split(file, &text, &mut diagnostics)?.body;
            let ParsedBody { blocks, media, .. } = article::parse_body(file, &text, range, pictures, &mut diagnostics);
            (article::file_digest(&text, &media)? == article.file_digest).then_some(blocks)
        });
        parsed.ok_or_else(|| SourceError::Changed(file.clone()))
    }
}
