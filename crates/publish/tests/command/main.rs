//! Tests of the publisher's command, run as a process: its output, its files and its errors. Each module covers one subject,
//! with its cases in `tests/cases/`; `workplace` makes the folder in which the command runs. Modules have their own unit tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

mod bad;
mod cache;
mod chinese;
mod demo;
mod deploy;
mod faults;
mod fix;
mod import;
mod import_profile;
mod increment;
mod language;
mod new;
mod note;
mod offline;
mod precompress;
mod recipes;
mod state;
mod warn;
mod workplace;
mod zone;
mod zone_english;
