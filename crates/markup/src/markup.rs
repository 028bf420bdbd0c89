//! Markup and the values of its slots, two types that contain each other.

#[cfg(feature = "csr")]
use std::borrow::Cow;

use crate::DomEvent;
#[cfg(any(feature = "csr", feature = "ssr"))]
use crate::LeptosView;
#[cfg(any(feature = "csr", feature = "ssr"))]
use crate::step::{Step, steps};
#[cfg(feature = "csr")]
use crate::texts::resolve;

/// A template and the values of its slots.
#[derive(Default)]
#[cfg_attr(
    not(any(feature = "csr", feature = "ssr")),
    allow(dead_code, reason = "without either half views are only checked")
)]
pub struct Markup {
    template: &'static str,
    slots: Vec<Slot>,
}

impl Markup {
    /// Joins a template with the values of its slots, in the template's order. Only `view!` calls it: any other template may
    /// break the crate's invariant.
    #[doc(hidden)]
    pub fn new(template: &'static str, slots: Vec<Slot>) -> Self {
        Markup { template, slots }
    }

    /// Returns the template's steps, and the slots that they use.
    #[cfg(any(feature = "csr", feature = "ssr"))]
    pub(crate) fn into_steps(self) -> (impl Iterator<Item = Step>, std::vec::IntoIter<Slot>) {
        (steps(self.template), self.slots.into_iter())
    }

    /// Counts the closures, listeners and Leptos views, those in the values of closures too.
    #[cfg(feature = "ssr")]
    pub fn live_slots(self) -> usize {
        self.slots.into_iter().map(Slot::live_slots).sum()
    }
}

/// The value of a slot: a child, or the value of an attribute.
#[derive(Default)]
pub enum Slot {
    /// No child, or an attribute that is left out.
    #[default]
    Empty,
    /// An attribute without a value, such as `checked`.
    Flag,
    /// Constant text of the program, which may contain references to texts.
    Constant(&'static str),
    /// Text.
    Text(String),
    /// Markup within markup.
    Markup(Markup),
    /// Several children in order.
    List(Vec<Slot>),
    /// A computed value, computed again when a signal that it reads changes.
    Dynamic(Box<dyn Fn() -> Slot>),
    /// A listener, called for each event.
    Listener(Box<dyn Fn(DomEvent)>),
    /// A Leptos view.
    #[cfg(any(feature = "csr", feature = "ssr"))]
    View(LeptosView),
    /// The content of the published page, which a closure returns until it has another value: hydration passes over it. Returned again
    /// later, it is put back as it was.
    Published(Option<LivePart>),
}

/// The part of published content that changes: hydrated on the published page, built again each time that the content returns.
pub struct LivePart {
    /// Selects its element in the content.
    pub selector: &'static str,
    /// The element.
    pub markup: Markup,
}

impl Slot {
    /// Wraps a listener. Only `view!` calls it.
    #[doc(hidden)]
    pub fn listener(listener: impl Fn(DomEvent) + 'static) -> Self {
        Slot::Listener(Box::new(listener))
    }

    #[cfg(feature = "ssr")]
    fn live_slots(self) -> usize {
        match self {
            Slot::Markup(markup) => markup.live_slots(),
            Slot::List(slots) => slots.into_iter().map(Slot::live_slots).sum(),
            Slot::Dynamic(value) => 1 + value().live_slots(),
            Slot::Published(live) => live.map_or(0, |live| live.markup.live_slots()),
            Slot::Listener(_) | Slot::View(_) => 1,
            Slot::Empty | Slot::Flag | Slot::Constant(_) | Slot::Text(_) => 0,
        }
    }

    /// Returns the text of an attribute; `None` if the attribute is left out.
    #[cfg(feature = "csr")]
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Slot::Constant(text) => Some(resolve(text)),
            Slot::Text(text) => Some(Cow::Borrowed(text)),
            Slot::Flag => Some(Cow::Borrowed("")),
            _ => None,
        }
    }
}
