//! Markup as HTML, for published pages. A parser turns it into the DOM that the browser's half builds.

use crate::markup::{Markup, Slot};
use crate::step::Step;
use crate::texts::resolve;

/// Elements in which a parser drops a leading line feed.
const DROP_LINE_FEED: [&str; 2] = ["pre", "textarea"];

impl Markup {
    /// Returns the HTML, with the current values of closures.
    pub fn into_html(self) -> String {
        let mut writer = HtmlWriter::default();
        writer.markup(self);
        writer.html
    }

    /// Returns the HTML with only these attributes, for readers without the portal's style sheets and scripts.
    pub fn into_html_with(self, attributes: &'static [&'static str]) -> String {
        let mut writer = HtmlWriter { attributes: Some(attributes), ..HtmlWriter::default() };
        writer.markup(self);
        writer.html
    }
}

#[derive(Default)]
struct HtmlWriter {
    html: String,
    /// The attributes to write; none for all.
    attributes: Option<&'static [&'static str]>,
    /// True if a parser would drop a line feed that comes next.
    drops_line_feed: bool,
}

impl HtmlWriter {
    fn markup(&mut self, markup: Markup) {
        let (steps, mut slots) = markup.into_steps();
        let mut open = Vec::new();
        let mut in_tag = false;
        for step in steps {
            if in_tag && !matches!(step, Step::Attribute(..) | Step::AttributeSlot(_)) {
                self.html.push('>');
                self.drops_line_feed = open.last().is_some_and(|name| DROP_LINE_FEED.contains(name));
                in_tag = false;
            }
            match step {
                Step::Open(name) | Step::OpenSvg(name) => {
                    self.html.push('<');
                    self.html += name;
                    open.push(name);
                    in_tag = true;
                }
                Step::Attribute(name, value) => self.attribute(name, &resolve(value)),
                Step::AttributeSlot(name) => self.attribute_slot(name, slots.next().unwrap_or_default()),
                Step::Text(text) => self.text(&resolve(text)),
                Step::Slot => self.slot(slots.next().unwrap_or_default()),
                Step::Close => {
                    self.drops_line_feed = false;
                    if let Some(name) = open.pop() {
                        self.html += "</";
                        self.html += name;
                        self.html.push('>');
                    }
                }
                Step::CloseVoid => drop(open.pop()),
            }
        }
    }

    fn slot(&mut self, slot: Slot) {
        match slot {
            Slot::Constant(text) => self.text(&resolve(text)),
            Slot::Text(text) => self.text(&text),
            Slot::Markup(markup) => self.markup(markup),
            Slot::List(slots) => slots.into_iter().for_each(|slot| self.slot(slot)),
            Slot::Dynamic(value) => self.slot(value()),
            Slot::View(view) => self.html += &view.into_html(),
            Slot::Empty | Slot::Flag | Slot::Listener(_) | Slot::Published(_) => {}
        }
    }

    fn attribute_slot(&mut self, name: &str, value: Slot) {
        // Properties and listeners exist only in the browser.
        if name.contains(':') {
            return;
        }
        match value {
            Slot::Constant(value) => self.attribute(name, &resolve(value)),
            Slot::Text(value) => self.attribute(name, &value),
            Slot::Flag => self.attribute(name, ""),
            Slot::Dynamic(value) => self.attribute_slot(name, value()),
            Slot::Empty | Slot::Markup(_) | Slot::List(_) | Slot::Listener(_) | Slot::View(_) | Slot::Published(_) => {}
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if self.attributes.is_some_and(|kept| !kept.contains(&name)) {
            return;
        }
        self.html.push(' ');
        self.html += name;
        if !value.is_empty() {
            self.html += "=\"";
            escape(value, &mut self.html);
            self.html.push('"');
        }
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() && std::mem::take(&mut self.drops_line_feed) && text.starts_with('\n') {
            self.html.push('\n');
        }
        escape(text, &mut self.html);
    }
}

/// Writes text so that a parser reads the same text, between tags as well as between quotes.
fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\r']) {
        *html += &rest[..at];
        *html += match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            // A parser reads a carriage return as a line feed.
            _ => "&#13;",
        };
        rest = &rest[at + 1..];
    }
    *html += rest;
}
