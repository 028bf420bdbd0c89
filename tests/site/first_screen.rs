//! The style that a page contains is enough for its first screen: when the whole sheet arrives, nothing on it moves or changes.

use serde_json::{Value, json};

use crate::harness::{Fault, Flow};

/// The pages that contain a style of their own, and those that look alike but may show other elements.
const PAGES: [&str; 7] = [
    "/",
    "/article/huaian-htz-20220214-1/",
    "/news/",
    "/news/photo/",
    "/region/320000/",
    "/zone/huaian-htz/",
    "/en/zone/huaian-htz/",
];

/// Lists each element on the first screen, with its place and with what can be seen of its style.
const FIRST_SCREEN: &str = "
    const seen = ['color', 'backgroundColor', 'backgroundImage', 'borderColor', 'borderRadius', 'boxShadow', 'display', 'filter',
        'fontSize', 'fontWeight', 'letterSpacing', 'listStyleType', 'objectFit', 'textAlign', 'textDecorationLine', 'visibility'];
    return [...document.querySelectorAll('body *:not(script, link, .hint, .hint *)')].flatMap(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        if (!width || !height || y >= innerHeight || y + height <= 0) return [];
        const style = getComputedStyle(element);
        const name = element.localName + '.' + element.getAttribute('class') + ' ' + element.textContent.trim().slice(0, 12);
        // What is taller than the window may end elsewhere below it.
        const bottom = Math.min(innerHeight, Math.round(y + height));
        return [[name, Math.round(x), Math.round(y), Math.round(width), bottom, ...seen.map(key => style[key])].join(' | ')];
    })";

/// The condition that the sheet is loaded, and that the transitions to it have ended.
const AT_REST: &str = "document.readyState === 'complete' && document.getAnimations().length === 0";

fn compare(width: u32, height: u32) {
    Flow::new().window(width, height).without_load_wait().run(|site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        let sheet = browser.attr("body > link[rel=stylesheet]", "href").await.expect("the whole sheet is at the end");
        let sheet = ["/", sheet.trim_start_matches("./")].concat();
        for scheme in ["light", "dark"] {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            browser.command("Emulation.setEmulatedMedia", &media).await;
            for page in PAGES {
                site.server.fault(&sheet, Fault::Hold);
                browser.goto(page).await;
                browser.wait_for("footer").await;
                let before = browser.execute(FIRST_SCREEN, Vec::new()).await;
                site.server.clear(&sheet);
                browser.wait_for("#app[data-running]").await;
                browser.wait_until(AT_REST, "the whole sheet").await;
                let after = browser.execute(FIRST_SCREEN, Vec::new()).await;
                same(&before, &after, &format!("{page} in {scheme}, {width} pixels wide"));
            }
        }
    });
}

fn same(before: &Value, after: &Value, page: &str) {
    let lines = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let (before, after) = (lines(before), lines(after));
    assert!(before.len() > 20, "{page}: {before:?}");
    let gone: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
    let new: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
    assert!(gone.is_empty() && new.is_empty(), "{page} changes\nfrom {gone:#?}\nto {new:#?}");
}

#[test]
fn the_whole_sheet_changes_nothing_on_a_phone() {
    compare(360, 740);
}

#[test]
fn the_whole_sheet_changes_nothing_on_a_tablet() {
    compare(768, 1024);
}

#[test]
fn the_whole_sheet_changes_nothing_on_a_desk() {
    compare(1280, 900);
}

/// A host that changes the page's style, as some do to minify it, makes the policy refuse it.
#[test]
fn a_page_whose_style_is_refused_has_the_whole_sheet() {
    Flow::new().run(|site| async move {
        let browser = &site.browser;
        let page = "/article/huaian-htz-20220214-1/";
        browser.goto(page).await;
        browser.wait_for("#app[data-running]").await;
        let before = browser.execute(FIRST_SCREEN, Vec::new()).await;
        let html = std::fs::read_to_string(crate::harness::folder().join(&page[1..]).join("index.html")).unwrap();
        let changed = html.replacen("<style>", "<style> ", 1);
        assert_ne!(html, changed);
        let content_type = "text/html; charset=utf-8";
        site.server.fault(page, Fault::Body { status: 200, content_type, bytes: changed.into_bytes() });
        browser.goto(page).await;
        browser.wait_for("#app[data-running]").await;
        browser.wait_complaint("style-src").await;
        browser.wait_until(AT_REST, "the whole sheet").await;
        let after = browser.execute(FIRST_SCREEN, Vec::new()).await;
        same(&before, &after, page);
    });
}
