//! The outermost types of published JSON: the envelope of a file, the data block of a page, the entry, and the schema
//! version.

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleFacts};
use crate::json::{FromJson, Json, field, from_json};
use crate::list::ListPage;
use crate::offline_status::OfflinePage;
use crate::portal::Home;
use crate::register::Register;
use crate::site::Site;

/// The version of the published types. A change that an older app cannot read increments it; a new field that an older app
/// can ignore does not.
pub const SCHEMA: u32 = 2;

/// The data of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "one view a page, a box would only add an allocation")]
pub enum View {
    /// The home page.
    Home(Home),
    /// A page of a list.
    List(ListPage),
    /// The register.
    Register(Register),
    /// An article.
    Article(Article),
    /// A page about the pages stored on this device; `device` in the JSON.
    #[serde(rename = "device")]
    OfflinePage(OfflinePage),
}

from_json!(cases View {
    "home" => Home, "list" => List, "register" => Register, "article" => Article, "device" => OfflinePage;;
} else View::OfflinePage(OfflinePage::Offline));

/// A file below `data/` with the data of a view. The publisher sets `V` to a type that is JSON already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope<V = View> {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The data of the view.
    pub view: V,
}

from_json!(fields Envelope<V> { schema, view });

/// The data block of a page. The publisher sets `S` and `V` to types that are JSON already. A view that never changes is not in the
/// block, because its text is on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageData<S = Site, V = View> {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The portal path of the page. If it differs from the address, the host answered with another page.
    pub route: String,
    /// The facts of the portal.
    pub site: S,
    /// The data of the view, if the app needs them to take the page over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<V>,
    /// The name of the zone or region of a list that is not in the block. The worker lists the stored page by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The facts of an article that is not in the block. The worker lists the stored page by its title, and the search finds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<ArticleFacts>,
}

/// Reads the fields that the app needs: `name` and `article` are not for it.
impl FromJson for PageData {
    fn read<J: Json>(json: &J) -> Self {
        PageData {
            schema: field(json, "schema"),
            route: field(json, "route"),
            site: field(json, "site"),
            view: field(json, "view"),
            name: None,
            article: None,
        }
    }
}

/// The entry, `data/site.json`. It does not change when an article is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// [`SCHEMA`] at the time of publishing.
    pub schema: u32,
    /// The release of the app, a digest of its files.
    pub release: String,
    /// The facts of the portal.
    pub site: Site,
    /// The app's files, by their paths below the base.
    pub files: Vec<String>,
    /// The files of the release before, as far as they are still published. A page falls back on them if files of this
    /// release have not arrived at the host yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
}

from_json!(fields Entry { schema, release, site, files; earlier });

/// The only field that is read from a file of an unknown shape. It tells a newer schema from a broken file.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SchemaOnly {
    /// The file's schema version.
    pub schema: u32,
}

from_json!(fields SchemaOnly { schema });
