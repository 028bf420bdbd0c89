//! Redirects from the old addresses of articles, and of zones that had another id. An old address that a static file can answer
//! has a page that redirects to the new one. All old addresses of articles are in a list that the not-found view reads: those with a
//! query, those with an extension that hosts do not serve as a page (`.asp`), and pages asked for in another letter case.

use std::collections::BTreeMap;

use investchn_messages::PlainPageMessages;
use investchn_model::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

use crate::render_context::RenderContext;
use investchn_hosting::files::Alias;
use investchn_hosting::policy;
use investchn_text::escape;

/// Makes the redirect pages, as files below the base.
pub(crate) fn pages(context: RenderContext<'_>, aliases: &[Alias]) -> Vec<(String, Vec<u8>)> {
    let pages = aliases.iter().filter_map(|(alias, route)| Some((alias.page()?, route)));
    pages.map(|(file, route)| page(context, file, route)).collect()
}

/// The keys of the old addresses, each with the portal path that replaces it.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct OldAddresses(BTreeMap<String, String>);

/// Returns the list. The app reads an address in the form of a route as that route, so the list has none.
pub(crate) fn list(aliases: &[Alias]) -> OldAddresses {
    let keys = aliases.iter().flat_map(|(alias, route)| alias.keys().into_iter().map(move |key| (key, route)));
    let others = keys.filter(|(key, _)| Route::parse(key).is_none());
    OldAddresses(others.map(|(key, route)| (key, route.path())).collect())
}

fn page(context: RenderContext<'_>, file: String, route: &Route) -> (String, Vec<u8>) {
    let up = "../".repeat(file.matches('/').count());
    let here = escape(&(up + &route.below()));
    let canonical = escape(&context.portal.base.join(&route.below()));
    let (name, lang, policy) =
        (escape(&context.site().name), context.messages.lang(), policy::element(policy::of_page(None)));
    let PlainPageMessages { moved_before, moved_link, moved_after, .. } = context.messages.plain_pages;
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{name}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={here}\">\n</head>\n<body>\n\
         <p>{moved_before}<a href=\"{here}\">{moved_link}</a>{moved_after}</p>\n</body>\n</html>\n"
    );
    (file, html.into_bytes())
}
