//! The page in a partner's frame: a zone's ten newest articles, readable without scripts and without the portal's style sheet.
//! `public/embed/frame.js` reads the parameters of its address and reports its height.

use investchn_messages::{EN, ZH};
use investchn_model::route::{Base, Route, frame_path};
use investchn_model::{Zone, ZoneId};
use investchn_navigation::page_meta;

use crate::render_context::RenderContext;
use investchn_hosting::policy;
use investchn_sources::ArticleSource;
use investchn_text::escape;

/// Number of articles in a frame.
pub(crate) const LENGTH: usize = 10;

/// Renders the page under one of the zone's ids.
pub(crate) fn page(context: RenderContext<'_>, id: &ZoneId, zone: &Zone, newest: &[&ArticleSource]) -> String {
    let base = Base::at(&"../".repeat(frame_path(id).matches('/').count()));
    let here = Route::Zone(zone.id.clone(), None, None);
    let heading = both("h1", &ZH.embed.news(&zone.short_name), &EN.embed.news(&zone.name_en));
    let rows: String = newest.iter().map(|article| row(&base, article)).collect();
    let none = if rows.is_empty() { both("p", ZH.embed.none, EN.embed.none) } else { String::new() };
    let canonical = escape(&Base::at(context.base_url).join(&here.below()));
    let (more, more_en) = (ZH.embed.more, escape(EN.embed.more));
    let more = format!("<a {} data-en=\"{more_en}\">{more}</a>", link_attributes(&here.href(&base)));
    let name = page_meta::portal_name(context.site());
    let brand = ["<a ", &link_attributes(&base.join("")), ">", &escape(&name), "</a>"].concat();
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

/// Renders an element whose text the frame's script can change into English.
fn both(tag: &str, zh: &str, en: &str) -> String {
    format!("<{tag} data-en=\"{}\">{}</{tag}>", escape(en), escape(zh))
}

/// Returns the attributes of a link that opens outside the frame, because the portal allows no other page of its own in a
/// frame.
fn link_attributes(href: &str) -> String {
    format!("href=\"{}\" target=\"_blank\" rel=\"noopener\"", escape(href))
}

fn row(base: &Base, ArticleSource { item, lang, .. }: &ArticleSource) -> String {
    let link = link_attributes(&Route::Article(item.id.clone()).href(base));
    let (id, lang, title, source) = (&item.id, escape(lang), escape(&item.title), escape(&item.source));
    let date = item.published;
    format!(
        "<li data-id=\"{id}\" lang=\"{lang}\"><a {link}>{title}</a>\
         <p><time datetime=\"{date}\">{date}</time><span class=\"source\">{source}</span></p></li>\n"
    )
}
