//! The parts of a page, and the facts of the site that are needed to find them.

use investchn_model::{Kind, PartialDate, Site};

use investchn_lines::line::Line;

/// A page, split into its parts.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The title.
    pub title: Option<String>,
    /// The day, month or year of publication.
    pub date: Option<PartialDate>,
    /// The outlet that carried it.
    pub source: Option<String>,
    /// The zone (发布开发区), as the page writes it.
    pub zone: Option<String>,
    /// The city or province in the breadcrumb, for suggestions if the page names no zone.
    pub place: Option<String>,
    /// Text, photo or video, if the page says which.
    pub kind: Option<Kind>,
    /// The article, line by line.
    pub body: Vec<Line>,
    /// The title of the article before it.
    pub previous: Option<String>,
    /// The title of the article after it.
    pub next: Option<String>,
    /// Text that has no place in a source, as the page shows it.
    pub unplaced: Vec<String>,
    /// The lines of furniture, which are not kept. A picture is an empty line.
    pub furniture: Vec<String>,
    /// The date of the last change, for pages that state no other.
    pub updated: Option<PartialDate>,
    /// True if the page names a source that is none: 未知, 本站原创.
    pub without_source: bool,
    /// True if the source is a name beside the date without label, which counts less than a labelled one.
    pub source_is_unlabelled: bool,
    /// The authority that issued a document, for pages that state no source.
    pub publisher: Option<String>,
    /// The places where its parts were found.
    pub origins: Origins,
}

/// The place where a part of a page was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The site's selector.
    Selector,
    /// The lines around the body.
    Text,
    /// The end of the body.
    Body,
    /// A `<meta>`, `<title>` or script.
    Stated,
}

/// The places where the parts of a page were found; none for a part that the page does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// That of the title.
    pub title: Option<Origin>,
    /// That of the date.
    pub date: Option<Origin>,
    /// That of the source.
    pub source: Option<Origin>,
    /// That of the zone.
    pub zone: Option<Origin>,
}

impl Page {
    /// Notes the origin of the parts that were found since the last call.
    pub(crate) fn note_origins(&mut self, origin: Origin) {
        let note = |is_found: bool, place: &mut Option<Origin>| {
            if is_found {
                place.get_or_insert(origin);
            }
        };
        note(self.title.is_some(), &mut self.origins.title);
        note(self.date.is_some(), &mut self.origins.date);
        note(self.source.is_some(), &mut self.origins.source);
        note(self.zone.is_some(), &mut self.origins.zone);
    }
}

/// The facts that tell an article from the boilerplate around it.
pub struct PageContext<'a> {
    /// Name, slogan, copyright and contact of the portal.
    pub site: &'a Site,
    /// Returns true if this is the name of a region or a zone.
    pub is_place: &'a dyn Fn(&str) -> bool,
}
