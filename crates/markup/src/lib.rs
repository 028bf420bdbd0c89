//! Templates with slots. `view!` turns markup into [`Markup`]: one constant string, the template, and the values of its slots.
//! The feature `ssr` writes it as HTML; `csr` builds it in a document, or hydrates the HTML of a published page.
//!
//! Invariant: the HTML, parsed and hydrated, equals the DOM that is built. Markup that would break this does not compile.
//!
//! All views share one type, which keeps the wasm small: a view adds its template and the code that fills its slots, and the
//! compiler generates no code for its structure. README.md has the grammar and the list of refused markup.

#[cfg(any(feature = "csr", feature = "ssr"))]
mod component;
#[doc(hidden)]
pub mod constant;
#[cfg(feature = "csr")]
mod dom;
mod event;
#[cfg(feature = "ssr")]
mod html;
mod into_slot;
mod markup;
#[cfg_attr(
    not(any(feature = "csr", feature = "ssr")),
    allow(dead_code, reason = "without either half only the greatest code is used")
)]
mod opcode;
#[cfg(any(feature = "csr", feature = "ssr"))]
mod step;
#[cfg(any(feature = "csr", feature = "ssr"))]
mod texts;

#[cfg(any(feature = "csr", feature = "ssr"))]
pub use component::{LeptosView, component};
#[cfg(feature = "csr")]
pub use dom::{MarkupState, hydrate};
pub use event::DomEvent;
pub use into_slot::{Alone, Attribute, BesideSiblings, ChildPosition, IntoSlot};
pub use investchn_markup_macro::view;
pub use markup::{LivePart, Markup, Slot};
#[cfg(any(feature = "csr", feature = "ssr"))]
pub use texts::set_texts;
