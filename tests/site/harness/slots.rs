//! Limits the number of browsers that run at once. A flow spends half of its time waiting, so there may be one more than a small
//! machine has cores; more only slow each other down until a wait times out. A flow that measures time runs alone.

use std::sync::{Condvar, Mutex};

const BROWSERS: usize = 3;

struct Slots {
    free: usize,
    /// True while a flow waits to run alone; no other flow starts then.
    is_claimed: bool,
}

static SLOTS: Mutex<Slots> = Mutex::new(Slots { free: BROWSERS, is_claimed: false });
static FREED: Condvar = Condvar::new();

/// The right to run a browser in some slots, which are free again on drop.
pub(super) struct Slot(usize);

impl Slot {
    /// Waits for a free slot.
    pub(super) fn take() -> Self {
        let mut slots = FREED.wait_while(SLOTS.lock().unwrap(), |slots| slots.free == 0 || slots.is_claimed).unwrap();
        slots.free -= 1;
        Slot(1)
    }

    /// Waits until no other browser runs, and lets none start.
    pub(super) fn take_all() -> Self {
        let mut slots = FREED.wait_while(SLOTS.lock().unwrap(), |slots| slots.is_claimed).unwrap();
        slots.is_claimed = true;
        let mut slots = FREED.wait_while(slots, |slots| slots.free < BROWSERS).unwrap();
        *slots = Slots { free: 0, is_claimed: false };
        Slot(BROWSERS)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        SLOTS.lock().unwrap().free += self.0;
        FREED.notify_all();
    }
}
