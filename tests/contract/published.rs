//! Publishes into a temporary folder and reads the output. It has no assertions of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use investchn::app_state::AppState;
use investchn_model::json_kind::JsonKind;
use investchn_model::published::edition_of;
use investchn_model::route::{Base, EMBED_BUILDER_PATH, Route, SEARCH_PATH};
use investchn_model::{Envelope, PageData, View};
use investchn_navigation::site_context::SiteContext;
use investchn_publish::{BuildError, BuildOptions, Summary, build};
use leptos::prelude::Owner;
use tempfile::TempDir;

/// A published site.
pub(crate) struct Site {
    folder: PathBuf,
    pub(crate) summary: Summary,
    /// Deleted when the site is dropped.
    _scratch: Option<TempDir>,
}

/// Returns the folder of the portal's own content.
pub(crate) fn default_content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Returns the fixture: a small content folder with every form of article.
pub(crate) fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid")
}

/// Returns the options that publish `content` into `out`.
pub(crate) fn options(content: &Path, out: &Path) -> BuildOptions {
    BuildOptions {
        content: content.to_owned(),
        app: Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/app"),
        out: out.to_owned(),
        base_url: None,
        drafts: false,
        state_dir: None,
        previous: None,
        precompress: false,
        check_output: false,
    }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

impl Site {
    pub(crate) fn publish(content: &Path) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        let site = Site::publish_into(scratch.path(), content);
        Site { _scratch: Some(scratch), ..site }
    }

    /// Returns the portal's own content, published once for all tests that only read it.
    pub(crate) fn own() -> &'static Self {
        static OWN: OnceLock<Site> = OnceLock::new();
        OWN.get_or_init(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contract");
            std::fs::remove_dir_all(&folder).ok();
            Site::publish_into(&folder, &default_content())
        })
    }

    /// Publishes a changed copy of a content folder, for all tests that only read it. `name` is that of the folder for both.
    pub(crate) fn publish_changed(name: &str, content: &Path, change: impl FnOnce(&Path)) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::remove_dir_all(&folder).ok();
        copy(content, &folder.join("content"));
        change(&folder.join("content"));
        Site::publish_into(&folder, &folder.join("content"))
    }

    pub(crate) fn publish_into(folder: &Path, content: &Path) -> Self {
        match build(&options(content, &folder.join("dist"))) {
            Ok(summary) => Site { folder: folder.to_owned(), summary, _scratch: None },
            Err(BuildError::Diagnostics(problems)) => panic!("{problems:#?}"),
            Err(error) => panic!("{error}"),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join("dist")
    }

    /// Returns the folder that the build wrote beside the output.
    pub(crate) fn state_dir(&self) -> PathBuf {
        self.folder.join("dist.build")
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Lists all files by their paths below the base, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.path()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path.strip_prefix(self.path()).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        files.sort();
        files
    }

    /// Lists the data files of views.
    pub(crate) fn view_files(&self) -> Vec<String> {
        let is_view = |file: &String| JsonKind::of(file) == Some(JsonKind::View);
        self.files().into_iter().filter(is_view).collect()
    }

    /// Lists the pages of the app. Pages for partners, the page of search results and redirects from old addresses are left out: they
    /// run without the app.
    pub(crate) fn pages(&self) -> Vec<String> {
        let leads_on = |file: &str| self.text(file).contains("http-equiv=\"refresh\"");
        let has_no_app = |file: &str| {
            let (_, below) = edition_of(file);
            [EMBED_BUILDER_PATH, SEARCH_PATH].iter().any(|page| below.starts_with(page))
        };
        let is_page = |file: &String| file.ends_with("index.html") && !has_no_app(file) && !leads_on(file);
        self.files().into_iter().filter(is_page).collect()
    }

    /// Reads the JSON file of a route, as the app does.
    pub(crate) fn view(&self, path: &str) -> View {
        self.view_in("", &Route::parse(path).unwrap())
    }

    /// Reads the JSON file of a route of an edition.
    pub(crate) fn view_in(&self, folder: &str, route: &Route) -> View {
        serde_json::from_str::<Envelope>(&self.text(&[folder, &route.data_path()].concat())).unwrap().view
    }

    /// Reads the data block in the page of a route of the first edition, as the app does.
    pub(crate) fn page_data(&self, route: &Route) -> PageData {
        self.page_data_in("", route)
    }

    /// Reads the data block in the page of a route of an edition.
    pub(crate) fn page_data_in(&self, folder: &str, route: &Route) -> PageData {
        let page = self.text(&[folder, &page_file(route)].concat());
        let (_, rest) = page.split_once("id=\"page-data\">").unwrap();
        let (data, _) = rest.split_once("</script>").unwrap();
        serde_json::from_str(data).unwrap()
    }
}

/// Returns the file of a route's page, below the base.
pub(crate) fn page_file(route: &Route) -> String {
    [&route.below(), "index.html"].concat()
}

/// Renders a view as the app shows it on its published page, and returns the HTML of the main part. `folder` is that of the edition.
pub(crate) fn rendered(site: &investchn_model::Site, folder: &str, view: &View) -> String {
    let portal = portal(site, folder).relative_from(&Route::of(view).below());
    let state = || AppState::new(None, Default::default());
    Owner::new().with(|| investchn::views::pages::page(&portal, state(), view).into_html())
}

/// Returns an edition at the root of a host, and makes its words those that views are rendered with.
pub(crate) fn portal(site: &investchn_model::Site, folder: &str) -> SiteContext {
    let messages = investchn_messages::LANGUAGES.into_iter().find(|messages| messages.folder == folder).unwrap();
    investchn_markup::set_texts(messages.app.texts());
    let base = Base::at("/");
    SiteContext { site: Arc::new(site.clone()), root: base.clone(), base, words: &messages.app }
}
