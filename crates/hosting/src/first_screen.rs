//! The styles that pages contain, so that a browser paints the text after one round trip. Each is the part of the whole sheet that the
//! first screen of some pages needs; the whole sheet follows at the end of the page. If a host changes a byte of a style, the policy
//! refuses it, and the page waits for the whole sheet.

/// The pages whose first screens look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstScreen {
    /// An article.
    Article,
    /// News, a region, or the pictures of a zone.
    List,
    /// A zone.
    Zone,
    /// The home page.
    Home,
    /// The page in a partner's frame, whose style is whole.
    Frame,
}

impl FirstScreen {
    /// All styles.
    pub const ALL: [FirstScreen; 5] =
        [FirstScreen::Article, FirstScreen::List, FirstScreen::Zone, FirstScreen::Home, FirstScreen::Frame];

    /// Returns the content of the `style` element. The policy allows exactly these bytes.
    pub fn style(self) -> &'static str {
        match self {
            FirstScreen::Article => include_str!("../../../web/built/first-screen-article.css"),
            FirstScreen::List => include_str!("../../../web/built/first-screen-list.css"),
            FirstScreen::Zone => include_str!("../../../web/built/first-screen-zone.css"),
            FirstScreen::Home => include_str!("../../../web/built/first-screen-home.css"),
            FirstScreen::Frame => include_str!("../../../web/built/frame.css"),
        }
    }

    /// Returns the element that a page contains.
    pub fn element(self) -> String {
        ["<style>", self.style(), "</style>\n"].concat()
    }
}
