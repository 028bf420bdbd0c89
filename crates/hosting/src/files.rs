//! The files that some hosts read themselves: `_headers` and `_redirects` (Netlify, Cloudflare Pages) and `.nojekyll` (GitHub
//! Pages). They are read where they stand at the root of what is deployed.

use std::fmt::Write;

use investchn_model::artifact::{Caching, Class};
use investchn_model::published::HOST_FILES;
use investchn_model::route::{Base, Route};

use crate::policy;
use crate::table::{
    AN_HOUR, EMBEDS, FRAMED_BY_US, IMMUTABLE, NO_FRAMES, OWN_FRAMES, PINNED, SECURITY, SHARED, UNFRAMED,
};

/// Redirects that Cloudflare Pages reads at most; the addresses after them are answered by their own pages all the same.
const REDIRECTS: usize = 2_000;

/// The partners' pinned scripts as these hosts take it. They stay for ever, and Cloudflare Pages reads a hundred rules.
const ANY_PINNED: &str = "/embed-*";

/// An old address, and the route that it leads to now.
pub type Alias = (String, Route);

/// The files. `app` are the names of the app's files.
pub fn files<'a>(base_url: &str, app: impl Iterator<Item = &'a str>, aliases: &[Alias]) -> Vec<(String, Vec<u8>)> {
    let [headers, redirects, nojekyll] = HOST_FILES.map(str::to_owned);
    vec![
        (headers, self::headers(app).into_bytes()),
        (redirects, self::redirects(base_url, aliases).into_bytes()),
        // Its being there says that files are sent as they are.
        (nojekyll, Vec::new()),
    ]
}

/// Where two rules meet, hosts send both values of a header: a page's two policies both hold, and no other header is in two
/// rules of one path. What is said of no path is as these hosts do by themselves: asked for again each time.
fn headers<'a>(app: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let policy = policy::of_any();
    let all = SECURITY.into_iter().chain([("Content-Security-Policy", policy.as_str())]);
    rule(&mut text, "/*", &all.collect::<Vec<_>>());
    for path in UNFRAMED {
        rule(&mut text, path, &[("Content-Security-Policy", NO_FRAMES)]);
    }
    rule(&mut text, FRAMED_BY_US, &[("Content-Security-Policy", OWN_FRAMES)]);
    let shared = ("Access-Control-Allow-Origin", "*");
    for path in SHARED {
        match path {
            PINNED => rule(&mut text, ANY_PINNED, &[("Cache-Control", IMMUTABLE), shared]),
            _ if EMBEDS.contains(&path) => rule(&mut text, path, &[("Cache-Control", AN_HOUR), shared]),
            _ => rule(&mut text, path, &[shared]),
        }
    }
    // The names themselves: no pattern of both hosts says "with a digest".
    for name in app.filter(|name| Class::of(name).treatment().caching == Caching::Immutable).chain(["media/*"]) {
        rule(&mut text, &["/", name].concat(), &[("Cache-Control", IMMUTABLE)]);
    }
    text
}

fn rule(text: &mut String, path: &str, headers: &[(&str, &str)]) {
    *text += path;
    *text += "\n";
    for (name, value) in headers {
        // Writing to a text does not fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
}

/// Old addresses without a query; those with one are the not-found view's.
fn redirects(base_url: &str, aliases: &[Alias]) -> String {
    let base = Base::at(&base_url.splitn(4, '/').nth(3).map(|path| ["/", path].concat()).unwrap_or_default());
    let mut lines: Vec<String> = aliases
        .iter()
        .filter(|(alias, _)| !alias.contains(['?', '#', '*', ':']))
        .map(|(alias, route)| format!("/{} {} 301\n", alias.trim_start_matches('/'), route.href(&base)))
        .collect();
    lines.truncate(REDIRECTS);
    lines.concat()
}

#[cfg(test)]
mod tests {
    use investchn_model::route::Route;

    use super::*;

    #[test]
    fn no_path_gets_a_header_twice_but_the_policy() {
        let text = headers(["investchn-0123456789abcdef.js", "start.js"].into_iter());
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
            ["/embed.js", ANY_PINNED, "/embed/*", "/oembed/*", "/investchn-0123456789abcdef.js", "/media/*"]
        );
        let shared = SHARED.map(|path| if path == PINNED { ANY_PINNED } else { path });
        assert_eq!(rules("Access-Control-Allow-Origin"), shared);
        assert_eq!(rules("X-Content-Type-Options"), ["/*"]);
        // Cloudflare reads a hundred rules of at most 2,000 characters a line.
        assert!(text.lines().filter(|line| line.starts_with('/')).count() < 50);
        assert!(text.lines().all(|line| line.len() < 2_000));
    }

    #[test]
    fn an_old_address_leads_to_the_article_wherever_the_portal_stands() {
        let article = Route::Article("huaian-htz-20220214-1".parse().unwrap());
        let aliases = ["news/1.htm", "/show.asp", "show.asp?id=1"].map(|alias| (alias.to_owned(), article.clone()));
        let at = |url: &str| redirects(url, &aliases);
        assert_eq!(
            at("https://a.example/"),
            "/news/1.htm /article/huaian-htz-20220214-1/ 301\n/show.asp /article/huaian-htz-20220214-1/ 301\n"
        );
        assert!(at("https://a.example/portal/").starts_with("/news/1.htm /portal/article/"));
        let many = vec![("a".to_owned(), article); 3_000];
        assert_eq!(redirects("https://a.example/", &many).lines().count(), 2_000);
    }
}
