//! The page that stands in a partner's frame: a zone's ten newest articles, readable without a script and without the portal's
//! sheet. What its address asks for, and how it tells its height, is `public/embed/frame.js`.

use investchn::page_meta;
use investchn_messages::{EN, ZH};
use investchn_model::route::{Base, Route, frame_path};
use investchn_model::{Zone, ZoneId};

use crate::feeds::Entry;
use crate::render_context::{RenderContext, escape};
use investchn_hosting::policy;

/// Articles in a frame.
pub(crate) const LENGTH: usize = 10;

/// The page, under one of the zone's ids.
pub(crate) fn page(context: RenderContext<'_>, id: &ZoneId, zone: &Zone, newest: &[Entry<'_>]) -> String {
    let base = Base::at(&"../".repeat(frame_path(id).matches('/').count()));
    let here = Route::Zone(zone.id.clone(), None, None);
    let heading = both("h1", &ZH.embed.news(&zone.short_name), &EN.embed.news(&zone.name_en));
    let rows: String = newest.iter().map(|entry| row(&base, entry)).collect();
    let none = if rows.is_empty() { both("p", ZH.embed.none, EN.embed.none) } else { String::new() };
    let canonical = escape(&Base::at(context.base_url).join(&here.below()));
    let (more, more_en) = (ZH.embed.more, escape(EN.embed.more));
    let more = format!("<a {} data-en=\"{more_en}\">{more}</a>", leads(&here.href(&base)));
    let name = page_meta::portal_name(context.site);
    let brand = ["<a ", &leads(&base.join("")), ">", &escape(&name), "</a>"].concat();
    let title = escape(&ZH.embed.news(&zone.short_name));
    let (policy, folder) = (policy::element(&policy::of_page()), base.join("embed/"));
    let icon = base.join("icon.svg");
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n\
         <link rel=\"stylesheet\" href=\"{folder}frame.css\">\n\
         <script src=\"{folder}frame.js\" defer></script>\n</head>\n<body>\n<main>\n{heading}\n<ul>\n{rows}</ul>\n{none}\
         <p class=\"foot\">{more} {brand}</p>\n</main>\n</body>\n</html>\n"
    )
}

/// An element whose text the frame's script can change into English.
fn both(tag: &str, zh: &str, en: &str) -> String {
    format!("<{tag} data-en=\"{}\">{}</{tag}>", escape(en), escape(zh))
}

/// A link out of the frame: no page of the portal but this one may stand in it.
fn leads(href: &str) -> String {
    format!("href=\"{}\" target=\"_blank\" rel=\"noopener\"", escape(href))
}

fn row(base: &Base, Entry { item, lang, .. }: &Entry<'_>) -> String {
    let leads = leads(&Route::Article(item.id.clone()).href(base));
    let (id, lang, title, source) = (&item.id, escape(lang), escape(&item.title), escape(&item.source));
    let date = item.published;
    format!(
        "<li data-id=\"{id}\" lang=\"{lang}\"><a {leads}>{title}</a>\
         <p><time datetime=\"{date}\">{date}</time><span class=\"source\">{source}</span></p></li>\n"
    )
}
