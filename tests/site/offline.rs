//! Reading without a network: what was read is there again, what was not is said kindly, a zone is kept with one button, and a
//! portal that no longer does it takes it back. How the worker is written is tested by the publisher.

mod limits;

use serde_json::{Value, json};

use crate::harness::{Browser, Fault, Flow, Site, WORKER, folder};

const ZONE: &str = "/zone/huaian-htz/";
/// The button that asks first.
const EMPTY: &str = "[data-ask=empty]";
const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

/// Opens a page, and waits until the worker answers for it and has told what it has.
pub(crate) async fn open_with_worker(browser: &Browser, path: &str) {
    browser.goto(path).await;
    browser.wait_for("#app[data-running]").await;
    browser.wait_until("navigator.serviceWorker.controller?.state === 'activated'", "a worker").await;
}

async fn with_worker(site: &Site, path: &str) {
    open_with_worker(&site.browser, path).await;
}

/// Waits until something is stored, in any of the portal's caches.
pub(crate) async fn wait_stored_at(browser: &Browser, address: &str) {
    let look = format!("caches.match({address:?}).then(it => window.found = !!it), window.found");
    browser.wait_until(&look, &format!("{address} to be stored")).await;
    browser.execute("window.found = undefined", Vec::new()).await;
}

async fn wait_stored(site: &Site, path: &str) {
    wait_stored_at(&site.browser, &site.server.url(path)).await;
}

/// The addresses that are stored, by the end of their cache's name.
async fn stored(site: &Site, cache: &str) -> Vec<String> {
    let script = "window.listed = undefined; (async () => {
        const names = (await caches.keys()).filter(name => name.endsWith(arguments[0]) || name.includes(arguments[0]));
        const all = [];
        for (const name of names) for (const { url } of await (await caches.open(name)).keys()) all.push(url);
        window.listed = all;
    })()";
    site.browser.execute(script, vec![json!(cache)]).await;
    site.browser.wait_until("window.listed", "the list of what is stored").await;
    let listed = site.browser.execute("return window.listed", Vec::new()).await;
    listed.as_array().unwrap().iter().filter_map(Value::as_str).map(|url| site.server.path(url)).collect()
}

/// Presses the button that keeps or lets go, and waits for what comes of it.
async fn press_and_hear(site: &Site, button: &str, said: &str) {
    let shows = format!("document.querySelector({button:?})?.checkVisibility({{ visibilityProperty: true }})");
    site.browser.wait_until(&shows, "the button").await;
    site.browser.click(button).await;
    if button == EMPTY {
        site.browser.say_yes().await;
    }
    site.browser.wait_text(".outcome", said).await;
}

async fn what_was_read_is_there(site: Site) {
    site.browser.allow_unreachable();
    with_worker(&site, ZONE).await;
    wait_stored(&site, ZONE).await;
    site.browser.click_link_text("开发区新闻").await;
    site.browser.wait_path("/news/").await;
    wait_stored(&site, "/data/news/latest.json").await;
    site.browser.goto(ARTICLE).await;
    wait_stored(&site, ARTICLE).await;
    let title = site.browser.text("h1").await;
    site.server.stop();

    site.browser.refresh().await;
    site.browser.wait_for("#app[data-running]").await;
    assert_eq!(site.browser.text("h1").await, title, "the page");
    // Its data was never asked for: the page is opened.
    site.browser.click("main a[href$='zone/huaian-htz/']").await;
    site.browser.wait_path(ZONE).await;
    site.browser.wait_text("h1", "淮安国家高新技术产业开发区").await;
    // Only its data was asked for: the offline page's app shows it.
    site.browser.goto("/news/").await;
    site.browser.wait_text("h1", "开发区新闻").await;
    // Without its slash it is sent on to it, as by a host: its own addresses lead on from there.
    site.browser.goto(ZONE.trim_end_matches('/')).await;
    site.browser.wait_path(ZONE).await;
    site.browser.wait_for("#app[data-running]").await;
    // With what machines add to an address.
    site.browser.goto(&[ARTICLE, "?utm_source=x"].concat()).await;
    site.browser.wait_text("h1", &title).await;
    site.browser.goto("/").await;
    site.browser.wait_for(".hero").await;

    site.browser.goto("/zone/beijing-etdz/").await;
    site.browser.wait_for("#app[data-running]").await;
    site.browser.wait_text(".readable", &title).await;
    site.server.go_on();
    site.browser.click_link_text("重试").await;
    site.browser.wait_text("h1", "北京").await;
}

