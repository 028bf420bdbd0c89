//! Limits the number of browsers that run at once. A flow spends half of its time waiting, so there may be one more than a small
//! machine has cores; more only slow each other down until a wait times out.

use std::sync::{Condvar, Mutex};

const BROWSERS: usize = 3;

static FREE: Mutex<usize> = Mutex::new(BROWSERS);
static FREED: Condvar = Condvar::new();

/// The right to run a browser, returned on drop.
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
