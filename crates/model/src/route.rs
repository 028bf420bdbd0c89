//! The routes of the portal, with their paths and data files in both directions. No other module builds or parses a path.
//! `spelling` parses variant spellings.

mod spelling;

use crate::chart::Chart;
use crate::text_form::number;
use crate::{ArticleId, Kind, ListPage, OfflinePage, RegionCode, Subject, View, ZoneId};

/// A page of the portal. Every route is a published file and has a view.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`
    Home,
    /// `/news/`, `/news/<kind>/`
    News(Option<Kind>, PageNumber),
    /// `/region/<code>/`
    Region(RegionCode, PageNumber),
    /// `/zones/`
    Register,
    /// `/zone/<id>/`, `/zone/<id>/<kind>/`
    Zone(ZoneId, Option<Kind>, PageNumber),
    /// `/article/<id>/`
    Article(ArticleId),
    /// `/offline/`
    Offline,
    /// `/saved/`
    Saved,
}

/// The number of a full page of a list, counted from the oldest; none for the newest page, which has no number.
pub type PageNumber = Option<u32>;

impl Route {
    /// Parses a portal path such as `/zone/huaian-htz/`. The last slash may be missing, and `index.html` may follow it.
    pub fn parse(path: &str) -> Option<Route> {
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix("index.html").unwrap_or(path);
        if path.is_empty() {
            return Some(Route::Home);
        }
        let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
        match parts.as_slice() {
            ["news", rest @ ..] => kind_and_page(rest).map(|(kind, page)| Route::News(kind, page)),
            ["region", code, rest @ ..] => Some(Route::Region(RegionCode::parse(code).ok()?, page_number(rest)?)),
            ["zones"] => Some(Route::Register),
            ["zone", id, rest @ ..] => {
                let (kind, page) = kind_and_page(rest)?;
                Some(Route::Zone(ZoneId::parse(id).ok()?, kind, page))
            }
            ["article", id] => Some(Route::Article(ArticleId::parse(id).ok()?)),
            ["offline"] => Some(Route::Offline),
            ["saved"] => Some(Route::Saved),
            _ => None,
        }
    }

    /// Returns the route of a view.
    pub fn of(view: &View) -> Route {
        match view {
            View::Home(_) => Route::Home,
            View::Register(_) => Route::Register,
            View::Article(article) => Route::Article(article.id.clone()),
            View::OfflinePage(OfflinePage::Offline) => Route::Offline,
            View::OfflinePage(OfflinePage::Saved) => Route::Saved,
            View::List(list) => Route::of_list(&list.subject, list.number),
        }
    }

    /// Returns the route of a page of a list.
    pub fn of_list(subject: &Subject, number: PageNumber) -> Route {
        match subject {
            Subject::News { kind } => Route::News(*kind, number),
            Subject::Region { region, .. } => Route::Region(region.code, number),
            Subject::Zone { zone, kind } => Route::Zone(zone.id.clone(), *kind, number),
        }
    }

    /// Returns the next newer page of a list; none on the newest.
    pub fn newer(list: &ListPage) -> Option<Route> {
        list.number.map(|_| Route::of_list(&list.subject, list.newer))
    }

    /// Returns the next older page of a list; none at the end.
    pub fn older(list: &ListPage) -> Option<Route> {
        list.older.map(|number| Route::of_list(&list.subject, Some(number)))
    }

