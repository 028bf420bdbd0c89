//! The page of the embed builder, and the page that its preview shows. Neither has an app.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use investchn::prerender;
use investchn_messages::{PreviewMessages, ZH};
use investchn_model::ZoneId;
use investchn_model::route::{Base, EMBED_BUILDER_PATH};
use investchn_static_pages::{EmbedBuilder, EmbeddableZone, embed_builder_page};
use sha2::{Digest, Sha384};

use crate::render_context::RenderContext;
use crate::template::{StaticPage, Template};
use investchn_hosting::policy;
use investchn_text::escape;

/// Renders the page of the embed builder for these zones, with one of them chosen initially. `script` is the partners' script
/// with its hashed name.
pub(crate) fn page(
    context: RenderContext<'_>,
    template: &Template<'_>,
    zones: Vec<EmbeddableZone>,
    chosen: Option<ZoneId>,
    (script, bytes): (String, &[u8]),
) -> String {
    let integrity = ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat();
    let builder = EmbedBuilder { zones, chosen, script, integrity };
    let address = escape(&Base::at(context.base_url).join(EMBED_BUILDER_PATH));
    let head = format!(
        "<meta name=\"description\" content=\"{}\">\n<link rel=\"canonical\" href=\"{address}\">\n\
         <link rel=\"stylesheet\" href=\"workshop.css\">\n<script type=\"module\" src=\"workshop.js\"></script>\n",
        escape(context.messages.builder.description)
    );
    let main = |portal: &_| embed_builder_page(portal, context.messages, &builder);
    let body = prerender::without_app(context.portal, EMBED_BUILDER_PATH, main);
    template.plain(
        context,
        EMBED_BUILDER_PATH,
        StaticPage { title: context.messages.builder.name, head: &head, body: &body },
    )
}

/// Renders the preview: an imitation of a partner's page, into which the builder puts the chosen embed.
pub(crate) fn preview() -> String {
    let policy = policy::element(&policy::of_page());
    let PreviewMessages { title, heading, before, after } = ZH.preview;
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"stylesheet\" href=\"../preview.css\">\n<script type=\"module\" src=\"../../embed.js\"></script>\n</head>\n\
         <body class=\"plain\">\n<h1>{heading}</h1>\n<p>{before}</p>\n\
         <div id=\"here\"></div>\n<p>{after}</p>\n</body>\n</html>\n"
    )
}
