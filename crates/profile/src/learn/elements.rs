//! The elements of a page, each with its text and with the selectors that lead to it alone.

use std::collections::HashMap;

use ego_tree::NodeId;
use investchn_lines::line::normalized;
use scraper::{ElementRef, Html, Node};

/// The most steps of a selector below an element with an id or a class of its own.
const MOST_STEPS: usize = 3;

/// An element of a page.
#[derive(Debug)]
pub(super) struct PageElement {
    /// The selectors that lead to this element alone, the simplest first.
    pub(super) selectors: Vec<String>,
    /// Its selectors by id or class, which other elements may have too.
    pub(super) names: Vec<String>,
    /// Its text as written, spaces collapsed.
    pub(super) text: String,
    /// Its text without spaces, for comparison.
    pub(super) normalized: String,
    /// The index of its parent.
    parent: Option<usize>,
}

/// The elements of a page that have text.
#[derive(Debug)]
pub(super) struct PageElements {
    pub(super) elements: Vec<PageElement>,
}

impl PageElements {
    /// Reads a page.
    pub(super) fn read(html: &str) -> Self {
        let html = Html::parse_document(html);
        let mut count = HashMap::<String, usize>::new();
        for element in all(&html) {
            for name in names(element).into_iter().chain([element.value().name().to_owned()]) {
                *count.entry(name).or_default() += 1;
            }
        }
        let is_unique = |name: &String| count.get(name) == Some(&1);
        let mut elements: Vec<PageElement> = Vec::new();
        let mut indices = HashMap::<NodeId, usize>::new();
        for element in all(&html) {
            let parent = element.parent().and_then(|parent| indices.get(&parent.id()).copied());
            let names = names(element);
            let mut selectors: Vec<String> = names.iter().filter(|name| is_unique(name)).cloned().collect();
            let tag = element.value().name().to_owned();
            selectors.extend(Some(tag.clone()).filter(is_unique));
            if let Some(parent) = parent {
                let step = step(element, &tag);
                let short = |above: &&String| above.matches(" > ").count() < MOST_STEPS;
                let above = elements[parent].selectors.iter().filter(short);
                selectors.extend(above.map(|above| [above, " > ", &step].concat()));
            }
            let text = text(element);
            indices.insert(element.id(), elements.len());
            elements.push(PageElement { selectors, names, normalized: normalized(&text), text, parent });
        }
        PageElements { elements }
    }

    /// Returns the index of the element that a selector leads to.
    pub(super) fn find(&self, selector: &str) -> Option<usize> {
        self.elements.iter().position(|element| element.selectors.iter().any(|own| own == selector))
    }

    /// Returns the elements above one, the nearest first.
    pub(super) fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.elements[at].parent, |at| self.elements[*at].parent)
    }
}

/// Returns the elements that show text, in their order on the page.
fn all(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    let body = html.root_element().descendants().filter_map(ElementRef::wrap);
    body.filter(|element| {
        !matches!(
            element.value().name(),
            "html" | "head" | "meta" | "link" | "title" | "script" | "style" | "br" | "hr"
        )
    })
}

/// Returns the selectors of an element by its id and its classes. Those with a number that differs from page to page get no
/// second vote, so they need no rule.
fn names(element: ElementRef<'_>) -> Vec<String> {
    let tag = element.value().name();
    let id = element.value().id().filter(|id| is_name(id)).map(|id| ["#", id].concat());
    let classes = element.value().classes().filter(|class| is_name(class)).map(|class| [tag, ".", class].concat());
    id.into_iter().chain(classes).collect()
}

/// Returns true for a name that a selector can have without escapes.
fn is_name(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    name.starts_with(|first: char| first.is_alphabetic() || first == '_') && name.chars().all(is_letter)
}

/// Returns the step of a selector from the parent to an element.
fn step(element: ElementRef<'_>, tag: &str) -> String {
    let same = |sibling: &ElementRef<'_>| sibling.value().name() == tag;
    let before = element.prev_siblings().filter_map(ElementRef::wrap).filter(same).count();
    let after = element.next_siblings().filter_map(ElementRef::wrap).filter(same).count();
    if before + after == 0 { tag.to_owned() } else { format!("{tag}:nth-of-type({})", before + 1) }
}

fn text(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    let mut hidden = None;
    for edge in element.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Text(piece) if hidden.is_none() => {
                    text.push_str(piece);
                    text.push(' ');
                }
                Node::Element(inner) if hidden.is_none() && matches!(inner.name(), "script" | "style") => {
                    hidden = Some(node.id());
                }
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) if hidden == Some(node.id()) => hidden = None,
            ego_tree::iter::Edge::Close(_) => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
