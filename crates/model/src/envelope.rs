//! What every JSON file and every page's data block is wrapped in, and the schema version. It owns the outermost shapes.

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::json::{FromJson, Json, field, from_json};
use crate::list::ListPage;
use crate::offline_status::OfflinePage;
use crate::portal::{Home, Register};
use crate::site::Site;

/// The version of the published shapes. It grows when an older app could no longer read them; a new field that an old
/// app can leave aside does not change it.
pub const SCHEMA: u32 = 1;

/// What one view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The home page.
    Home(Home),
    /// A page of a list.
    List(ListPage),
    /// The register.
    Register(Register),
    /// An article.
    Article(Article),
    /// A page about what is stored on this device; `device` in the JSON.
    #[serde(rename = "device")]
    OfflinePage(OfflinePage),
}

from_json!(cases View {
    "home" => Home, "list" => List, "register" => Register, "article" => Article, "device" => OfflinePage;;
});

/// A file below `data/` that a view is made from. The writer puts in a view that is JSON already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<V = View> {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// What the view shows.
    pub view: V,
}

from_json!(fields Envelope<V> { schema, view });

/// The data block of a page. The writer puts in facts and a view that are JSON already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData<S = Site, V = View> {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The page's portal path; where it is not the address, the host answered with another page.
    pub route: String,
    /// The portal's own facts.
    pub site: S,
    /// What the view shows.
    pub view: V,
}

impl FromJson for PageData {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        Some(PageData {
            schema: field(json, "schema")?,
            route: field(json, "route")?,
            site: field(json, "site")?,
            view: field(json, "view")?,
        })
    }
}

/// `data/site.json`, the entry: nothing in it changes with an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The app's release: a digest of its files.
    pub release: String,
    /// The portal's own facts.
    pub site: Site,
    /// The names of the app's files, below the base.
    pub files: Vec<String>,
    /// The same of the release before, so far as they are still there: what a page falls back on while this one arrives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
}

from_json!(fields Entry { schema, release, site, files; earlier });

/// The one field that is read from a file whose shape is not understood, to tell a newer schema from a broken file.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SchemaOnly {
    /// The file's schema version.
    pub schema: u32,
}

from_json!(fields SchemaOnly { schema });
