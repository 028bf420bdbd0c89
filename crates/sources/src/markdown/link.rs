//! Links within the portal.

use investchn_diagnostics::LineColumn;
use investchn_model::route::Route;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A link within the portal, to be looked up once everything is read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InternalLink {
    /// Where it leads.
    #[serde(serialize_with = "path", deserialize_with = "route")]
    pub route: Route,
    /// Where it stands in its file.
    pub at: LineColumn,
}

fn path<S: Serializer>(route: &Route, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&route.path())
}

fn route<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Route, D::Error> {
    let path = <&str>::deserialize(deserializer)?;
    Route::parse(path).ok_or_else(|| serde::de::Error::custom("no path of the portal"))
}
