//! Links from the body of an article to pages of the portal.

use investchn_diagnostics::LineColumn;
use investchn_model::route::Route;

/// A link within the portal. The target is checked when all sources are read.
#[derive(Clone, Debug)]
pub struct InternalLink {
    /// The page that it links to.
    pub route: Route,
    /// Its location in the file.
    pub at: LineColumn,
}
