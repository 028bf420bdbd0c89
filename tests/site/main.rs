//! Flows through the built portal in a real browser. Each module covers one subject; `harness` drives the browser and serves the
//! portal. Tests that need no browser belong elsewhere, see tests/README.md.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test tells what is wrong by a panic, and so does what drives it"
)]

mod clipping;
mod deploy;
mod edition_switch;
mod editions;
mod embed;
mod engines;
mod every_page;
mod first_screen;
mod harness;
mod hosts;
mod hydration;
mod interfaces;
mod markup;
mod moving;
mod offline;
#[path = "../pseudo/messages.rs"]
mod pseudo_messages;
mod register;
mod releases;
mod search;
mod seed;
mod smoke;
mod states;
mod store;
mod views;