    /// Returns true if both are lists under the same head, that of a zone or a region, so that only the list below it
    /// differs.
    pub fn shares_head_with(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Zone(one, ..), Route::Zone(other, ..)) => one == other,
            (Route::Region(one, _), Route::Region(other, _)) => one == other,
            _ => false,
        }
    }

    /// Returns the portal path, which begins and ends with a slash.
    pub fn path(&self) -> String {
        ["/", &self.below()].concat()
    }

    /// Returns the path below the base: empty, or with a slash at its end.
    pub fn below(&self) -> String {
        match self {
            Route::Home => String::new(),
            Route::Register => "zones/".to_owned(),
            Route::Article(id) => ["article/", id.as_str(), "/"].concat(),
            Route::Offline => "offline/".to_owned(),
            Route::Saved => "saved/".to_owned(),
            Route::News(..) | Route::Region(..) | Route::Zone(..) => {
                let (folder, page) = self.list_folder();
                [&folder, "/", &page.map(|page| page.to_string() + "/").unwrap_or_default()].concat()
            }
        }
    }

    /// Returns the address of the route for a link on a page with this base.
    pub fn href(&self, base: &Base) -> String {
        base.join(&self.below())
    }

    /// Returns the JSON file with the route's data, by its path below the base.
    pub fn data_path(&self) -> String {
        match self {
            Route::Home => "data/home.json".to_owned(),
            Route::Register => "data/zones.json".to_owned(),
            Route::Article(id) => ["data/article/", id.as_str(), ".json"].concat(),
            Route::Offline => "data/offline.json".to_owned(),
            Route::Saved => "data/saved.json".to_owned(),
            Route::News(..) | Route::Region(..) | Route::Zone(..) => {
                let (folder, page) = self.list_folder();
                let name = page.map_or_else(|| "latest".to_owned(), |page| page.to_string());
                ["data/", &folder, "/", &name, ".json"].concat()
            }
        }
    }

    /// Returns the folder, below the base, of the feeds that cover the route: those of a zone, a region or a kind, else
    /// those of the portal.
    pub fn feed_folder(&self) -> String {
        match self {
            Route::News(Some(kind), _) => Route::News(Some(*kind), None).below(),
            Route::Region(code, _) => Route::Region(*code, None).below(),
            Route::Zone(id, ..) => Route::Zone(id.clone(), None, None).below(),
            Route::Home
            | Route::Register
            | Route::Article(_)
            | Route::Offline
            | Route::Saved
            | Route::News(None, _) => String::new(),
        }
    }

    /// Returns the folder of a list, which is the same in addresses and in `data/`, and the page number.
    fn list_folder(&self) -> (String, PageNumber) {
        let with_kind = |folder: String, kind: &Option<Kind>| match kind {
            Some(kind) => [&folder, "/", kind.slug()].concat(),
            None => folder,
        };
        match self {
            Route::News(kind, page) => (with_kind("news".to_owned(), kind), *page),
            Route::Region(code, page) => (["region/", &code.to_string()].concat(), *page),
            Route::Zone(id, kind, page) => (with_kind(["zone/", id.as_str()].concat(), kind), *page),
            Route::Home | Route::Register | Route::Article(_) | Route::Offline | Route::Saved => (String::new(), None),
        }
    }
}

/// The list of old addresses that cannot be files, below the base.
pub const ALIASES_PATH: &str = "data/aliases.json";

/// The public list of corrections, below the base.
pub const CHANGES_PATH: &str = "data/changes.json";

/// The entry file, below the base.
pub const ENTRY_PATH: &str = "data/site.json";

/// The file with every row of the register, which the app loads when a reader uses the filter.
pub const REGISTER_ROWS_PATH: &str = "data/zone-rows.json";

/// The register for partners as a table, below the base (`docs/register.md`).
pub const REGISTER_CSV_PATH: &str = "data/register.csv";

/// The register for partners as JSON, below the base.
pub const REGISTER_JSON_PATH: &str = "data/register.json";

/// Returns the picture of a chart, by its path below the base.
pub fn chart_path(chart: Chart) -> String {
    ["data/charts/", chart.name(), ".svg"].concat()
}

/// The embed builder for partners, below the base. This page is not part of the app, so that readers do not download it.
pub const EMBED_BUILDER_PATH: &str = "embed/";

/// The page of search results, below the base. This page is not part of the app, so that readers who do not search do not download it.
pub const SEARCH_PATH: &str = "search/";

/// The folder of the search index, below the base.
pub const SEARCH_DATA_FOLDER: &str = "data/search/";

/// The folder of the pages that partners show in a frame, below the base.
pub const FRAMES: &str = "embed/zone/";

/// Returns the page for a partner's frame, by its path below the base.
pub fn frame_path(zone: &ZoneId) -> String {
    [FRAMES, zone.as_str(), "/"].concat()
}

/// The folder of oEmbed's answers, below the base.
pub const OEMBED_FOLDER: &str = "oembed/";

/// Returns the oEmbed answer for a zone or an article, by its path below the base.
pub fn oembed_path(id: &str) -> String {
    [OEMBED_FOLDER, id, ".json"].concat()
}

fn kind_and_page(parts: &[&str]) -> Option<(Option<Kind>, PageNumber)> {
    match parts {
        [first, rest @ ..] if let Ok(kind) = Kind::parse(first) => Some((Some(kind), page_number(rest)?)),
        rest => Some((None, page_number(rest)?)),
    }
}

/// Parses an optional page number. The outer option is none if the parts are anything else.
fn page_number(parts: &[&str]) -> Option<PageNumber> {
    match parts {
        [] => Some(None),
        [text] if !text.starts_with('0') => number(text).map(Some),
        _ => None,
    }
}

