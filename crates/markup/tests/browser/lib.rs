//! The check of the DOM half in a browser: a small wasm module that a flow of tests/site opens. `cases` has a view for each kind
//! of slot; each is written as HTML, parsed and hydrated, and must then equal the built view. `lifetimes` checks when effects and
//! listeners end, and `mounted` checks markup within Leptos and Leptos within markup.

#![allow(clippy::expect_used, reason = "a test tells what is wrong by a panic")]

mod cases;
mod lifetimes;
mod mounted;
mod page;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// Runs every check and returns the failures.
#[wasm_bindgen]
pub async fn run() -> Vec<String> {
    std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
    let mut wrong = Vec::new();
    for case in cases::CASES {
        wrong.extend(case.check().await);
    }
    wrong.extend(lifetimes::check().await);
    wrong.extend(mounted::check().await);
    wrong
}

/// Returns the number of cases, so that the flow notices if there are none.
#[wasm_bindgen]
pub fn count() -> usize {
    cases::CASES.len()
}
