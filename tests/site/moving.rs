//! Navigation without page loads: links, back and forward, scroll position, focus, the announced heading, and the clicks that are
//! left to the browser.

use crate::harness::{Browser, Fault, Flow, Key, Site, flow};

/// Marks the document; a reload would remove the mark.
async fn mark(browser: &Browser) {
    browser.execute("window.marked = true", Vec::new()).await;
}

async fn is_marked(browser: &Browser) -> bool {
    browser.execute("return window.marked === true", Vec::new()).await == true
}

async fn focused(browser: &Browser) -> String {
    let script = "return document.activeElement.innerText";
    browser.execute(script, Vec::new()).await.as_str().unwrap_or_default().trim().to_owned()
}

async fn walk_through_the_header(site: Site) {
    let browser = &site.browser;
    browser.goto("/article/huaian-htz-20220214-1/").await;
    browser.wait_for("main h1").await;
    mark(browser).await;
    browser.click(".brand").await;
    browser.wait_path("/").await;
    browser.wait_text("h1", "投促中国").await;
    browser.click_link_text("开发区名录").await;
    browser.wait_path("/zones/").await;
    browser.click_link_text("中关村科技园区").await;
    browser.wait_path("/zone/zhongguancun-htz/").await;
    browser.wait_text("h1", "中关村科技园区").await;
    browser.click(".menu li:nth-child(2) a").await;
    browser.wait_path("/news/").await;
    browser.wait_text("h1", "开发区新闻").await;
    assert!(is_marked(browser).await, "no step of the walk loads a page");
    assert!(site.server.requests().iter().all(|path| !path.starts_with("outside")), "{:?}", site.server.requests());
}

#[test]
fn a_walk_through_the_header_loads_no_page() {
    flow(walk_through_the_header);
}

#[test]
fn the_same_walk_works_in_a_folder_of_a_host() {
    Flow::new().at("/portal/news/").run(walk_through_the_header);
}

#[test]
fn a_reload_after_a_walk_shows_the_same_page() {
    Flow::new().at("/portal/news/").run(|site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        browser.click(".home-latest .item h3 a").await;
        browser.wait_for(".article h1").await;
        let title = browser.text("h1").await;
        browser.refresh().await;
        browser.wait_text("h1", &title).await;
    });
}

/// A link under the pointer is prefetched once, and its page is shown without another request.
#[test]
fn a_link_under_the_pointer_is_prefetched() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zone/huaian-htz/").await;
        browser.wait_for("[data-running]").await;
        let data = "/data/article/huaian-htz-20220214-1.json";
        let link = "a[href$='/article/huaian-htz-20220214-1/']";
        let point = format!(
            "document.querySelector(\"{link}\").dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}))"
        );
        browser.execute(&point, Vec::new()).await;
        site.server.wait_request(data).await;
        browser.execute(&point, Vec::new()).await;
        // Waits for the answer to arrive; the page does not show it.
        browser.wait_until("performance.getEntriesByType('resource').some(it => it.name.endsWith('20220214-1.json') && it.responseEnd > 0)", "the answer").await;
        site.server.fault(data, Fault::Hold);
        browser.execute(&format!("document.querySelector(\"{link}\").click()"), Vec::new()).await;
        browser.wait_text("h1", "淮安高新区创建").await;
        assert_eq!(site.server.requests().iter().filter(|path| path.ends_with("20220214-1.json")).count(), 1);
    });
}

/// A phone has no pointer, so links in view are prefetched: two of them, not the whole list.
#[test]
fn only_two_links_in_view_are_prefetched() {
    Flow::new().window(1280, 1200).run(|site| async move {
        let browser = &site.browser;
        browser.goto("/news/").await;
        browser.wait_for("[data-running]").await;
        let fetched =
            "performance.getEntriesByType('resource').filter(it => it.name.includes('/data/article/')).length";
        browser.wait_until(&format!("{fetched} === 2"), "two articles in sight").await;
        // Other links come into view and are not prefetched.
        browser.execute("window.scrollTo(0, 400)", Vec::new()).await;
        // Observers are notified in the order of their creation: after this one, the app's observer has been notified too.
        let told = "return new Promise(done => new IntersectionObserver(() => done(true)).observe(document.body))";
        browser.execute(told, Vec::new()).await;
        assert_eq!(site.server.requests().iter().filter(|path| path.starts_with("/data/article/")).count(), 2);
    });
}

