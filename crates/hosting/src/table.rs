//! The table of headers and of the files that have them. Host files, host configurations and the policy in the pages are
//! derived from it.

use investchn_artifacts::Caching;
pub(crate) use investchn_model::published::HASHED_NAME as HASHED;
use investchn_model::published::{EDITION_FOLDERS, EMBED_SCRIPT};

/// `Cache-Control` of files with hashed names: cached for a year without revalidation, since new content has a new name.
pub(crate) const IMMUTABLE: &str = cache_control(Caching::Immutable);

/// `Cache-Control` of most files: cached for a minute, then revalidated.
pub(crate) const REVALIDATE: &str = cache_control(Caching::Minute);

/// `Cache-Control` of embeds: cached for an hour.
pub(crate) const AN_HOUR: &str = cache_control(Caching::Hour);

/// Returns the value of `Cache-Control` for a class of files.
const fn cache_control(caching: Caching) -> &'static str {
    match caching {
        Caching::Immutable => "public, max-age=31536000, immutable",
        Caching::Hour => "public, max-age=3600",
        Caching::Minute => "public, max-age=60, must-revalidate",
    }
}

/// Headers that every file has in addition to the policy.
pub(crate) const SECURITY: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Paths that pages of other origins may read: data, feeds and embeds. `:x` matches a part of a path, `*` any rest.
pub(crate) const SHARED: [&str; 13] = [
    "/data/*",
    "/feed.xml",
    "/feed.json",
    "/news/:kind/feed.xml",
    "/news/:kind/feed.json",
    "/region/:code/feed.xml",
    "/region/:code/feed.json",
    "/zone/:id/feed.xml",
    "/zone/:id/feed.json",
    "/embed.js",
    PINNED,
    "/embed/*",
    "/oembed/*",
];

/// The hashed names of the partners' script, cached for a year like all hashed names.
pub(crate) const PINNED: &str = "/embed-:digest.js";

/// The files of the search index that are named by their content. They are in folders, and their manifests are not.
pub(crate) const SEARCH_FILES: &str = "/data/search/:segment/:file";

/// The paths of `SHARED` that partners' pages load and that are cached for an hour.
pub(crate) const EMBEDS: [&str; 3] = ["/embed.js", "/embed/*", "/oembed/*"];

/// The only pages that other pages may frame.
pub(crate) const FRAMED: &str = "/embed/zone/*";

/// The page that only the portal itself may frame: the preview of the embed builder.
pub(crate) const FRAMED_BY_US: &str = "/embed/preview/*";

/// The pages that nobody may frame, for hosts that cannot express "all but".
pub(crate) const UNFRAMED: [&str; 13] = [
    "/",
    "/index.html",
    "/404.html",
    "/article/*",
    "/embed/",
    "/embed/index.html",
    "/news/*",
    "/offline/*",
    "/region/*",
    "/saved/*",
    "/search/*",
    "/zone/*",
    "/zones/*",
];

/// The directive that forbids framing. It has an effect only in a header, not in a page.
pub(crate) const NO_FRAMES: &str = "frame-ancestors 'none'";

/// The directive that allows framing by the portal only.
pub(crate) const OWN_FRAMES: &str = "frame-ancestors 'self'";

/// Returns the text before and after a `:name` in a part of a pattern. The name ends at a point or at the end of the part.
pub(crate) fn any_part(part: &str) -> Option<(&str, &str)> {
    let (before, name) = part.split_once(':')?;
    Some((before, name.find('.').map_or("", |point| &name[point..])))
}

/// Returns the patterns for these editions: those of the table below the folder of each. Files that all editions share are in the
/// portal's folder alone.
pub(crate) fn in_editions<'a>(folders: &'a [&str], patterns: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let shared = ["/", EMBED_SCRIPT].concat();
    let is_shared = move |pattern: &str| pattern == PINNED || pattern == shared;
    let below = move |folder: &'a str| {
        let is_shared = is_shared.clone();
        let own = patterns.iter().filter(move |pattern| folder.is_empty() || !is_shared(pattern));
        own.map(move |pattern| ["/", folder, pattern.trim_start_matches('/')].concat())
    };
    folders.iter().flat_map(move |folder| below(folder))
}

/// Returns the part of a regular expression that matches the folder of any edition, before the slash of a pattern.
fn any_edition() -> String {
    let folders: Vec<String> = EDITION_FOLDERS
        .into_iter()
        .filter(|folder| !folder.is_empty())
        .map(|folder| ["/", folder.trim_end_matches('/')].concat())
        .collect();
    ["(", &folders.join("|"), ")?"].concat()
}

/// Returns the regular expression of a path pattern, without anchors.
fn regex(pattern: &str) -> String {
    let plain = |text: &str| text.replace('.', r"\.");
    let part = |part: &str| match any_part(part) {
        _ if part == "*" => ".*".to_owned(),
        Some((before, after)) => [&plain(before), "[^/]+", &plain(after)].concat(),
        None => plain(part),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Returns the regular expression that matches any of these patterns below a base, in any edition.
pub(crate) fn any_of(base: &str, patterns: &[&str]) -> String {
    let patterns: Vec<String> = patterns.iter().map(|pattern| regex(pattern)).collect();
    format!("^{}{}({})$", base.trim_end_matches('/').replace('.', r"\."), any_edition(), patterns.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_become_regular_expressions() {
        assert_eq!(any_of("/", &["/feed.xml", "/zone/:id/feed.xml"]), r"^(/en)?(/feed\.xml|/zone/[^/]+/feed\.xml)$");
        assert_eq!(any_of("/a.b/", &["/data/*"]), r"^/a\.b(/en)?(/data/.*)$");
        assert_eq!(any_of("/", &["/embed-:digest.js"]), r"^(/en)?(/embed-[^/]+\.js)$");
    }

    #[test]
    fn patterns_of_an_edition_leave_out_what_all_editions_share() {
        let patterns: Vec<String> = in_editions(&["", "en/"], &["/", "/data/*", "/embed.js", PINNED]).collect();
        assert_eq!(patterns, ["/", "/data/*", "/embed.js", PINNED, "/en/", "/en/data/*"]);
    }
}
