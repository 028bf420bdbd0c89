//! The names of published files that belong to no route.

use std::sync::OnceLock;

use crate::ZoneId;
use crate::route::EMBED_BUILDER_PATH;

macro_rules! folders {
    ($first:ident: $of_first:ident, $second:ident: $of_second:ident, $($tag:ident: $messages:ident,)*) => {
        /// The folder of each edition below the portal's own: none for the first edition, which is in the portal's folder itself.
        pub const EDITION_FOLDERS: [&str; [stringify!($first), stringify!($second) $(, stringify!($tag))*].len()] =
            ["", concat!(stringify!($second), "/") $(, concat!(stringify!($tag), "/"))*];

        /// The names that contain a digest of the file, as a regular expression for a path below the base. Digests have 16 digits
        /// in a release; they may have fewer in a development build.
        pub const HASHED_NAME: &str = concat!(
            "/(media/[^/]+|(", stringify!($second), "/" $(, "|", stringify!($tag), "/")*,
            r")?data/search/[^/]+/[^/]+|[^/]+-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css))$",
        );
    };
}
crate::languages!(folders);

/// The folder of the language that a test has added.
static ADDED_FOLDER: OnceLock<&str> = OnceLock::new();

/// Adds the folder of a language that only a test has, once in a process.
#[doc(hidden)]
pub fn add_edition_folder(folder: &'static str) {
    ADDED_FOLDER.get_or_init(|| folder);
}

/// Splits a path below the portal's folder into the folder of its edition and the path below that folder.
pub fn edition_of(path: &str) -> (&'static str, &str) {
    let mut folders = EDITION_FOLDERS.into_iter().skip(1).chain(ADDED_FOLDER.get().copied());
    folders.find_map(|folder| Some((folder, path.strip_prefix(folder)?))).unwrap_or(("", path))
}

/// Returns the name of a script that has one file for each language, for the edition in a folder: `search.js` of the first edition is
/// `search-en.js` in English.
pub fn script_of_edition(script: &str, folder: &str) -> String {
    match (script.strip_suffix(".js"), folder.trim_end_matches('/')) {
        (Some(stem), code) if !code.is_empty() => [stem, "-", code, ".js"].concat(),
        _ => script.to_owned(),
    }
}

/// The page that hosts send for an address without a file.
pub const NOT_FOUND_PAGE: &str = "404.html";

/// The template of every page, which Trunk writes.
pub const APP_TEMPLATE: &str = "app.html";

/// The list of the app's files.
pub const APP_LIST: &str = "app.json";

/// The partners' script under the name that never changes.
pub const EMBED_SCRIPT: &str = "embed.js";

/// The script for partners' pages that have frames alone; its name never changes.
pub const FIT_SCRIPT: &str = "embed/fit.js";

/// The script of the search box and of the page of results; [`script_of_edition`] names that of another edition.
pub const SEARCH_SCRIPT: &str = "search.js";

/// The script of the embed builder.
pub const BUILDER_SCRIPT: &str = "embed/workshop.js";

/// The sheet of what the search's script shows.
pub const SEARCH_SHEET: &str = "search.css";

/// The status (No Content) with which the worker answers a request for a view's data if it has the view only as a page. The app then opens
/// the page. An error's status would be an error in the console.
pub const ONLY_AS_PAGE: u16 = 204;

/// The folder of pictures and attachments, each named by its content.
pub const MEDIA_FOLDER: &str = "media/";

/// The folder of share cards, the pictures that stand for a page where it is shared.
pub const CARD_FOLDER: &str = "cards/";

/// The portal's share card.
pub const PORTAL_CARD: &str = "cards/portal.png";

/// Returns the share card of a zone.
pub fn zone_card_path(id: &ZoneId) -> String {
    [CARD_FOLDER, "zone/", id.as_str(), ".png"].concat()
}

/// The portal's mark as a picture, for programs that want its logo.
pub const LOGO: &str = "icon-512.png";

/// The width and the height of [`LOGO`], in pixels.
pub const LOGO_SIZE: u32 = 512;

/// The service worker.
pub const WORKER: &str = "sw.js";

/// The page in which the embed builder shows how a partner's page looks.
pub const PREVIEW_PAGE: &str = "embed/preview/index.html";

