//! Hydration: reuses the HTML of a published page. It walks the page's elements beside the template's, adds listeners and
//! effects, and leaves text and attributes unchanged. If the page has other elements, the attempt is disposed and the content is
//! built again.

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::Owner;
use leptos::tachys::view::Render;
use web_sys::Element;

use super::attribute::attribute;
use super::build::{children, follow};
use super::state::MarkupState;
use crate::markup::{LivePart, Markup, Slot};
use crate::step::Step;

/// Hydrates the content of an element, which `view` describes. If the content differs, builds it again. `view` may run twice.
///
/// `still` selects an element of the view that may have published content ([`Slot::Published`]), which the view cannot build. If the
/// element was built again, the content moves into it, and `on_built` gets false if there is none. Otherwise a signal of the slot has
/// to change, so that the live part is built.
pub fn hydrate(
    root: &Element,
    view: impl Fn() -> Markup + 'static,
    still: &str,
    on_built: impl FnOnce(bool),
) -> UnmountHandle<MarkupState> {
    let find = || root.query_selector(still).ok().flatten();
    let (parent, published) = (root.clone(), find());
    let handle = mount_to_renderer(root, move || PublishedView { parent, view });
    if let Some(built) = find().filter(|built| published.as_ref() != Some(built)) {
        if let Some(published) = published.filter(|_| !built.has_child_nodes()) {
            while published.first_child().is_some_and(|node| built.append_child(&node).is_ok()) {}
        }
        on_built(built.has_child_nodes());
    }
    handle
}

/// A view whose HTML is on the page already.
struct PublishedView<F> {
    parent: Element,
    view: F,
}

impl<F: Fn() -> Markup> Render for PublishedView<F> {
    type State = MarkupState;

    fn build(self) -> MarkupState {
        let hydrated = attempt(|| HydrationCursor::within(&self.parent).hydrate((self.view)()));
        hydrated.map_or_else(
            || {
                self.parent.set_text_content(None);
                (self.view)().build()
            },
            |owner| MarkupState::in_place(children(&self.parent), owner),
        )
    }

    fn rebuild(self, state: &mut MarkupState) {
        (self.view)().rebuild(state);
    }
}

/// Runs an attempt at hydration under its own owner. If it fails, the owner is dropped, with all effects and listeners of the
/// attempt.
fn attempt(run: impl FnOnce() -> Option<()>) -> Option<Owner> {
    let owner = Owner::new();
    owner.with(run).map(|()| owner)
}

/// A position among the elements of a published page.
struct HydrationCursor {
    parent: Element,
    next: Option<Element>,
}

impl HydrationCursor {
    /// Starts at the first element within `parent`.
    fn within(parent: &Element) -> Self {
        HydrationCursor { parent: parent.clone(), next: parent.first_element_child() }
    }

    /// Hydrates markup and moves behind it. Returns `None` if the page has other elements.
    fn hydrate(&mut self, markup: Markup) -> Option<()> {
        let (steps, mut slots) = markup.into_steps();
        let mut outer: Vec<HydrationCursor> = Vec::new();
        for step in steps {
            let here = outer.last_mut();
            match step {
                Step::Open(name) | Step::OpenSvg(name) => {
                    let here = here.unwrap_or(self);
                    let element = here.next.take().filter(|element| element.local_name() == name)?;
                    here.next = element.next_element_sibling();
                    outer.push(HydrationCursor::within(&element));
                }
                Step::AttributeSlot(name) => attribute(&here?.parent, name, slots.next()?, false),
                Step::Slot => here.unwrap_or(self).hydrate_slot(slots.next()?)?,
                Step::Close | Step::CloseVoid => drop(outer.pop()),
                Step::Attribute(..) | Step::Text(_) => {}
            }
        }
        Some(())
    }

    /// Hydrates the content of a slot and moves behind it.
    fn hydrate_slot(&mut self, slot: Slot) -> Option<()> {
        match slot {
            Slot::Markup(markup) => self.hydrate(markup),
            Slot::List(slots) => slots.into_iter().try_for_each(|slot| self.hydrate_slot(slot)),
            Slot::Dynamic(value) => {
                let mut content = HydrationCursor { parent: self.parent.clone(), next: self.next.take() };
                let hydration = move |slot| attempt(|| content.hydrate_slot(slot));
                follow(value, self.parent.clone().into(), Some(Box::new(hydration)));
                Some(())
            }
            Slot::View(view) => {
                self.next = None;
                view.mount(&self.parent);
                Some(())
            }
            Slot::Published(Some(LivePart { selector, markup })) => {
                let element = self.parent.query_selector(selector).ok()??;
                HydrationCursor { parent: self.parent.clone(), next: Some(element) }.hydrate(markup)
            }
            Slot::Published(None) => Some(()),
            Slot::Empty | Slot::Flag | Slot::Constant(_) | Slot::Text(_) | Slot::Listener(_) => Some(()),
        }
    }
}
