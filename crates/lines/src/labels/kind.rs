//! The kinds of labels.

/// The kind of value that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Date of publication.
    Date,
    /// Date of the last change.
    Updated,
    /// Date on which the site made the page, which says nothing of the article.
    Made,
    /// The outlet that carried it.
    Source,
    /// The authority that issued a document (发布机构), which is its source where the page states no other.
    Publisher,
    /// The zone that published it.
    Zone,
    /// Counter of views, or choice of font size.
    Count,
    /// Values that a source has no field for: author, editor.
    Other,
    /// The article before it.
    Previous,
    /// The article after it.
    Next,
    /// Contact of the site's operator, or the maker of the site.
    Contact,
}
