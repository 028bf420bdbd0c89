//! Tests of the index as a whole: written, and searched as a browser would.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

mod broken;
mod golden;
mod incremental;
mod recall;
mod support;
