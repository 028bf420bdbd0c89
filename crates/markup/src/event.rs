//! The event that a listener gets. Native views refer to it too, although no event ever happens there.

/// An event of the browser.
pub struct DomEvent(#[cfg(feature = "csr")] web_sys::Event, #[cfg(not(feature = "csr"))] std::convert::Infallible);

#[cfg(not(feature = "csr"))]
impl DomEvent {
    /// Returns the `value` of the event's target, such as a field's text; empty if it has none.
    pub fn value(&self) -> String {
        match self.0 {}
    }
}

#[cfg(feature = "csr")]
impl DomEvent {
    pub(crate) fn new(event: web_sys::Event) -> Self {
        DomEvent(event)
    }

    /// Returns the `value` of the event's target, such as a field's text; empty if it has none.
    pub fn value(&self) -> String {
        let value = self.0.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
        value.and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Returns the event itself: its keys, its default action, its target.
    pub fn as_web_sys(&self) -> &web_sys::Event {
        &self.0
    }
}
