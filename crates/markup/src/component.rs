//! A Leptos view in a slot. Its code is in the wasm only if the program calls [`component`]: nothing else names the methods of a
//! Leptos view.

use leptos::IntoView;
#[cfg(feature = "csr")]
use leptos::tachys::view::Mountable;
#[cfg(feature = "csr")]
use web_sys::Element;

/// A Leptos view with erased type, for a slot.
pub struct LeptosView(Box<dyn ErasedView>);

/// Puts a Leptos view into a slot: a component, or the result of Leptos's own `view!`. It must be the only child of its element.
///
/// In the browser the view lives until the reactive owner around it is disposed. Hydration does not reuse its published HTML, but
/// builds the view again. Natively the HTML is what Leptos writes.
pub fn component<V: IntoView<State: 'static> + 'static>(view: V) -> LeptosView {
    LeptosView(Box::new(view))
}

impl LeptosView {
    /// Replaces the content of `parent` by the view.
    #[cfg(feature = "csr")]
    pub(crate) fn mount(self, parent: &Element) {
        self.0.mount(parent);
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn into_html(self) -> String {
        self.0.into_html()
    }
}

/// The operations of a slot on a Leptos view, behind virtual calls, so that a wasm without Leptos views contains none of them.
trait ErasedView {
    #[cfg(feature = "csr")]
    fn mount(self: Box<Self>, parent: &Element);
    #[cfg(feature = "ssr")]
    fn into_html(self: Box<Self>) -> String;
}

impl<V: IntoView + 'static> ErasedView for V
where
    V::State: 'static,
{
    #[cfg(feature = "csr")]
    fn mount(self: Box<Self>, parent: &Element) {
        parent.set_text_content(None);
        let mut state = (*self).build();
        state.mount(parent, None);
        crate::dom::reactive::keep(Box::new(state));
    }

    #[cfg(feature = "ssr")]
    fn into_html(self: Box<Self>) -> String {
        (*self).to_html()
    }
}
