//! The search as readers use it: on the page of results and in the panel below the header's box, by typing, by keys alone, by an input
//! method, without scripts and without a network. What it finds is tested natively (`crates/search`).

use serde_json::json;

use crate::harness::{Browser, Engine, Fault, Flow, Key, Site, flow};
use crate::offline::{open_with_worker, wait_stored_at};

const ARTICLE: &str = "/article/huaian-htz-20220214-1/";
const TITLE: &str = "全区高质量发展大会召开";
/// The box of the page of results, and that of the header.
const BOX: &str = "#search-form input";
const HEADER_BOX: &str = "header input[type=search]";
/// The link to the seed's article, wherever it was found.
const FOUND: &str = "[href$='article/huaian-htz-20220214-1/']";
/// The panel, while it is open.
const PANEL: &str = ".search-panel:not([hidden])";

/// Returns a condition: the address has this query, and the box as well.
fn asks(q: &str) -> String {
    format!(
        "new URLSearchParams(location.search).get('q') === {q:?} && document.querySelector({BOX:?}).value === {q:?}"
    )
}

/// Presses keys, one after another.
async fn press(browser: &Browser, keys: &[Key]) {
    for key in keys {
        browser.press(*key).await;
    }
}

/// Types queries, and opens the article of the seed from what each of them finds.
async fn finds_the_seed(site: Site) {
    let browser = &site.browser;
    for q in ["百强高新区", "李有平", "淮阴报", "招商发展", "招商發展", "hagxq"] {
        browser.goto("/search/").await;
        browser.type_into(BOX, q).await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.wait_until(&asks(q), "the address to have the query").await;
        browser.click(&format!("#search-results {FOUND}")).await;
        browser.wait_path(ARTICLE).await;
        browser.wait_text("h1", TITLE).await;
        // WebKit complains about an app whose page is left while it loads.
        browser.wait_for("[data-running]").await;
    }
    // A zone is a place to go to.
    browser.goto("/search/?q=huaian").await;
    browser.click(".search-zones [href$='zone/huaian-htz/']").await;
    browser.wait_path("/zone/huaian-htz/").await;
}

#[test]
fn the_seed_is_found_in_every_script_in_chromium() {
    flow(finds_the_seed);
}

#[test]
fn the_seed_is_found_in_every_script_in_firefox() {
    Flow::new().in_engine(Engine::Firefox).run(finds_the_seed);
}

#[test]
fn the_seed_is_found_in_every_script_in_webkit() {
    Flow::new().in_engine(Engine::WebKit).at("/portal/news/").run(finds_the_seed);
}

#[test]
fn readers_who_do_not_search_load_none_of_it() {
    Flow::new().with_worker().run(|site| async move {
        open_with_worker(&site.browser, ARTICLE).await;
        let asked = site.server.requests();
        assert!(!asked.iter().any(|path| path.contains("search")), "{asked:?}");
        site.browser.execute("document.querySelector(arguments[0]).focus()", vec![json!(HEADER_BOX)]).await;
        site.server.wait_request("/search.js").await;
    });
}

#[test]
fn without_scripts_the_box_leads_to_a_page_that_says_what_it_needs() {
    Flow::new().without_scripts().run(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        browser.type_into(HEADER_BOX, "huaian").await;
        browser.press(Key::Enter).await;
        browser.wait_path("/search/?q=huaian").await;
        browser.wait_text("main", "需要脚本").await;
        assert_eq!(browser.count("#search-form").await, 1);
        browser
            .wait_until("!document.querySelector('#search-form').checkVisibility()", "no form that does nothing")
            .await;
        browser.click("main [href$='zones/']").await;
        browser.wait_text("h1", "开发区名录").await;
    });
}

#[test]
fn narrow_screens_have_a_button_that_leads_to_the_box() {
    Flow::new().window(360, 640).run(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        browser.wait_for("[data-running]").await;
        let size = browser.execute(
            "const { width, height } = document.querySelector('header form button').getBoundingClientRect(); return [width, height]",
            Vec::new(),
        );
        assert_eq!(size.await, json!([44, 44]));
        browser.click("header form button").await;
        browser.wait_path("/search/?q=").await;
        browser.wait_until("document.activeElement.matches('#search-form input')", "the focus in the box").await;
    });
}

