//! The register's filter and table, which answer while the reader types.

use serde_json::json;

use crate::harness::{Browser, Fault, Flow, flow};

const ROWS: &str = "/data/zone-rows.json";

/// Returns the number of rows, once those below the first screen have followed the query.
async fn shown(browser: &Browser) -> usize {
    let frame = "window.painted = false; requestAnimationFrame(() => setTimeout(() => setTimeout(() => window.painted = true)))";
    browser.execute(frame, Vec::new()).await;
    browser.wait_until("window.painted", "the next frame").await;
    browser.count(".register tbody tr").await
}

/// Fills a field or chooses from a list as a reader would.
async fn fill(browser: &Browser, label: &str, value: &str) {
    let script = "const field = [...document.querySelectorAll('.filter label')]
        .find(label => label.firstElementChild.textContent === arguments[0]).querySelector('input, select');
        field.value = arguments[1];
        field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))";
    browser.execute(script, vec![json!(label), json!(value)]).await;
}

async fn cells(browser: &Browser, column: usize) -> Vec<String> {
    browser.texts(&format!(".register tbody td:nth-of-type({column})")).await
}

async fn names(browser: &Browser) -> Vec<String> {
    browser.texts(".register tbody a").await
}

#[test]
fn the_filter_is_restored_after_going_back() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        browser.type_into(".filter input[type=search]", "苏州").await;
        fill(browser, "类型", "htz").await;
        browser.wait_until("decodeURIComponent(location.search) === '?q=苏州&type=htz'", "the address to say it").await;
        browser
            .wait_until("document.querySelector('.register tbody a').textContent === '苏州工业园区'", "the rows")
            .await;
        let found = shown(browser).await;
        assert!((2..10).contains(&found), "{found}");
        browser.click(".register tbody a").await;
        browser.wait_for(".facts").await;
        browser.back().await;
        browser.wait_text(".filter-count", &format!("共 {found} 家")).await;
        assert_eq!(shown(browser).await, found);
        // The menu links to the whole register.
        browser.click_link_text("开发区名录").await;
        browser.wait_text(".filter-count", "共 2625 家").await;
    });
}

#[test]
fn an_address_holds_every_condition_and_the_order() {
    flow(|site| async move {
        let browser = &site.browser;
        let conditions = "level=provincial&type=etdz&province=320000&from=1993&to=2006&min=500&max=3000&sort=-area";
        browser.goto(&format!("/zones/?industry=装备&{conditions}")).await;
        browser
            .wait_until("/^共 \\d{1,2} 家$/.test(document.querySelector('.filter-count').textContent)", "rows")
            .await;
        shown(browser).await;
        let areas: Vec<f64> = cells(browser, 5).await.iter().map(|area| area.parse().unwrap()).collect();
        assert!(areas.len() > 2 && areas.is_sorted_by(|one, other| one >= other), "{areas:?}");
        assert!(areas.iter().all(|area| (500.0..=1000.0).contains(area)), "{areas:?}");
        assert!(cells(browser, 4).await.iter().all(|date| ("1993".."2007").contains(&date.as_str())));
        assert!(cells(browser, 1).await.iter().all(|level| level == "省级"));
        assert!(cells(browser, 3).await.iter().all(|province| province == "江苏"));
        assert!(cells(browser, 6).await.iter().all(|industries| industries.contains("装备")));
        // The conditions that the page does not always show are open, and every control says its own.
        browser.wait_for(".conditions[open]").await;
        let values =
            "return [...document.querySelectorAll('.filter :is(input, select)')].map(field => field.value).join('|')";
        let values = browser.execute(values, Vec::new()).await;
        assert_eq!(values, json!("|provincial|etdz|320000|-area|装备|1993|2006|500|3000"));
        browser.click(".filter button").await;
        browser.wait_text(".filter-count", "共 2625 家").await;
        browser.wait_until("location.search === ''", "the address to say it").await;
    });
}

#[test]
fn headings_sort_both_ways_and_more_rows_follow() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        assert_eq!(shown(browser).await, 16);
        browser.click(".register th:nth-of-type(6) button").await;
        browser.wait_for(".register th:nth-of-type(6)[aria-sort=ascending]").await;
        let smallest = "document.querySelector('.register tbody td:nth-of-type(5)').textContent < 30";
        browser.wait_until(&format!("Number({smallest})"), "the smallest first").await;
        browser.click(".register th:nth-of-type(6) button").await;
        browser.wait_for(".register th:nth-of-type(6)[aria-sort=descending]").await;
        let first = "document.querySelector('.register tbody td:nth-of-type(5)').textContent";
        browser.wait_until(&format!("Number({first}) > 20000"), "the largest first").await;
        browser.click(".more button").await;
        browser.wait_until("document.querySelectorAll('.register tbody tr').length === 116", "more rows").await;
        // A new query begins anew.
        browser.type_into(".filter input[type=search]", "经").await;
        browser.wait_until("document.querySelectorAll('.register tbody tr').length === 16", "the first rows").await;
    });
}

