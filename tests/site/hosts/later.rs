//! Changes on a host while somebody reads: the host is unreachable for a while, and it gets a new release.

use crate::harness::{Browser, Host};
use crate::offline::{open_with_worker, wait_stored_at};
use crate::releases::{releases, script};

const PAGE: &str = "/zone/huaian-htz/";

/// Checks that a visited page opens without the host, that another one says it is unavailable, and that both work once the host
/// is back.
pub(super) async fn offline_and_back(host: &Host, browser: &Browser) {
    browser.allow_unreachable();
    open_with_worker(browser, PAGE).await;
    wait_stored_at(browser, &host.place.url(PAGE)).await;
    let title = browser.text("h1").await;
    host.stop();
    browser.refresh().await;
    browser.wait_for("#app[data-running]").await;
    assert_eq!(browser.text("h1").await, title);
    browser.goto("/zone/beijing-etdz/").await;
    browser.wait_text(".readable", &title).await;
    host.go_on().await;
    browser.click_link_text("重试").await;
    browser.wait_text("h1", "北京").await;
}

/// Deploys a new release: the open page keeps working, and a reload loads the new app.
pub(super) async fn update(browser: &Browser, arrives: impl FnOnce()) {
    open_with_worker(browser, "/zones/").await;
    arrives();
    browser.click_link_text("首页").await;
    browser.wait_path("/").await;
    browser.wait_for(".hero").await;
    browser.refresh().await;
    browser.wait_for("#app[data-running]").await;
    let new = script(&releases().after);
    browser
        .wait_until(&format!("document.querySelector('script[data-js]').dataset.js === {new:?}"), "the new app")
        .await;
}
