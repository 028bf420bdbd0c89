//! The facts that a page states outside of its text: in `<meta>` and in scripts.

use scraper::{ElementRef, Html, Selector};

use super::media;
use crate::line::clean;
use crate::scripts::Scripts;

/// Facts in the head and in the scripts of a page, as it writes them.
#[derive(Debug, Default)]
pub struct Stated {
    /// The title, without the site's name.
    pub title: Option<String>,
    /// Texts that may be the date of publication, the most certain first.
    pub dates: Vec<String>,
    /// The source.
    pub source: Option<String>,
    /// The title of the article before it.
    pub previous: Option<String>,
    /// The title of the article after it.
    pub next: Option<String>,
    /// The videos that scripts in the head play.
    pub videos: Vec<String>,
    /// True if the page is HTML.
    pub html: bool,
}

/// Reads the facts in `<meta>` and in scripts.
pub(crate) fn read(html: &Html, scripts: &Scripts) -> Stated {
    let meta = |names: &[&str]| -> Vec<String> {
        let named = |element: &ElementRef<'_>, name: &str| {
            let said = ["name", "property", "itemprop"].into_iter().find_map(|key| element.attr(key));
            said.is_some_and(|said| said.trim().eq_ignore_ascii_case(name))
        };
        let metas: Vec<ElementRef<'_>> = all(html, "meta[content]").collect();
        let found = names.iter().flat_map(|name| metas.iter().filter(move |element| named(element, name)));
        found.filter_map(|element| element.attr("content")).map(clean).filter(|text| !text.is_empty()).collect()
    };
    let mut dates = meta(&[
        "pubdate",
        "publishdate",
        "publishtime",
        "publish_date",
        "article:published_time",
        "datepublished",
        "firstpublishedtime",
        "bytedance:published_time",
    ]);
    dates.extend(scripts.dates().map(clean));
    let property = properties(html);
    dates.extend(property("date"));
    let some = |text: Option<&str>| text.map(clean).filter(|text| !text.is_empty());
    Stated {
        title: meta(&["articletitle"]).into_iter().next().or_else(|| property("title")),
        dates,
        source: meta(&["contentsource", "article:source"]).into_iter().next().or_else(|| some(scripts.source())),
        previous: some(scripts.previous()),
        next: some(scripts.next()),
        videos: all(html, "head script").flat_map(|it| media::in_script(&it.text().collect::<String>())).collect(),
        html: true,
    }
}

/// Reads the comment by which Founder's system of newspapers describes an article: `<!--enpproperty <date>…</date>
/// <title>…</title>/enpproperty-->`.
fn properties(html: &Html) -> impl Fn(&str) -> Option<String> + '_ {
    let comments = html.tree.nodes().filter_map(|node| node.value().as_comment());
    let found = comments.map(|comment| &**comment).find(|comment| comment.starts_with("enpproperty"));
    move |name| {
        let (_, after) = found?.split_once(&["<", name, ">"].concat())?;
        let (value, _) = after.split_once(&["</", name, ">"].concat())?;
        Some(clean(value)).filter(|value| !value.is_empty())
    }
}

/// Returns the elements that a constant selector matches.
pub(crate) fn all<'a>(html: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    Selector::parse(selector).ok().map(|selector| html.select(&selector).collect::<Vec<_>>()).into_iter().flatten()
}
