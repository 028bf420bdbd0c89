//! Sitemaps and `robots.txt`: an index, parts of at most 50,000 addresses counted from the oldest article, and the news of the
//! last two days. The caller supplies the pages of each edition.

use chrono::{Days, NaiveDate};
use investchn_model::route::{Base, Route};
use investchn_model::{Item, PartialDate};
use investchn_navigation::site_context::SiteContext;
use investchn_text::escape;
use rayon::prelude::*;

use crate::alternates::{Alternate, with_default};

/// Maximum number of addresses in a part, as the protocol limits it.
const PART: usize = 50_000;

/// Maximum number of articles in a news sitemap, as the protocol limits it.
const NEWS: usize = 1_000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The namespace of the links to a page in other languages, as an attribute.
const PAIRS: &str = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

/// Returns the editions that have a page; none if one alone has it.
pub type FindAlternates<'a> = dyn Fn(&Route) -> Vec<Alternate> + Sync + 'a;

/// The pages of an edition that sitemaps list.
pub struct SitemapEdition<'a> {
    /// Its folder below the portal's, with a slash at its end; empty for the first edition.
    pub folder: &'a str,
    /// The edition, with absolute addresses.
    pub portal: &'a SiteContext,
    /// The routes that are not articles.
    pub routes: Vec<Route>,
    /// All articles with the date of their last change, newest first.
    pub articles: Vec<(&'a Item, PartialDate)>,
    /// The editions that have a page.
    pub alternates: Box<FindAlternates<'a>>,
}

/// Makes the sitemaps and `robots.txt`, by their paths below the portal's folder, at the address `root_url`. An edition has its
/// sitemaps in its own folder, and the index names all of them.
pub fn files(root_url: &str, editions: &[SitemapEdition<'_>]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = editions.iter().flat_map(of_edition).collect();
    let root = Base::at(root_url);
    let index: String =
        files.iter().map(|(name, _)| format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&root.join(name)))).collect();
    files.push((
        "sitemap.xml".to_owned(),
        format!("{XML}<sitemapindex xmlns=\"{SITEMAP}\">\n{index}</sitemapindex>\n").into_bytes(),
    ));
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", root.join("sitemap.xml"));
    files.push(("robots.txt".to_owned(), robots.into_bytes()));
    files
}

fn of_edition(edition: &SitemapEdition<'_>) -> Vec<(String, Vec<u8>)> {
    let file = |name: &str, urls: String| {
        let pairs = if urls.contains("<xhtml:") { PAIRS } else { "" };
        let text = format!("{XML}<urlset xmlns=\"{SITEMAP}\"{pairs}>\n{urls}</urlset>\n");
        ([edition.folder, name].concat(), text.into_bytes())
    };
    let places = edition.routes.iter().map(|route| url(edition, route, None)).collect();
    let mut files = vec![file("sitemap-places.xml", places)];
    // Counted from the oldest, so that a new article changes only the last part.
    let oldest_first: Vec<(&Item, PartialDate)> = edition.articles.iter().rev().copied().collect();
    for (number, part) in oldest_first.chunks(PART).enumerate() {
        let address =
            |(item, modified): &(&Item, PartialDate)| url(edition, &Route::Article(item.id.clone()), Some(*modified));
        let urls: Vec<String> = part.par_iter().map(address).collect();
        files.push(file(&format!("sitemap-articles-{}.xml", number + 1), urls.concat()));
    }
    files.push(([edition.folder, "sitemap-news.xml"].concat(), news(edition).into_bytes()));
    files
}

fn url(edition: &SitemapEdition<'_>, route: &Route, modified: Option<PartialDate>) -> String {
    let modified = modified.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
    let alternates = (edition.alternates)(route);
    let pair = |(lang, address): (&str, &str)| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", escape(address))
    };
    let pairs: String = with_default(&alternates).map(pair).collect();
    format!("<url><loc>{}</loc>{modified}{pairs}</url>\n", address(edition, route))
}

fn address(edition: &SitemapEdition<'_>, route: &Route) -> String {
    escape(&edition.portal.href(route))
}

/// Makes the sitemap of the news: the articles of the newest day and of the day before it. Articles whose day is unknown are
/// left out.
fn news(edition: &SitemapEdition<'_>) -> String {
    let dated = edition.articles.iter().filter_map(|(item, _)| Some((day(item.published)?, *item)));
    let newest = dated.clone().map(|(day, _)| day).max();
    let since = newest.and_then(|newest| newest.checked_sub_days(Days::new(1)));
    let (name, lang) = (escape(&edition.portal.site.name), edition.portal.words.lang().to_ascii_lowercase());
    let entry = |(_, item): (NaiveDate, &Item)| {
        format!(
            "<url><loc>{}</loc><news:news><news:publication><news:name>{name}</news:name><news:language>{lang}</news:language>\
             </news:publication><news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>\n",
            address(edition, &Route::Article(item.id.clone())),
            item.published,
            escape(&item.title),
        )
    };
    let urls: String =
        dated.filter(|(day, _)| since.is_some_and(|since| *day >= since)).take(NEWS).map(entry).collect();
    format!(
        "{XML}<urlset xmlns=\"{SITEMAP}\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n{urls}</urlset>\n"
    )
}

fn day(date: PartialDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year().into(), date.month()?.into(), date.day()?.into())
}
