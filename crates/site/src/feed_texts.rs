//! The full texts that feeds carry. An article is in the feeds of the portal, its kind, its region and its zone, so its text is
//! rendered once for all of them, when its page is made or else on demand, as far as the texts fit into memory.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use investchn::prerender;
use investchn_feeds::{Enclosure, FeedEntry};
use investchn_model::{Block, Picture};
use investchn_sources::{ArticleSource, FeedText};

use crate::error::SiteError;
use crate::inputs::EditionContent;

/// The capacity in bytes of texts. Texts beyond it are rendered for each feed anew.
const CAPACITY: usize = 64 << 20;

/// The texts of the articles in feeds.
pub(crate) struct FeedTexts<'a> {
    content: EditionContent<'a>,
    /// One for each article, in the order of the tree. Those of articles that are in no feed stay empty.
    texts: Vec<OnceLock<Arc<RenderedText>>>,
    /// The articles that are in feeds with full texts.
    in_feeds: BTreeSet<usize>,
    /// The remaining capacity in bytes.
    free: AtomicUsize,
}

/// The part of an entry that is made from the article's body.
#[derive(Debug)]
struct RenderedText {
    html: Option<String>,
    enclosures: Vec<Enclosure>,
}

/// An article with its text.
pub(crate) struct FeedArticle<'a> {
    article: &'a ArticleSource,
    text: Arc<RenderedText>,
}

impl FeedArticle<'_> {
    /// Returns the entry of the article.
    pub(crate) fn entry(&self) -> FeedEntry<'_> {
        FeedEntry {
            item: &self.article.item,
            lang: &self.article.lang,
            corrected: self.article.corrections.iter().map(|correction| correction.date).max(),
            html: self.text.html.as_deref(),
            enclosures: &self.text.enclosures,
        }
    }
}

impl<'a> FeedTexts<'a> {
    /// Makes an empty set for the articles `in_feeds`.
    pub(crate) fn new(content: EditionContent<'a>, in_feeds: impl Iterator<Item = usize>) -> Self {
        let tree = content.tree;
        let in_feeds = if tree.settings.feeds == FeedText::Full { in_feeds.collect() } else { BTreeSet::new() };
        let texts = tree.articles.iter().map(|_| OnceLock::new()).collect();
        FeedTexts { content, texts, in_feeds, free: AtomicUsize::new(CAPACITY) }
    }

    /// Renders the text of an article whose body was just read, if a feed needs it and it fits.
    pub(crate) fn keep(&self, index: usize, body: &[Block]) -> Result<(), SiteError> {
        if self.in_feeds.contains(&index) && self.free.load(Ordering::Relaxed) > 0 {
            self.store(index, &Arc::new(self.render(&self.content.tree.articles[index], body)?));
        }
        Ok(())
    }

    /// Returns an article with its text, which is rendered now unless it is there.
    pub(crate) fn article(&self, index: usize) -> Result<FeedArticle<'a>, SiteError> {
        let article = &self.content.tree.articles[index];
        if let Some(text) = self.texts[index].get() {
            return Ok(FeedArticle { article, text: text.clone() });
        }
        if !self.in_feeds.contains(&index) {
            let enclosures = enclosures(article, article.item.picture.iter())?;
            return Ok(FeedArticle { article, text: Arc::new(RenderedText { html: None, enclosures }) });
        }
        let text = Arc::new(self.render(article, &self.content.body(article)?)?);
        self.store(index, &text);
        Ok(FeedArticle { article, text })
    }

    /// Stores a text if it fits. If another thread has stored the same text meanwhile, the capacity is counted twice, which only
    /// makes it smaller.
    fn store(&self, index: usize, text: &Arc<RenderedText>) {
        let bytes = text.html.as_ref().map_or(0, String::len);
        let fits = self.free.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| free.checked_sub(bytes));
        if fits.is_ok() {
            self.texts[index].get_or_init(|| text.clone());
        }
    }

    fn render(&self, article: &ArticleSource, body: &[Block]) -> Result<RenderedText, SiteError> {
        let html = prerender::feed_text(self.content.context.portal, body, &article.corrections);
        Ok(RenderedText { html: Some(html), enclosures: enclosures(article, pictures(body).into_iter())? })
    }
}

/// Returns pictures of an article with the lengths of their files, each once.
fn enclosures<'b>(
    article: &ArticleSource,
    pictures: impl Iterator<Item = &'b Picture>,
) -> Result<Vec<Enclosure>, SiteError> {
    let mut enclosures: Vec<Enclosure> = Vec::new();
    for Picture { src, .. } in pictures {
        if enclosures.iter().any(|known| known.path == *src) {
            continue;
        }
        if let Some((_, from)) = article.media_files().find(|(path, _)| path == src) {
            let length = fs::metadata(from).map_err(SiteError::unreadable(from))?.len();
            enclosures.push(Enclosure { path: src.clone(), length });
        }
    }
    Ok(enclosures)
}

/// Returns the pictures of a body, in their order.
fn pictures<'b>(blocks: &'b [Block]) -> Vec<&'b Picture> {
    let of_block = |block: &'b Block| match block {
        Block::Image(picture) | Block::Figure { picture, .. } => vec![picture],
        Block::Quote(blocks) => pictures(blocks),
        Block::List { items, .. } => items.iter().flat_map(|blocks| pictures(blocks)).collect(),
        Block::Paragraph(_) | Block::Heading { .. } | Block::Table { .. } | Block::Video { .. } | Block::Rule => {
            Vec::new()
        }
    };
    blocks.iter().flat_map(of_block).collect()
}
