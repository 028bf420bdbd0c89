//! The value of a template's slot: a child, or the value of an attribute.

#[cfg(any(feature = "csr", feature = "ssr"))]
use crate::LeptosView;
use crate::{Event, Markup};

/// The value of a slot.
#[derive(Default)]
pub enum Slot {
    /// No child, or an attribute that is left out.
    #[default]
    Empty,
    /// An attribute without a value, such as `checked`.
    Flag,
    /// Constant text of the program.
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
    Listener(Box<dyn Fn(Event)>),
    /// A Leptos view.
    #[cfg(any(feature = "csr", feature = "ssr"))]
    View(LeptosView),
}

impl Slot {
    /// Wraps a listener. Only `view!` calls it.
    #[doc(hidden)]
    pub fn listener(listener: impl Fn(Event) + 'static) -> Self {
        Slot::Listener(Box::new(listener))
    }

    /// Returns the text of an attribute; `None` if the attribute is left out.
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