#[test]
fn what_was_read_can_be_read_without_a_network() {
    Flow::new().with_worker().run(what_was_read_is_there);
}

#[test]
fn what_was_read_can_be_read_without_a_network_in_a_folder_of_a_host() {
    Flow::new().at("/portal/news/").with_worker().run(what_was_read_is_there);
}

#[test]
fn a_zone_that_is_kept_is_read_offline_and_only_what_changed_is_asked_for_later() {
    Flow::new().with_worker().run(|site| async move {
        site.browser.allow_unreachable();
        with_worker(&site, ZONE).await;
        press_and_hear(&site, "[data-ask=keep]", "已存入公文包").await;
        let kept = stored(&site, ":kept").await;
        assert!(kept.contains(&["/data", ARTICLE.trim_end_matches('/'), ".json"].concat()), "{kept:?}");

        site.server.forget_requests();
        site.browser.goto("/saved/").await;
        press_and_hear(&site, ".kept [data-ask=keep]", "已存入公文包").await;
        let asked = site.server.requests();
        assert!(
            !asked.iter().any(|path| path.starts_with("/data/article/") || path.starts_with("/media/")),
            "{asked:?}"
        );
        assert_eq!(asked.iter().filter(|path| path.starts_with("/data/zone/")).count(), 4, "{asked:?}");

        let other = json!([{ "date": "2024-01-01", "article": ARTICLE, "text": "示例" }]);
        let bytes = serde_json::to_vec(&other).unwrap();
        site.server.fault("/data/changes.json", Fault::Body { status: 200, content_type: "application/json", bytes });
        site.server.forget_requests();
        let list = "/data/zone/huaian-htz/latest.json";
        site.server.fault(list, Fault::Hold);
        press_and_hear(&site, ".kept [data-ask=keep]", "正在处理").await;
        site.server.clear(list);
        site.browser.wait_text(".outcome", "已存入公文包").await;
        let asked = site.server.requests();
        let articles: Vec<_> = asked.iter().filter(|path| path.starts_with("/data/article/")).collect();
        assert_eq!(articles, [&["/data", ARTICLE.trim_end_matches('/'), ".json"].concat()]);

        site.server.stop();
        site.browser.goto(ARTICLE).await;
        site.browser.wait_text(".article h1", "淮安").await;
        site.browser.goto("/saved/").await;
        site.browser.wait_for(".kept li").await;
        press_and_hear(&site, EMPTY, "已清空").await;
        site.browser.wait_until("document.activeElement.tagName === 'H1'", "the focus on the heading").await;
        assert_eq!(stored(&site, ":kept").await, Vec::<String>::new());
        site.browser.wait_text("main", "公文包还是空的").await;
    });
}

#[test]
fn a_new_release_of_the_app_is_not_mixed_with_the_one_that_is_open() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ZONE).await;
        let worker = site.server.get(WORKER).await.text();
        let version = |text: &str| text.split("\"version\":\"").nth(1).unwrap()[..16].to_owned();
        let (old, new) = (version(&worker), "0123456789abcdef".to_owned());
        let bytes = worker.replace(&old, &new).into_bytes();
        site.server.fault(WORKER, Fault::Body { status: 200, content_type: "text/javascript", bytes });
        site.browser
            .execute(
                "navigator.serviceWorker.ready.then(it => it.update()).then(it => { window.updated = it })",
                vec![],
            )
            .await;
        site.browser.wait_until("window.updated?.waiting", "the new worker to wait").await;
        assert!(!stored(&site, &["shell:", &new].concat()).await.is_empty(), "its shell is there");
        assert!(!stored(&site, &["shell:", &old].concat()).await.is_empty(), "and that of the open page too");
        // The last page of the old release goes.
        site.browser.execute("location.href = 'about:blank'", Vec::new()).await;
        site.browser.wait_until("location.href === 'about:blank'", "the page to go").await;
        site.browser.goto(ZONE).await;
        let look = "navigator.serviceWorker.getRegistration().then(it => window.calm = !it.waiting), window.calm";
        site.browser.wait_until(look, "the new worker to work").await;
        // Another tab may still be of the old one.
        assert!(!stored(&site, &["shell:", &old].concat()).await.is_empty(), "the shell before stays for a while");
    });
}

