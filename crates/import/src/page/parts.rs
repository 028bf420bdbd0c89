//! The parts of a page, and the facts of the site that are needed to find them.

use investchn_model::{Kind, PartialDate, Site};

use crate::line::Line;

/// A page, split into its parts.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) source: Option<String>,
    /// The zone (发布开发区), as the page writes it.
    pub(crate) zone: Option<String>,
    /// The city or province in the breadcrumb, for suggestions if the page names no zone.
    pub(crate) place: Option<String>,
    pub(crate) kind: Option<Kind>,
    /// The article, line by line.
    pub(crate) body: Vec<Line>,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// Text that has no place in a source, as the page shows it.
    pub(crate) unplaced: Vec<String>,
    /// Number of lines of boilerplate, which are not kept.
    pub(crate) left_out: usize,
}

/// The facts that tell an article from the boilerplate around it.
pub(crate) struct PageContext<'a> {
    /// Name, slogan, copyright and contact of the portal.
    pub(crate) site: &'a Site,
    /// Returns true if this is the name of a region or a zone.
    pub(crate) is_place: &'a dyn Fn(&str) -> bool,
}
