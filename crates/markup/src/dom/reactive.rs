//! Effects and values that live as long as the reactive owner under which they were created.

use std::any::Any;

use leptos::prelude::{RenderEffect, StoredValue};

/// Runs a function now, and again when a signal that it read has changed.
pub(super) fn effect(mut run: impl FnMut() + 'static) {
    keep(Box::new(RenderEffect::new(move |_: Option<()>| run())));
}

/// Keeps a value as long as the reactive owner. One type for all values keeps the wasm small.
pub(crate) fn keep(value: Box<dyn Any>) {
    StoredValue::new_local(value);
}