#[test]
fn a_portal_that_is_no_longer_kept_offline_takes_it_back() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ZONE).await;
        site.browser.execute("caches.open('of-another-program')", Vec::new()).await;
        let bytes = include_bytes!("../../web/built/removed.js").to_vec();
        site.server.fault(WORKER, Fault::Body { status: 200, content_type: "text/javascript", bytes });
        let update = "window.names = undefined;
            navigator.serviceWorker.ready.then(it => it.update());
            const look = async () => { window.names = await caches.keys(); setTimeout(look, 50); };
            look()";
        site.browser.execute(update, Vec::new()).await;
        site.browser.wait_until("window.names?.join() === 'of-another-program'", "its caches to go").await;
    });
}

/// The place of the button is there before it is, so that nothing moves, and is not where no button ever comes.
#[test]
fn only_a_portal_that_keeps_pages_has_a_place_for_the_button() {
    Flow::new().run(|site| async move {
        site.browser.goto(ZONE).await;
        site.browser.wait_for("#app[data-running]").await;
        let shown = "return getComputedStyle(document.querySelector('.keep')).display";
        assert_eq!(site.browser.execute(shown, Vec::new()).await, "flex");
        let switched_off = "document.querySelector('[data-worker]').removeAttribute('data-worker')";
        site.browser.execute(switched_off, Vec::new()).await;
        assert_eq!(site.browser.execute(shown, Vec::new()).await, "none");
    });
}

#[test]
fn what_is_stored_is_bounded() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ZONE).await;
        let fill = "(async () => {
            const cache = await caches.open((await caches.keys()).find(name => name.endsWith(':read')));
            for (let n = 0; n < 260; n += 1) {
                await cache.put(`${location.origin}/filled-${n}/`, new Response('x', { headers: { 'content-length': '1' } }));
            }
            window.filled = true;
        })()";
        site.browser.execute(fill, Vec::new()).await;
        site.browser.wait_until("window.filled", "a full cache").await;
        site.browser.goto(ARTICLE).await;
        wait_stored(&site, ARTICLE).await;
        site.browser.goto("/news/").await;
        wait_stored(&site, "/news/").await;
        let look = "caches.keys().then(names => caches.open(names.find(name => name.endsWith(':read'))))
            .then(cache => cache.keys()).then(keys => window.left = keys.length), window.left <= 200";
        site.browser.wait_until(look, "no more than 200 to be left").await;
        let left = stored(&site, ":read").await;
        assert!(left.contains(&"/filled-259/".to_owned()) && !left.contains(&"/filled-0/".to_owned()), "the oldest go first");
    });
}

#[test]
fn a_full_device_costs_no_answer_and_saving_says_so() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ZONE).await;
        wait_stored(&site, ZONE).await;
        let origin = site.browser.execute("return location.origin", Vec::new()).await;
        let quota = json!({ "origin": origin, "quotaSize": 1 });
        site.browser.command("Storage.overrideQuotaForOrigin", &quota).await;
        press_and_hear(&site, "[data-ask=keep]", "存储空间不够").await;
        site.browser.goto(ARTICLE).await;
        site.browser.wait_text("h1", "淮安").await;
        site.browser.click_link_text("开发区名录").await;
        site.browser.wait_text("h1", "开发区名录").await;
    });
}

#[test]
fn a_part_of_a_file_and_an_error_are_never_stored() {
    Flow::new().with_worker().run(|site| async move {
        site.browser.allow_console("404");
        with_worker(&site, ZONE).await;
        let ask = "fetch('../../data/zones.json', { headers: { range: 'bytes=0-9' } })
            .then(async answer => { window.part = [answer.status, (await answer.text()).length] })";
        site.browser.execute(ask, Vec::new()).await;
        site.browser.wait_until("window.part", "a part").await;
        assert_eq!(site.browser.execute("return window.part", Vec::new()).await, json!([206, 10]));
        site.browser.goto("/zone/nowhere/").await;
        let read = stored(&site, ":read").await;
        assert!(!read.iter().any(|path| path.contains("nowhere")), "{read:?}");
    });
}

#[test]
fn the_shell_names_files_that_are_published() {
    let worker = std::fs::read_to_string(folder().join("sw.js")).unwrap();
    let release = worker.lines().next().unwrap().trim_start_matches("const RELEASE = ").trim_end_matches(';');
    let release: Value = serde_json::from_str(release).unwrap();
    for file in release["shell"].as_array().unwrap() {
        let path = folder().join(file.as_str().unwrap());
        assert!(path.is_file() || path.join("index.html").is_file(), "{file}");
    }
}
