//! The picture that stands for a page where it is shared: the article's first picture that chats can show, else its zone's card, else
//! the portal's.

use investchn_model::published::{CARD_FOLDER, PORTAL_CARD, zone_card_path};
use investchn_model::{Block, ListPage, Picture, Site, Subject, View, ZoneId};
use investchn_navigation::site_context::SiteContext;

/// The least side of a picture that WeChat takes, in pixels.
const LEAST_SIDE: u32 = 300;

/// A published picture.
pub(crate) struct SharePicture {
    /// Its path: of a card below the edition's folder, of any other picture below the portal's.
    pub(crate) path: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) mime_type: &'static str,
    /// The alternative text.
    pub(crate) alt: String,
}

impl SharePicture {
    /// Returns the absolute address.
    pub(crate) fn address(&self, portal: &SiteContext) -> String {
        let folder = if self.path.starts_with(CARD_FOLDER) { &portal.base } else { &portal.root };
        folder.join(&self.path)
    }
}

/// Returns the picture of a view.
pub(crate) fn of(view: &View, site: &Site) -> SharePicture {
    let card = match view {
        View::Article(article) => {
            let pictures = article.body.iter().filter_map(|block| match block {
                Block::Image(picture) => Some((picture, picture.alt.as_str())),
                Block::Figure { picture, caption } if picture.alt.is_empty() => Some((picture, caption.as_str())),
                Block::Figure { picture, .. } => Some((picture, picture.alt.as_str())),
                _ => None,
            });
            let suitable = |(picture, alt): (&Picture, &str)| {
                let alt = if alt.is_empty() { &article.title } else { alt };
                shareable(picture, alt)
            };
            if let Some(picture) = { pictures }.find_map(suitable) {
                return picture;
            }
            zone_card(&article.zone.id, &article.zone.short_name)
        }
        View::List(ListPage { subject: Subject::Zone { zone, kind }, number, items, .. }) => {
            // A further page, or a list of one kind, is there only if the zone has all pages.
            let has_all_pages = kind.is_some() || number.is_some() || zone.has_all_pages(!items.is_empty());
            has_all_pages.then(|| zone_card(&zone.id, &zone.short_name)).flatten()
        }
        View::List(_) | View::Home(_) | View::Register(_) | View::OfflinePage(_) => None,
    };
    card.unwrap_or_else(|| of_card(PORTAL_CARD.to_owned(), &site.name))
}

/// Returns the card of a zone that has all pages; none if the font lacks a character of its name.
fn zone_card(id: &ZoneId, short_name: &str) -> Option<SharePicture> {
    investchn_cards::missing_characters(short_name).is_empty().then(|| of_card(zone_card_path(id), short_name))
}

fn of_card(path: String, alt: &str) -> SharePicture {
    let (width, height, mime_type) = (investchn_cards::WIDTH, investchn_cards::HEIGHT, investchn_cards::MIME_TYPE);
    SharePicture { path, width, height, mime_type, alt: alt.to_owned() }
}

/// Returns a picture of an article in the smaller of its versions that chats can show: JPEG or PNG, and large enough. WeChat ignores
/// pictures of several megabytes, and few programs know WebP.
fn shareable(picture: &Picture, alt: &str) -> Option<SharePicture> {
    let small = picture.small.as_ref().map(|small| {
        // As the picture was scaled: `crates/sources/src/pictures.rs`.
        let height = f64::from(picture.height) * f64::from(small.width) / f64::from(picture.width);
        (small.src.as_str(), small.width, height.round() as u32)
    });
    let versions = small.into_iter().chain([(picture.src.as_str(), picture.width, picture.height)]);
    let shown = |(src, width, height): (&str, u32, u32)| {
        let mime_type = match src.rsplit_once('.') {
            Some((_, "jpg" | "jpeg")) => "image/jpeg",
            Some((_, "png")) => "image/png",
            _ => return None,
        };
        let large_enough = width.min(height) >= LEAST_SIDE;
        large_enough.then(|| SharePicture { path: src.to_owned(), width, height, mime_type, alt: alt.to_owned() })
    };
    { versions }.find_map(shown)
}

#[cfg(test)]
mod tests {
    use investchn_model::block::SmallPicture;

    use super::*;

    fn path(src: &str, size: (u32, u32), small: Option<(&str, u32)>) -> Option<(String, u32, u32)> {
        let small = small.map(|(src, width)| SmallPicture { src: src.to_owned(), width });
        let picture = Picture { src: src.to_owned(), width: size.0, height: size.1, alt: String::new(), small };
        shareable(&picture, "示例").map(|it| (it.path, it.width, it.height))
    }

    #[test]
    fn chats_get_the_smaller_jpeg_or_png_that_is_large_enough() {
        assert_eq!(path("a.jpg", (1440, 960), Some(("a-720.jpg", 720))), Some(("a-720.jpg".to_owned(), 720, 480)));
        assert_eq!(path("a.jpg", (3000, 1000), Some(("a-720.jpg", 720))), Some(("a.jpg".to_owned(), 3000, 1000)));
        assert_eq!(path("a.png", (1440, 960), Some(("a-720.webp", 720))), Some(("a.png".to_owned(), 1440, 960)));
        assert_eq!(path("a.webp", (1440, 960), None), None);
        assert_eq!(path("a.png", (299, 900), None), None);
    }
}
