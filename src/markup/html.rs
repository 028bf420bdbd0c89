//! Markup as HTML, for published pages.

use super::{Markup, Slot, Step};

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Markup {
    /// The HTML. What is followed in a browser stands as it is now.
    pub fn into_html(self) -> String {
        let mut html = String::new();
        write(self, &mut html);
        html
    }
}

fn write(markup: Markup, html: &mut String) {
    let (steps, mut slots) = markup.into_steps();
    let mut open = Vec::new();
    let mut in_tag = false;
    for step in steps {
        if in_tag && !matches!(step, Step::Attribute(..) | Step::AttributeSlot(_)) {
            html.push('>');
            in_tag = false;
        }
        match step {
            Step::Open(name) => {
                html.push('<');
                *html += name;
                open.push(name);
                in_tag = true;
            }
            Step::Attribute(name, value) => attribute(name, value, html),
            Step::AttributeSlot(name) => attribute_slot(name, slots.next().unwrap_or_default(), html),
            Step::Text(text) => escape(text, html),
            Step::Slot => slot(slots.next().unwrap_or_default(), html),
            Step::Close => {
                if let Some(name) = open.pop().filter(|name| !VOID.contains(name)) {
                    *html += "</";
                    *html += name;
                    html.push('>');
                }
            }
        }
    }
}

fn slot(slot: Slot, html: &mut String) {
    match slot {
        Slot::Constant(text) => escape(text, html),
        Slot::Text(text) => escape(&text, html),
        Slot::Markup(markup) => write(markup, html),
        Slot::Several(slots) => slots.into_iter().for_each(|it| self::slot(it, html)),
        Slot::Live(value) => self::slot(value(), html),
        Slot::Nothing | Slot::Flag | Slot::Heard(_) => {}
    }
}

fn attribute_slot(name: &str, value: Slot, html: &mut String) {
    // Properties and listeners are the browser's.
    if name.contains(':') {
        return;
    }
    match value {
        Slot::Constant(value) => attribute(name, value, html),
        Slot::Text(value) => attribute(name, &value, html),
        Slot::Flag => attribute(name, "", html),
        Slot::Live(value) => attribute_slot(name, value(), html),
        Slot::Nothing | Slot::Markup(_) | Slot::Several(_) | Slot::Heard(_) => {}
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    *html += name;
    if !value.is_empty() {
        *html += "=\"";
        escape(value, html);
        html.push('"');
    }
}

/// Text as it may stand between tags and between quotes.
fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        *html += &rest[..at];
        *html += match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        };
        rest = &rest[at + 1..];
    }
    *html += rest;
}

#[cfg(test)]
mod tests {
    use investchn_messages::ZH;

    use crate::markup::view;

    #[test]
    fn an_attribute_that_is_true_has_no_value_and_one_that_is_false_is_not_there() {
        let literal = view! { <input required=true checked=false value="true" aria-hidden="false" /> };
        assert_eq!(literal.into_html(), "<input required value=\"true\" aria-hidden=\"false\">");
        let (yes, no) = (true, false);
        let computed = view! { <input required=yes checked=no disabled=move || yes multiple=move || no /> };
        assert_eq!(computed.into_html(), "<input required disabled>");
    }

    #[test]
    fn constants_are_part_of_the_template() {
        const NAME: &str = "甲 & 乙";
        let markup = view! { <p title=NAME aria-label=ZH.frame.menu>"a"{NAME}{ZH.frame.colon}<b>{NAME}</b></p> };
        assert!(markup.slots.is_empty());
        let (name, menu, colon) = ("甲 &amp; 乙", ZH.frame.menu, ZH.frame.colon);
        let html = format!("<p title=\"{name}\" aria-label=\"{menu}\">a{name}{colon}<b>{name}</b></p>");
        assert_eq!(markup.into_html(), html);
    }
}
