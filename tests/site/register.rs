//! The register's filter, which answers while the reader types.

use crate::harness::{Browser, Fault, Flow, flow};

async fn shown(browser: &Browser) -> usize {
    let script = "return document.querySelectorAll('.province:not([hidden]) .zones li:not([hidden])').length";
    browser.execute(script, Vec::new()).await.as_u64().unwrap_or_default() as usize
}

/// Empties the field as a reader would.
async fn clear(browser: &Browser) {
    let script = "const field = document.querySelector('input[type=search]');
        field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.execute(script, Vec::new()).await;
}

#[test]
fn the_filter_is_restored_after_going_back() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("[data-running]").await;
        browser.type_into("input[type=search]", "苏州").await;
        browser.click(".choice:nth-of-type(3)").await;
        browser.wait_until("decodeURIComponent(location.search) === '?q=苏州&type=htz'", "the address to say it").await;
        let found = shown(browser).await;
        assert!((2..10).contains(&found), "{found}");
        browser.click(".province:not([hidden]) .zones li:not([hidden]) a").await;
        browser.wait_for(".facts").await;
        browser.back().await;
        browser.wait_text(".filter-count", &format!("共 {found} 家")).await;
        assert_eq!(shown(browser).await, found);
        // The filter is in the address, so it can be shared.
        browser.goto("/zones/?q=huaian").await;
        browser.wait_text(".filter-count", "共 2 家").await;
        // The menu links to the whole register.
        browser.click_link_text("开发区名录").await;
        browser.wait_until("document.querySelectorAll('.zones li:not([hidden])').length > 400", "every zone").await;
    });
}

#[test]
fn text_typed_before_the_app_starts_filters() {
    Flow::new().without_load_wait().run(|site| async move {
        let browser = &site.browser;
        site.server.fault("/start.js", Fault::Hold);
        browser.goto("/zones/").await;
        browser.wait_for("input[type=search]").await;
        browser.type_into("input[type=search]", "淮安高新").await;
        site.server.clear("/start.js");
        browser.wait_text(".filter-count", "共 1 家").await;
        browser
            .wait_until("document.querySelector('input[type=search]').value === '淮安高新'", "the text to stay")
            .await;
    });
}

#[test]
fn zones_are_found_by_name_region_pinyin_and_type() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("main h1").await;
        let all = shown(browser).await;
        assert!(all > 400);
        browser.wait_text(".filter-count", &format!("共 {all} 家")).await;
        for (typed, found) in [("淮安高新", 1), ("huaian", 2), ("江苏", 44), ("没有这样的开发区", 0)] {
            clear(browser).await;
            browser.type_into("input[type=search]", typed).await;
            browser.wait_text(".filter-count", &format!("共 {found} 家")).await;
            assert_eq!(shown(browser).await, found, "{typed}");
        }
        browser.wait_text("main", "没有符合条件的开发区").await;
        clear(browser).await;
        browser.type_into("input[type=search]", "淮安").await;
        browser.wait_text(".filter-count", "共 2 家").await;
        browser.click(".choice:nth-of-type(3)").await;
        browser.wait_text(".filter-count", "共 1 家").await;
        assert_eq!(browser.texts(".zones li:not([hidden]) a").await, ["淮安高新区"]);
        browser.click_link_text("淮安高新区").await;
        browser.wait_path("/zone/huaian-htz/").await;
    });
}
