//! Splits an HTML page into lines. An HTML5 parser reads the page; this module decides which elements begin a line and
//! which are invisible to readers.

mod lines;
mod tables;

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use self::lines::Lines;
use super::line::{self, Form, Line, Shown, clean};

/// The lines of an HTML page, and the addresses in its head.
#[derive(Debug, Default)]
pub struct Document {
    /// Its lines.
    pub lines: Vec<Line>,
    /// `<title>`
    pub title: Option<String>,
    /// `<link rel=canonical>`
    pub canonical: Option<String>,
    /// `<base href>`
    pub base: Option<String>,
    /// The address that a browser noted when it saved the page.
    pub saved_from: Option<String>,
}

/// Parses an HTML page.
pub fn read(text: &str) -> Document {
    let html = Html::parse_document(text);
    let attribute = |selector: &str, name: &str| {
        let found = first(&html, selector)?.attr(name).map(line::address);
        found.filter(|value| !value.is_empty())
    };
    Document {
        lines: lines_of(&html),
        title: first(&html, "head title").map(|title| clean(&title.text().collect::<String>().replace('\n', " "))),
        canonical: attribute("link[rel~=canonical i]", "href"),
        base: attribute("base[href]", "href"),
        saved_from: saved_from(&html),
    }
}

/// Returns the encoding that a page declares in its head.
pub fn charset(text: &str) -> Option<String> {
    let html = Html::parse_document(text);
    if let Some(charset) = first(&html, "meta[charset]").and_then(|meta| meta.attr("charset")) {
        return Some(charset.trim().to_owned());
    }
    let content = first(&html, "meta[http-equiv=content-type i]")?.attr("content")?.to_ascii_lowercase();
    let (_, charset) = content.split_once("charset=")?;
    Some(charset.trim_matches(|sign: char| sign == '"' || sign == '\'' || sign.is_whitespace()).to_owned())
}

fn first<'a>(html: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    // The selectors are constants of this module; an invalid one would match nothing.
    Selector::parse(selector).ok().and_then(|selector| html.select(&selector).next())
}

/// Reads the comment `<!-- saved from url=(0043)http://www.example.com/news/show.asp?id=1 -->`.
fn saved_from(html: &Html) -> Option<String> {
    html.tree.nodes().filter_map(|node| node.value().as_comment()).find_map(|comment| {
        let (_, after) = comment.split_once("saved from url=(")?;
        let (_, address) = after.split_once(')')?;
        address.split_whitespace().next().map(ToOwned::to_owned)
    })
}

fn lines_of(html: &Html) -> Vec<Line> {
    let mut lines = Lines::default();
    let mut skipped = None;
    // The traversal must not recurse, because unclosed tags nest thousands of levels deep.
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(_) if skipped.is_some() => {}
            Edge::Open(node) => match node.value() {
                Node::Text(text) => lines.push(text),
                Node::Element(element) => {
                    if is_hidden(element) {
                        skipped = Some(node.id());
                    } else if let Some(rows) = ElementRef::wrap(node).and_then(tables::data) {
                        lines.alone(Form::Table(rows));
                        skipped = Some(node.id());
                    } else {
                        open(&mut lines, element);
                    }
                }
                _ => {}
            },
            Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            Edge::Close(_) if skipped.is_some() => {}
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    close(&mut lines, element.name());
                }
            }
        }
    }
    lines.finish()
}

fn open(lines: &mut Lines, element: &Element) {
    let address =
        |names: &[&str]| names.iter().find_map(|name| element.attr(name)).map(line::address).unwrap_or_default();
    match element.name() {
        "a" => lines.open_link(element.attr("href").unwrap_or_default()),
        "img" if !is_spacer(element) => {
            let said = [element.attr("alt"), element.attr("title")].into_iter().flatten().map(clean);
            let alt = said.into_iter().find(|alt| is_description(alt)).unwrap_or_default();
            // A lazily loaded picture has its address in another attribute than `src`.
            let address = address(&["data-src", "data-original", "src"]);
            if !address.is_empty() {
                lines.alone(Form::Picture(Shown { address, alt }));
            }
        }
        "embed" | "video" | "audio" | "source" | "iframe" | "object" => {
            let address = address(&["src", "data"]);
            if !address.is_empty() {
                lines.alone(Form::Embedded(address));
            }
        }
        "param" if matches!(element.attr("name"), Some("movie" | "src" | "url" | "URL" | "FileName")) => {
            lines.alone(Form::Embedded(address(&["value"])));
        }
        "ol" => lines.open_list(Some(element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1))),
        "ul" => lines.open_list(None),
        "li" => lines.open_item(),
        "td" | "th" => lines.open_cell(),
        "pre" | "textarea" => lines.open_pre(),
        name => {
            if let Some(level) = heading(name) {
                lines.open_heading(level);
            } else if is_block(name) {
                lines.end();
            }
        }
    }
}

fn close(lines: &mut Lines, name: &str) {
    match name {
        "a" => lines.close_link(),
        "ol" | "ul" => lines.close_list(),
        "td" | "th" => lines.close_cell(),
        "pre" | "textarea" => lines.close_pre(),
        "li" => lines.close_form(),
        name if heading(name).is_some() => lines.close_form(),
        name if is_block(name) => lines.end(),
        _ => {}
    }
}

/// Returns true if readers of the page did not see the element as text.
fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    let not_text = [
        "head", "script", "style", "noscript", "template", "select", "option", "button", "input", "map", "marquee",
        "svg", "noframes",
    ];
    not_text.contains(&element.name()) || style.contains("display:none") || element.attr("hidden").is_some()
}

/// Returns true for elements before and after which a line ends. `br` has no content, so it ends the line twice, which is
/// harmless.
fn is_block(name: &str) -> bool {
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "main",
        "nav",
        "p",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
    ]
    .contains(&name)
}

fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Returns true for a picture of at most two pixels: a spacer or a counter.
fn is_spacer(element: &Element) -> bool {
    let size = |name: &str| element.attr(name).and_then(|size| size.trim().trim_end_matches("px").parse::<u32>().ok());
    [size("width"), size("height")].into_iter().flatten().any(|size| size <= 2)
}

/// Returns true if an `alt` describes the picture. An `alt` that is only the name of a file does not.
fn is_description(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    let is_name = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"].iter().any(|ending| lower.ends_with(ending));
    !is_name && alt.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests;
