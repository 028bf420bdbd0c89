//! Structured data: schema.org's types, breadcrumbs, and Baidu's time factor.

use investchn_model::published::{LOGO, LOGO_SIZE};
use investchn_model::{Article, View};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;
use serde_json::{Value, json};

use crate::instant;
use crate::share_picture::SharePicture;

/// Returns the JSON-LD of a page: its type, its breadcrumbs, and an article's time factor.
pub(crate) fn structured(portal: &SiteContext, address: &str, view: &View, picture: &SharePicture) -> Vec<Value> {
    let site = &portal.site;
    let step = |(index, link): (usize, page_meta::NavLink)| {
        let item = portal.href(&link.route);
        json!({ "@type": "ListItem", "position": index + 1, "name": link.label, "item": item })
    };
    let steps: Vec<Value> = page_meta::breadcrumbs(view, portal.words).into_iter().enumerate().map(step).collect();
    let image = |address: String, width: u32, height: u32| json!({ "@type": "ImageObject", "url": address, "width": width, "height": height });
    let mut organization = json!({
        "@type": "Organization",
        "name": site.name,
        "url": portal.base.join(""),
        "logo": image(portal.root.join(LOGO), LOGO_SIZE, LOGO_SIZE),
    });
    if site.name_en != site.name {
        organization["alternateName"] = json!(site.name_en);
    }
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
            let image = image(picture.address(portal), picture.width, picture.height);
            data.extend(time_factor(article, address, &image["url"]));
            data.push(news_article(portal, article, &organization, address, &image));
            data.push(json!({ "@context": context, "@type": "BreadcrumbList", "itemListElement": steps }));
        }
        View::Register(_) | View::List(_) | View::OfflinePage(_) => {
            data.push(json!({ "@context": context, "@type": "BreadcrumbList", "itemListElement": steps }));
        }
    }
    data
}

/// Returns Baidu's time factor (落地页时间因子). Its format demands a time of day, so an article whose day is not known has none.
fn time_factor(article: &Article, address: &str, image: &Value) -> Option<Value> {
    Some(json!({
        "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
        "@id": address,
        "title": article.title,
        "images": [image],
        "pubDate": instant::local(article.published)?,
        // Of an article that was never changed, Baidu wants the date of publication.
        "upDate": instant::local(article.modified())?,
    }))
}

fn news_article(portal: &SiteContext, article: &Article, publisher: &Value, address: &str, image: &Value) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        // Dates have the precision that is known; ISO 8601 allows a month or a year.
        "datePublished": article.published,
        "dateModified": article.modified(),
        "inLanguage": article.lang,
        "articleSection": portal.words.names.kind(article.kind),
        "mainEntityOfPage": address,
        "url": address,
        "author": { "@type": "Organization", "name": article.source },
        "publisher": publisher,
        "about": { "@type": "Organization", "name": article.zone.name },
        "image": image,
    })
}
