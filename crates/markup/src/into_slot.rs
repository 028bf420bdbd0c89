//! The types of values for each position of a slot. The compiler checks them: a value in the wrong position, which would replace
//! its siblings or vanish, does not compile.

#[cfg(any(feature = "csr", feature = "ssr"))]
use crate::LeptosView;
use crate::{Markup, Slot};

/// The position of a child without siblings.
pub enum Alone {}

/// The position of a child with siblings, or one that may get some: at a template's top level.
pub enum BesideSiblings {}

/// The position of an attribute's or property's value.
pub enum Attribute {}

/// The positions of children.
pub trait ChildPosition {}

impl ChildPosition for Alone {}
impl ChildPosition for BesideSiblings {}

/// A value that can be in a slot at the position `P`.
///
/// A closure that runs again replaces the whole content of its element, and so does the hydration of a Leptos view, because
/// published HTML has no markers for the end of their content. So both need an element of their own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a slot at the position `{P}`",
    label = "not possible here",
    note = "a closure or a Leptos view must be the only child of its element: give it one, as in `<span>{{value}}</span>`",
    note = "a child is text, markup, an `Option` or a `Vec` of those",
    note = "an attribute's value is text, a `bool`, an `Option` of those, or a closure that returns one of those"
)]
pub trait IntoSlot<P> {
    /// Converts the value to a slot.
    fn into_slot(self) -> Slot;
}

impl<P> IntoSlot<P> for String {
    fn into_slot(self) -> Slot {
        Slot::Text(self)
    }
}

impl<P> IntoSlot<P> for &'static str {
    fn into_slot(self) -> Slot {
        Slot::Constant(self)
    }
}

impl<P, T: IntoSlot<P>> IntoSlot<P> for Option<T> {
    fn into_slot(self) -> Slot {
        self.map(T::into_slot).unwrap_or_default()
    }
}

impl IntoSlot<Alone> for Slot {
    fn into_slot(self) -> Slot {
        self
    }
}

impl<P: ChildPosition> IntoSlot<P> for Markup {
    fn into_slot(self) -> Slot {
        Slot::Markup(self)
    }
}

impl<P: ChildPosition, T: IntoSlot<BesideSiblings>> IntoSlot<P> for Vec<T> {
    fn into_slot(self) -> Slot {
        Slot::List(self.into_iter().map(T::into_slot).collect())
    }
}

impl IntoSlot<Attribute> for bool {
    fn into_slot(self) -> Slot {
        if self { Slot::Flag } else { Slot::Empty }
    }
}

impl<F: Fn() -> T + 'static, T: IntoSlot<Alone>> IntoSlot<Alone> for F {
    fn into_slot(self) -> Slot {
        Slot::Dynamic(Box::new(move || self().into_slot()))
    }
}

impl<F: Fn() -> T + 'static, T: IntoSlot<Attribute>> IntoSlot<Attribute> for F {
    fn into_slot(self) -> Slot {
        Slot::Dynamic(Box::new(move || self().into_slot()))
    }
}

#[cfg(any(feature = "csr", feature = "ssr"))]
impl IntoSlot<Alone> for LeptosView {
    fn into_slot(self) -> Slot {
        Slot::View(self)
    }
}
