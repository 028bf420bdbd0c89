//! A translation of an article, `articles/<zone>/<date>-<n>.<tag>.md`: its words, with all else from its original.

use std::path::Path;

use investchn_diagnostics::Diagnostic;
use investchn_digest::Digest;
use investchn_messages::Messages;
use investchn_model::Item;

use crate::article::{self, ArticleSource, ParsedArticle, file_digest, first_picture};
use crate::body::ParsedBody;
use crate::front_matter::translation::{self, TranslationFrontMatter};
use crate::pictures::Pictures;

/// Parses and checks a translation. Adds its faults to `diagnostics`, and returns none if they leave no article.
pub(crate) fn parse(
    file: &Path,
    text: &str,
    original: &ArticleSource,
    messages: &Messages,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ParsedArticle> {
    let parts = article::split(file, text, diagnostics)?;
    let body = parts.body.clone();
    let front = translation::parse(file, text, parts, diagnostics);
    let ParsedBody { blocks, links, media } = article::parse_body(file, text, body, pictures, diagnostics);
    let TranslationFrontMatter { title, summary, source, corrections, suppressions, title_at, spans } = front?;
    let file_digest = file_digest(text, &media)?;
    let ArticleSource { item, previous, next, number, published_at, draft, .. } = original.clone();
    let item = Item {
        title,
        summary,
        source: source.unwrap_or(item.source),
        picture: first_picture(&blocks).or(item.picture),
        ..item
    };
    article::escaped_controls(file, &item, diagnostics);
    let article = ArticleSource {
        file: file.to_owned(),
        number,
        item,
        lang: messages.lang().to_owned(),
        // Old addresses lead to the original.
        aliases: Vec::new(),
        previous,
        next,
        corrections,
        draft,
        suppressions,
        title_at,
        published_at,
        links,
        media,
        file_digest,
        digest: digest(file_digest, original)?,
    };
    Some(ParsedArticle { article, body: blocks, spans })
}

/// Returns the digest of a translation's inputs. Two digests can always be written as JSON.
fn digest(file: Digest, original: &ArticleSource) -> Option<Digest> {
    Digest::of_json(&(file, original.digest)).ok()
}

/// Returns true if a translation of an earlier build was read beside this original.
pub(crate) fn is_of(translation: &ArticleSource, original: &ArticleSource) -> bool {
    digest(translation.file_digest, original) == Some(translation.digest)
}
