//! The contract between the publisher and the app: the app reads, by its own types and paths, what the publisher writes. The
//! tests are native, and run the real publisher on the fixture and on the default content.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

mod content;
mod dates;
mod embeds;
mod embeds_in_english;
mod feeds;
mod files;
mod headers;
mod languages;
mod links;
mod machines;
mod markup;
mod page_data;
mod parsed;
mod pseudo_language;
#[path = "../pseudo/messages.rs"]
mod pseudo_messages;
mod published;
mod references;
mod register;
mod schemas;
mod search;
mod seed;
mod share;
mod words_outside_messages;
