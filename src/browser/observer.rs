//! Observes which links of the page are in view.

use wasm_bindgen::prelude::*;
use web_sys::{Document, EventTarget, IntersectionObserver, IntersectionObserverEntry};

/// Links to articles: those of a list, and an article's neighbours.
const LINKS: &str = "main :is(h3, .neighbours, .cards) a[href]";

/// An observer of links. In a browser without `IntersectionObserver` it reports nothing.
pub(super) struct LinkObserver(Option<IntersectionObserver>);

impl LinkObserver {
    /// Creates an observer that reports each link that comes into view.
    pub(super) fn new(report: impl Fn(EventTarget) + 'static) -> Self {
        let listener = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for place in 0..entries.length() {
                let entry: IntersectionObserverEntry = entries.get(place).unchecked_into();
                if entry.is_intersecting() {
                    report(entry.target().into());
                }
            }
        });
        let observer = IntersectionObserver::new(listener.as_ref().unchecked_ref()).ok();
        listener.forget();
        LinkObserver(observer)
    }

    /// Observes the links of the current document, and no others.
    pub(super) fn observe_links(&self, document: &Document) {
        if let (Some(observer), Ok(links)) = (&self.0, document.query_selector_all(LINKS)) {
            observer.disconnect();
            (0..links.length())
                .filter_map(|place| links.item(place))
                .for_each(|link| observer.observe(link.unchecked_ref()));
        }
    }
}
