//! Assembles lines from the text nodes of an HTML page: joins text, collapses spaces, and tracks links and list items.

use super::super::line::{Form, Line, Link, address, cleaned};

/// The finished lines, and the line being assembled.
#[derive(Default)]
pub(crate) struct Lines {
    done: Vec<Line>,
    text: String,
    links: Vec<Link>,
    /// Space that is written only if more text follows.
    space: Option<Space>,
    link: Option<OpenLink>,
    /// True if the line has letters in links (`linked`) and outside of links (`plain`).
    linked: bool,
    plain: bool,
    form: Option<Form>,
    lists: Vec<Option<u32>>,
    cells: usize,
    pre: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Space {
    InLine,
    /// Space with a line end in it.
    LineEnd,
}

struct OpenLink {
    /// The byte index of its first letter in the current line, once there is one.
    start: Option<usize>,
    href: Option<String>,
}

impl Lines {
    /// Adds the text of a node.
    pub(crate) fn push(&mut self, text: &str) {
        for letter in text.chars() {
            if matches!(letter, '\n' | '\r' | '\u{c}') {
                self.space = Some(Space::LineEnd);
                if self.pre > 0 {
                    self.end();
                }
                continue;
            }
            match cleaned(letter) {
                Some(' ') => self.space = self.space.or(Some(Space::InLine)),
                Some(letter) => self.letter(letter),
                None => {}
            }
        }
    }

    fn letter(&mut self, letter: char) {
        // Leading spaces are indents.
        if self.text.is_empty() && letter.is_whitespace() {
            return;
        }
        let space = self.space.take();
        if let (Some(space), Some(last)) = (space, self.text.chars().next_back()) {
            // As in the publisher's Markdown, a line end between Chinese characters is no space.
            if space == Space::InLine || last.is_ascii() || letter.is_ascii() {
                self.text.push(' ');
            }
        }
        let in_link = self.link.as_mut().map(|link| link.start.get_or_insert(self.text.len())).is_some();
        if letter.is_alphabetic() {
            if in_link { self.linked = true } else { self.plain = true }
        }
        self.text.push(letter);
    }

    /// Ends the current line, if it has text.
    pub(crate) fn end(&mut self) {
        self.end_of_linked_text();
        self.space = None;
        let text = std::mem::take(&mut self.text).trim_end().to_owned();
        let mut links = std::mem::take(&mut self.links);
        for link in &mut links {
            link.range.end = link.range.end.min(text.len());
        }
        links.retain(|link| !link.range.is_empty());
        let linked = std::mem::take(&mut self.linked) && !std::mem::take(&mut self.plain);
        self.plain = false;
        if !text.is_empty() {
            let form = self.form.take().unwrap_or(Form::Text);
            self.done.push(Line { form, text, links, linked, cell: self.cells > 0 });
        }
    }

    /// Adds a picture, table or embedded object on a line of its own.
    pub(crate) fn alone(&mut self, form: Form) {
        self.end();
        self.done.push(Line { cell: self.cells > 0, ..Line::of(form, String::new()) });
    }

    pub(crate) fn open_link(&mut self, href: &str) {
        self.close_link();
        let href = address(href);
        // Schemes in a source are lower case.
        let lasting = ["http://", "https://", "mailto:"].into_iter().find_map(|scheme| {
            let (said, rest) = href.split_at_checked(scheme.len())?;
            said.eq_ignore_ascii_case(scheme).then(|| [scheme, rest].concat())
        });
        self.link = Some(OpenLink { start: None, href: lasting });
    }

    pub(crate) fn close_link(&mut self) {
        self.end_of_linked_text();
        self.link = None;
    }

    /// Ends the link on this line. A link that spans several lines becomes a link on each.
    fn end_of_linked_text(&mut self) {
        if let Some(link) = &mut self.link
            && let Some(start) = link.start.take()
            && let Some(href) = &link.href
        {
            self.links.push(Link { range: start..self.text.len(), href: href.clone() });
        }
    }

    pub(crate) fn open_heading(&mut self, level: u8) {
        self.end();
        self.form = Some(Form::Heading(level));
    }

    pub(crate) fn open_list(&mut self, first: Option<u32>) {
        self.end();
        self.lists.push(first);
    }

    pub(crate) fn close_list(&mut self) {
        self.end();
        self.form = None;
        self.lists.pop();
    }

    pub(crate) fn open_item(&mut self) {
        self.end();
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            *next = next.saturating_add(1);
            next.saturating_sub(1)
        });
        self.form = Some(Form::Item(number));
    }

    pub(crate) fn open_cell(&mut self) {
        self.end();
        self.cells += 1;
    }

    pub(crate) fn close_cell(&mut self) {
        self.end();
        self.cells = self.cells.saturating_sub(1);
    }

    pub(crate) fn open_pre(&mut self) {
        self.end();
        self.pre += 1;
    }

    pub(crate) fn close_pre(&mut self) {
        self.end();
        self.pre = self.pre.saturating_sub(1);
    }

    /// Ends a heading or list item. Its form ends with its element, even if it had no text.
    pub(crate) fn close_form(&mut self) {
        self.end();
        self.form = None;
    }

    /// Returns the lines.
    pub(crate) fn finish(mut self) -> Vec<Line> {
        self.end();
        self.done
    }
}
