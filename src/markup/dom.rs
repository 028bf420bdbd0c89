//! Markup in a document: made anew, or taken over from a page that has it already. What is followed is followed as long as the
//! reactive owner in which it was put there lives.

use leptos::mount::mount_to_renderer;
use leptos::prelude::{RenderEffect, StoredValue};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlInputElement, Node};

use super::{Markup, Slot, Step};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Puts a view into an element for as long as the page lives. With `as_it_stands` the element has the view's HTML already: it
/// is taken over, and what is not as it should be is made anew.
pub(crate) fn mount(root: &Element, as_it_stands: bool, view: impl Fn() -> Markup + 'static) {
    let parent = root.clone();
    let put = move || {
        let taken = as_it_stands && Standing::within(&parent).adopt(view()).is_some();
        if !taken {
            parent.set_text_content(None);
            build(view(), &parent);
        }
    };
    mount_to_renderer(root, put).forget();
}

/// Makes markup at the end of an element.
fn build(markup: Markup, parent: &Node) {
    let Some(document) = parent.owner_document() else { return };
    let (steps, mut slots) = markup.into_steps();
    let mut open: Vec<Element> = Vec::new();
    for step in steps {
        let here = open.last().map_or(parent, AsRef::as_ref);
        match step {
            Step::Open(name) => {
                let Some(element) = element(&document, name) else { return };
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
            Step::Close => drop(open.pop()),
        }
    }
}

fn element(document: &Document, name: &str) -> Option<Element> {
    let made = match name {
        "svg" | "path" => document.create_element_ns(Some(SVG), name),
        _ => document.create_element(name),
    };
    made.ok()
}

fn append_text(document: &Document, parent: &Node, text: &str) {
    let _ = parent.append_child(&document.create_text_node(text));
}

fn build_slot(slot: Slot, parent: &Node, document: &Document) {
    match slot {
        Slot::Constant(text) => append_text(document, parent, text),
        Slot::Text(text) => append_text(document, parent, &text),
        Slot::Markup(markup) => build(markup, parent),
        Slot::Several(slots) => slots.into_iter().for_each(|slot| build_slot(slot, parent, document)),
        Slot::Live(value) => follow(value, parent.clone(), None),
        Slot::Nothing | Slot::Flag | Slot::Heard(_) => {}
    }
}

/// Keeps an element's content as a followed value says. `standing` is what a published page has there already.
fn follow(value: Box<dyn Fn() -> Slot>, parent: Node, mut standing: Option<Standing>) {
    effect(move || {
        let taken = standing.take().and_then(|mut standing| standing.adopt_slot(value()));
        if taken.is_none() {
            let value = value();
            parent.set_text_content(None);
            if let Some(document) = parent.owner_document() {
                build_slot(value, &parent, &document);
            }
        }
    });
}

/// Runs now, and again whenever a signal that it read has changed.
fn effect(mut run: impl FnMut() + 'static) {
    // The owner keeps it.
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}

/// An attribute, a property or a listener; `set` is false where a published page has the attribute already.
fn attribute(element: &Element, name: &'static str, value: Slot, set: bool) {
    match value {
        Slot::Live(value) => {
            let (element, mut set) = (element.clone(), set || name.contains(':'));
            let mut last = None;
            effect(move || {
                let value = value();
                // Many may follow one signal, and few of them change: the rows of a list that is filtered.
                let now = Some(value.text().map(str::to_owned));
                let changes = std::mem::replace(&mut last, now.clone()) != now;
                if std::mem::replace(&mut set, true) && changes {
                    assign(&element, name, &value);
                }
            });
        }
        Slot::Heard(listener) => {
            let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                if let Some(input) = event.target() {
                    listener(input.unchecked_into::<HtmlInputElement>().value());
                }
            });
            let event = name.trim_start_matches("on:");
            let _ = element.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
            StoredValue::new_local(heard);
        }
        value if set => assign(element, name, &value),
        _ => {}
    }
}

fn assign(element: &Element, name: &str, value: &Slot) {
    let text = value.text();
    if let Some(property) = name.strip_prefix("prop:") {
        let flag = || JsValue::from_bool(matches!(value, Slot::Flag));
        let value = text.filter(|_| !matches!(value, Slot::Flag)).map_or_else(flag, JsValue::from_str);
        let _ = js_sys::Reflect::set(element, &JsValue::from_str(property), &value);
        return;
    }
    let _ = match text {
        Some(text) => element.set_attribute(name, text),
        None => element.remove_attribute(name),
    };
}

/// What a published page has: the elements within one, in order. Text is left as it stands.
struct Standing {
    parent: Element,
    next: Option<Element>,
}

impl Standing {
    fn within(parent: &Element) -> Self {
        Standing { parent: parent.clone(), next: parent.first_element_child() }
    }

    /// Takes markup over: listens, and follows what is to be followed. None where the page has something else.
    fn adopt(&mut self, markup: Markup) -> Option<()> {
        let (steps, mut slots) = markup.into_steps();
        let mut outer: Vec<Standing> = Vec::new();
        for step in steps {
            let here = outer.last_mut();
            match step {
                Step::Open(name) => {
                    let here = here.unwrap_or(self);
                    let element = here.next.take().filter(|element| element.local_name() == name)?;
                    here.next = element.next_element_sibling();
                    outer.push(Standing::within(&element));
                }
                Step::AttributeSlot(name) => attribute(&here?.parent, name, slots.next()?, false),
                Step::Slot => here.unwrap_or(self).adopt_slot(slots.next()?)?,
                Step::Close => drop(outer.pop()),
                Step::Attribute(..) | Step::Text(_) => {}
            }
        }
        Some(())
    }

    fn adopt_slot(&mut self, slot: Slot) -> Option<()> {
        match slot {
            Slot::Markup(markup) => self.adopt(markup),
            Slot::Several(slots) => slots.into_iter().try_for_each(|slot| self.adopt_slot(slot)),
            Slot::Live(value) => {
                let standing = Standing { parent: self.parent.clone(), next: self.next.take() };
                follow(value, self.parent.clone().into(), Some(standing));
                Some(())
            }
            Slot::Nothing | Slot::Flag | Slot::Constant(_) | Slot::Text(_) | Slot::Heard(_) => Some(()),
        }
    }
}
