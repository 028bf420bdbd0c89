//! Assembles lines from the text nodes of an HTML page: joins text, collapses spaces, and tracks links and list items.

use scraper::ElementRef;

use crate::line::{Form, Line, Link, address, cleaned};

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
    /// The parent of each box that was opened; the first is the page.
    boxes: Vec<usize>,
    open_boxes: Vec<usize>,
    /// The number of open elements that centre their text or set it in large type, and that move it to the right.
    prominent: usize,
    right: usize,
    /// True if the line being assembled is in such an element.
    line_is_prominent: bool,
    line_is_right: bool,
    indented: bool,
    attachments: Vec<String>,
    /// The byte indexes of the line at which an inline element begins or ends.
    edges: Vec<usize>,
    /// True in the element that the site's selector of the body matches.
    selected: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Space {
    InLine,
    /// Space with a line end in it.
    LineEnd,
}

/// How an element sets its text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TextStyle {
    /// Centred, large, or named as a title.
    pub(crate) prominent: bool,
    /// At the right.
    pub(crate) right: bool,
    /// With an indent.
    pub(crate) indented: bool,
}

struct OpenLink {
    /// The byte index of its first letter in the current line, once there is one.
    start: Option<usize>,
    /// An address that may still work, or that of a document.
    href: Option<String>,
    /// The address as the page writes it.
    written: String,
}

/// The longest line, in bytes, of which the edges of inline elements are kept. Facts are shorter.
const LONGEST_WITH_EDGES: usize = 300;

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
                Some(' ') => {
                    // A no-break space at the beginning of a line is an indent; another space there is layout of the source.
                    self.indented |= self.text.is_empty() && letter == '\u{a0}';
                    self.space = self.space.or(Some(Space::InLine));
                }
                Some(letter) => self.letter(letter),
                None => {}
            }
        }
    }

    fn letter(&mut self, letter: char) {
        // Leading spaces are indents.
        if self.text.is_empty() && letter.is_whitespace() {
            self.indented = true;
            return;
        }
        self.line_is_prominent |= self.prominent > 0;
        self.line_is_right |= self.right > 0;
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
        let mut edges = std::mem::take(&mut self.edges);
        if !text.is_empty() {
            edges.truncate(if text.len() > LONGEST_WITH_EDGES { 0 } else { edges.len() });
            let form = self.form.take().unwrap_or(Form::Text);
            self.done.push(Line {
                form,
                text,
                links,
                linked,
                attachments: std::mem::take(&mut self.attachments),
                cell: self.cells > 0,
                within: self.within(),
                indented: self.indented,
                prominent: self.line_is_prominent,
                right: self.line_is_right,
                selected: self.selected,
                edges,
            });
            self.indented = false;
        }
        self.line_is_prominent = false;
        self.line_is_right = false;
    }

    /// Adds a picture, table or embedded object on a line of its own.
    pub(crate) fn alone(&mut self, form: Form) {
        self.end();
        let within = self.within();
        self.done.push(Line { cell: self.cells > 0, within, selected: self.selected, ..Line::of(form, String::new()) });
    }

    /// Adds an embedded object. A page names one twice for the kinds of browsers, and a player beside what it plays.
    pub(crate) fn embed(&mut self, address: String) {
        self.end();
        let is_player = |address: &str| address.to_ascii_lowercase().ends_with(".swf");
        match self.done.last_mut().map(|line| &mut line.form) {
            Some(Form::Embedded(last)) if *last == address || is_player(&address) => {}
            Some(Form::Embedded(last)) if is_player(last) => *last = address,
            _ => self.alone(Form::Embedded(address)),
        }
    }

    /// Notes that an inline element begins or ends.
    pub(crate) fn edge(&mut self) {
        if self.text.len() <= LONGEST_WITH_EDGES && self.edges.last() != Some(&self.text.len()) {
            self.edges.push(self.text.len());
        }
    }

    /// Begins or ends the element that the site's selector of the body matches.
    pub(crate) fn select(&mut self, selected: bool) {
        self.end();
        self.selected = selected;
    }

    fn within(&self) -> usize {
        self.open_boxes.last().copied().unwrap_or_default()
    }

    /// Opens a box.
    pub(crate) fn open_box(&mut self) {
        self.boxes.push(self.within());
        self.open_boxes.push(self.boxes.len());
    }

    /// Closes the innermost box.
    pub(crate) fn close_box(&mut self) {
        self.open_boxes.pop();
    }

    /// Opens an element that changes how its text is set.
    pub(crate) fn open_style(&mut self, style: TextStyle) {
        self.prominent += usize::from(style.prominent);
        self.right += usize::from(style.right);
    }

    /// Closes an element that changes how its text is set.
    pub(crate) fn close_style(&mut self, style: TextStyle) {
        self.prominent = self.prominent.saturating_sub(usize::from(style.prominent));
        self.right = self.right.saturating_sub(usize::from(style.right));
    }

    /// Marks the start of a paragraph that the page indents by its style.
    pub(crate) fn indent(&mut self) {
        self.indented = true;
    }

    pub(crate) fn open_link(&mut self, href: &str) {
        self.close_link();
        let href = address(href);
        // Schemes in a source are lower case.
        let lasting = ["http://", "https://", "mailto:"].into_iter().find_map(|scheme| {
            let (said, rest) = href.split_at_checked(scheme.len())?;
            said.eq_ignore_ascii_case(scheme).then(|| [scheme, rest].concat())
        });
        let document = is_document(&href).then(|| lasting.clone().unwrap_or_else(|| href.clone()));
        self.attachments.extend(document.clone());
        self.link = Some(OpenLink { start: None, href: lasting.or(document), written: href });
    }

    /// Adds a line for each document to which a data table links, because its cells are text without links.
    pub(crate) fn documents_of(&mut self, table: ElementRef<'_>) {
        let links = table.descendent_elements().filter_map(|element| Some((element, element.attr("href")?)));
        for (link, href) in links.filter(|(_, href)| is_document(&address(href))) {
            self.open_link(href);
            link.text().for_each(|text| self.push(text));
            self.close_link();
            self.end();
        }
    }

    pub(crate) fn close_link(&mut self) {
        self.end_of_linked_text();
        self.link = None;
    }

    /// Ends the link on this line. A link that spans several lines becomes a link on each.
    fn end_of_linked_text(&mut self) {
        let Some(link) = &mut self.link else { return };
        let Some(start) = link.start.take() else { return };
        let is_download = !link.written.is_empty() && !link.written.starts_with(['#', 'j', 'J']);
        if is_download && is_document(self.text[start..].trim()) && !is_document(&link.written) {
            // The address is that of a script that sends the document: `download.jsp?id=7`.
            self.attachments.push(link.written.clone());
            link.href.get_or_insert_with(|| link.written.clone());
        }
        if let Some(href) = &link.href {
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
    pub(crate) fn finish(self) -> Vec<Line> {
        self.finish_with_boxes().0
    }

    /// Returns the lines, and the parent of each box.
    pub(crate) fn finish_with_boxes(mut self) -> (Vec<Line>, Vec<usize>) {
        self.end();
        self.boxes.insert(0, 0);
        (self.done, self.boxes)
    }
}

/// Returns true if an address is that of a document that people load and keep.
fn is_document(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    ["doc", "docx", "xls", "xlsx", "pdf", "ppt", "pptx", "wps", "et", "zip", "rar", "7z", "csv", "ofd"]
        .contains(&ending.as_str())
}
