//! Checks the default content: articles of every form, and the addresses that are released.

use std::collections::BTreeSet;

use investchn_model::{Block, Kind, View};

use crate::published::Site;

fn articles(site: &Site) -> Vec<investchn_model::Article> {
    let files = site.files();
    let ids = files.iter().filter_map(|file| file.strip_prefix("data/article/")?.strip_suffix(".json"));
    ids.map(|id| match site.view(&format!("/article/{id}/")) {
        View::Article(article) => article,
        other => panic!("{other:?}"),
    })
    .collect()
}

/// Addresses that readers, search engines and partners already use. Each must remain, as a page or as a redirect. Every release
/// adds its new addresses to the list.
#[test]
fn every_released_address_still_exists() {
    let site = Site::own();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    let released = include_str!("released.txt").lines();
    let gone: Vec<_> = released.clone().filter(|path| !files.contains(&[&path[1..], "index.html"].concat())).collect();
    assert!(gone.is_empty(), "{gone:?}");
    assert!(released.count() >= 515);
}

#[test]
fn articles_cover_many_zones_and_every_block_type() {
    let articles = articles(Site::own());
    let zones: BTreeSet<_> = articles.iter().map(|article| &article.zone.id).collect();
    assert!(articles.len() > 60 && zones.len() >= 40, "{} articles of {} zones", articles.len(), zones.len());
    assert!(articles.iter().filter(|article| article.kind == Kind::Photo).count() >= 5);
    let forms: BTreeSet<&str> = articles
        .iter()
        .flat_map(|article| &article.body)
        .map(|block| match block {
            Block::Paragraph(_) => "paragraph",
            Block::Heading { .. } => "heading",
            Block::Image(_) | Block::Figure { .. } => "picture",
            Block::List { start: None, .. } => "list",
            Block::List { .. } => "numbered list",
            Block::Quote(_) => "quote",
            Block::Table { .. } => "table",
            Block::Video { .. } => "video",
            Block::Rule => "rule",
        })
        .collect();
    for form in ["paragraph", "heading", "picture", "list", "numbered list", "quote", "table"] {
        assert!(forms.contains(form), "no article has a {form}");
    }
    for article in &articles {
        assert!(!article.source.is_empty() && !article.summary.is_empty(), "{}", article.id);
    }
}
