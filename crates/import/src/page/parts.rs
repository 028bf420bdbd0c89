//! The parts of a page, and what must be known to find them.

use investchn_model::{Kind, PartialDate, Site};

use crate::line::Line;

/// A page as it was understood.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) source: Option<String>,
    /// 发布开发区, as the page writes it.
    pub(crate) zone: Option<String>,
    /// The place in the way to the page, for suggestions where the zone is not said.
    pub(crate) place: Option<String>,
    pub(crate) kind: Option<Kind>,
    /// The article, line by line.
    pub(crate) body: Vec<Line>,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// Text that has no place in a source, as it stands on the page.
    pub(crate) unplaced: Vec<String>,
    /// Lines of the site's frame, which are not kept.
    pub(crate) left_out: usize,
}

/// What must be known to tell an article from what stands around it.
pub(crate) struct Known<'a> {
    /// The portal's own facts.
    pub(crate) site: &'a Site,
    /// Whether this is the name of a region or a zone.
    pub(crate) is_place: &'a dyn Fn(&str) -> bool,
}
