//! An article as feeds have it.

use investchn_model::{Item, PartialDate};

/// An article in a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry<'a> {
    /// The fields that lists show.
    pub item: &'a Item,
    /// BCP 47 tag of the article's language.
    pub lang: &'a str,
    /// The date of the last correction, if there is one.
    pub corrected: Option<PartialDate>,
    /// The full text as HTML with absolute addresses; none for the summary alone.
    pub html: Option<&'a str>,
    /// The pictures.
    pub enclosures: &'a [Enclosure],
}

/// A published file that belongs to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// The file, by its path below the base.
    pub path: String,
    /// Its length in bytes.
    pub length: u64,
}

impl FeedEntry<'_> {
    /// Returns the date of the last change that the portal announces: the last correction, else the publication. A change that no
    /// correction names, such as a mended typing error, is not announced, so that no reader sees the entry as unread again.
    pub(crate) fn updated(&self) -> PartialDate {
        self.corrected.map_or(self.item.published, |corrected| corrected.max(self.item.published))
    }
}

impl Enclosure {
    /// Returns the media type. Pictures have one of three formats, each with one ending.
    pub(crate) fn media_type(&self) -> &'static str {
        match self.path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("png") => "image/png",
            Some("jpg") => "image/jpeg",
            Some("webp") => "image/webp",
            _ => "application/octet-stream",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_format_has_its_media_type() {
        for (path, right) in [("media/a-1.png", "image/png"), ("media/a-1.jpg", "image/jpeg"), ("a.webp", "image/webp")]
        {
            assert_eq!(Enclosure { path: path.to_owned(), length: 1 }.media_type(), right);
        }
    }
}
