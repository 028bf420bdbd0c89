//! A view of Leptos's own in a slot. It costs the wasm its code only where a program calls [`component`]: nothing else names the
//! methods of a Leptos view.

use leptos::IntoView;
#[cfg(feature = "csr")]
use leptos::tachys::view::Mountable;

/// A Leptos view whose type is erased, to stand in a slot.
pub struct LeptosView(Box<dyn ErasedView>);

/// Puts a Leptos view into a slot: a component, or what Leptos's own `view!` returns. It must be the only child of its element.
///
/// In the browser it is built, and lives until the reactive owner around it is disposed. Hydration builds it anew in place of its
/// published HTML, which natively is taken as Leptos writes it.
pub fn component(view: impl IntoView + 'static) -> LeptosView {
    LeptosView(Box::new(view))
}

impl LeptosView {
    #[cfg(feature = "csr")]
    pub(crate) fn build(self) -> Box<dyn Mountable> {
        self.0.build()
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn into_html(self) -> String {
        self.0.into_html()
    }
}

trait ErasedView {
    #[cfg(feature = "csr")]
    fn build(self: Box<Self>) -> Box<dyn Mountable>;
    #[cfg(feature = "ssr")]
    fn into_html(self: Box<Self>) -> String;
}

impl<V: IntoView + 'static> ErasedView for V {
    #[cfg(feature = "csr")]
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new((*self).build())
    }

    #[cfg(feature = "ssr")]
    fn into_html(self: Box<Self>) -> String {
        (*self).to_html()
    }
}
