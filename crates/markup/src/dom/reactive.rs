//! Effects and values that live as long as the reactive owner under which they were created.

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::{Owner, RenderEffect};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use slab::Slab;

/// Runs a function now, and again when a signal that it read has changed.
pub(super) fn effect(mut run: impl FnMut() + 'static) {
    keep(Box::new(SubscribedEffect(RenderEffect::new(move |_: Option<()>| run()))));
}

/// An effect that leaves its signals when it is dropped, which [`RenderEffect`] does not: a signal that never changes would hold the
/// memory of every effect that has read it.
struct SubscribedEffect(RenderEffect<()>);

impl Drop for SubscribedEffect {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}

thread_local! {
    /// The values that are kept. A `StoredValue` would compare the thread at each use, and the standard library's threads have an allocator
    /// of their own: seven kilobytes, before compression.
    static KEPT: RefCell<Slab<Box<dyn Any>>> = const { RefCell::new(Slab::new()) };
}

/// Keeps a value as long as the reactive owner. One type for all values keeps the wasm small.
pub(crate) fn keep(value: Box<dyn Any>) {
    let place = KEPT.with_borrow_mut(|kept| kept.insert(value));
    Owner::on_cleanup(move || {
        // Dropped only when `KEPT` is not borrowed any more: a value may have kept others.
        let value = KEPT.with_borrow_mut(|kept| kept.try_remove(place));
        drop(value);
    });
}
