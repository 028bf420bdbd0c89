//! Entry points for the fuzz targets in `fuzz/`, which check what each crate guarantees for any input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a broken promise must stop the fuzzer")]

use investchn_lint::check_article;
use investchn_model::{Article, Block, Item, PageData, SCHEMA, View};
use investchn_sources::fuzzing::{GROUND, all_inside, article_file, pictures};
use investchn_sources::{ArticleSource, ArticleSpans, ArticleText, ParsedBody, body, excerpt_of};

pub use investchn_import::fuzzing::import;
pub use investchn_sources::fuzzing::front_matter;

/// Front matter that is prepended to every body.
const FRONT: &str = "+++\ntitle = \"示例\"\n+++\n";

/// Parses a body, which must yield blocks that survive a JSON round trip, or a diagnostic. Also runs the editorial rules on it.
pub fn markdown(text: &str) {
    let file = article_file();
    let text = [FRONT, text].concat();
    let (title, range) = (12..20, FRONT.len()..text.len());
    let mut diagnostics = Vec::new();
    let ParsedBody { blocks, .. } = body(&file, &text, range.clone(), &pictures(), &mut diagnostics);
    let is_valid = diagnostics.is_empty();
    let mut article = ArticleSource { file, ..GROUND.tree.articles[0].clone() };
    article.item.summary = excerpt_of(&blocks, 80);
    let spans =
        ArticleSpans { title: title.clone(), source: Some(title), summary: None, entries: Vec::new(), body: range };
    check_article(ArticleText { article: &article, text: &text, spans: &spans }, &GROUND.names, &mut diagnostics);
    all_inside(&text, &diagnostics);
    if is_valid {
        assert_round_trip(article, blocks);
    }
}

/// Asserts that the app reads the same article that the publisher wrote.
fn assert_round_trip(source: ArticleSource, body: Vec<Block>) {
    let site = GROUND.tree.settings.site.clone();
    let Item { id, title, published, source: from, zone, kind, summary, picture: _ } = source.item;
    let city = GROUND.tree.zones[0].zone.city.clone();
    let ArticleSource { lang, corrections, draft, .. } = source;
    let (previous, next) = (None, None);
    let article = Article {
        id,
        title,
        published,
        source: from,
        zone,
        city,
        kind,
        lang,
        summary,
        body,
        previous,
        next,
        corrections,
        draft,
        editions: Vec::new(),
    };
    let (route, facts) = ("/".to_owned(), article.facts());
    let written =
        PageData { schema: SCHEMA, route, site, view: Some(View::Article(article)), name: None, article: Some(facts) };
    let json = serde_json::to_string(&written).expect("an article can be written");
    let read: PageData = serde_json::from_str(&json).expect("an article can be read");
    assert!(read == written, "{json}");
}
