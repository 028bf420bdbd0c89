//! The page of the embed builder, and the page that its preview shows. Neither has an app.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use investchn::prerender;
use investchn_discovery::{Alternate, alternate_links};
use investchn_messages::PreviewMessages;
use investchn_model::ZoneId;
use investchn_model::published::{BUILDER_SCRIPT, EMBED_SCRIPT, PREVIEW_PAGE, script_of_edition};
use investchn_model::route::EMBED_BUILDER_PATH;
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
    alternates: &[Alternate],
) -> String {
    let words = &context.messages.builder;
    let root = context.root_from(EMBED_BUILDER_PATH);
    let folder = root.join(EMBED_BUILDER_PATH);
    let behaviour = root.join(&script_of_edition(BUILDER_SCRIPT, context.folder()));
    let integrity = ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat();
    let builder = EmbedBuilder { zones, chosen, script, integrity };
    let address = escape(&context.portal.base.join(EMBED_BUILDER_PATH));
    let head = format!(
        "<meta name=\"description\" content=\"{}\">\n<link rel=\"canonical\" href=\"{address}\">\n{}\
         <link rel=\"stylesheet\" href=\"{folder}workshop.css\">\n\
         <script type=\"module\" src=\"{behaviour}\"></script>\n",
        escape(words.description),
        alternate_links(alternates),
    );
    let main = |portal: &_| embed_builder_page(portal, context.messages, &builder);
    let body = prerender::without_app(context.portal, EMBED_BUILDER_PATH, main);
    template.plain(context, EMBED_BUILDER_PATH, StaticPage { title: words.name, head: &head, body: &body })
}

/// Renders the preview: an imitation of a partner's page, into which the builder puts the chosen embed.
pub(crate) fn preview(context: RenderContext<'_>) -> String {
    let (root, lang) = (context.root_from(PREVIEW_PAGE), context.messages.lang());
    let (sheet, script) = (root.join("embed/preview.css"), root.join(EMBED_SCRIPT));
    let policy = policy::element(policy::of_page(None));
    let PreviewMessages { title, heading, before, after } = context.messages.preview;
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"stylesheet\" href=\"{sheet}\">\n<script type=\"module\" src=\"{script}\"></script>\n</head>\n\
         <body class=\"plain\">\n<h1>{heading}</h1>\n<p>{before}</p>\n\
         <div id=\"here\"></div>\n<p>{after}</p>\n</body>\n</html>\n"
    )
}
