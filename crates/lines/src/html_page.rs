//! Splits an HTML page into lines. An HTML5 parser reads the page; this module decides which elements begin a line and
//! which are invisible to readers.

mod elements;
mod lines;
mod media;
mod selectors;
mod stated;
mod tables;

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

pub use self::elements::is_broken;
use self::elements::{heading, is_block, is_box, is_description, is_hidden, is_icon, is_inline, is_spacer, style};
use self::lines::Lines;
pub use self::selectors::{PartSelector, SelectedParts, SelectorError, Selectors};
pub use self::stated::Stated;
use super::labels::{self, Label};
use super::line::{self, Form, Line, Shown, clean};
use super::scripts::Scripts;

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
    /// The parent of each box of the page. The first is the page itself.
    pub boxes: Vec<usize>,
    /// The facts that the page states outside of its text.
    pub stated: Stated,
    /// The parts that the site's selectors found.
    pub selected: SelectedParts,
}

impl Document {
    /// Takes the lines and what the page states, and leaves the addresses.
    #[must_use]
    pub fn taken(&mut self) -> Document {
        Document {
            lines: std::mem::take(&mut self.lines),
            title: self.title.clone(),
            boxes: std::mem::take(&mut self.boxes),
            stated: std::mem::take(&mut self.stated),
            selected: std::mem::take(&mut self.selected),
            ..Document::default()
        }
    }
}

/// Parses an HTML page of a site that nothing is known of.
pub fn read(text: &str) -> Document {
    read_selected(text, &Selectors::default())
}

/// Parses an HTML page of a site whose selectors are known.
pub fn read_selected(text: &str, selectors: &Selectors) -> Document {
    let html = Html::parse_document(&without_directives(text));
    let scripts: Vec<String> = stated::all(&html, "script").map(|script| script.text().collect()).collect();
    let scripts = Scripts::read(scripts.iter().map(String::as_str));
    let (lines, boxes) = lines_of(&html, &scripts, selectors);
    let attribute = |selector: &str, name: &str| {
        let found = first(&html, selector)?.attr(name).map(line::address);
        found.filter(|value| !value.is_empty())
    };
    Document {
        lines,
        boxes,
        stated: stated::read(&html, &scripts),
        selected: selectors.parts(&html),
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

/// Removes what a server or an archive put into the file and no reader of the page saw: directives of JSP, ASP and PHP, and
/// the frame of archive.org.
fn without_directives(text: &str) -> String {
    let pairs = [
        ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"),
        ("<%", "%>"),
        ("<?php", "?>"),
    ];
    let mut text = text.to_owned();
    for (open, close) in pairs {
        let mut kept = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(open) {
            let Some((_, behind)) = after.split_once(close) else { break };
            kept += before;
            rest = behind;
        }
        kept += rest;
        text = kept;
    }
    text
}

/// Reads the comment `<!-- saved from url=(0043)http://www.example.com/news/show.asp?id=1 -->`.
fn saved_from(html: &Html) -> Option<String> {
    html.tree.nodes().filter_map(|node| node.value().as_comment()).find_map(|comment| {
        let (_, after) = comment.split_once("saved from url=(")?;
        let (_, address) = after.split_once(')')?;
        address.split_whitespace().next().map(ToOwned::to_owned)
    })
}

fn lines_of(html: &Html, scripts: &Scripts, selectors: &Selectors) -> (Vec<Line>, Vec<usize>) {
    let (body, dropped) = (selectors.body(html), selectors.dropped(html));
    let mut lines = Lines::default();
    let mut skipped = None;
    // The traversal must not recurse, because unclosed tags nest thousands of levels deep.
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(_) if skipped.is_some() => {}
            Edge::Open(node) => match node.value() {
                Node::Text(text) => lines.push(text),
                Node::Element(element) => {
                    if element.name() == "script" {
                        write(&mut lines, node, scripts);
                        skipped = Some(node.id());
                    } else if dropped.contains(&node.id()) || (is_hidden(element) && body != Some(node.id())) {
                        skipped = Some(node.id());
                    } else if body != Some(node.id())
                        && let Some(table) = ElementRef::wrap(node)
                        && let Some(rows) = tables::data(table)
                    {
                        lines.alone(Form::Table(rows));
                        lines.documents_of(table);
                        skipped = Some(node.id());
                    } else {
                        if body == Some(node.id()) {
                            lines.select(true);
                        }
                        if is_box(element.name()) {
                            lines.end();
                            lines.open_box();
                        }
                        if is_inline(element.name()) {
                            lines.edge();
                        }
                        open(&mut lines, element);
                        let style = style(element);
                        lines.open_style(style);
                        if style.indented {
                            lines.indent();
                        }
                    }
                }
                _ => {}
            },
            Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            Edge::Close(_) if skipped.is_some() => {}
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if is_inline(element.name()) {
                        lines.edge();
                    }
                    close(&mut lines, element.name());
                    lines.close_style(style(element));
                    if is_box(element.name()) {
                        lines.end();
                        lines.close_box();
                    }
                    if body == Some(node.id()) {
                        lines.select(false);
                    }
                }
            }
        }
    }
    lines.finish_with_boxes()
}

