//! The value of a template's slot: a child, or the value of an attribute.

#[cfg(any(feature = "csr", feature = "ssr"))]
use crate::LeptosView;
use crate::{Event, Markup};

/// The value of a slot.
#[derive(Default)]
pub enum Slot {
    /// No child; an attribute that is left out.
    #[default]
    Empty,
    /// An attribute without a value, such as `checked`.
    Flag,
    /// Text that is part of the program.
    Constant(&'static str),
    /// Text.
    Text(String),
    /// Markup within markup.
    Markup(Markup),
    /// One child after another.
    List(Vec<Slot>),
    /// Computed, and computed again when a signal that it reads changes.
    Dynamic(Box<dyn Fn() -> Slot>),
    /// Called for each event.
    Listener(Box<dyn Fn(Event)>),
    /// A view of Leptos's own.
    #[cfg(any(feature = "csr", feature = "ssr"))]
    View(LeptosView),
}

impl Slot {
    /// A listener. Only `view!` calls it.
    #[doc(hidden)]
    pub fn listener(listener: impl Fn(Event) + 'static) -> Self {
        Slot::Listener(Box::new(listener))
    }

    /// The text of an attribute; `None` where the attribute is left out.
    #[cfg(feature = "csr")]
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Slot::Constant(text) => Some(text),
            Slot::Text(text) => Some(text),
            Slot::Flag => Some(""),
            _ => None,
        }
    }
}
