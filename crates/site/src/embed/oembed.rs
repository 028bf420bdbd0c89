//! oEmbed: the answer that programs fetch to show a pasted address of the portal. Each article and zone has an answer as a
//! file, which its page names in the head. An answer is of the type `rich`; its HTML is a link, for programs that drop frames,
//! and a frame.
//!
//! Of a provider that it does not know, WordPress takes one `blockquote` and one `iframe`, and it sets a sandbox of its own on
//! the frame. `public/embed/frame.js` reports the height in WordPress's own message format.

use investchn_model::route::{Route, frame_path};
use investchn_model::{Item, Zone, ZoneId};
use investchn_navigation::page_meta;
use schemars::JsonSchema;
use serde::Serialize;

use crate::render_context::RenderContext;
use investchn_text::escape;

/// Width and height of the frame in CSS pixels, for pages that do not resize it: five articles in a column.
const SIZE: (u32, u32) = (600, 480);

/// Number of articles in the frame.
const LIMIT: usize = 5;

/// Permissions of the frame: to run its script, which WebKit only loads if the frame keeps its origin, and to open links in new
/// tabs.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// Time that an answer may be cached, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// An answer, in the format of oembed.com.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Answer {
    /// The version of oEmbed.
    version: &'static str,
    /// The type of the answer: always `rich`.
    r#type: &'static str,
    /// The name of the portal.
    provider_name: String,
    /// The address of the portal, in the language of the answer.
    provider_url: String,
    /// The headline of the article, or the name of the news of the zone.
    title: String,
    /// The outlet that published the article first.
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<String>,
    /// The time that the answer may be cached, in seconds.
    cache_age: u32,
    /// A link and a frame.
    html: String,
    /// The width of the frame in CSS pixels.
    width: u32,
    /// The height of the frame in CSS pixels.
    height: u32,
}

/// Returns the answer for a zone.
pub(crate) fn of_zone(context: RenderContext<'_>, zone: &Zone) -> Answer {
    let title = context.messages.embed.news(&zone.short_name);
    answer(context, &Route::Zone(zone.id.clone(), None, None), title, None, &zone.id, "")
}

/// Returns the answer for an article: the frame of its zone, with the article on top.
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
    let base = &context.portal.base;
    let (link, text) = (escape(&base.join(&route.below())), escape(&title));
    let frame = format!("{}?limit={LIMIT}{article}", base.join(&frame_path(zone)));
    let (frame, (width, height)) = (escape(&frame), SIZE);
    Answer {
        version: "1.0",
        r#type: "rich",
        provider_name: page_meta::portal_name(context.site()),
        provider_url: context.portal.base.join(""),
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
