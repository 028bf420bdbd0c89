//! The table of headers: which are sent with which files. Host files, host configurations and the policy in the pages are
//! derived from it.

use investchn_model::Caching;
pub(crate) use investchn_model::artifact::HASHED_NAME as HASHED;

/// Cached for a year and never asked for again, since other content has another name.
pub(crate) const IMMUTABLE: &str = cache_control(Caching::Immutable);

/// Cached for a minute, then asked for again.
pub(crate) const REVALIDATE: &str = cache_control(Caching::Minute);

/// Cached for an hour.
pub(crate) const AN_HOUR: &str = cache_control(Caching::Hour);

/// Returns the value of `Cache-Control` for a class of files.
const fn cache_control(caching: Caching) -> &'static str {
    match caching {
        Caching::Immutable => "public, max-age=31536000, immutable",
        Caching::Hour => "public, max-age=3600",
        Caching::Minute => "public, max-age=60, must-revalidate",
    }
}

/// Sent with every file, beside the policy.
pub(crate) const SECURITY: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// What pages of other origins may read: data, feeds and embeds. `:x` is one part of a path, `*` any rest.
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

/// The partners' script by the names that say what is in it; they last for a year like all such names.
pub(crate) const PINNED: &str = "/embed-:digest.js";

/// Of those, what stands on partners' pages.
pub(crate) const EMBEDS: [&str; 3] = ["/embed.js", "/embed/*", "/oembed/*"];

/// The only pages that other pages may frame.
pub(crate) const FRAMED: &str = "/embed/zone/*";

/// The page that only the portal itself may frame: the embed builder's picture of a partner's page.
pub(crate) const FRAMED_BY_US: &str = "/embed/preview/*";

/// The pages that nobody may frame, for hosts that cannot say "all but".
pub(crate) const UNFRAMED: [&str; 12] = [
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
    "/zone/*",
    "/zones/*",
];

/// What forbids framing. It cannot stand in a page, only in a header.
pub(crate) const NO_FRAMES: &str = "frame-ancestors 'none'";

/// What forbids it to all but the portal.
pub(crate) const OWN_FRAMES: &str = "frame-ancestors 'self'";

/// What stands before and after a `:name` in a part of a pattern. A name goes to its part's end, or to a point.
pub(crate) fn any_part(part: &str) -> Option<(&str, &str)> {
    let (before, name) = part.split_once(':')?;
    Some((before, name.find('.').map_or("", |point| &name[point..])))
}

/// The regular expression of a path pattern, to be read from its beginning to its end.
fn regex(pattern: &str) -> String {
    let plain = |text: &str| text.replace('.', r"\.");
    let part = |part: &str| match any_part(part) {
        _ if part == "*" => ".*".to_owned(),
        Some((before, after)) => [&plain(before), "[^/]+", &plain(after)].concat(),
        None => plain(part),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The regular expression of any of these patterns, below a base.
pub(crate) fn any_of(base: &str, patterns: &[&str]) -> String {
    let patterns: Vec<String> = patterns.iter().map(|pattern| regex(pattern)).collect();
    format!("^{}({})$", base.trim_end_matches('/').replace('.', r"\."), patterns.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_becomes_an_expression() {
        assert_eq!(any_of("/", &["/feed.xml", "/zone/:id/feed.xml"]), r"^(/feed\.xml|/zone/[^/]+/feed\.xml)$");
        assert_eq!(any_of("/a.b/", &["/data/*"]), r"^/a\.b(/data/.*)$");
        assert_eq!(any_of("/", &["/embed-:digest.js"]), r"^(/embed-[^/]+\.js)$");
    }
}
