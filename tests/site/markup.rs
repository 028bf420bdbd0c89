//! The DOM half of the markup crate in a real browser: opens the check of `crates/markup/tests/browser/`, on a host of its own.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::harness::{Flow, Server};

/// Folder of the check, built by `cargo xtask test`.
const CHECK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/markup");

#[test]
fn hydrated_markup_equals_built_markup() {
    let folder = Path::new(CHECK);
    assert!(folder.join("index.html").is_file(), "there is no check in {CHECK}: run `cargo xtask test`");
    let host = async move {
        let server = Arc::new(Server::start(folder, "/").await);
        (server.place().clone(), server)
    };
    Flow::new().run_on(host, |_, browser| async move {
        browser.goto("/").await;
        browser.wait_until("window.checked !== undefined", "the check to end").await;
        let checked: Value = browser.execute("return window.checked", Vec::new()).await;
        assert_eq!(checked["wrong"], json!([]));
        assert!(checked["count"].as_u64() >= Some(16), "{checked}");
    });
}
