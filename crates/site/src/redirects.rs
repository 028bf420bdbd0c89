//! Redirects from the old addresses of articles, and of zones that had another id. Each old address has a page that redirects
//! to the new one. Addresses that no static file can answer are in a list that the not-found view reads: those with a query,
//! and those with an extension that hosts do not serve as a page (`.asp`).

use std::collections::BTreeMap;

use investchn_messages::{PlainPageMessages, ZH};
use investchn_model::route::{Base, Route};
use schemars::JsonSchema;
use serde::Serialize;

use crate::render_context::RenderContext;
use investchn_hosting::files::Alias;
use investchn_hosting::policy;
use investchn_model::published::{alias_file, alias_is_page};
use investchn_text::escape;

/// Makes the redirect pages, as files below the base.
pub(crate) fn pages(context: RenderContext<'_>, aliases: &[Alias]) -> Vec<(String, Vec<u8>)> {
    aliases.iter().filter(|(alias, _)| alias_is_page(alias)).map(|(alias, route)| page(context, alias, route)).collect()
}

/// The old addresses that have no page, each with the portal path that replaces it.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct OldAddresses(BTreeMap<String, String>);

/// Returns the old addresses that have no page.
pub(crate) fn list(aliases: &[Alias]) -> OldAddresses {
    let others = aliases.iter().filter(|(alias, _)| !alias_is_page(alias));
    let with_path = others.map(|(alias, route)| (["/", alias.trim_start_matches('/')].concat(), route.path()));
    OldAddresses(with_path.collect())
}

fn page(context: RenderContext<'_>, alias: &str, route: &Route) -> (String, Vec<u8>) {
    let file = alias_file(alias);
    let up = "../".repeat(file.matches('/').count());
    let here = escape(&(up + &route.below()));
    let canonical = escape(&Base::at(context.base_url).join(&route.below()));
    let (name, policy) = (escape(&context.site.name), policy::element(&policy::of_page()));
    let PlainPageMessages { moved_before, moved_link, moved_after, .. } = ZH.plain_pages;
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{name}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={here}\">\n</head>\n<body>\n\
         <p>{moved_before}<a href=\"{here}\">{moved_link}</a>{moved_after}</p>\n</body>\n</html>\n"
    );
    (file, html.into_bytes())
}