/// The prefix of every address in a page: the folder of the portal. It ends with a slash, or is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Makes the base of a portal whose folder has this absolute path: `/` or `/portal/news/`.
    pub fn at(folder: &str) -> Base {
        Base(if folder.ends_with('/') { folder.to_owned() } else { folder.to_owned() + "/" })
    }

    /// Makes the base for a published page at a path below it: one `../` for each level of the page's depth.
    pub fn relative_from(below: &str) -> Base {
        Base("../".repeat(below.matches('/').count()))
    }

    /// Returns the address of a file or route below the base. `below` does not begin with a slash.
    pub fn join(&self, below: &str) -> String {
        let address = [&self.0, below].concat();
        if address.is_empty() { "./".to_owned() } else { address }
    }

    /// Returns the portal path of an absolute path; none outside the base.
    pub fn portal_path<'a>(&self, absolute: &'a str) -> Option<&'a str> {
        // The base without its last slash is the home page too.
        if absolute.len() + 1 == self.0.len() && self.0.starts_with(absolute) {
            return Some("/");
        }
        absolute.strip_prefix(&*self.0).and_then(|below| absolute.get(absolute.len() - below.len() - 1..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_route() -> Vec<(&'static str, Route)> {
        let zone: ZoneId = "huaian-htz".parse().unwrap();
        let city: RegionCode = "320800".parse().unwrap();
        vec![
            ("/", Route::Home),
            ("/news/", Route::News(None, None)),
            ("/news/7/", Route::News(None, Some(7))),
            ("/news/photo/", Route::News(Some(Kind::Photo), None)),
            ("/news/video/12/", Route::News(Some(Kind::Video), Some(12))),
            ("/region/320800/", Route::Region(city, None)),
            ("/region/320800/2/", Route::Region(city, Some(2))),
            ("/zones/", Route::Register),
            ("/zone/huaian-htz/", Route::Zone(zone.clone(), None, None)),
            ("/zone/huaian-htz/3/", Route::Zone(zone.clone(), None, Some(3))),
            ("/zone/huaian-htz/text/", Route::Zone(zone.clone(), Some(Kind::Text), None)),
            ("/zone/huaian-htz/text/3/", Route::Zone(zone, Some(Kind::Text), Some(3))),
            ("/article/huaian-htz-20220214-1/", Route::Article("huaian-htz-20220214-1".parse().unwrap())),
            ("/offline/", Route::Offline),
            ("/saved/", Route::Saved),
        ]
    }

    #[test]
    fn routes_survive_printing_and_parsing() {
        for (path, route) in every_route() {
            assert_eq!(route.path(), path);
            assert_eq!(Route::parse(path), Some(route.clone()), "{path}");
            assert_eq!(Route::parse(&[path, "index.html"].concat()), Some(route.clone()), "{path}index.html");
            if path != "/" {
                assert_eq!(Route::parse(path.trim_end_matches('/')), Some(route), "{path} without its slash");
            }
        }
    }

    #[test]
    fn every_route_has_data_of_its_own() {
        let mut files: Vec<String> = every_route().iter().map(|(_, route)| route.data_path()).collect();
        assert!(files.contains(&"data/zone/huaian-htz/text/latest.json".to_owned()));
        assert!(files.contains(&"data/zone/huaian-htz/3.json".to_owned()));
        assert!(files.contains(&"data/article/huaian-htz-20220214-1.json".to_owned()));
        files.sort();
        files.dedup();
        assert_eq!(files.len(), every_route().len());
    }

    #[test]
    fn pages_for_partners_are_no_routes() {
        let zone = "huaian-htz".parse().unwrap();
        for path in [EMBED_BUILDER_PATH.to_owned(), frame_path(&zone), oembed_path("huaian-htz")] {
            assert_eq!(Route::parse(&["/", &path].concat()), None, "{path}");
        }
    }

    #[test]
    fn unknown_paths_are_no_routes() {
        for path in [
            "",
            "news/",
            "/new/",
            "/news/audio/",
            "/news/0/",
            "/news/+1/",
            "/news/text/x/",
            "/news/1/2/",
            "/zone/",
            "/zone/Huaian/",
            "/zone/huaian-htz/text/1/2/",
            "/region/32080/",
            "/article/",
            "/article/huaian-htz/",
            "/article/huaian-htz-20220214-1/2/",
            "//",
            "/zones/2/",
            "/data/site.json",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn addresses_are_absolute_in_the_browser_and_relative_in_published_pages() {
        for (path, route) in every_route() {
            assert_eq!(route.href(&Base::at("/portal/news")), format!("/portal/news{path}"));
            let from = Base::relative_from(&route.below());
            assert_eq!(
                from.join(""),
                if path == "/" { "./".to_owned() } else { "../".repeat(path.matches('/').count() - 1) }
            );
        }
        let article = Route::Article("huaian-htz-20220214-1".parse().unwrap());
        assert_eq!(Route::Register.href(&Base::relative_from(&article.below())), "../../zones/");
    }

    #[test]
    fn paths_outside_the_base_are_none() {
        let base = Base::at("/portal/news/");
        assert_eq!(base.portal_path("/portal/news/zones/"), Some("/zones/"));
        assert_eq!(base.portal_path("/portal/news/"), Some("/"));
        assert_eq!(base.portal_path("/portal/news"), Some("/"));
        assert_eq!(base.portal_path("/portal/newsletter/"), None);
        assert_eq!(base.portal_path("/"), None);
        assert_eq!(Base::at("/").portal_path("/zones/"), Some("/zones/"));
    }
}
