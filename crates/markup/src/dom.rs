//! Markup in a document: builds it at the end of a node. `attribute` sets attributes, properties and listeners, `hydration` starts
//! on a page that has the markup's HTML already, `state` makes markup a view that Leptos can mount.
//!
//! Effects, listeners and Leptos views live as long as the reactive owner under which they were made.

mod attribute;
mod hydration;
mod state;

pub use hydration::hydrate;
pub use state::MarkupState;

use std::any::Any;

use leptos::prelude::{RenderEffect, StoredValue};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use crate::{Markup, Slot, Step};
use attribute::attribute;
use hydration::HydrationCursor;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Appends markup to a node.
fn build(markup: Markup, parent: &Node) {
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
                let _ = open.last().map(|element| element.set_attribute(name, value));
            }
            Step::AttributeSlot(name) => {
                if let (Some(element), Some(value)) = (open.last(), slots.next()) {
                    attribute(element, name, value, true);
                }
            }
            Step::Text(text) => append_text(&document, here, text),
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

fn append_text(document: &Document, parent: &Node, text: &str) {
    let _ = parent.append_child(&document.create_text_node(text));
}

fn build_slot(slot: Slot, parent: &Node, document: &Document) {
    match slot {
        Slot::Constant(text) => append_text(document, parent, text),
        Slot::Text(text) => append_text(document, parent, &text),
        Slot::Markup(markup) => build(markup, parent),
        Slot::List(slots) => slots.into_iter().for_each(|slot| build_slot(slot, parent, document)),
        Slot::Dynamic(value) => follow(value, parent.clone(), None),
        Slot::View(view) => view.mount(parent.unchecked_ref()),
        Slot::Empty | Slot::Flag | Slot::Listener(_) => {}
    }
}

/// Keeps the content of `parent` equal to a computed value. `published` is the content that a published page has there already; the
/// first run hydrates it.
fn follow(value: Box<dyn Fn() -> Slot>, parent: Node, mut published: Option<HydrationCursor>) {
    effect(move || {
        let hydrated = published.take().and_then(|mut cursor| hydration::attempt(|| cursor.hydrate_slot(value())));
        if let Some(owner) = hydrated {
            keep(Box::new(owner));
        } else {
            let value = value();
            parent.set_text_content(None);
            if let Some(document) = parent.owner_document() {
                build_slot(value, &parent, &document);
            }
        }
    });
}

/// Runs now, and again when a signal that it read has changed.
fn effect(mut run: impl FnMut() + 'static) {
    keep(Box::new(RenderEffect::new(move |_: Option<()>| run())));
}

/// Keeps a value as long as the reactive owner lives. One type for all values keeps the wasm small.
pub(crate) fn keep(value: Box<dyn Any>) {
    StoredValue::new_local(value);
}
