//! The elements in a page's head that machines read: Open Graph, Twitter cards, the twins that WeChat and QQ read, Toutiao's dates, links
//! to feeds and to oEmbed. Title, description and breadcrumbs come from the app.

use investchn_model::route::{Base, Route, oembed_path};
use investchn_model::{ListPage, Site, Subject, View};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;
use investchn_text::escape;

use crate::alternates::{Alternate, alternate_links};
use crate::instant;
use crate::share_picture;
use crate::structured::structured;

/// Renders the elements of a page's head, except its title. Addresses of the feeds are relative to the page. `portal` has absolute
/// addresses. `own` is the page itself, `alternates` are the editions that have it; none if no other edition has it.
pub fn elements(portal: &SiteContext, own: &Alternate, route: &Route, view: &View, alternates: &[Alternate]) -> String {
    let site = &portal.site;
    let absolute = |below: &str| portal.base.join(below);
    let address = &own.address;
    let description = page_meta::description(view, portal);
    let title = match view {
        View::Article(article) => article.title.clone(),
        View::Home(_) | View::Register(_) | View::List(_) | View::OfflinePage(_) => page_meta::title(view, portal),
    };
    let picture = share_picture::of(view, site);
    let image = picture.address(portal);
    let kind = if matches!(view, View::Article(_)) { "article" } else { "website" };

    let mut head = String::new();
    let mut meta = |key: &str, name: &str, content: &str| {
        head += &format!("<meta {key}=\"{name}\" content=\"{}\">\n", escape(content));
    };
    meta("name", "description", &description);
    meta("property", "og:site_name", &site.name);
    meta("property", "og:locale", own.locale);
    for other in alternates.iter().filter(|it| it.lang != own.lang) {
        meta("property", "og:locale:alternate", other.locale);
    }
    meta("property", "og:type", kind);
    meta("property", "og:title", &title);
    meta("property", "og:description", &description);
    meta("property", "og:url", address);
    meta("property", "og:image", &image);
    meta("property", "og:image:type", picture.mime_type);
    meta("property", "og:image:width", &picture.width.to_string());
    meta("property", "og:image:height", &picture.height.to_string());
    meta("property", "og:image:alt", &picture.alt);
    // WeChat and QQ read these. The template's `itemscope` makes them properties of the page.
    meta("itemprop", "name", &title);
    meta("itemprop", "description", &description);
    meta("itemprop", "image", &image);
    if let View::Article(article) = view {
        let (published, modified) = (article.published, article.modified());
        meta("property", "article:published_time", &published.to_string());
        if !article.corrections.is_empty() {
            meta("property", "article:modified_time", &modified.to_string());
        }
        // Toutiao's third date, `lrDate_time`, is that of the last reply; there are none.
        if let (Some(published), Some(modified)) = (instant::in_china(published), instant::in_china(modified)) {
            meta("property", "bytedance:published_time", &published);
            meta("property", "bytedance:updated_time", &modified);
        }
        meta("property", "article:section", portal.words.names.kind(article.kind));
    }
    meta("name", "twitter:card", "summary_large_image");
    if empty(view) {
        // There is nothing to index yet.
        meta("name", "robots", "noindex");
    }

    head += &format!("<link rel=\"canonical\" href=\"{}\">\n", escape(address));
    head += &alternate_links(alternates);
    head += &links(site, route, view);
    if let Some((id, name)) = embeddable(view) {
        let (address, name) = (escape(&absolute(&oembed_path(id))), escape(name));
        head +=
            &format!("<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{name}\" href=\"{address}\">\n");
    }
    for data in structured(portal, address, view, &picture) {
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
            zone.has_all_pages(!items.is_empty()).then_some((zone.id.as_str(), &zone.short_name))
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

/// Links the feeds that cover the page. The head does not name the newer and the older page of a list: Firefox prefetches the
/// page that a head names as the next one, and the policy blocks that. Links in the text lead to these pages.
fn links(site: &Site, route: &Route, view: &View) -> String {
    let base = Base::relative_from(&route.below());
    let mut links = String::new();
    let folder = route.feed_folder();
    let title = escape(&site.name);
    // A zone without all pages has no Atom feed yet; its province's will have its first article.
    let atom_folder = match view {
        View::List(ListPage { subject: Subject::Zone { zone, kind: None }, number: None, items, .. })
            if !zone.has_all_pages(!items.is_empty()) =>
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
