//! The classes, and the class of a file by its path.

use investchn_model::json_kind::SCHEMA_FOLDER;
use investchn_model::published::{
    APP_LIST, APP_TEMPLATE, CARD_FOLDER, MEDIA_FOLDER, NOT_FOUND_PAGE, PAGE_FOLDERS, PREVIEW_PAGE, REDIRECTS_FILE,
    SEARCH_MANIFESTS, WEB_MANIFEST, WORKER, edition_of, is_for_partners,
};
use investchn_model::route::{ENTRY_PATH, FRAMES, OEMBED_FOLDER, SEARCH_DATA_FOLDER};

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
}

/// Returns true if a script, wasm or sheet has a digest in its name.
fn has_hashed_name(name: &str) -> bool {
    let Some((stem, "js" | "wasm" | "css")) = name.rsplit_once('.') else { return false };
    let digest = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, digest)| digest);
    (12..=16).contains(&digest.len()) && digest.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use investchn_model::json_kind::JsonKind;

    use super::*;

    #[test]
    fn schemas_are_of_their_own_class() {
        for path in JsonKind::ALL.map(JsonKind::schema_path) {
            assert_eq!(Class::of(&path), Class::JsonSchema, "{path}");
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
