//! The event that a listener gets. Views name it natively as well, where no event ever happens.

/// An event of the browser.
pub struct DomEvent(#[cfg(feature = "csr")] web_sys::Event, #[cfg(not(feature = "csr"))] std::convert::Infallible);

#[cfg(not(feature = "csr"))]
impl DomEvent {
    /// The `value` of the element that the event came from, such as a field's text; empty where it has none.
    pub fn value(&self) -> String {
        match self.0 {}
    }
}

#[cfg(feature = "csr")]
impl DomEvent {
    pub(crate) fn new(event: web_sys::Event) -> Self {
        DomEvent(event)
    }

    /// The `value` of the element that the event came from, such as a field's text; empty where it has none.
    pub fn value(&self) -> String {
        let value = self.0.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
        value.and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// The event itself: its keys, its default action, its target.
    pub fn as_web_sys(&self) -> &web_sys::Event {
        &self.0
    }
}