#[test]
fn back_and_forward_keep_the_scroll_position() {
    // The window is so low that even a short article scrolls.
    Flow::new().window(1280, 500).run(|site| async move {
        let browser = &site.browser;
        browser.goto("/news/").await;
        browser.wait_for("main h1").await;
        mark(browser).await;
        browser.execute("window.scrollTo(0, 900)", Vec::new()).await;
        browser.wait_until("window.scrollY === 900", "the page to be scrolled").await;
        let item = "return document.elementFromPoint(400, 250).closest('.item').querySelector('h3 a').click()";
        browser.execute(item, Vec::new()).await;
        browser.wait_for(".article h1").await;
        browser.wait_until("window.scrollY === 0", "the article to begin at its top").await;
        browser.execute("window.scrollTo(0, 40)", Vec::new()).await;
        browser.back().await;
        browser.wait_text("h1", "开发区新闻").await;
        browser.wait_until("window.scrollY === 900", "the list to be where it was").await;
        browser.forward().await;
        browser.wait_for(".article h1").await;
        browser.wait_until("window.scrollY === 40", "the article to be where it was").await;
        assert!(is_marked(browser).await);
        // A reload keeps the scroll position too.
        browser.back().await;
        browser.wait_until("window.scrollY === 900", "the list again").await;
        browser.refresh().await;
        browser.wait_for("main h1").await;
        browser.wait_until("window.scrollY === 900", "the list after a reload").await;
    });
}

/// Returns the last picture of the page, which must be so far below the window that it has not been loaded yet.
async fn last_picture(site: &Site) -> String {
    let picture = "return new URL([...document.querySelectorAll('main img')].at(-1).src).pathname";
    let path = site.browser.execute(picture, Vec::new()).await.as_str().unwrap_or_default().to_owned();
    assert!(path.starts_with("/media/"), "{path}");
    assert!(!site.server.requests().contains(&path), "{path} is out of sight");
    path
}

/// Returns the requests for pictures below the address of a page, where there are none.
fn misplaced(site: &Site) -> Vec<String> {
    let pictures = site.server.requests().into_iter().filter(|path| path.contains("/media/"));
    pictures.filter(|path| !path.starts_with("/media/")).collect()
}

/// A page's pictures have relative addresses and load late, so the address may change only together with the page.
#[test]
fn address_title_and_view_change_together_when_the_data_is_there() {
    const DATA: &str = "/data/home.json";
    Flow::new().window(1280, 500).run(|site| async move {
        let browser = &site.browser;
        browser.goto("/news/").await;
        browser.wait_for("[data-running]").await;
        let (title, picture) = (browser.title().await, last_picture(&site).await);
        site.server.fault(DATA, Fault::Hold);
        // One script, so that the picture comes into view at the moment of the click.
        let leave = "document.querySelector('.brand').click(); [...document.querySelectorAll('main img')].at(-1).scrollIntoView()";
        browser.execute(leave, Vec::new()).await;
        site.server.wait_request(DATA).await;
        site.server.wait_request(&picture).await;
        browser.wait_text("[data-state=loading]", "正在载入").await;
        assert_eq!(browser.path().await, "/news/");
        assert_eq!(browser.title().await, title);
        site.server.clear(DATA);
        browser.wait_text("h1", "投促中国").await;
        assert_eq!(browser.path().await, "/");
        browser.wait_until("document.title.startsWith('投促中国')", "the title of the new page").await;
        browser.wait_gone("[data-state=loading]").await;
        assert_eq!(misplaced(&site), [""; 0]);
    });
}

/// Back and forward change the address first and cannot be delayed, so the old view must go at once.
#[test]
fn back_never_shows_a_view_at_another_pages_address() {
    const DATA: &str = "/data/home.json";
    Flow::new().window(1280, 500).run(|site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        browser.wait_for("[data-running]").await;
        browser.click_link_text("开发区新闻").await;
        browser.wait_text("h1", "开发区新闻").await;
        // The page as published, and an app without any other view in memory.
        site.server.forget_requests();
        browser.refresh().await;
        browser.wait_for("[data-running]").await;
        last_picture(&site).await;
        site.server.fault(DATA, Fault::Hold);
        let leave =
            "addEventListener('popstate', () => window.scrollTo(0, document.body.scrollHeight)); history.back()";
        browser.execute(leave, Vec::new()).await;
        browser.wait_path("/").await;
        browser.wait_text("[data-state=loading]", "正在载入").await;
        assert_eq!(browser.count("main img").await, 0);
        site.server.clear(DATA);
        browser.wait_text("h1", "投促中国").await;
        let icon = browser.attr("link[rel=icon]", "href").await.unwrap_or_default();
        assert!(icon.ends_with("/icon.svg") && !icon.contains("news"), "{icon} is where it was");
        assert_eq!(misplaced(&site), [""; 0]);
    });
}

