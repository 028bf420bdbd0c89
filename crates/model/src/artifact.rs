//! The classes of published files. A file's class determines its upload order, caching, headers, compression and the worker's rule.
//! The class follows from the path alone, because the path is all that is known of removed files and of the files in plans of
//! earlier uploads.

use crate::json_kind::SCHEMA_FOLDER;
use crate::published::{
    APP_LIST, APP_TEMPLATE, CARD_FOLDER, MEDIA_FOLDER, NOT_FOUND_PAGE, PAGE_FOLDERS, PREVIEW_PAGE, REDIRECTS_FILE,
    SEARCH_MANIFESTS, WEB_MANIFEST, WORKER, edition_of, is_for_partners,
};
use crate::route::{ENTRY_PATH, FRAMES, OEMBED_FOLDER, SEARCH_DATA_FOLDER};

/// The class of a published file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A picture or an attachment, with a digest in its name.
    Media,
    /// The picture that stands for a page where it is shared. Readers never load it.
    ShareCard,
    /// A script, wasm or sheet of a release of the app, with a digest in its name.
    ReleaseFile,
    /// The partners' script, with a digest in its name. Partners may have pinned the name, so it is never removed.
    PinnedScript,
    /// A file of the app whose name never changes: the start script, icons, the manifest.
    Asset,
    /// A script or sheet that partners' pages load, whose name never changes.
    EmbedAsset,
    /// The page of an article.
    ArticlePage,
    /// The data of an article.
    ArticleData,
    /// Any other page of the portal: home, lists, the register, saved pages.
    ListPage,
    /// Any other data: of these pages, and the lists for programs.
    ListData,
    /// The JSON Schema of a kind of published files.
    JsonSchema,
    /// The manifest of a search index, which names the index's files.
    SearchManifest,
    /// Any other file of a search index, in a folder of the search data and named by its content.
    SearchFile,
    /// A page that partners show in a frame.
    FramePage,
    /// The embed builder's picture of a partner's page.
    PreviewPage,
    /// The embed builder.
    BuilderPage,
    /// The answer of oEmbed for a zone or an article.
    OembedAnswer,
    /// The page at an old address, which leads to the new one.
    OldAddress,
    /// A feed.
    Feed,
    /// A file for crawlers and hosts: sitemaps, `robots.txt`, redirects.
    CrawlerFile,
    /// The data that names the release.
    Entry,
    /// The template, the list of the app's files, and the worker.
    Shell,
    /// The not-found page.
    NotFoundPage,
}

/// How hosts, browsers and the service worker treat the files of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileTreatment {
    /// For how long a browser may keep the file.
    pub caching: Caching,
    /// Which pages may read the file by a script.
    pub readers: Readers,
    /// Which pages may show the file in a frame.
    pub framing: Framing,
    /// How a service worker answers a navigation to a page, or a page's request for any other file.
    pub offline: OfflineRule,
    /// The effort with which its compressed variants are made.
    pub compression: CompressionEffort,
    /// True if pages that are open may still ask for the file after a newer release has replaced it.
    pub outlives_release: bool,
}

/// The time for which browsers may use a file without asking the host again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// A year, because other content has another name.
    Immutable,
    /// An hour, because other sites' pages load the file.
    Hour,
    /// A minute.
    Minute,
}

/// The pages whose scripts may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Pages of any origin (`Access-Control-Allow-Origin: *`).
    AnyOrigin,
    /// Pages of the portal's own origin.
    OwnOrigin,
}

/// The pages that may show a file in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// Pages of any origin: no header forbids it.
    Anyone,
    /// Pages of the portal's own origin.
    Portal,
    /// None.
    Nobody,
}

/// How a service worker answers requests for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineRule {
    /// From the cache if the file is there: its name says what is in it.
    CacheFirst,
    /// From the network, and from the cache if that fails.
    NetworkFirst,
    /// The worker leaves the request to the browser.
    Ignored,
}

/// The effort with which a compressed variant of a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompressionEffort {
    /// As small as possible: every reader downloads the file.
    Smallest,
    /// Quick: there may be a hundred thousand of them.
    Quick,
}

impl Class {
    /// Returns the class of a file by its path below the portal's folder.
    pub fn of(path: &str) -> Self {
        match edition_of(path) {
            ("", path) => Class::below(path),
            (_, WEB_MANIFEST) => Class::Asset,
            // The other editions have no files that all editions share.
            (_, path) => Some(Class::below(path)).filter(|class| class.is_per_edition()).unwrap_or(Class::OldAddress),
        }
    }

