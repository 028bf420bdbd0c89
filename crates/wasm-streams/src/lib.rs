//! Stands for the crate `wasm-streams`, of which Leptos needs two conversions for the bodies of server functions. The portal has no server.
//! The crate itself exports classes to JavaScript, and an export is never unused: with them the app had eight more kilobytes of code.
//!
//! Invariant: it compiles wherever Leptos names the crate. Nothing calls it.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of JavaScript.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of JavaScript.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        ReadableStream(raw)
    }

    /// Drops a stream of Rust, and returns an empty object in its place.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> Self {
        ReadableStream(JsValue::UNDEFINED.into())
    }

    /// Returns the stream of JavaScript.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Returns a stream that has ended.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        Ended
    }
}

struct Ended;

impl Stream for Ended {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
