//! Sitemaps and `robots.txt`: an index, parts of at most 50,000 addresses counted from the oldest article, and the news of the
//! last two days. The caller supplies the routes.

use chrono::{Days, NaiveDate};
use investchn_model::route::{Base, Route};
use investchn_model::{Item, PartialDate, Site};
use investchn_text::escape;

/// Maximum number of addresses in a part, as the protocol limits it.
const PART: usize = 50_000;

/// Maximum number of articles in a news sitemap, as the protocol limits it.
const NEWS: usize = 1_000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Makes the sitemaps and `robots.txt`, by their paths below the base. `routes` are those that are not articles; `articles` are all
/// articles with the date of their last change, newest first.
pub fn files(
    site: &Site,
    base_url: &str,
    routes: &[Route],
    articles: &[(&Item, PartialDate)],
) -> Vec<(String, Vec<u8>)> {
    let base = Base::at(base_url);
    let address = |route: &Route| escape(&base.join(&route.below()));
    let mut files = Vec::new();
    let mut parts = vec![(
        "sitemap-places.xml".to_owned(),
        routes.iter().map(|route| url(&address(route), None)).collect::<String>(),
    )];
    // Counted from the oldest, so that a new article changes only the last part.
    let oldest_first: Vec<(&Item, PartialDate)> = articles.iter().rev().copied().collect();
    for (number, part) in oldest_first.chunks(PART).enumerate() {
        let urls = part
            .iter()
            .map(|(item, modified)| url(&address(&Route::Article(item.id.clone())), Some(*modified)))
            .collect();
        parts.push((format!("sitemap-articles-{}.xml", number + 1), urls));
    }
    let mut index = String::new();
    for (name, urls) in parts {
        index += &format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&base.join(&name)));
        files.push((name, format!("{XML}<urlset xmlns=\"{SITEMAP}\">\n{urls}</urlset>\n").into_bytes()));
    }
    index += &format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&base.join("sitemap-news.xml")));
    files.push((
        "sitemap.xml".to_owned(),
        format!("{XML}<sitemapindex xmlns=\"{SITEMAP}\">\n{index}</sitemapindex>\n").into_bytes(),
    ));
    files.push(("sitemap-news.xml".to_owned(), news(site, articles, address).into_bytes()));
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", base.join("sitemap.xml"));
    files.push(("robots.txt".to_owned(), robots.into_bytes()));
    files
}

fn url(address: &str, modified: Option<PartialDate>) -> String {
    let modified = modified.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
    format!("<url><loc>{address}</loc>{modified}</url>\n")
}

/// Makes the sitemap of the news: the articles of the newest day and of the day before it. Articles whose day is unknown are
/// left out.
fn news(site: &Site, articles: &[(&Item, PartialDate)], address: impl Fn(&Route) -> String) -> String {
    let dated = articles.iter().filter_map(|(item, _)| Some((day(item.published)?, *item)));
    let newest = dated.clone().map(|(day, _)| day).max();
    let since = newest.and_then(|newest| newest.checked_sub_days(Days::new(1)));
    let name = escape(&site.name);
    let entry = |(_, item): (NaiveDate, &Item)| {
        format!(
            "<url><loc>{}</loc><news:news><news:publication><news:name>{name}</news:name><news:language>zh-cn</news:language>\
             </news:publication><news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news></url>\n",
            address(&Route::Article(item.id.clone())),
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
