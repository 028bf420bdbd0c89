//! The portal in two languages: a reader of one downloads no words of the other, and the hint leads to the other edition once.

use crate::harness::{Flow, Site};
use crate::offline::open_with_worker;

const ZONE: &str = "/zone/huaian-htz/";
const HINT: &str = ".hint";

/// Returns the requested paths that have words of the language with this code.
fn words_of(site: &Site, code: &str) -> Vec<String> {
    let start = format!("/words-{code}");
    site.server.requests().into_iter().filter(|path| path.starts_with(&start)).collect()
}

#[test]
fn a_reader_of_one_language_downloads_no_words_of_the_other() {
    for (folder, own, other) in [("", "zh", "en"), ("/en", "en", "zh")] {
        Flow::new().with_worker().reader_of(own).run(move |site| async move {
            open_with_worker(&site.browser, &format!("{folder}{ZONE}")).await;
            let lang = format!("document.documentElement.lang.startsWith({own:?})");
            site.browser.wait_until(&lang, "the page's language").await;
            let found = words_of(&site, own);
            assert!(!found.is_empty(), "the words are loaded");
            assert_eq!(words_of(&site, other), Vec::<String>::new());
            let offline = site.server.requests().into_iter().filter(|path| path.ends_with("/offline/"));
            assert_eq!(offline.collect::<Vec<_>>(), [format!("{folder}/offline/")], "the worker stores one edition");
        });
    }
}

#[test]
fn a_zone_is_saved_in_the_words_of_its_page() {
    Flow::new().with_worker().reader_of("en").run(|site| async move {
        open_with_worker(&site.browser, &format!("/en{ZONE}")).await;
        site.browser.wait_until("document.querySelector('.keep:not([data-idle])') !== null", "the button").await;
        site.browser.click("[data-ask=keep]").await;
        site.browser.wait_text(".outcome", "Saved: Huai'an").await;
        site.browser.goto("/en/saved/").await;
        site.browser.wait_text(".kept", "updated").await;
        site.browser.goto("/saved/").await;
        site.browser.wait_text(".kept", "更新于").await;
    });
}

#[test]
fn the_hint_leads_to_the_readers_language_and_comes_once() {
    Flow::new().reader_of("en-GB").run(|site| async move {
        site.browser.goto(ZONE).await;
        site.browser.wait_text(HINT, "This site is in English too.").await;
        site.browser.click(".hint a").await;
        site.browser.wait_until("location.pathname.startsWith('/en/zone/huaian-htz/')", "the English page").await;
        site.browser.wait_for("#app[data-running]").await;
        site.server.forget_requests();
        site.browser.goto("/news/").await;
        site.server.wait_request("/hint.js").await;
        site.browser.wait_for("#app[data-running]").await;
        // The sheet comes with the hint.
        assert!(!site.server.requests().iter().any(|path| path.starts_with("/hint.css")), "it is shown once");
    });
}

#[test]
fn a_reader_of_the_pages_language_loads_no_hint() {
    Flow::new().run(|site| async move {
        site.browser.goto(ZONE).await;
        site.browser.wait_for("#app[data-running]").await;
        site.browser.goto("/search/").await;
        assert!(!site.server.requests().iter().any(|path| path.starts_with("/hint")), "no hint");
    });
}

#[test]
fn an_unknown_address_is_answered_in_the_language_of_its_folder() {
    Flow::new().reader_of("en").run(|site| async move {
        site.browser.allow_console("status of 404");
        site.browser.goto("/en/none/").await;
        site.browser.wait_for("#app[data-running]").await;
        site.browser.wait_text("main h1", "Page not found").await;
        assert_eq!(words_of(&site, "zh"), Vec::<String>::new());
    });
}
