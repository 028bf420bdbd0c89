//! The classes of published files. Upload order, caching and what a worker may keep follow from a file's class, and the class
//! follows from its path alone: plans of earlier uploads and files that were removed are known by nothing else.

use crate::published::{
    APP_LIST, APP_TEMPLATE, MEDIA_FOLDER, NOT_FOUND_PAGE, REDIRECTS_FILE, WORKER, is_for_partners,
};
use crate::route::ENTRY_PATH;

/// The names that contain a digest of the file, as a regular expression for a path below the base. A release's own have 16
/// digits, those of a development build may have fewer.
pub const HASHED_NAME: &str = r"/(media/[^/]+|[^/]+-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css))$";

/// The class of a published file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A picture, named by its content.
    Media,
    /// Script, wasm or sheet of a release of the app, named by its content.
    ReleaseFile,
    /// The partners' script under a name that they may have pinned, by its content. It stays for ever.
    PinnedScript,
    /// A file of the app whose name never changes: the start script, icons, the manifest.
    Asset,
    /// A script or sheet that partners' pages load, whose name never changes.
    EmbedAsset,
    /// The page or the data of an article.
    Article,
    /// Any other page or data: lists, home, register, old addresses.
    List,
    /// A page or an answer that stands on partners' pages.
    EmbedPage,
    /// A feed.
    Feed,
    /// A file for crawlers and hosts: sitemaps, `robots.txt`, redirects.
    CrawlerFile,
    /// A file that names the release: entry, template, worker, the not-found page.
    Entry,
}

/// The time for which browsers may keep a file without asking for it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// A year: other content has another name.
    Immutable,
    /// An hour: it stands on pages of others.
    Hour,
    /// A minute.
    Minute,
}

impl Class {
    /// Returns the class of a file by its path below the base.
    pub fn of(path: &str) -> Self {
        let entry = [ENTRY_PATH, APP_TEMPLATE, APP_LIST, WORKER, NOT_FOUND_PAGE];
        let is_at_the_base = !path.contains('/');
        let is_embed = is_for_partners(path);
        if path.starts_with(MEDIA_FOLDER) {
            Class::Media
        } else if is_at_the_base && has_hashed_name(path) {
            if path.starts_with("embed-") { Class::PinnedScript } else { Class::ReleaseFile }
        } else if entry.contains(&path) {
            Class::Entry
        } else if ["feed.xml", "feed.json"].iter().any(|feed| path.ends_with(feed)) {
            Class::Feed
        } else if path.starts_with("sitemap") || ["robots.txt", REDIRECTS_FILE].contains(&path) {
            Class::CrawlerFile
        } else if is_embed && !path.ends_with(".html") {
            Class::EmbedAsset
        } else if is_embed || path.starts_with("oembed/") {
            Class::EmbedPage
        } else if is_at_the_base && !path.contains(".htm") {
            Class::Asset
        } else if path.starts_with("article/") || path.starts_with("data/article/") {
            Class::Article
        } else {
            Class::List
        }
    }

    /// Returns how long browsers may keep a file of this class.
    pub fn caching(self) -> Caching {
        match self {
            Class::Media | Class::ReleaseFile | Class::PinnedScript => Caching::Immutable,
            Class::EmbedAsset | Class::EmbedPage => Caching::Hour,
            Class::Asset | Class::Article | Class::List | Class::Feed | Class::CrawlerFile | Class::Entry => {
                Caching::Minute
            }
        }
    }

    /// Returns true if pages that are open may still ask for a file of this class after a newer release has replaced it.
    pub fn outlives_its_release(self) -> bool {
        match self {
            Class::ReleaseFile | Class::PinnedScript => true,
            Class::Media
            | Class::Asset
            | Class::EmbedAsset
            | Class::Article
            | Class::List
            | Class::EmbedPage
            | Class::Feed
            | Class::CrawlerFile
            | Class::Entry => false,
        }
    }
}

/// Returns true if a script, wasm or sheet has a digest in its name.
fn has_hashed_name(name: &str) -> bool {
    let Some((stem, "js" | "wasm" | "css")) = name.rsplit_once('.') else { return false };
    let digest = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, digest)| digest);
    (12..=16).contains(&digest.len()) && digest.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_file_has_its_class() {
        for (path, class) in [
            ("media/a-0123456789abcdef.png", Class::Media),
            ("app-0123456789abcdef_bg.wasm", Class::ReleaseFile),
            ("style-0123456789ab.css", Class::ReleaseFile),
            ("embed-0123456789abcdef.js", Class::PinnedScript),
            ("app-0123.js", Class::Asset),
            ("x/app-0123456789abcdef.js", Class::List),
            ("start.js", Class::Asset),
            ("_headers", Class::Asset),
            ("embed.js", Class::EmbedAsset),
            ("embed/frame.js", Class::EmbedAsset),
            ("embed/zone/huaian-htz/index.html", Class::EmbedPage),
            ("oembed/huaian-htz.json", Class::EmbedPage),
            ("article/huaian-htz-20220214-1/index.html", Class::Article),
            ("data/article/huaian-htz-20220214-1.json", Class::Article),
            ("index.html", Class::List),
            ("zone/huaian-htz/feed.json", Class::Feed),
            ("sitemap-news.xml", Class::CrawlerFile),
            ("_redirects", Class::CrawlerFile),
            ("data/site.json", Class::Entry),
            ("sw.js", Class::Entry),
            ("404.html", Class::Entry),
        ] {
            assert_eq!(Class::of(path), class, "{path}");
        }
    }
}
