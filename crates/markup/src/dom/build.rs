//! Builds markup at the end of a node.

use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::attribute::attribute;
use super::reactive::{effect, keep};
use crate::markup::{LivePart, Markup, Slot};
use crate::step::Step;
use crate::texts::resolve;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Appends markup to a node.
pub(super) fn build(markup: Markup, parent: &Node) {
    let Some(document) = parent.owner_document() else { return };
    let (steps, mut slots) = markup.into_steps();
    let mut open: Vec<Element> = Vec::new();
    for step in steps {
        let here = open.last().map_or(parent, AsRef::as_ref);
        match step {
            Step::Open(_) | Step::OpenSvg(_) => {
                let Some(element) = create(&document, &step) else { return };
                let _ = here.append_child(&element);
                open.push(element);
            }
            Step::Attribute(name, value) => {
                let _ = open.last().map(|element| element.set_attribute(name, &resolve(value)));
            }
            Step::AttributeSlot(name) => {
                if let (Some(element), Some(value)) = (open.last(), slots.next()) {
                    attribute(element, name, value, true);
                }
            }
            Step::Text(text) => append_text(&document, here, &resolve(text)),
            Step::Slot => build_slot(slots.next().unwrap_or_default(), here, &document),
            Step::Close | Step::CloseVoid => drop(open.pop()),
        }
    }
}

fn create(document: &Document, step: &Step) -> Option<Element> {
    match step {
        Step::Open(name) => document.create_element(name).ok(),
        Step::OpenSvg(name) => document.create_element_ns(Some(SVG), name).ok(),
        _ => None,
    }
}

/// Lists the child nodes of a node.
pub(super) fn children(parent: &Node) -> Vec<Node> {
    std::iter::successors(parent.first_child(), Node::next_sibling).collect()
}

pub(super) fn append_text(document: &Document, parent: &Node, text: &str) {
    let _ = parent.append_child(&document.create_text_node(text));
}

fn build_slot(slot: Slot, parent: &Node, document: &Document) {
    match slot {
        Slot::Constant(text) => append_text(document, parent, &resolve(text)),
        Slot::Text(text) => append_text(document, parent, &text),
        Slot::Markup(markup) => build(markup, parent),
        Slot::List(slots) => slots.into_iter().for_each(|slot| build_slot(slot, parent, document)),
        Slot::Dynamic(value) => follow(value, parent.clone(), None),
        Slot::View(view) => view.mount(parent.unchecked_ref()),
        Slot::Empty | Slot::Flag | Slot::Listener(_) | Slot::Published(_) => {}
    }
}

/// Hydrates content that a published page has already. Returns the owner of its effects, or none if the page has other elements.
pub(super) type Hydration = Box<dyn FnOnce(Slot) -> Option<Owner>>;

/// Updates the content of `parent` when a computed value changes. If the page has the content already, `hydration` handles the
/// first run.
pub(super) fn follow(value: Box<dyn Fn() -> Slot>, parent: Node, mut hydration: Option<Hydration>) {
    let mut content = PublishedContent::default();
    effect(move || {
        let mut slot = value();
        let is_published = matches!(slot, Slot::Published(_));
        content.follow(is_published, &parent);
        if let Some(hydrate) = hydration.take() {
            let owner = hydrate(slot);
            // If the live part of published content has other elements, the content stays as it is.
            if is_published || owner.is_some() {
                return keep(Box::new(owner));
            }
            slot = value();
        }
        replace_content(&parent, slot);
    });
}

/// The nodes of published content while other content is in their place.
#[derive(Default)]
struct PublishedContent {
    is_shown: bool,
    nodes: Vec<Node>,
}

impl PublishedContent {
    /// Puts the nodes aside when other content comes, and back when it goes.
    fn follow(&mut self, is_shown: bool, parent: &Node) {
        if std::mem::replace(&mut self.is_shown, is_shown) && !is_shown {
            self.nodes = children(parent);
        }
        if is_shown && !self.nodes.is_empty() {
            parent.set_text_content(None);
            self.nodes.drain(..).for_each(|node| drop(parent.append_child(&node)));
        }
    }
}

/// Replaces the content of `parent` in one step, so that the browser looks at the new content once, when it is complete.
fn replace_content(parent: &Node, value: Slot) {
    let Some(document) = parent.owner_document() else { return };
    let content = document.create_document_fragment();
    match value {
        // The content is there; signals may have changed since its live part was.
        Slot::Published(live) => {
            let Some(LivePart { selector, markup }) = live else { return };
            let element = parent.unchecked_ref::<Element>().query_selector(selector).ok().flatten();
            build(markup, &content);
            let _ = element.map(|element| element.replace_with_with_node_1(&content));
        }
        // A computed value and a Leptos view hold on to their parent.
        Slot::Dynamic(_) | Slot::View(_) => {
            parent.set_text_content(None);
            build_slot(value, parent, &document);
        }
        value => {
            build_slot(value, &content, &document);
            parent.set_text_content(None);
            let _ = parent.append_child(&content);
        }
    }
}