#[test]
fn keys_alone_lead_to_an_article() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        browser.press('/').await;
        browser.type_into(":focus", "李有平").await;
        browser.wait_for(&format!("{PANEL} {FOUND}")).await;
        press(browser, &[Key::Down]).await;
        browser.wait_for(&format!("{PANEL} {FOUND}:focus")).await;
        press(browser, &[Key::Up]).await;
        browser.wait_for(&format!("{HEADER_BOX}:focus")).await;
        press(browser, &[Key::Down, Key::Enter]).await;
        browser.wait_path(ARTICLE).await;
        browser.wait_gone(PANEL).await;

        browser.goto("/search/").await;
        browser.type_into(":focus", "李有平").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        press(browser, &[Key::Down]).await;
        browser.wait_for(&format!("#search-results {FOUND}:focus")).await;
        press(browser, &[Key::Escape]).await;
        browser.wait_for(&format!("{BOX}:focus")).await;
    });
}

#[test]
fn the_panel_covers_the_page_and_closes() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        browser.wait_for("[data-running]").await;
        browser.execute("window.marked = true", Vec::new()).await;
        let top = "return document.querySelector('h1').getBoundingClientRect().top";
        let before = browser.execute(top, Vec::new()).await;
        browser.type_into(HEADER_BOX, "高新区").await;
        browser.wait_for(&format!("{PANEL} .items a")).await;
        assert_eq!(browser.execute(top, Vec::new()).await, before, "the page has moved");
        assert!(browser.count(&format!("{PANEL} .items > li")).await <= 5);
        assert!(browser.count(&format!("{PANEL} mark")).await > 0);
        press(browser, &[Key::Escape]).await;
        browser.wait_gone(PANEL).await;
        let value = browser.execute("return document.activeElement.value", Vec::new()).await;
        assert_eq!(value, json!("高新区"), "Escape keeps the text and the focus");
        browser.type_into(HEADER_BOX, "建设").await;
        browser.wait_for(PANEL).await;
        browser.click("h1").await;
        browser.wait_gone(PANEL).await;
        // The app takes the panel's links as its own.
        browser.click(HEADER_BOX).await;
        browser.click(&format!("{PANEL} h3 a")).await;
        browser.wait_gone(PANEL).await;
        browser.wait_until("window.marked", "the same document: the app moved").await;
        browser.click(HEADER_BOX).await;
        browser.click_link_text("全部结果").await;
        browser.wait_until(&asks("高新区建设"), "the page of results").await;
    });
}

#[test]
fn enter_keeps_a_query_for_back_and_forward() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        browser.goto("/search/").await;
        let entries = browser.execute("return history.length", Vec::new()).await;
        browser.type_into(BOX, "李有平").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        assert_eq!(browser.execute("return history.length", Vec::new()).await, entries, "typing adds no entry");
        press(browser, &[Key::Enter]).await;
        browser.execute("document.querySelector(arguments[0]).select()", vec![json!(BOX)]).await;
        browser.type_into(BOX, "招商发展").await;
        browser.wait_until(&asks("招商发展"), "the second query").await;
        browser.click(&format!("#search-results {FOUND}")).await;
        browser.wait_path(ARTICLE).await;
        browser.back().await;
        browser.wait_until(&asks("招商发展"), "the query that was left").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.back().await;
        browser.wait_until(&asks("李有平"), "the query that was kept").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.forward().await;
        browser.wait_until(&asks("招商发展"), "the later query").await;
        browser.back().await;
        browser.back().await;
        browser.wait_path(ARTICLE).await;
    });
}

#[test]
fn an_address_has_a_query_and_its_filters() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/search/?q=高新区&zone=huaian-htz&region=320000&kind=text&year=2022&sort=fit").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        let chosen = "return [...document.querySelectorAll('#search-form select')].map(list => list.value).join()";
        assert_eq!(browser.execute(chosen, Vec::new()).await, json!("320000,text,2022,fit"));
        browser.wait_text(".search-count", "共").await;
        browser.wait_text(".search-chip", "淮安高新区").await;
        let dates = browser.texts("#search-results time").await;
        assert!(dates.iter().all(|date| date.starts_with("2022")), "{dates:?}");
        browser.click(".search-chip").await;
        browser.wait_until("!location.search.includes('zone=')", "an address without the zone").await;
        browser.click("#search-results [aria-label^='只看']").await;
        browser.wait_until("location.search.includes('zone=')", "an address with a zone").await;
        browser.back().await;
        browser.wait_until("!location.search.includes('zone=')", "the query before").await;
    });
}

