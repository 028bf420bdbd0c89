//! The element inside pages of frameworks, which set attributes or properties, before there is a class or after, and move and
//! remove elements as they like. The pages are those of `tests/frameworks/`, bundled by `cargo xtask test`.

use std::path::Path;

use super::{on_partner, wait_shown};
use crate::harness::Flow;

#[track_caller]
fn lives_in(framework: &'static str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/frameworks").join(format!("{framework}.js"));
    let script = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{} cannot be read ({error}): run `cargo xtask test`", file.display()));
    on_partner(Flow::new(), move |pair, browser| async move {
        let ours = "<script type=\"module\" src=\"https://www.investchn.com/embed.js\"></script>";
        let theirs = "<script type=\"module\" src=\"/page.js\"></script>";
        pair.partner.put("/page.js", &script);
        for (order, tags) in [("before", [ours, theirs]), ("after", [theirs, ours])] {
            let page = format!(
                "<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title>{}<div id=\"page\"></div>",
                tags.concat()
            );
            pair.partner.put("/page.html", &page);
            browser.goto("/page.html").await;
            wait_shown(&browser, 0, 2).await;
            browser
                .wait_until("Number(document.getElementById('loads').textContent) > 0", &format!("the event, {order}"))
                .await;
            browser.click("#fewer").await;
            wait_shown(&browser, 0, 1).await;
            browser.click("#other").await;
            let heading = "document.querySelector('investchn-zone').shadowRoot.querySelector('[part=heading]').textContent.includes('苏州')";
            browser.wait_until(heading, "the other zone").await;
            browser.click("#order").await;
            let shown = "document.querySelector('li').id.startsWith('suzhou')
                && [...document.querySelectorAll('li investchn-zone')].every(it => it.shadowRoot.querySelector('[part=ticker] a'))";
            browser.wait_until(shown, "both in the other order").await;
            browser.click("#leave").await;
            browser.wait_until("document.querySelectorAll('investchn-zone').length === 2", "it to leave").await;
        }
    });
}

#[test]
fn it_lives_in_react() {
    lives_in("react");
}

#[test]
fn it_lives_in_vue() {
    lives_in("vue");
}