/// Adds what a script writes, if it has a fact of the article: visible text of the page, which no script runs to write here.
fn write(lines: &mut Lines, script: ego_tree::NodeRef<'_, Node>, scripts: &Scripts) {
    let text: String = script.descendants().filter_map(|node| node.value().as_text().map(|text| &**text)).collect();
    for video in media::in_script(&text) {
        lines.embed(video);
    }
    if !text.contains(".write") {
        return;
    }
    let written = scripts.written(&text);
    let fields = labels::split(&written).fields;
    let is_fact = |label| matches!(label, Label::Date | Label::Source | Label::Previous | Label::Next);
    if fields.iter().any(|field| is_fact(field.label) && !field.value.is_empty()) {
        lines.push(&written);
    } else if written.chars().count() < 40 && super::date::parse(&written).is_some() {
        lines.push(written.trim());
    }
}

fn open(lines: &mut Lines, element: &Element) {
    let address =
        |names: &[&str]| names.iter().find_map(|name| element.attr(name)).map(line::address).unwrap_or_default();
    match element.name() {
        "a" => lines.open_link(element.attr("href").unwrap_or_default()),
        "img" if !is_spacer(element) => {
            let said = [element.attr("alt"), element.attr("title")].into_iter().flatten().map(clean);
            let alt = said.into_iter().find(|alt| is_description(alt)).unwrap_or_default();
            // A lazily loaded picture has its address in another attribute than `src`, which then has a placeholder or a
            // file of the editor's own disk.
            let names = ["data-src", "data-original", "data-lazy-src", "lazy-src", "original", "orisrc", "_src", "src"];
            let addresses = names.iter().filter_map(|name| element.attr(name)).map(line::address);
            let mut addresses: Vec<String> = addresses.filter(|address| !address.is_empty()).collect();
            addresses.sort_by_key(|address| is_broken(address));
            let address = addresses.into_iter().next().unwrap_or_default();
            if !address.is_empty() && !is_icon(&address) {
                lines.alone(Form::Picture(Shown { address, alt }));
            }
        }
        "embed" | "video" | "audio" | "source" | "iframe" | "object" => {
            let address = media::played(element).unwrap_or_else(|| address(&["src", "data"]));
            if !address.is_empty() && !address.starts_with("about:") {
                lines.embed(address);
            }
        }
        "param" if media::played(element).is_some() => {
            lines.embed(media::played(element).unwrap_or_default());
        }
        "param" if matches!(element.attr("name"), Some("movie" | "src" | "url" | "URL" | "FileName")) => {
            lines.embed(address(&["value"]));
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

#[cfg(test)]
mod tests;