#[test]
fn a_move_updates_title_focus_and_announcement() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        browser.wait_for("main h1").await;
        browser.click_link_text("开发区名录").await;
        browser.wait_text("h1", "开发区名录").await;
        browser.wait_until("document.title.startsWith('开发区名录')", "the title").await;
        browser.wait_until("document.activeElement.tagName === 'H1'", "the focus on the heading").await;
        assert_eq!(focused(browser).await, "开发区名录");
        browser.wait_text("[aria-live=polite]", "开发区名录").await;
        let canonical = browser.attr("link[rel=canonical]", "href").await;
        assert_eq!(canonical.as_deref(), Some("https://www.investchn.com/zones/"));
        browser.back().await;
        browser.wait_until("document.title.startsWith('投促中国')", "the title of the page before").await;
    });
}

#[test]
fn the_keyboard_reaches_the_text_by_the_skip_link() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/zone/huaian-htz/").await;
        browser.wait_for("main h1").await;
        browser.press(Key::Tab).await;
        assert_eq!(focused(browser).await, "跳到正文");
        browser.press(Key::Enter).await;
        browser.wait_until("document.activeElement.id === 'main'", "the focus on the main part").await;
        browser.press(Key::Tab).await;
        assert_eq!(focused(browser).await, "首页", "the next stop is the trail's first link");
        browser.press(Key::Enter).await;
        browser.wait_text("h1", "投促中国").await;
    });
}

#[test]
fn a_modified_click_opens_a_new_tab() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        browser.wait_for("main h1").await;
        browser.ctrl_click(".home-latest .item h3 a").await;
        browser.wait_windows(2).await;
        assert_eq!(browser.path().await, "/", "the page itself stays");
        browser.switch_to_window(1).await;
        browser.wait_for(".article h1").await;
        assert!(browser.path().await.starts_with("/article/"));
    });
}

/// However fast somebody clicks, even while a page is loading, the page at the end is that of the address.
#[test]
fn page_and_address_agree_after_hasty_clicks() {
    Flow::new().at("/portal/news/").run(|site| async move {
        let browser = &site.browser;
        let mut chance = fastrand::Rng::with_seed(1);
        browser.goto("/zone/huaian-htz/").await;
        browser.wait_for("[data-running]").await;
        mark(browser).await;
        for _ in 0..20 {
            let hasty = "const click = number => {
                    const links = [...document.querySelectorAll('main a[href], header a[href]:not([data-switch])')].filter(it =>
                        it.origin === location.origin && !it.hash && !it.hidden);
                    const link = links[number % links.length];
                    window.clicked = link.href;
                    link.click();
                };
                window.clicked = null;
                click(arguments[0]);
                window.clicked = null;
                if (arguments[1]) setTimeout(click, arguments[1], arguments[2]); else click(arguments[2]);";
            // Some clicks at once, some while the first load is under way.
            let numbers = [chance.u32(..1_000), chance.u32(..4) * 10, chance.u32(..1_000)];
            browser.execute(hasty, numbers.map(Into::into).to_vec()).await;
            browser.wait_until("location.href === window.clicked", "the address that was clicked last").await;
            browser.wait_settled().await;
        }
        assert!(is_marked(browser).await, "no page was loaded");
    });
}

/// A signal that never changes must not hold the memory of the views that have read it.
#[test]
fn moving_to_and_fro_takes_no_further_memory() {
    let stay = "window.stayed = null;
        (async () => {
            const { dataset, src } = document.querySelector('script[data-js]');
            const exports = await (await import(new URL(dataset.js, src))).default();
            const memory = Object.values(exports).find(it => it instanceof WebAssembly.Memory);
            const move = async (link, place) => {
                document.querySelector(link).click();
                while (!document.querySelector(place)) await new Promise(requestAnimationFrame);
            };
            const bytes = [];
            for (let visits = 1; visits <= 60; visits += 1) {
                await move('.menu a[href$=\"/zones/\"]', 'table.register tbody tr');
                await move('.brand', '.home-latest');
                if (visits % 20 === 0) bytes.push(memory.buffer.byteLength);
            }
            window.stayed = bytes;
        })()";
    flow(move |site| async move {
        let browser = &site.browser;
        browser.goto("/").await;
        browser.wait_for("[data-running]").await;
        browser.execute(stay, Vec::new()).await;
        browser.wait_until("window.stayed", "60 visits of the register").await;
        let bytes = browser.execute("return window.stayed", Vec::new()).await;
        let bytes: Vec<u64> = serde_json::from_value(bytes).unwrap();
        assert!(bytes.len() == 3 && bytes.iter().all(|after| *after == bytes[0]), "{bytes:?}");
    });
}
