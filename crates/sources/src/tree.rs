//! The content folder, parsed into one tree.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use investchn_diagnostics::Diagnostic;
use investchn_model::{Block, Item};
use rayon::prelude::*;

use crate::article::{self, ArticleLint, ArticleSource};
use crate::article_cache::ArticleCache;
use crate::articles::ArticleReader;
use crate::body_cache::BodyCache;
use crate::build_cache::BuildCache;
use crate::citations;
use crate::error::SourceError;
use crate::files::Files;
use crate::pictures::Pictures;
use crate::regions::{self, Regions};
use crate::settings::{self, SiteSettings};
use crate::zone_lookup::ZoneLookup;
use crate::zone_source::ZoneSource;
use crate::zones;

/// The parsed content folder. Each source is checked by itself.
#[derive(Debug)]
pub struct SourceTree {
    /// `site.toml`
    pub settings: SiteSettings,
    /// `regions.csv`
    pub regions: Regions,
    /// `zones.csv`, in its order.
    pub zones: Vec<ZoneSource>,
    /// `articles/**`, newest first, without their bodies.
    pub articles: Vec<ArticleSource>,
    pictures: Pictures,
    names: ZoneLookup,
    bodies: BodyCache,
    files: Arc<dyn Files>,
}

impl SourceTree {
    /// Reads a content folder, and adds the faults of its sources to `diagnostics`. `lint` checks each article that could
    /// be parsed. Articles in `cache` are not read again. Without a cache, a tree can be checked but not published.
    ///
    /// # Errors
    /// If a required file cannot be read, the settings are wrong, or the cache cannot be written.
    pub fn read(
        files: &Arc<dyn Files>,
        folder: &Path,
        cache: Option<Arc<dyn BuildCache>>,
        lint: ArticleLint,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Self, SourceError> {
        let settings = settings::read(files.as_ref(), &folder.join("site.toml"), diagnostics)?;
        let (regions, zones) = register(files.as_ref(), folder, diagnostics)?;
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
            lint,
        };
        let mut articles = reader.read_all(&folder.join("articles"), diagnostics)?;
        // On one day, the article with the higher number is later. The order between zones is arbitrary, but the same in
        // every build.
        articles.par_sort_unstable_by(|a, b| {
            (b.item.published, b.number, &b.item.id).cmp(&(a.item.published, a.number, &a.item.id))
        });
        Ok(SourceTree { settings, regions, zones, articles, pictures, names, bodies, files })
    }

    /// Returns the list fields of each article, in the order of the articles.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> + ExactSizeIterator {
        self.articles.iter().map(|article| &article.item)
    }

    /// Returns the pictures and attachments of the articles, each published file by its path below the base, with the file
    /// that has its bytes.
    pub fn media(&self) -> BTreeMap<&str, &Path> {
        self.articles.iter().flat_map(ArticleSource::media_files).collect()
    }

    /// Returns the body of an article from memory, and removes it there; or reads the file again, because not all bodies
    /// may fit into memory.
    ///
    /// # Errors
    /// If the file was removed or changed since it was checked.
    pub fn take_body(&self, article: &ArticleSource) -> Result<Vec<Block>, SourceError> {
        if let Some(body) = self.bodies.take(&article.item.id) {
            return Ok(body);
        }
        let (file, mut diagnostics) = (&article.file, Vec::new());
        let parsed = article::text(file, self.files.read(file)?, &mut diagnostics)
            .and_then(|text| article::parse(file, &text, &self.names, &self.pictures, &mut diagnostics))
            .filter(|parsed| parsed.article.digest == article.digest);
        parsed.map(|parsed| parsed.body).ok_or_else(|| SourceError::Changed(file.clone()))
    }
}

impl ZoneLookup {
    /// Reads the register of a content folder, without its faulty rows.
    ///
    /// # Errors
    /// If a required file cannot be read.
    pub fn read(files: &dyn Files, folder: &Path) -> Result<Self, SourceError> {
        Ok(ZoneLookup::new(&register(files, folder, &mut Vec::new())?.1))
    }
}

fn register(
    files: &dyn Files,
    folder: &Path,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Regions, Vec<ZoneSource>), SourceError> {
    let citations = citations::read(files, &folder.join("sources.toml"), diagnostics)?;
    let regions = regions::read(files, &folder.join("regions.csv"), diagnostics)?;
    let zones = zones::read(files, folder, &regions, &citations, diagnostics)?;
    Ok((regions, zones))
}
