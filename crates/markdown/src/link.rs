//! Links from the body of an article to pages of the portal.

use investchn_diagnostics::LineColumn;
use investchn_model::route::Route;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A link within the portal. The target is checked when all sources are read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InternalLink {
    /// The page that it links to.
    #[serde(serialize_with = "path", deserialize_with = "route")]
    pub route: Route,
    /// Its location in the file.
    pub at: LineColumn,
}

fn path<S: Serializer>(route: &Route, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&route.path())
}

fn route<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Route, D::Error> {
    let path = <&str>::deserialize(deserializer)?;
    Route::parse(path).ok_or_else(|| serde::de::Error::custom("no path of the portal"))
}