#[test]
fn nothing_found_says_what_is_missing_and_what_the_rest_finds() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/search/?q=李有平 天下无双&year=2022").await;
        browser.wait_text(".search-notice", "没有一篇含有“天下无双”").await;
        assert_eq!(browser.texts(".search-notice a").await, ["只搜“李有平”", "去掉全部筛选条件"]);
        browser.wait_text("#search-said", "没有找到").await;
        browser.click_link_text("只搜“李有平”").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.wait_text("#search-said", "共").await;
        browser.type_into(BOX, &"\u{8}".repeat(2)).await;
        browser.wait_until(&asks("李"), "one Chinese character, which is enough").await;
        browser
            .execute(
                "const box = document.querySelector(arguments[0]); box.value = 'x'; \
            box.dispatchEvent(new Event('input', { bubbles: true }))",
                vec![json!(BOX)],
            )
            .await;
        browser.wait_text("#search-results", "至少输入两个字").await;
    });
}

/// Chromium's driver can compose text as an input method does; `web/test/` has the order of events in the other engines.
#[test]
fn nothing_is_searched_before_a_candidate_is_confirmed() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/search/").await;
        browser.wait_until("document.activeElement.matches('#search-form input')", "the focus in the box").await;
        site.server.forget_requests();
        let composing = json!({ "text": "gaoxin", "selectionStart": 6, "selectionEnd": 6 });
        browser.command("Input.imeSetComposition", &composing).await;
        browser.wait_until("document.activeElement.value === 'gaoxin'", "the letters in the box").await;
        // Longer than the pause before a search: an animation frame and a timer after it.
        browser.execute("setTimeout(() => { window.waited = true }, 500)", Vec::new()).await;
        browser.wait_until("window.waited", "half a second").await;
        assert_eq!(browser.execute("return location.search", Vec::new()).await, json!(""));
        assert!(site.server.requests().is_empty(), "{:?}", site.server.requests());
        browser.command("Input.insertText", &json!({ "text": "高新" })).await;
        browser.wait_until(&asks("高新"), "the confirmed text to be searched").await;
        browser.wait_for("#search-results .items a").await;
    });
}

#[test]
fn a_failed_search_can_be_tried_again() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.allow_console("status of 503");
        browser.goto("/search/").await;
        let manifests = ["/data/search/articles.bin", "/data/search/zones.bin"];
        for path in manifests {
            site.server.fault(path, Fault::Status(503));
        }
        browser.type_into(BOX, "李有平").await;
        browser.wait_text(".search-notice", "没有取到").await;
        for path in manifests {
            site.server.clear(path);
        }
        browser.click(".search-notice button").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
    });
}

#[test]
fn results_replace_a_legible_notice_and_move_nothing() {
    Flow::new().window(412, 823).run(|site| async move {
        let browser = &site.browser;
        let manifest = "/data/search/articles.bin";
        site.server.fault(manifest, Fault::Hold);
        browser.goto("/search/?q=2022").await;
        browser.wait_for("#search-results .empty").await;
        // What is shown while another answer is awaited fades after half a second.
        browser.execute("setTimeout(() => { window.waited = true }, 700)", Vec::new()).await;
        browser.wait_until("window.waited", "what fades to fade").await;
        let faded = "const faded = [];
            for (let at = document.querySelector('#search-results .empty'); at; at = at.parentElement)
                if (getComputedStyle(at).opacity !== '1') faded.push(at.outerHTML);
            return faded";
        assert_eq!(browser.execute(faded, Vec::new()).await, json!([]));
        site.server.clear(manifest);
        browser.wait_for("#search-results .items a").await;
        let shifts = "window.shifts = null;
            new PerformanceObserver(list => { window.shifts = list.getEntries().map(it => it.value) })
                .observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => { window.shifts ??= [] }, 500)";
        browser.execute(shifts, Vec::new()).await;
        browser.wait_until("window.shifts", "what has moved").await;
        assert_eq!(browser.execute("return window.shifts", Vec::new()).await, json!([]));
    });
}

#[test]
fn without_a_network_what_is_kept_is_searched() {
    Flow::new().with_worker().run(|site| async move {
        let browser = &site.browser;
        browser.allow_unreachable();
        open_with_worker(browser, ARTICLE).await;
        browser.goto("/search/?q=李有平").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        for path in ["/search/", "/search.js", "/search.css"] {
            wait_stored_at(browser, &site.server.url(path)).await;
        }
        site.server.stop();
        browser.refresh().await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.execute("document.querySelector(arguments[0]).select()", vec![json!(BOX)]).await;
        browser.type_into(BOX, "招商发展").await;
        browser.wait_until(&asks("招商发展"), "the address to have the query").await;
        browser.wait_text("#search-results", "只搜索了存在这台设备上的内容").await;
        browser.wait_for(&format!("#search-results {FOUND}")).await;
        browser.click(&format!("#search-results {FOUND}")).await;
        browser.wait_text("h1", TITLE).await;
    });
}
