//! The states of a load, each produced by a misbehaving host: slow, failed and retried, unreachable, offline, wrong shape, newer
//! schema. Also an app that cannot start.

use crate::harness::{Fault, Site, flow};

const DATA: &str = "/data/zones.json";

/// Opens the home page, sets `fault` on the register's data, and follows the link to the register.
async fn ask_for_the_register(site: &Site, fault: Fault) {
    site.browser.goto("/").await;
    site.browser.wait_for("main h1").await;
    site.server.fault(DATA, fault);
    site.browser.click_link_text("开发区名录").await;
}

/// Clears the fault and retries.
async fn try_again(site: &Site) {
    site.server.clear(DATA);
    site.browser.click_link_text("重试").await;
    site.browser.wait_text("h1", "开发区名录").await;
    site.browser.wait_path("/zones/").await;
}

fn json(text: &str) -> Fault {
    Fault::Body { status: 200, content_type: "application/json", bytes: text.as_bytes().to_vec() }
}

#[test]
fn a_slow_load_shows_a_notice_and_then_the_page() {
    flow(|site| async move {
        ask_for_the_register(&site, Fault::Hold).await;
        site.browser.wait_text("[data-state=loading]", "正在载入").await;
        site.browser.wait_for("main[aria-busy=true]").await;
        site.server.clear(DATA);
        site.browser.wait_text("h1", "开发区名录").await;
        site.browser.wait_gone("main[aria-busy]").await;
    });
}

#[test]
fn a_failed_fetch_can_be_retried() {
    flow(|site| async move {
        site.browser.allow_console("503");
        ask_for_the_register(&site, Fault::Status(503)).await;
        site.browser.wait_text("[data-state=failed] h1", "内容没有载入成功").await;
        site.browser.wait_until("document.activeElement.tagName === 'H1'", "the focus on the heading").await;
        try_again(&site).await;
        // The register has one history entry, however often the load was retried.
        site.browser.back().await;
        site.browser.wait_text("h1", "投促中国").await;
    });
}

#[test]
fn a_broken_connection_can_be_retried() {
    flow(|site| async move {
        site.browser.allow_console("zones.json");
        ask_for_the_register(&site, Fault::Drop).await;
        site.browser.wait_for("[data-state=failed]").await;
        try_again(&site).await;
    });
}

#[test]
fn without_a_network_the_page_says_offline() {
    flow(|site| async move {
        site.browser.allow_console("zones.json");
        site.browser.goto("/").await;
        site.browser.wait_for("main h1").await;
        let offline = "Object.defineProperty(navigator, 'onLine', { get: () => false })";
        site.browser.execute(offline, Vec::new()).await;
        site.server.fault(DATA, Fault::Drop);
        site.browser.click_link_text("开发区名录").await;
        site.browser.wait_text("[data-state=offline] h1", "现在没有网络").await;
        site.server.clear(DATA);
        site.browser.execute("dispatchEvent(new Event('online'))", Vec::new()).await;
        site.browser.wait_text("h1", "开发区名录").await;
    });
}