    /// Returns the class of a file by its path below the folder of its edition.
    fn below(path: &str) -> Self {
        let is_page = path.ends_with(".html");
        let is_at_the_base = !path.contains('/');
        if path.starts_with(MEDIA_FOLDER) {
            Class::Media
        } else if path.starts_with(CARD_FOLDER) {
            Class::ShareCard
        } else if is_at_the_base && has_hashed_name(path) {
            if path.starts_with("embed-") { Class::PinnedScript } else { Class::ReleaseFile }
        } else if path == ENTRY_PATH {
            Class::Entry
        } else if path == NOT_FOUND_PAGE {
            Class::NotFoundPage
        } else if [APP_TEMPLATE, APP_LIST, WORKER].contains(&path) {
            Class::Shell
        } else if ["feed.xml", "feed.json"].iter().any(|feed| path.ends_with(feed)) {
            Class::Feed
        } else if path.starts_with("sitemap") || ["robots.txt", REDIRECTS_FILE].contains(&path) {
            Class::CrawlerFile
        } else if path.starts_with(FRAMES) {
            Class::FramePage
        } else if path == PREVIEW_PAGE {
            Class::PreviewPage
        } else if is_for_partners(path) {
            if is_page { Class::BuilderPage } else { Class::EmbedAsset }
        } else if path.starts_with(OEMBED_FOLDER) {
            Class::OembedAnswer
        } else if is_at_the_base && !path.contains(".htm") {
            Class::Asset
        } else if path.starts_with("article/") {
            Class::ArticlePage
        } else if path.starts_with("data/article/") {
            Class::ArticleData
        } else if SEARCH_MANIFESTS.contains(&path) {
            Class::SearchManifest
        } else if path.starts_with(SEARCH_DATA_FOLDER) {
            Class::SearchFile
        } else if path.starts_with(SCHEMA_FOLDER) {
            Class::JsonSchema
        } else if path.starts_with("data/") {
            Class::ListData
        } else if path == "index.html" || PAGE_FOLDERS.iter().any(|folder| path.starts_with(folder)) {
            Class::ListPage
        } else {
            Class::OldAddress
        }
    }

    /// Returns true if each edition has files of its own of this class.
    const fn is_per_edition(self) -> bool {
        match self {
            Class::ShareCard
            | Class::ArticlePage
            | Class::ArticleData
            | Class::ListPage
            | Class::ListData
            | Class::SearchManifest
            | Class::SearchFile
            | Class::FramePage
            | Class::PreviewPage
            | Class::BuilderPage
            | Class::OembedAnswer
            | Class::OldAddress
            | Class::Feed
            | Class::CrawlerFile
            | Class::Entry
            | Class::NotFoundPage => true,
            Class::Media
            | Class::ReleaseFile
            | Class::PinnedScript
            | Class::Asset
            | Class::EmbedAsset
            | Class::JsonSchema
            | Class::Shell => false,
        }
    }

