//! The app takes a published page over as it stands: nothing is painted anew, and what the reader had begun goes on. That
//! every page still reads the same is the matter of `every_page`.

use crate::harness::{Fault, Flow};

const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

#[test]
fn focus_selection_and_scroll_survive() {
    Flow::new().without_load_wait().run(|site| async move {
        let browser = &site.browser;
        site.server.fault("/start.js", Fault::Hold);
        browser.goto(ARTICLE).await;
        browser.wait_text(".article-body", "李有平").await;
        let begin = "window.heading = document.querySelector('h1');
            window.link = document.querySelector('.article-meta a');
            window.scrollTo(0, 400);
            link.focus({ preventScroll: true });
            getSelection().selectAllChildren(document.querySelector('.article-body p'));
            window.selected = getSelection().toString();
            window.shifts = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) shifts += entry.value })
                .observe({ type: 'layout-shift' })";
        browser.execute(begin, Vec::new()).await;
        site.server.clear("/start.js");
        browser.wait_for("[data-running]").await;
        for (what, condition) in [
            ("the heading is the same element", "window.heading === document.querySelector('h1')"),
            ("the focus is where it was", "document.activeElement === window.link"),
            ("the selection too", "getSelection().toString() === window.selected && window.selected.length > 50"),
            ("and the place", "window.scrollY === 400"),
            ("nothing moved", "window.shifts === 0"),
        ] {
            browser.wait_until(condition, what).await;
        }
        browser.click(".article-meta a").await;
        browser.wait_text("h1", "淮安国家高新技术产业开发区").await;
        browser.wait_until("window.selected !== undefined", "the same document: the link was the app's").await;
    });
}

#[test]
fn nothing_is_asked_for_twice() {
    Flow::new().at("/portal/news/").run(|site| async move {
        site.browser.goto(ARTICLE).await;
        site.browser.wait_for("[data-running]").await;
        // Whoever asks comes after what was asked for before.
        site.browser.execute("return fetch('.').then(() => true)", Vec::new()).await;
        let asked = site.server.requests();
        let twice: Vec<&String> =
            asked.iter().filter(|path| asked.iter().filter(|it| it == path).count() > 1).collect();
        assert_eq!(twice, [ARTICLE; 2], "but for the page, which was just asked for again");
    });
}

#[test]
fn links_that_stay_after_a_move_still_lead_where_they_led() {
    Flow::new().at("/portal/news/").run(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        browser.wait_for("[data-running]").await;
        browser.click(".breadcrumbs li:nth-child(2) a").await;
        browser.wait_text("h1", "开发区新闻").await;
        let icon = "document.querySelector('link[rel=icon]').href.endsWith('/portal/news/icon.svg')";
        browser.wait_until(icon, "the icon to be where it was").await;
        let links = browser.attrs(".menu a, .brand", "href").await;
        for link in &links {
            assert!(link.contains("/portal/news/"), "{links:?}");
        }
        assert!(site.server.requests().iter().all(|path| !path.starts_with("outside")));
    });
}