/// The folders of the portal's own pages, apart from articles.
pub const PAGE_FOLDERS: [&str; 7] = ["news/", "region/", "zone/", "zones/", "offline/", "saved/", "search/"];

/// The manifest of the search index of articles.
pub const ARTICLE_SEARCH_MANIFEST: &str = "data/search/articles.bin";

/// The manifest of the search index of zones.
pub const ZONE_SEARCH_MANIFEST: &str = "data/search/zones.bin";

/// The manifests of the search indexes. All other files of an index are named by their content.
pub const SEARCH_MANIFESTS: [&str; 2] = [ARTICLE_SEARCH_MANIFEST, ZONE_SEARCH_MANIFEST];

/// The web app's manifest.
pub const WEB_MANIFEST: &str = "manifest.webmanifest";

/// The files that some hosts read at the root of a deployment.
pub const HOST_FILES: [&str; 3] = [HEADERS_FILE, REDIRECTS_FILE, NO_JEKYLL_FILE];

/// Headers by path, for Netlify and Cloudflare Pages.
pub const HEADERS_FILE: &str = "_headers";

/// Redirects, for Netlify and Cloudflare Pages.
pub const REDIRECTS_FILE: &str = "_redirects";

/// Tells GitHub Pages to serve files unprocessed.
pub const NO_JEKYLL_FILE: &str = ".nojekyll";

/// Returns true if partners' pages load the file, or it is an embedded page or belongs to the embed builder.
pub fn is_for_partners(path: &str) -> bool {
    path == EMBED_SCRIPT || path.starts_with(EMBED_BUILDER_PATH)
}

/// Returns true if a file of the app is loaded only by readers who need it: the search's script, its sheet and the reader of the index,
/// under the names of a release or of a development build, and the hint at an edition in the reader's language.
pub fn is_loaded_on_use(path: &str) -> bool {
    ["search.", "search-", "investchn-search-wasm", "hint."].iter().any(|start| path.starts_with(start))
}

/// Returns true if an edition may publish a file at this path below its folder, independent of its articles. Pages are not
/// included, because they are routes.
pub fn is_own_file(file: &str) -> bool {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let at_the_base = [NOT_FOUND_PAGE, "robots.txt", APP_TEMPLATE, APP_LIST].contains(&name);
    file.starts_with("data/")
        || file.starts_with(MEDIA_FOLDER)
        || file.starts_with(CARD_FOLDER)
        || ["feed.xml", "feed.json"].contains(&name)
        || (folder.is_empty() && (at_the_base || HOST_FILES.contains(&name) || name.starts_with("sitemap")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_most_readers_never_load_are_recognised() {
        for path in ["search.js", "search-en.js", "search-0123456789abcdef_bg.wasm", "hint.js", "hint.css"] {
            assert!(is_loaded_on_use(path), "{path}");
        }
        for path in ["start.js", "app-0123456789abcdef.js", "words-en-0123456789abcdef.js", "search/"] {
            assert!(!is_loaded_on_use(path), "{path}");
        }
    }

    #[test]
    fn a_path_is_of_the_edition_whose_folder_it_is_in() {
        assert_eq!(edition_of("en/zone/x/feed.xml"), ("en/", "zone/x/feed.xml"));
        assert_eq!(edition_of("en/"), ("en/", ""));
        for path in ["", "index.html", "en", "english/index.html", "zone/en/index.html"] {
            assert_eq!(edition_of(path), ("", path));
        }
    }

    #[test]
    fn the_first_edition_has_the_plain_names_of_scripts() {
        assert_eq!(script_of_edition(SEARCH_SCRIPT, ""), "search.js");
        assert_eq!(script_of_edition(SEARCH_SCRIPT, "en/"), "search-en.js");
        assert_eq!(script_of_edition(BUILDER_SCRIPT, "en/"), "embed/workshop-en.js");
    }

    #[test]
    fn own_files_are_recognised() {
        assert!(is_own_file("data/site.json") && is_own_file("_headers") && is_own_file("zone/x/feed.xml"));
        assert!(!is_own_file("old/404.html") && !is_own_file("news/1.htm"));
    }
}