#[test]
fn data_of_a_wrong_shape_is_not_shown() {
    flow(|site| async move {
        ask_for_the_register(&site, json(r#"{"schema":1,"view":{"register":{"zones":7}}}"#)).await;
        site.browser.wait_for("[data-state=wrong-shape]").await;
        try_again(&site).await;
    });
}

#[test]
fn a_newer_schema_asks_for_a_reload() {
    flow(|site| async move {
        ask_for_the_register(&site, json(r#"{"schema":999,"view":{"atlas":{}}}"#)).await;
        site.browser.wait_text("[data-state=newer-schema]", "网站已经更新").await;
        site.browser.execute("window.marked = true", Vec::new()).await;
        site.server.clear(DATA);
        site.browser.click_link_text("重新载入").await;
        site.browser.wait_text("h1", "开发区名录").await;
        let marked = site.browser.execute("return window.marked === true", Vec::new()).await;
        assert_eq!(marked, false, "the page was loaded anew");
    });
}

#[test]
fn newer_data_with_unknown_fields_is_shown() {
    flow(|site| async move {
        let data = site.server.get(DATA).await.text();
        let newer = data.replacen("{\"schema\":2,", "{\"schema\":2,\"later\":{\"a\":[1]},", 1).replacen(
            "\"provinces\":[{",
            "\"provinces\":[{\"later\":1,",
            1,
        );
        assert_ne!(data, newer);
        ask_for_the_register(&site, json(&newer)).await;
        site.browser.wait_text("h1", "开发区名录").await;
    });
}

#[test]
fn an_overtaken_load_is_never_shown() {
    flow(|site| async move {
        ask_for_the_register(&site, Fault::Hold).await;
        site.server.wait_request(DATA).await;
        site.browser.click(".menu li:nth-child(2) a").await;
        site.browser.wait_text("h1", "开发区新闻").await;
        site.server.clear(DATA);
        site.browser.click(".menu li:nth-child(3) a").await;
        site.browser.wait_text("h1", "图片新闻").await;
        assert_eq!(site.browser.path().await, "/news/photo/");
        // The overtaken page has no history entry either.
        site.browser.back().await;
        site.browser.wait_text("h1", "开发区新闻").await;
        site.browser.back().await;
        site.browser.wait_text("h1", "投促中国").await;
    });
}

/// The same for a load that would have redirected.
#[test]
fn an_overtaken_redirect_is_not_followed() {
    const ALIASES: &str = "/data/aliases.json";
    flow(|site| async move {
        site.browser.allow_console("status of 404");
        site.server.fault(ALIASES, Fault::Hold);
        site.browser.goto("/news/show.asp?id=1").await;
        site.server.wait_request(ALIASES).await;
        site.browser.click_link_text("开发区新闻").await;
        site.browser.wait_text("h1", "开发区新闻").await;
        site.server.fault(ALIASES, json(r#"{"/news/show.asp?id=1":"/article/huaian-htz-20220214-1/"}"#));
        site.browser.click_link_text("图片新闻").await;
        site.browser.wait_text("h1", "图片新闻").await;
        assert_eq!(site.browser.path().await, "/news/photo/");
        site.browser.back().await;
        site.browser.wait_path("/news/").await;
    });
}

/// Makes the host refuse the app's wasm module.
async fn without_the_module(site: &Site) {
    let page = site.server.get("/").await.text();
    let (_, rest) = page.split_once("data-wasm=\"").unwrap();
    let (wasm, _) = rest.split_once('"').unwrap();
    site.server.fault(&format!("/{}", wasm.trim_start_matches("./")), Fault::Status(404));
}

#[test]
fn an_app_that_cannot_start_leaves_the_page_and_its_links() {
    flow(|site| async move {
        without_the_module(&site).await;
        site.browser.goto("/zone/huaian-htz/").await;
        site.browser.wait_text("h1", "淮安国家高新技术产业开发区").await;
        site.browser.wait_complaint(".wasm").await;
        site.browser.allow_console("");
        site.browser.click_link_text("开发区名录").await;
        site.browser.wait_path("/zones/").await;
        site.browser.wait_text("h1", "开发区名录").await;
        assert_eq!(site.browser.count("[data-running]").await, 0);
    });
}

#[test]
fn an_app_that_cannot_start_shows_a_message_on_an_empty_page() {
    flow(|site| async move {
        site.browser.allow_console("");
        without_the_module(&site).await;
        site.browser.goto("/nowhere/").await;
        site.browser.wait_text("#boot-message", "页面没有打开").await;
    });
}

#[test]
fn a_host_that_answers_every_address_with_one_page_works() {
    flow(|site| async move {
        // The other page's pictures are looked up beside the address, where there are none.
        site.browser.allow_console("media/");
        // The home page's bytes at another address: the app notices that the data belongs to another address, and loads its own.
        let home = site.server.get("/").await.text();
        let home = home.replace("href=\"./", "href=\"../").replace("src=\"./", "src=\"../");
        site.server.fault(
            "/zones/",
            Fault::Body { status: 200, content_type: "text/html; charset=utf-8", bytes: home.into_bytes() },
        );
        site.browser.goto("/zones/").await;
        site.browser.wait_text("h1", "开发区名录").await;
    });
}
