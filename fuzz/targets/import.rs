//! Any bytes as a page of the old site. What is promised is in `crates/publish/src/fuzzing.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| investchn_publish::fuzzing::import(bytes));