    /// Returns how files of this class are treated: one row for each class.
    pub const fn treatment(self) -> FileTreatment {
        use Caching::{Hour, Immutable, Minute};
        use CompressionEffort::{Quick, Smallest};
        use Framing::{Anyone, Nobody, Portal};
        use OfflineRule::{CacheFirst, Ignored, NetworkFirst};
        use Readers::{AnyOrigin, OwnOrigin};
        let (caching, readers, framing, offline, compression, outlives_release) = match self {
            Class::Media => (Immutable, OwnOrigin, Anyone, CacheFirst, Smallest, false),
            Class::ShareCard => (Minute, OwnOrigin, Anyone, Ignored, Quick, false),
            Class::ReleaseFile => (Immutable, OwnOrigin, Anyone, CacheFirst, Smallest, true),
            Class::PinnedScript => (Immutable, AnyOrigin, Anyone, CacheFirst, Smallest, true),
            Class::Asset => (Minute, OwnOrigin, Anyone, NetworkFirst, Smallest, false),
            Class::EmbedAsset => (Hour, AnyOrigin, Anyone, Ignored, Smallest, false),
            Class::ArticlePage => (Minute, OwnOrigin, Nobody, NetworkFirst, Quick, false),
            Class::ArticleData => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::ListPage => (Minute, OwnOrigin, Nobody, NetworkFirst, Quick, false),
            Class::ListData => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::JsonSchema => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::SearchManifest => (Minute, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::SearchFile => (Immutable, AnyOrigin, Anyone, Ignored, Quick, true),
            Class::FramePage => (Hour, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::PreviewPage => (Hour, AnyOrigin, Portal, Ignored, Quick, false),
            Class::BuilderPage => (Hour, AnyOrigin, Nobody, Ignored, Quick, false),
            Class::OembedAnswer => (Hour, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::OldAddress => (Minute, OwnOrigin, Anyone, NetworkFirst, Quick, false),
            Class::Feed => (Minute, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::CrawlerFile => (Minute, OwnOrigin, Anyone, Ignored, Quick, false),
            Class::Entry => (Minute, AnyOrigin, Anyone, NetworkFirst, Smallest, false),
            Class::Shell => (Minute, OwnOrigin, Anyone, Ignored, Smallest, false),
            Class::NotFoundPage => (Minute, OwnOrigin, Nobody, NetworkFirst, Smallest, false),
        };
        FileTreatment { caching, readers, framing, offline, compression, outlives_release }
    }
}

/// Returns true if a script, wasm or sheet has a digest in its name.
fn has_hashed_name(name: &str) -> bool {
    let Some((stem, "js" | "wasm" | "css")) = name.rsplit_once('.') else { return false };
    let digest = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, digest)| digest);
    (12..=16).contains(&digest.len()) && digest.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// A path of each class, for the tests of everything that treats files by their class.
pub const EXAMPLES: [(&str, Class); 50] = [
    ("media/a-0123456789abcdef.png", Class::Media),
    ("media/brochure-0123456789abcdef.pdf", Class::Media),
    ("cards/portal.png", Class::ShareCard),
    ("cards/zone/huaian-htz.png", Class::ShareCard),
    ("app-0123456789abcdef_bg.wasm", Class::ReleaseFile),
    ("style-0123456789ab.css", Class::ReleaseFile),
    ("embed-0123456789abcdef.js", Class::PinnedScript),
    ("start.js", Class::Asset),
    ("search.js", Class::Asset),
    ("search.css", Class::Asset),
    ("icon.svg", Class::Asset),
    ("embed.js", Class::EmbedAsset),
    ("embed/frame.js", Class::EmbedAsset),
    ("article/huaian-htz-20220214-1/index.html", Class::ArticlePage),
    ("data/article/huaian-htz-20220214-1.json", Class::ArticleData),
    ("index.html", Class::ListPage),
    ("zone/huaian-htz/news/2/index.html", Class::ListPage),
    ("data/zone/huaian-htz.json", Class::ListData),
    ("data/changes.json", Class::ListData),
    ("data/register.csv", Class::ListData),
    ("data/charts/years.svg", Class::ListData),
    ("data/schema/view.schema.json", Class::JsonSchema),
    ("search/index.html", Class::ListPage),
    ("data/search/articles.bin", Class::SearchManifest),
    ("data/search/0123456789abcdef/12.bin", Class::SearchFile),
    ("data/search/open/0123456789abcdef.bin", Class::SearchFile),
    ("embed/zone/huaian-htz/index.html", Class::FramePage),
    ("embed/preview/index.html", Class::PreviewPage),
    ("embed/index.html", Class::BuilderPage),
    ("oembed/huaian-htz.json", Class::OembedAnswer),
    ("old/page.htm", Class::OldAddress),
    ("zone/huaian-htz/feed.json", Class::Feed),
    ("sitemap-news.xml", Class::CrawlerFile),
    ("data/site.json", Class::Entry),
    ("sw.js", Class::Shell),
    ("404.html", Class::NotFoundPage),
    ("en/cards/portal.png", Class::ShareCard),
    ("en/manifest.webmanifest", Class::Asset),
    ("en/article/huaian-htz-20220214-1/index.html", Class::ArticlePage),
    ("en/data/article/huaian-htz-20220214-1.json", Class::ArticleData),
    ("en/index.html", Class::ListPage),
    ("en/zone/huaian-htz/index.html", Class::ListPage),
    ("en/data/zone/huaian-htz/latest.json", Class::ListData),
    ("en/data/search/zones.bin", Class::SearchManifest),
    ("en/data/search/0123456789abcdef/12.bin", Class::SearchFile),
    ("en/embed/zone/huaian-htz/index.html", Class::FramePage),
    ("en/oembed/huaian-htz.json", Class::OembedAnswer),
    ("en/feed.xml", Class::Feed),
    ("en/data/site.json", Class::Entry),
    ("en/404.html", Class::NotFoundPage),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_an_example() {
        for (path, class) in EXAMPLES {
            assert_eq!(Class::of(path), class, "{path}");
        }
    }

    #[test]
    fn files_that_editions_share_are_of_no_translated_edition() {
        let shared =
            ["media/a.png", "app-0123456789abcdef.js", "start.js", "embed.js", "sw.js", "data/schema/view.schema.json"];
        for path in shared {
            assert_ne!(Class::of(path), Class::OldAddress, "{path}");
            assert_eq!(Class::of(&["en/", path].concat()), Class::OldAddress, "{path}");
        }
    }

    #[test]
    fn only_a_whole_digest_at_the_base_is_a_hashed_name() {
        for (path, class) in [
            ("app-0123.js", Class::Asset),
            ("x/app-0123456789abcdef.js", Class::OldAddress),
            ("_headers", Class::Asset),
            ("_redirects", Class::CrawlerFile),
        ] {
            assert_eq!(Class::of(path), class, "{path}");
        }
    }
}
