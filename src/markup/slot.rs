//! The values of a template's slots: what may stand as a child or as an attribute's value.

use super::Markup;

/// A value.
#[derive(Default)]
pub enum Slot {
    /// No child; an attribute that is left out.
    #[default]
    Nothing,
    /// An attribute without a value.
    Flag,
    /// Text that is known beforehand.
    Constant(&'static str),
    /// Text.
    Text(String),
    /// Markup within markup.
    Markup(Markup),
    /// One after another.
    Several(Vec<Slot>),
    /// Followed: another value whenever a signal that it reads changes.
    Live(Box<dyn Fn() -> Slot>),
    /// What is told the element's value at an event.
    Heard(Box<dyn Fn(String)>),
}

impl Slot {
    /// A listener.
    pub fn heard(listener: impl Fn(String) + 'static) -> Self {
        Slot::Heard(Box::new(listener))
    }

    /// As an attribute's text; none where the attribute is left out.
    #[cfg(feature = "csr")]
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Slot::Constant(text) => Some(text),
            Slot::Text(text) => Some(text),
            Slot::Flag => Some(""),
            _ => None,
        }
    }
}

/// What may stand in a slot.
pub trait IntoSlot {
    /// As a slot's value.
    fn into_slot(self) -> Slot;
}

impl IntoSlot for Slot {
    fn into_slot(self) -> Slot {
        self
    }
}

impl IntoSlot for Markup {
    fn into_slot(self) -> Slot {
        Slot::Markup(self)
    }
}

impl IntoSlot for String {
    fn into_slot(self) -> Slot {
        Slot::Text(self)
    }
}

impl IntoSlot for &'static str {
    fn into_slot(self) -> Slot {
        Slot::Constant(self)
    }
}

impl IntoSlot for bool {
    fn into_slot(self) -> Slot {
        if self { Slot::Flag } else { Slot::Nothing }
    }
}

impl<T: IntoSlot> IntoSlot for Option<T> {
    fn into_slot(self) -> Slot {
        self.map(T::into_slot).unwrap_or_default()
    }
}

impl<T: IntoSlot> IntoSlot for Vec<T> {
    fn into_slot(self) -> Slot {
        Slot::Several(self.into_iter().map(T::into_slot).collect())
    }
}

impl<F: Fn() -> T + 'static, T: IntoSlot> IntoSlot for F {
    fn into_slot(self) -> Slot {
        Slot::Live(Box::new(move || self().into_slot()))
    }
}
