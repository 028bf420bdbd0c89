//! Configuration files that hosts read from the root of a deployment: `_headers` and `_redirects` (Netlify, Cloudflare Pages)
//! and `.nojekyll` (GitHub Pages).

use std::fmt::Write;

use investchn_artifacts::{Caching, Class};
use investchn_model::OldAddress;
use investchn_model::published::HOST_FILES;
use investchn_model::route::{Base, Route};

use crate::policy;
use crate::table::{
    AN_HOUR, EMBEDS, FRAMED_BY_US, IMMUTABLE, NO_FRAMES, OWN_FRAMES, PINNED, SEARCH_FILES, SECURITY, SHARED, UNFRAMED,
    in_editions,
};

/// Maximum number of redirects that Cloudflare Pages reads. Other old addresses still have their redirect pages.
const REDIRECTS: usize = 2_000;

/// Maximum length of a rule that Cloudflare Pages reads.
const LONGEST_RULE: usize = 1_000;

/// One pattern for all pinned scripts of partners. They are kept forever, and Cloudflare Pages reads at most a hundred rules.
const ANY_PINNED: &str = "/embed-*";

/// An old address and the route that replaces it.
pub type Alias = (OldAddress, Route);

/// Makes the files. `editions` are the folders of the portal's editions; `app` yields the names of the app's files.
pub fn files<'a>(
    base_url: &str,
    editions: &[&str],
    app: impl Iterator<Item = &'a str>,
    aliases: &[Alias],
) -> Vec<(String, Vec<u8>)> {
    let [headers, redirects, nojekyll] = HOST_FILES.map(str::to_owned);
    vec![
        (headers, self::headers(editions, app).into_bytes()),
        (redirects, self::redirects(base_url, aliases).into_bytes()),
        // An empty file that stops GitHub Pages from processing the files.
        (nojekyll, Vec::new()),
    ]
}

/// Writes the rules of `_headers`. If two rules match a path, hosts send both values of a header. Two policies of a page both
/// apply; no other header is set by two rules for one path. A path without a rule for `Cache-Control` is revalidated on each
/// request, as is the default of these hosts.
fn headers<'a>(editions: &[&str], app: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let policy = policy::of_any();
    let all = SECURITY.into_iter().chain([("Content-Security-Policy", policy.as_str())]);
    rule(&mut text, "/*", &all.collect::<Vec<_>>());
    for path in in_editions(editions, &UNFRAMED) {
        rule(&mut text, &path, &[("Content-Security-Policy", NO_FRAMES)]);
    }
    for path in in_editions(editions, &[FRAMED_BY_US]) {
        rule(&mut text, &path, &[("Content-Security-Policy", OWN_FRAMES)]);
    }
    let shared = ("Access-Control-Allow-Origin", "*");
    let embeds: Vec<String> = in_editions(editions, &EMBEDS).collect();
    for path in in_editions(editions, &SHARED) {
        match path.as_str() {
            PINNED => rule(&mut text, ANY_PINNED, &[("Cache-Control", IMMUTABLE), shared]),
            _ if embeds.contains(&path) => rule(&mut text, &path, &[("Cache-Control", AN_HOUR), shared]),
            _ => rule(&mut text, &path, &[shared]),
        }
    }
    for path in in_editions(editions, &[SEARCH_FILES]) {
        rule(&mut text, &path, &[("Cache-Control", IMMUTABLE)]);
    }
    // The names themselves, because the two hosts have no common pattern for hashed names.
    for name in app.filter(|name| Class::of(name).treatment().caching == Caching::Immutable).chain(["media/*"]) {
        rule(&mut text, &["/", name].concat(), &[("Cache-Control", IMMUTABLE)]);
    }
    text
}

fn rule(text: &mut String, path: &str, headers: &[(&str, &str)]) {
    *text += path;
    *text += "\n";
    for (name, value) in headers {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
}

/// Writes the rules of `_redirects` for the old addresses without a query, encoded as browsers send them, which is what both hosts
/// compare. The not-found view redirects the others.
fn redirects(base_url: &str, aliases: &[Alias]) -> String {
    let base = Base::at(&base_url.splitn(4, '/').nth(3).map(|path| ["/", path].concat()).unwrap_or_default());
    let mut lines: Vec<String> = aliases
        .iter()
        .filter_map(|(alias, route)| Some((alias.encoded_path()?, route)))
        // The hosts read both signs as patterns.
        .filter(|(path, _)| !path.contains(['*', ':']))
        .map(|(path, route)| format!("{path} {} 301\n", route.href(&base)))
        .filter(|rule| rule.len() <= LONGEST_RULE)
        .collect();
    lines.truncate(REDIRECTS);
    lines.concat()
}

#[cfg(test)]
mod tests {
    use investchn_model::route::Route;

    use super::*;

    #[test]
    fn only_the_policy_is_set_by_two_rules_for_one_path() {
        let editions = ["", "en/"];
        let text = headers(&editions, ["investchn-0123456789abcdef.js", "start.js"].into_iter());
        let rules = |name: &str| {
            let mut path = "";
            let mut paths = Vec::new();
            for line in text.lines() {
                if line.starts_with('/') {
                    path = line;
                } else if line.trim_start().starts_with(name) {
                    paths.push(path);
                }
            }
            paths
        };
        assert_eq!(
            rules("Cache-Control"),
            [
                "/embed.js",
                ANY_PINNED,
                "/embed/*",
                "/oembed/*",
                "/en/embed/*",
                "/en/oembed/*",
                SEARCH_FILES,
                "/en/data/search/:segment/:file",
                "/investchn-0123456789abcdef.js",
                "/media/*"
            ]
        );
        let shared = in_editions(&editions, &SHARED);
        let shared: Vec<String> =
            shared.map(|path| if path == PINNED { ANY_PINNED.to_owned() } else { path }).collect();
        assert_eq!(rules("Access-Control-Allow-Origin"), shared);
        assert_eq!(rules("X-Content-Type-Options"), ["/*"]);
        // Cloudflare reads at most a hundred rules, with at most 2,000 characters a line. The app and two earlier releases have two
        // dozen hashed names.
        assert!(text.lines().filter(|line| line.starts_with('/')).count() < 75);
        assert!(text.lines().all(|line| line.len() < 2_000));
    }

    #[test]
    fn old_addresses_redirect_to_articles_below_any_base() {
        let article = Route::Article("huaian-htz-20220214-1".parse().unwrap());
        let old = |alias| OldAddress::parse(alias).unwrap();
        let aliases = ["news/1.htm", "/show.asp", "show.asp?id=1", "c%20d.html", "新/1.htm", "a:1.htm"];
        let aliases = aliases.map(|alias| (old(alias), article.clone()));
        let at = |url: &str| redirects(url, &aliases);
        assert_eq!(
            at("https://a.example/"),
            "/news/1.htm /article/huaian-htz-20220214-1/ 301\n/show.asp /article/huaian-htz-20220214-1/ 301\n\
             /c%20d.html /article/huaian-htz-20220214-1/ 301\n/%E6%96%B0/1.htm /article/huaian-htz-20220214-1/ 301\n"
        );
        assert!(at("https://a.example/portal/").starts_with("/news/1.htm /portal/article/"));
        let many = vec![(old("a"), article); 3_000];
        assert_eq!(redirects("https://a.example/", &many).lines().count(), 2_000);
    }
}
