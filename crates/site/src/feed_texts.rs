//! The full texts that feeds carry. An article is in the feeds of the portal, its kind, its region and its zone, so its text is
//! rendered once for all of them: when its page is made, or else on demand.

use std::collections::BTreeSet;
use std::fs;
use std::sync::OnceLock;

use investchn::prerender;
use investchn_feeds::{Enclosure, FeedEntry};
use investchn_model::{Block, Picture};
use investchn_sources::{ArticleSource, FeedText, SourceTree};

use crate::error::SiteError;
use crate::render_context::RenderContext;

/// The texts of the articles in feeds.
pub(crate) struct FeedTexts<'a> {
    context: RenderContext<'a>,
    tree: &'a SourceTree,
    /// One for each article, in the order of the tree. Those of articles that are in no feed stay empty.
    texts: Vec<OnceLock<Box<RenderedText>>>,
    /// The articles that are in feeds with full texts.
    in_feeds: BTreeSet<usize>,
}

/// The part of an entry that is made from the article's body.
#[derive(Debug, Default)]
struct RenderedText {
    html: Option<String>,
    enclosures: Vec<Enclosure>,
}

impl<'a> FeedTexts<'a> {
    /// Makes an empty set for the articles `in_feeds`.
    pub(crate) fn new(context: RenderContext<'a>, tree: &'a SourceTree, in_feeds: impl Iterator<Item = usize>) -> Self {
        let in_feeds = if tree.settings.feeds == FeedText::Full { in_feeds.collect() } else { BTreeSet::new() };
        let texts = tree.articles.iter().map(|_| OnceLock::new()).collect();
        FeedTexts { context, tree, texts, in_feeds }
    }

    /// Renders the text of an article whose body was just read, if a feed needs it.
    pub(crate) fn keep(&self, index: usize, body: &[Block]) -> Result<(), SiteError> {
        if self.in_feeds.contains(&index) && self.texts[index].get().is_none() {
            // Another thread renders the same text.
            let _ = self.texts[index].set(self.render(&self.tree.articles[index], body)?);
        }
        Ok(())
    }

    /// Returns the entry of an article.
    pub(crate) fn entry(&self, index: usize) -> Result<FeedEntry<'_>, SiteError> {
        let article = &self.tree.articles[index];
        let text = match self.texts[index].get() {
            Some(text) => text,
            None => {
                let made = if self.in_feeds.contains(&index) {
                    self.render(article, &self.tree.take_body(article)?)?
                } else {
                    let enclosures = self.enclosures(article.item.picture.iter())?;
                    Box::new(RenderedText { html: None, enclosures })
                };
                self.texts[index].get_or_init(|| made)
            }
        };
        Ok(FeedEntry {
            item: &article.item,
            lang: &article.lang,
            corrected: article.corrections.iter().map(|correction| correction.date).max(),
            html: text.html.as_deref(),
            enclosures: &text.enclosures,
        })
    }

    fn render(&self, article: &ArticleSource, body: &[Block]) -> Result<Box<RenderedText>, SiteError> {
        let RenderContext { site, base_url, .. } = self.context;
        let html = prerender::feed_text(site.clone(), base_url, body, &article.corrections);
        Ok(Box::new(RenderedText { html: Some(html), enclosures: self.enclosures(pictures(body).into_iter())? }))
    }

    /// Returns pictures with the lengths of their files, each once.
    fn enclosures<'b>(&self, pictures: impl Iterator<Item = &'b Picture>) -> Result<Vec<Enclosure>, SiteError> {
        let mut enclosures: Vec<Enclosure> = Vec::new();
        for Picture { src, .. } in pictures {
            if enclosures.iter().any(|known| known.path == *src) {
                continue;
            }
            let from = self.tree.pictures.files().get(src).cloned();
            if let Some(from) = from {
                let length = fs::metadata(&from).map_err(SiteError::unreadable(&from))?.len();
                enclosures.push(Enclosure { path: src.clone(), length });
            }
        }
        Ok(enclosures)
    }
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
