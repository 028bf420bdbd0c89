//! Hydration of a published page: nothing is painted again, and whatever the reader had begun continues. Also addresses without a
//! file that are almost those of a page. `every_page` checks that every page still reads the same.

use crate::harness::{Fault, Flow, Site};

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

/// Opens a page whose data cannot be loaded, and changes it before the app runs, as an extension of the browser may.
async fn changed_page(site: &Site, path: &str, data: &str, change: &str) {
    site.server.fault("/start.js", Fault::Hold);
    site.server.fault(data, Fault::Status(503));
    site.browser.goto(path).await;
    site.browser.execute(change, Vec::new()).await;
    site.server.clear("/start.js");
    site.browser.wait_for("[data-running]").await;
}

#[test]
fn a_page_that_an_extension_changed_keeps_its_text() {
    Flow::new().without_load_wait().run(|site| async move {
        let browser = &site.browser;
        let change = "window.added = document.createElement('section');
            document.querySelector('.site-header').prepend(added);
            window.text = document.querySelector('main').innerText;
            window.keep = document.querySelector('.keep')";
        let data = "/data/zone/huaian-htz/latest.json";
        changed_page(&site, "/zone/huaian-htz/", data, change).await;
        browser.wait_until("!added.isConnected", "the header to be the app's").await;
        let live = "document.querySelectorAll('.keep').length === 1 && document.querySelector('.keep') !== window.keep";
        browser.wait_until(live, "the button to be the app's").await;
        browser
            .wait_until("document.querySelector('main').innerText === window.text", "the text to be that of the page")
            .await;
        assert!(site.server.requests().iter().all(|path| path != data), "the data were not needed");
        browser.click(".breadcrumbs li:nth-child(2) a").await;
        browser.wait_text("h1", "开发区新闻").await;
        browser.wait_until("window.text !== undefined", "the same document: the link was the app's").await;
    });
}

#[test]
fn a_page_without_its_text_loads_it() {
    Flow::new().without_load_wait().run(|site| async move {
        site.browser.allow_console("status of 503");
        let data = "/data/article/huaian-htz-20220214-1.json";
        changed_page(&site, ARTICLE, data, "document.querySelector('main').remove()").await;
        site.browser.wait_for("[data-state=failed]").await;
    });
}

#[test]
fn no_file_is_requested_twice() {
    Flow::new().at("/portal/news/").run(|site| async move {
        site.browser.goto(ARTICLE).await;
        site.browser.wait_for("[data-running]").await;
        // This request is sent after all earlier ones.
        site.browser.execute("return fetch('.').then(() => true)", Vec::new()).await;
        let asked = site.server.requests();
        let twice: Vec<&String> =
            asked.iter().filter(|path| asked.iter().filter(|it| it == path).count() > 1).collect();
        assert_eq!(twice, [ARTICLE; 2], "but for the page, which was just asked for again");
    });
}

#[test]
fn relative_links_stay_valid_after_a_move() {
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

/// Punctuation that chat programs append when they turn an address into a link, with the text behind it. The `%` entries are
/// requests of a browser that encodes as GBK.
const GLUED: [&str; 16] = [
    "/，",
    "/）",
    "/。",
    "/%EF%BC%8C",
    "/，请看",
    "，",
    "，请看/这里。",
    "/)",
    ",",
    ";",
    "/\"",
    ".",
    "/%A3%AC",
    "%A3%A9%C7%EB%BF%B4",
    "/\u{200b}",
    "/%20",
];

/// Checks that each address opens its page, at the address of that page.
async fn glued_addresses_are_resolved(site: Site) {
    let browser = &site.browser;
    // The host's 404 answer itself, and the search for the base in the folders above.
    browser.allow_console("status of 404");
    for glued in GLUED {
        browser.goto(&[ARTICLE.trim_end_matches('/'), glued].concat()).await;
        browser.wait_text("h1", "全区高质量发展大会召开").await;
        browser.wait_path(ARTICLE).await;
    }
    for (glued, path, heading) in [
        ("/，", "/", "投促中国"),
        ("/zones/）", "/zones/", "开发区名录"),
        ("/Zone/Huaian-HTZ/index.html，", "/zone/huaian-htz/", "淮安国家高新技术产业开发区"),
        ("/zones/，?utm_source=a#main", "/zones/?utm_source=a#main", "开发区名录"),
    ] {
        browser.goto(glued).await;
        browser.wait_text("h1", heading).await;
        browser.wait_path(path).await;
    }
    for gone in ["/article/huaian-htz-19000101-9/，", "/新闻/", "/nowhere/，"] {
        browser.goto(gone).await;
        browser.wait_for("[data-state=not-found]").await;
    }
}

#[test]
fn an_address_with_appended_punctuation_opens_its_page() {
    Flow::new().run(glued_addresses_are_resolved);
}

#[test]
fn an_address_with_appended_punctuation_opens_its_page_in_a_folder_of_a_host() {
    Flow::new().at("/portal/news/").run(glued_addresses_are_resolved);
}

#[test]
fn an_old_address_with_appended_punctuation_opens_its_article() {
    Flow::new().run(|site| async move {
        site.browser.allow_console("status of 404");
        let old = ["/news/show.asp?id=1", "/old/2.asp", "/news,1.html"].map(|old| format!("{old:?}:{ARTICLE:?}"));
        let bytes = format!("{{{}}}", old.join(",")).into_bytes();
        site.server.fault("/data/aliases.json", Fault::Body { status: 200, content_type: "application/json", bytes });
        for old in [
            "/news/show.asp?id=1，",
            "/news/show.asp?id=1），请看",
            "/news/show.asp?id=1)",
            "/news/show.asp?id=1&from=timeline，",
            "/news/show.asp?id=1%A3%AC",
            "/old/2.asp，",
            "/old/2.asp;",
            // It begins like a page's address, with something appended.
            "/news,1.html",
        ] {
            site.browser.goto(old).await;
            site.browser.wait_path(ARTICLE).await;
            site.browser.wait_text("h1", "全区高质量发展大会召开").await;
        }
        site.browser.goto("/news/show.asp?id=12，").await;
        site.browser.wait_for("[data-state=not-found]").await;
    });
}
