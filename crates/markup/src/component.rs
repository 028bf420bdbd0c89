//! A view of Leptos's own in a slot. It costs the wasm its code only where a program calls [`component`]: nothing else names the
//! methods of a Leptos view.

use leptos::IntoView;
#[cfg(feature = "csr")]
use leptos::tachys::view::Mountable;
#[cfg(feature = "csr")]
use web_sys::Element;

/// A Leptos view whose type is erased, to stand in a slot.
pub struct LeptosView(Box<dyn ErasedView>);

/// Puts a Leptos view into a slot: a component, or what Leptos's own `view!` returns. It must be the only child of its element.
///
/// In the browser it is built, and lives until the reactive owner around it is disposed. Hydration builds it anew in place of its
/// published HTML, which natively is taken as Leptos writes it.
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

/// What a slot does with a view. All of it is here, behind a virtual call, so that a wasm without such views has none of it.
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
