//! The public list of corrections, `data/changes.json`.

use investchn_model::PartialDate;
use investchn_model::route::Route;
use investchn_sources::ArticleSource;
use schemars::JsonSchema;
use serde::Serialize;

/// Every correction, the latest first.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Changes<'a>(Vec<Change<'a>>);

/// A correction in the public list.
#[derive(Serialize, JsonSchema)]
struct Change<'a> {
    /// The date of the correction.
    date: PartialDate,
    /// Portal path of the article.
    article: String,
    /// A description of the correction.
    text: &'a str,
}

/// Returns every correction, the latest first.
pub(crate) fn changes(articles: &[ArticleSource]) -> Changes<'_> {
    let mut changes: Vec<_> = articles.iter().flat_map(of_article).collect();
    changes.sort_by(|one, other| (other.date, &other.article).cmp(&(one.date, &one.article)));
    Changes(changes)
}

fn of_article(article: &ArticleSource) -> impl Iterator<Item = Change<'_>> {
    let route = Route::Article(article.item.id.clone()).path();
    article.corrections.iter().map(move |it| Change { date: it.date, article: route.clone(), text: &it.text })
}