#[test]
fn text_typed_before_the_app_starts_filters() {
    Flow::new().without_load_wait().run(|site| async move {
        let browser = &site.browser;
        site.server.fault("/start.js", Fault::Hold);
        browser.goto("/zones/").await;
        browser.wait_for(".filter input[type=search]").await;
        browser.type_into(".filter input[type=search]", "淮安高新").await;
        site.server.clear("/start.js");
        browser.wait_text(".filter-count", "共 1 家").await;
        browser
            .wait_until("document.querySelector('.filter input[type=search]').value === '淮安高新'", "the text to stay")
            .await;
    });
}

#[test]
fn zones_are_found_by_name_region_and_pinyin() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_text(".filter-count", "共 2625 家").await;
        for (typed, found) in
            [("淮安高新", 1), ("ＨＵＡＩＡＮ", 7), ("江蘇 高新", 39), ("hagxq", 3), ("没有这样的开发区", 0)]
        {
            fill(browser, "查找开发区", typed).await;
            browser.wait_text(".filter-count", &format!("共 {found} 家")).await;
            assert_eq!(shown(browser).await, found.min(16), "{typed}");
        }
        browser.wait_text("main", "没有符合条件的开发区").await;
        fill(browser, "查找开发区", "淮安").await;
        browser.wait_text(".filter-count", "共 6 家").await;
        fill(browser, "类型", "htz").await;
        browser.wait_text(".filter-count", "共 1 家").await;
        assert_eq!(names(browser).await, ["淮安国家高新技术产业开发区"]);
        browser.click_link_text("淮安国家高新技术产业开发区").await;
        browser.wait_path("/zone/huaian-htz/").await;
    });
}

#[test]
fn rows_that_do_not_load_are_asked_for_again() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.allow_console("503");
        site.server.fault(ROWS, Fault::Body { status: 503, content_type: "text/plain", bytes: Vec::new() });
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        fill(browser, "查找开发区", "淮安").await;
        browser.wait_text(".filter-count", "名录没有载入成功").await;
        // The provinces still lead to every zone.
        assert_eq!(browser.count(".provinces li").await, 31);
        site.server.clear(ROWS);
        fill(browser, "查找开发区", "淮安高新").await;
        browser.wait_text(".filter-count", "共 1 家").await;
    });
}

/// Rows are loaded for readers who use the filter, and for nobody else.
#[test]
fn rows_are_not_loaded_before_they_are_needed() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        browser.click_link_text("首页").await;
        browser.wait_for(".hero").await;
        assert!(!site.server.requests().iter().any(|path| path.contains(ROWS)));
        browser.click_link_text("开发区名录").await;
        browser.wait_for(".register").await;
        browser.execute("document.querySelector('.filter input[type=search]').focus()", Vec::new()).await;
        site.server.wait_request(ROWS).await;
    });
}

#[test]
fn narrow_screens_show_cards_that_are_still_a_table() {
    Flow::new().window(360, 800).run(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        let card =
            "const row = document.querySelector('.register tbody tr'), cell = row.querySelector('td:last-child');
            return [getComputedStyle(row).display, row.getAttribute('role'), cell.getAttribute('role'),
                getComputedStyle(cell, '::before').content, row.offsetWidth <= innerWidth].join()";
        assert_eq!(browser.execute(card, Vec::new()).await, json!("block,row,cell,\"主导产业\",true"));
    });
}

/// 33 ms are two frames at 60 Hz. Other load on the machine makes keys slower and never faster, so each key counts by its quickest
/// round; of the keys the median counts.
#[test]
fn a_key_is_answered_within_33_ms_at_a_quarter_of_the_speed() {
    Flow::new().alone().run(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/?q=a").await;
        browser.wait_until("document.querySelector('.filter-count').textContent.startsWith('共')", "the rows").await;
        browser.command("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 })).await;
        // Time from a key until its rows are in the document and laid out.
        let script = "const field = document.querySelector('.filter input[type=search]');
            const rows = document.querySelector('.register');
            window.keys = null;
            (async () => {
                const keys = [];
                for (const text of ['经', '经济', '经', '高', '高新', 'h', 'hu', 'hua', 'h', '江', '江苏', '', '工', '工业', '工']) {
                    const before = performance.now();
                    field.value = text;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise(done => new MutationObserver(done).observe(rows, { childList: true, subtree: true }));
                    rows.getBoundingClientRect();
                    keys.push(performance.now() - before);
                    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
                }
                window.keys = keys;
            })()";
        let mut quickest = [f64::MAX; 15];
        let mut median = f64::MAX;
        for _ in 0..30 {
            browser.execute(script, Vec::new()).await;
            browser.wait_until("window.keys", "all keys").await;
            let keys = browser.execute("return window.keys", Vec::new()).await;
            for (least, key) in quickest.iter_mut().zip(keys.as_array().unwrap()) {
                *least = least.min(key.as_f64().unwrap());
            }
            let mut sorted = quickest;
            sorted.sort_by(f64::total_cmp);
            median = sorted[sorted.len() / 2];
            if median <= 33.0 {
                break;
            }
        }
        assert!(median <= 33.0, "{median} ms, of {quickest:?}");
    });
}
