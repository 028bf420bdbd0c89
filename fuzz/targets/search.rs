//! Any bytes as files of the search index. What is promised is in `crates/search/src/fuzzing.rs`; and no input of the size of a
//! published file takes more than 50 MB.
#![no_main]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use libfuzzer_sys::fuzz_target;

/// The most bytes that a search of broken files may have at a time.
const MOST_MEMORY: usize = 50_000_000;

/// The system's allocator, which counts the bytes that are in use, and the most that were.
struct CountingAllocator;

static USED: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

// SAFETY: every call is passed on as it came.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        MOST.fetch_max(USED.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let before = USED.load(Relaxed);
    MOST.store(before, Relaxed);
    investchn_search::fuzzing::search(bytes);
    let most = MOST.load(Relaxed).saturating_sub(before);
    assert!(most <= MOST_MEMORY, "{most} bytes in use");
});
