//! The page in a partner's frame: a zone's ten newest articles, readable without scripts and without the portal's style sheet. It contains
//! its style, so that it needs one request; where a host's change has made the policy refuse it, the script loads the same sheet.
//! `web/src/embed/frame.js` reads the parameters of its address and reports its height.

use investchn_messages::{EN, Messages, language_tag};
use investchn_model::route::{Base, EMBED_BUILDER_PATH, Route, frame_path};
use investchn_model::{Zone, ZoneId};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;

use crate::render_context::RenderContext;
use investchn_hosting::{FirstScreen, policy};
use investchn_sources::ArticleSource;
use investchn_text::escape;

/// Number of articles in a frame.
pub(crate) const LENGTH: usize = 10;

/// The page in a frame.
pub(crate) struct Frame<'a> {
    pub(crate) context: RenderContext<'a>,
    /// One of the zone's ids.
    pub(crate) id: &'a ZoneId,
    pub(crate) zone: &'a Zone,
    /// The zone's newest articles in the edition.
    pub(crate) newest: &'a [&'a ArticleSource],
    /// The newest in the portal's first language, if the edition has none.
    pub(crate) originals: &'a [&'a ArticleSource],
    /// The other editions that have the page; the script shows that of the language that the page's address asks for.
    pub(crate) editions: &'a [&'static Messages],
}

impl Frame<'_> {
    /// Renders the page.
    pub(crate) fn html(&self) -> String {
        let Frame { context, id, zone, newest, originals, editions } = *self;
        let SiteContext { base, root, .. } = context.portal.relative_from(&frame_path(id));
        let here = Route::Zone(zone.id.clone(), None, None);
        let words = context.messages;
        let heading = element(words, "h1", &words.embed.news(&zone.short_name), &EN.embed.news(&zone.name_en));
        let rows: String = newest.iter().map(|article| row(context, &base, article)).collect();
        let rows = originals.iter().fold(rows, |rows, article| rows + &row(context, &root, article));
        let none = if rows.is_empty() { element(words, "p", words.embed.none, EN.embed.none) } else { String::new() };
        let canonical = escape(&context.portal.base.join(&here.below()));
        let more = ["a ", &link_attributes(&here.href(&base))].concat();
        let more = element(words, &more, words.embed.more, EN.embed.more);
        let name = page_meta::portal_name(context.site());
        let brand = ["<a ", &link_attributes(&base.join("")), ">", &escape(&name), "</a>"].concat();
        let title = escape(&words.embed.news(&zone.short_name));
        let policy = policy::element(policy::of_page(Some(FirstScreen::Frame)));
        let (style, folder, lang) = (FirstScreen::Frame.element(), root.join(EMBED_BUILDER_PATH), words.lang());
        let icon = root.join("icon.svg");
        // No `link`: search engines read pages of the portal alone.
        let edition = |it: &&Messages| {
            let page = escape(&root.join(&[it.folder, &frame_path(id)].concat()));
            format!(" data-edition-{}=\"{page}\"", language_tag(it))
        };
        let editions: String = editions.iter().map(edition).collect();
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{title}</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <link rel=\"canonical\" href=\"{canonical}\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n\
             {style}<script src=\"{folder}frame.js\" defer></script>\n</head>\n<body>\n<main{editions}>\n{heading}\n<ul>\n{rows}</ul>\n{none}\
             <p class=\"foot\">{more} {brand}</p>\n</main>\n</body>\n</html>\n"
        )
    }
}

/// Renders an element, by its name and its attributes, whose text the frame's script can change into English unless it is.
fn element(words: &Messages, start: &str, text: &str, en: &str) -> String {
    let name = start.split_once(' ').map_or(start, |(name, _)| name);
    let change = if words.lang() == EN.lang() { String::new() } else { format!(" data-en=\"{}\"", escape(en)) };
    format!("<{start}{change}>{}</{name}>", escape(text))
}

/// Returns the attributes of a link that opens outside the frame, because the portal allows no other page of its own in a
/// frame.
fn link_attributes(href: &str) -> String {
    format!("href=\"{}\" target=\"_blank\" rel=\"noopener\"", escape(href))
}

fn row(context: RenderContext<'_>, base: &Base, ArticleSource { item, lang, .. }: &ArticleSource) -> String {
    let link = link_attributes(&Route::Article(item.id.clone()).href(base));
    // Beside labels in another language only headlines are in the first one's. Most sources have a name in that alone.
    let source = if context.portal.foreign_lang(&item.source).is_some() { "" } else { item.source.as_str() };
    let (id, lang, title, source) = (&item.id, escape(lang), escape(&item.title), escape(source));
    let date = item.published;
    format!(
        "<li data-id=\"{id}\" lang=\"{lang}\"><a {link}>{title}</a>\
         <p><time datetime=\"{date}\">{date}</time><span class=\"source\">{source}</span></p></li>\n"
    )
}
