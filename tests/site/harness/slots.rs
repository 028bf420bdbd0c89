//! How many browsers run at once. Tests run in as many threads as the machine has cores, and more browsers than a few
//! only slow each other down until a wait runs out.

use std::sync::{Condvar, Mutex};

const BROWSERS: usize = 2;

static FREE: Mutex<usize> = Mutex::new(BROWSERS);
static FREED: Condvar = Condvar::new();

/// The right to run a browser, given back when it is dropped.
pub(super) struct Slot(());

impl Slot {
    /// Waits for a free slot.
    pub(super) fn take() -> Self {
        let mut free = FREE.lock().unwrap();
        while *free == 0 {
            free = FREED.wait(free).unwrap();
        }
        *free -= 1;
        Slot(())
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *FREE.lock().unwrap() += 1;
        FREED.notify_one();
    }
}
