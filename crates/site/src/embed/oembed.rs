//! oEmbed: what a program makes of a pasted address of the portal. Each article and zone has a file that says it; the pages name it
//! in their heads. It is of the type `rich`, whose html is a link for those who take no more, and a frame.
//!
//! WordPress takes of a portal that it does not know one `blockquote` and one `iframe`, and gives the frame a sandbox of its own;
//! `public/embed/frame.js` tells it the height in its own words.

use investchn::page_meta;
use investchn_messages::ZH;
use investchn_model::route::{Base, Route, frame_path};
use investchn_model::{Item, Zone, ZoneId};
use serde::Serialize;

use crate::render_context::{RenderContext, escape};

/// What is asked for in CSS pixels, where nobody fits the frame: five articles in a column.
const SIZE: (u32, u32) = (600, 480);

/// Articles in the frame.
const LIMIT: usize = 5;

/// What a frame may do: run its script, which WebKit finds only where it keeps its origin, and open links in new tabs.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// An answer, by oembed.com.
#[derive(Serialize)]
pub(crate) struct Answer {
    version: &'static str,
    r#type: &'static str,
    provider_name: String,
    provider_url: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<String>,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
}

/// The answer for a zone.
pub(crate) fn of_zone(context: RenderContext<'_>, zone: &Zone) -> Answer {
    let title = ZH.embed.news(&zone.short_name);
    answer(context, &Route::Zone(zone.id.clone(), None, None), title, None, &zone.id, "")
}

/// The answer for an article: its zone's frame, where it stands on top.
pub(crate) fn of_article(context: RenderContext<'_>, item: &Item) -> Answer {
    let route = Route::Article(item.id.clone());
    let article = ["&article=", item.id.as_str()].concat();
    answer(context, &route, item.title.clone(), Some(item.source.clone()), &item.zone.id, &article)
}

fn answer(
    context: RenderContext<'_>,
    route: &Route,
    title: String,
    author_name: Option<String>,
    zone: &ZoneId,
    article: &str,
) -> Answer {
    let base = Base::at(context.base_url);
    let (link, text) = (escape(&base.join(&route.below())), escape(&title));
    let frame = format!("{}?limit={LIMIT}{article}", base.join(&frame_path(zone)));
    let (frame, (width, height)) = (escape(&frame), SIZE);
    Answer {
        version: "1.0",
        r#type: "rich",
        provider_name: page_meta::portal_name(context.site),
        provider_url: context.base_url.to_owned(),
        html: format!(
            "<blockquote><a href=\"{link}\">{text}</a></blockquote><iframe src=\"{frame}\" title=\"{text}\" width=\"{width}\" \
             height=\"{height}\" sandbox=\"{SANDBOX}\" loading=\"lazy\" frameborder=\"0\"></iframe>"
        ),
        title,
        author_name,
        cache_age: CACHE_AGE,
        width,
        height,
    }
}
