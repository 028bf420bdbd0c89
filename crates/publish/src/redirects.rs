//! Old addresses, of articles and of zones that had another id: a page at each that leads to the new one, and a list of those that no file can answer, which the not-found
//! view looks into: those with a query, and those with an ending that a host would not send as a page (`.asp`).

use std::collections::BTreeMap;

use investchn_messages::{PlainPageMessages, ZH};
use investchn_model::route::{Base, Route};

use crate::app_files;
use crate::hosts::{self, policy};
use crate::template::{Around, escape};

/// An old address, with what stands at a new one now.
pub(crate) type Alias = (String, Route);

/// The pages at old addresses, as files below the base.
pub(crate) fn pages(around: Around<'_>, aliases: &[Alias]) -> Vec<(String, Vec<u8>)> {
    aliases.iter().filter(|(alias, _)| is_page(alias)).map(|(alias, route)| page(around, alias, route)).collect()
}

/// The old addresses that are no page, each with the portal path that it leads to now.
pub(crate) fn list(aliases: &[Alias]) -> BTreeMap<String, String> {
    let others = aliases.iter().filter(|(alias, _)| !is_page(alias));
    others.map(|(alias, route)| (["/", alias.trim_start_matches('/')].concat(), route.path())).collect()
}

/// Whether any host sends the file at an old address as a page.
fn is_page(alias: &str) -> bool {
    let ending = file(alias).rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !alias.contains('?') && matches!(ending.as_deref(), Some("html" | "htm"))
}

/// The file, below the base, that answers at an old address.
pub(crate) fn file(alias: &str) -> String {
    let alias = alias.trim_start_matches('/');
    if alias.ends_with('/') || !alias.rsplit('/').next().unwrap_or_default().contains('.') {
        [alias.trim_end_matches('/'), "/index.html"].concat()
    } else {
        alias.to_owned()
    }
}

/// Whether a file of this name is the portal's own, whatever its articles are; its pages are routes and not meant here.
pub(crate) fn is_own_file(file: &str) -> bool {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let at_the_base = ["404.html", "robots.txt", app_files::TEMPLATE, app_files::LIST].contains(&name);
    file.starts_with("data/")
        || file.starts_with("media/")
        || ["feed.xml", "feed.json"].contains(&name)
        || (folder.is_empty() && (at_the_base || hosts::files::NAMES.contains(&name) || name.starts_with("sitemap")))
}

fn page(around: Around<'_>, alias: &str, route: &Route) -> (String, Vec<u8>) {
    let file = file(alias);
    let up = "../".repeat(file.matches('/').count());
    let here = escape(&(up + &route.below()));
    let canonical = escape(&Base::at(around.base_url).join(&route.below()));
    let (name, policy) = (escape(&around.site.name), policy::element(&policy::of_page()));
    let PlainPageMessages { moved_before, moved_link, moved_after, .. } = ZH.plain_pages;
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<title>{name}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={here}\">\n</head>\n<body>\n\
         <p>{moved_before}<a href=\"{here}\">{moved_link}</a>{moved_after}</p>\n</body>\n</html>\n"
    );
    (file, html.into_bytes())
}
