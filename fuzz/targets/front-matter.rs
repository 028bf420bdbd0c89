//! Any text as an article's file: its front matter. What is promised is in `crates/publish/src/fuzzing.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| investchn_publish::fuzzing::front_matter(&String::from_utf8_lossy(bytes)));
