//! The register's filter answers as one types.

use crate::harness::{Browser, flow};

async fn shown(browser: &Browser) -> usize {
    let script = "return document.querySelectorAll('.province:not([hidden]) .zones li:not([hidden])').length";
    browser.execute(script, Vec::new()).await.as_u64().unwrap_or_default() as usize
}

#[test]
fn zones_are_found_by_name_place_pinyin_and_type() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zones/").await;
        browser.wait_for("main h1").await;
        let all = shown(browser).await;
        assert!(all > 400);
        browser.wait_text(".filter-count", &format!("共 {all} 家")).await;
        for (typed, found) in [("淮安高新", 1), ("huaian", 2), ("江苏", 44), ("没有这样的开发区", 0)] {
            browser.execute("document.querySelector('input[type=search]').value = ''", Vec::new()).await;
            browser.type_into("input[type=search]", typed).await;
            browser.wait_text(".filter-count", &format!("共 {found} 家")).await;
            assert_eq!(shown(browser).await, found, "{typed}");
        }
        browser.wait_text("main", "没有符合条件的开发区").await;
        browser.execute("document.querySelector('input[type=search]').value = ''", Vec::new()).await;
        browser.type_into("input[type=search]", "淮安").await;
        browser.wait_text(".filter-count", "共 2 家").await;
        browser.click(".choice:nth-of-type(3)").await;
        browser.wait_text(".filter-count", "共 1 家").await;
        assert_eq!(browser.texts(".zones li:not([hidden]) a").await, ["淮安高新区"]);
        browser.click_link_text("淮安高新区").await;
        browser.wait_path("/zone/huaian-htz/").await;
    });
}
