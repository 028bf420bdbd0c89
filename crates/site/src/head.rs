//! The elements in a page's head that machines read: Open Graph, Twitter cards, JSON-LD, links to feeds and to oEmbed. Title,
//! description and breadcrumbs come from the app.

use investchn_messages::ZH;
use investchn_model::route::{Base, Route, oembed_path};
use investchn_model::{Article, Block, ListPage, Picture, Site, Subject, View};
use investchn_navigation::page_meta;
use serde_json::{Value, json};

use crate::lists::has_all_pages;
use crate::render_context::RenderContext;
use investchn_text::escape;

/// Renders the elements of a page's head, except its title. Addresses of the feeds are relative to the page.
pub(crate) fn elements(context: RenderContext<'_>, route: &Route, view: &View) -> String {
    let RenderContext { site, base_url, .. } = context;
    let absolute = |below: &str| Base::at(base_url).join(below);
    let address = absolute(&route.below());
    let description = page_meta::description(view, site);
    let title = match view {
        View::Article(article) => article.title.clone(),
        View::Home(_) | View::Register(_) | View::List(_) | View::OfflinePage(_) => page_meta::title(view, site),
    };
    let image = picture(view).map(|picture| absolute(&picture.src));
    let card = if image.is_some() { "summary_large_image" } else { "summary" };
    let kind = if matches!(view, View::Article(_)) { "article" } else { "website" };

    let mut head = String::new();
    let mut meta = |key: &str, name: &str, content: &str| {
        head += &format!("<meta {key}=\"{name}\" content=\"{}\">\n", escape(content));
    };
    meta("name", "description", &description);
    meta("property", "og:site_name", &site.name);
    meta("property", "og:locale", "zh_CN");
    meta("property", "og:type", kind);
    meta("property", "og:title", &title);
    meta("property", "og:description", &description);
    meta("property", "og:url", &address);
    if let Some(image) = &image {
        meta("property", "og:image", image);
    }
    if let View::Article(article) = view {
        meta("property", "article:published_time", &article.published.to_string());
        meta("property", "article:section", ZH.names.kind(article.kind));
    }
    meta("name", "twitter:card", card);
    if empty(view) {
        // There is nothing to index yet.
        meta("name", "robots", "noindex");
    }

    head += &format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&address));
    head += &links(site, route, view);
    if let Some((id, name)) = embeddable(view) {
        let (address, name) = (escape(&absolute(&oembed_path(id))), escape(name));
        head +=
            &format!("<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{name}\" href=\"{address}\">\n");
    }
    for data in structured(site, base_url, &address, view, image.as_deref()) {
        // In a script element only `<` could end the block early.
        let data = data.to_string().replace('<', "\\u003c");
        head += &format!("<script type=\"application/ld+json\">{data}</script>\n");
    }
    head
}

/// Returns the id and name of a view for which oEmbed has an answer. The link to the answer is absolute, because a program that
/// follows it may know nothing but the text of the page.
fn embeddable(view: &View) -> Option<(&str, &str)> {
    match view {
        View::Article(article) => Some((article.id.as_str(), &article.title)),
        View::List(ListPage { subject: Subject::Zone { zone, kind: None }, number: None, items, .. }) => {
            has_all_pages(zone, !items.is_empty()).then_some((zone.id.as_str(), &zone.short_name))
        }
        View::Home(_) | View::Register(_) | View::List(_) | View::OfflinePage(_) => None,
    }
}

/// Returns true if the page has no content of its own: a list without articles that has no facts above it, or a page for
/// readers who are offline.
fn empty(view: &View) -> bool {
    let list = match view {
        View::List(list) => list,
        // The page is the same for everybody; its content differs by reader and is added by the app.
        View::OfflinePage(_) => return true,
        View::Home(_) | View::Register(_) | View::Article(_) => return false,
    };
    let bare = match &list.subject {
        Subject::News { .. } | Subject::Zone { kind: Some(_), .. } => true,
        Subject::Region { .. } | Subject::Zone { kind: None, .. } => false,
    };
    bare && list.items.is_empty()
}

fn picture(view: &View) -> Option<&Picture> {
    let View::Article(article) = view else { return None };
    article.body.iter().find_map(|block| match block {
        Block::Image(picture) | Block::Figure { picture, .. } => Some(picture),
        _ => None,
    })
}

/// Links the feeds that cover the page. The head does not name the newer and the older page of a list: Firefox prefetches the
/// page that a head names as the next one, and the policy blocks that. Links in the text lead to these pages.
fn links(site: &Site, route: &Route, view: &View) -> String {
    let base = Base::relative_from(route);
    let mut links = String::new();
    let folder = route.feed_folder();
    let title = escape(&site.name);
    // A zone without all pages has no Atom feed yet; its province's will have its first article.
    let atom_folder = match view {
        View::List(ListPage { subject: Subject::Zone { zone, kind: None }, number: None, items, .. })
            if !has_all_pages(zone, !items.is_empty()) =>
        {
            &Route::Region(zone.province.code, None).feed_folder()
        }
        _ => &folder,
    };
    for (kind, folder, file) in
        [("application/atom+xml", atom_folder, "feed.xml"), ("application/feed+json", &folder, "feed.json")]
    {
        let href = base.join(&[folder, file].concat());
        links += &format!("<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{href}\">\n");
    }
    links
}

/// Returns the JSON-LD of a page: its breadcrumbs and its type.
fn structured(site: &Site, base_url: &str, address: &str, view: &View, image: Option<&str>) -> Vec<Value> {
    let step = |(index, link): (usize, page_meta::NavLink)| {
        let item = Base::at(base_url).join(&link.route.below());
        json!({ "@type": "ListItem", "position": index + 1, "name": link.label, "item": item })
    };
    let steps: Vec<Value> = page_meta::breadcrumbs(view).into_iter().enumerate().map(step).collect();
    let organization =
        json!({ "@type": "Organization", "name": site.name, "alternateName": site.name_en, "url": base_url });
    let context = "https://schema.org";
    let mut data = Vec::new();
    match view {
        View::Home(_) => {
            let mut home = organization;
            home["@context"] = json!(context);
            home["email"] = json!(site.contact.email);
            home["telephone"] = json!(site.contact.phone);
            data.push(home);
        }
        View::Article(article) => {
            data.push(news_article(article, &organization, address, image));
            data.push(json!({ "@context": context, "@type": "BreadcrumbList", "itemListElement": steps }));
        }
        View::Register(_) | View::List(_) | View::OfflinePage(_) => {
            data.push(json!({ "@context": context, "@type": "BreadcrumbList", "itemListElement": steps }));
        }
    }
    data
}

fn news_article(article: &Article, publisher: &Value, address: &str, image: Option<&str>) -> Value {
    let modified = article.corrections.last().map_or(article.published, |correction| correction.date);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        // Dates have the precision that is known; ISO 8601 allows a month or a year.
        "datePublished": article.published,
        "dateModified": modified,
        "inLanguage": article.lang,
        "articleSection": ZH.names.kind(article.kind),
        "mainEntityOfPage": address,
        "url": address,
        "author": { "@type": "Organization", "name": article.source },
        "publisher": publisher,
        "about": { "@type": "Organization", "name": article.zone.name },
    });
    if let Some(image) = image {
        data["image"] = json!(image);
    }
    data
}
