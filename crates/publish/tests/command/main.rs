//! The publisher's command, run for real: what it prints, writes and refuses. Each module below is about one matter, with its
//! cases in `tests/cases/`; `workplace` is where the command runs. What one module rules is tested beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

mod bad;
mod cache;
mod demo;
mod deploy;
mod faults;
mod import;
mod increment;
mod new;
mod offline;
mod precompress;
mod warn;
mod workplace;
