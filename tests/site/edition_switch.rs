//! The switch between languages: it leads to the same thing in the other language, in three engines.

use crate::harness::{Browser, Engine, Flow};

/// An article that is translated.
const ARTICLE: &str = "/article/huaian-htz-20220214-1/";
const ZONE: &str = "/zone/huaian-htz/";
const SWITCH: &str = ".site-header a[data-switch]";

/// Follows the switch, and expects a page of the other language at this path, with this heading.
async fn switch(browser: &Browser, path: &str, lang: &str, heading: &str) {
    browser.click(SWITCH).await;
    browser.wait_path(path).await;
    browser.wait_until(&format!("document.documentElement.lang === {lang:?}"), "the language of the page").await;
    browser.wait_text("main h1", heading).await;
}

/// Switches on an article, a zone, the search and the not-found page, there and back; and on an article that the app has moved to.
#[track_caller]
fn switches(engine: Engine) {
    Flow::new().in_engine(engine).run(|site| async move {
        let browser = &site.browser;
        browser.allow_console("status of 404");
        let open = async |path: &str| {
            browser.goto(path).await;
            browser.wait_for("#app[data-running]").await;
        };
        open(ARTICLE).await;
        switch(browser, "/en/article/huaian-htz-20220214-1/", "en", "Huai'an High-tech Zone").await;
        browser.wait_for("#app[data-running]").await;
        switch(browser, ARTICLE, "zh-CN", "淮安高新区").await;

        open("/en/zone/huaian-htz/text/").await;
        switch(browser, "/zone/huaian-htz/text/", "zh-CN", "淮安国家高新技术产业开发区").await;

        // The switch follows the moves of the app.
        open(ZONE).await;
        browser.click(".items h3 a").await;
        browser.wait_until("location.pathname.startsWith('/article/')", "an article").await;
        browser.wait_settled().await;
        let article = browser.path().await;
        browser.click(SWITCH).await;
        browser.wait_path(&format!("/en{article}")).await;
        browser.back().await;
        browser.wait_path(&article).await;

        browser.goto("/search/").await;
        switch(browser, "/en/search/", "en", "Search").await;
        switch(browser, "/search/", "zh-CN", "搜索").await;

        open("/en/nowhere/").await;
        switch(browser, "/", "zh-CN", "投促中国").await;
    });
}

#[test]
fn the_switch_leads_to_the_same_page_in_chromium() {
    switches(Engine::Chromium);
}

#[test]
fn the_switch_leads_to_the_same_page_in_firefox() {
    switches(Engine::Firefox);
}

#[test]
fn the_switch_leads_to_the_same_page_in_webkit() {
    switches(Engine::WebKit);
}
