//! The worker at its limits: a host that is slow or broken, answers that are odd, more than a device or the saved pages may hold, and
//! saved pages that are old. Limits that would take a test hours are smaller in the worker that the host sends.

use std::time::{Duration, Instant};

use investchn_model::published::HASHED_NAME;
use serde_json::{Value, json};

use super::{ARTICLE, EMPTY, ZONE, press_and_hear, stored, wait_stored, with_worker};
use crate::harness::{Fault, Flow, Key, Site, WORKER, folder};

/// From now on the host's worker has another limit. The first line of `sw.js` is data: the publisher writes the limits there.
fn with_limit(site: &Site, limit: &str, number: u64) {
    let worker = std::fs::read_to_string(folder().join("sw.js")).unwrap();
    let (line, script) = worker.split_once(";\n").unwrap();
    let mut release: Value = serde_json::from_str(line.strip_prefix("const RELEASE = ").unwrap()).unwrap();
    *release["limits"].pointer_mut(limit).unwrap() = json!(number);
    let bytes = format!("const RELEASE = {release};\n{script}").into_bytes();
    site.server.fault(WORKER, Fault::Body { status: 200, content_type: "text/javascript", bytes });
}

#[test]
fn a_slow_host_keeps_nobody_waiting_who_has_read_it_before() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ARTICLE).await;
        wait_stored(&site, ARTICLE).await;
        let title = site.browser.text("h1").await;
        site.server.fault(ARTICLE, Fault::Hold);
        let start = Instant::now();
        site.browser.goto(ARTICLE).await;
        site.browser.wait_text("h1", &title).await;
        let waited = start.elapsed();
        assert!(waited > Duration::from_secs(4), "{waited:?}");
        site.server.clear(ARTICLE);
    });
}

#[test]
fn a_broken_host_costs_nothing_that_was_read() {
    Flow::new().with_worker().run(|site| async move {
        site.browser.allow_console("503");
        site.browser.allow_unreachable();
        with_worker(&site, ARTICLE).await;
        wait_stored(&site, ARTICLE).await;
        let title = site.browser.text("h1").await;
        let bytes = b"<h1>broken</h1>".to_vec();
        site.server.fault(ARTICLE, Fault::Body { status: 503, content_type: "text/html", bytes });
        site.browser.goto(ARTICLE).await;
        site.browser.wait_text("h1", &title).await;
        // Nor does its error take the copy's place.
        site.server.stop();
        site.browser.goto(ARTICLE).await;
        site.browser.wait_text("h1", &title).await;
        site.server.go_on();
    });
}

#[test]
fn an_odd_answer_is_shown_and_not_stored() {
    Flow::new().with_worker().run(|site| async move {
        // An answer that is not a page of the portal names no icon.
        site.browser.allow_console("favicon.ico");
        with_worker(&site, ZONE).await;
        // Another status than 200, another type than a page's, an address that leads on, one with a query.
        let odd = |status, content_type| Fault::Body { status, content_type, bytes: b"<h1>odd</h1>".to_vec() };
        site.server.fault("/zone/beijing-etdz/", odd(203, "text/html"));
        site.server.fault("/zone/wuhan-etdz/", odd(200, "text/plain"));
        for path in ["/zone/beijing-etdz/", "/zone/wuhan-etdz/", "/zone/suzhou-htz"] {
            site.browser.goto(path).await;
        }
        site.browser.goto(&[ARTICLE, "?utm_source=x"].concat()).await;
        wait_stored(&site, ARTICLE).await;
        let read = stored(&site, ":read").await;
        let wrong = ["beijing", "wuhan", "suzhou-htz", "?"];
        // The page that it led to is a page like any other.
        let is_wrong = |path: &&String| wrong.iter().any(|part| path.contains(part)) && *path != "/zone/suzhou-htz/";
        assert_eq!(read.iter().filter(is_wrong).collect::<Vec<_>>(), Vec::<&String>::new());
        // Pages for partners are not stored for readers.
        site.browser.goto("/embed/").await;
        site.browser.wait_text("h1", "把新闻放到您的网站").await;
        assert!(!stored(&site, ":read").await.contains(&"/embed/".to_owned()));
    });
}

#[test]
fn pages_are_bounded_by_their_bytes_too() {
    Flow::new().with_worker().run(|site| async move {
        with_limit(&site, "/read/bytes", 50_000);
        with_worker(&site, ZONE).await;
        for path in ["/zone/suzhou-htz/", "/zone/beijing-etdz/", "/zone/kunshan-etdz/", ARTICLE] {
            site.browser.goto(path).await;
            wait_stored(&site, path).await;
        }
        let sum = "window.sum = undefined; (async () => {
            const cache = await caches.open((await caches.keys()).find(name => name.endsWith(':read')));
            window.sum = (await Promise.all((await cache.matchAll()).map(async it => (await it.arrayBuffer()).byteLength)))
                .reduce((sum, it) => sum + it, 0);
        })()";
        site.browser.execute(sum, Vec::new()).await;
        site.browser.wait_until("window.sum !== undefined && window.sum <= 50e3", "the oldest to go").await;
        let read = stored(&site, ":read").await;
        assert!(read.contains(&ARTICLE.to_owned()) && !read.contains(&ZONE.to_owned()), "{read:?}");
    });
}

#[test]
fn a_region_is_saved_up_to_the_limit_of_articles() {
    Flow::new().with_worker().run(|site| async move {
        site.browser.allow_unreachable();
        with_limit(&site, "/saved/articles", 2);
        with_worker(&site, "/region/320000/").await;
        press_and_hear(&site, "[data-ask=keep]", "共 2 篇").await;
        let kept = stored(&site, ":kept").await;
        let articles: Vec<&String> = kept.iter().filter(|path| path.starts_with("/data/article/")).collect();
        assert_eq!(articles.len(), 2, "{kept:?}");
        site.server.stop();
        site.browser.goto("/region/320000/").await;
        site.browser.wait_text("h1", "江苏").await;
        site.server.go_on();
    });
}

#[test]
fn saved_pages_at_their_limit_say_so_and_keep_what_came() {
    Flow::new().with_worker().run(|site| async move {
        with_limit(&site, "/saved/bytes", 20_000);
        with_worker(&site, ZONE).await;
        press_and_hear(&site, "[data-ask=keep]", "存储空间不够").await;
        assert!(stored(&site, ":kept").await.contains(&"/data/zone/huaian-htz/latest.json".to_owned()));
        site.browser.goto("/saved/").await;
        site.browser.wait_for(".kept li").await;
        press_and_hear(&site, EMPTY, "已清空").await;
    });
}

#[test]
fn a_visit_renews_what_is_old_and_asks_only_for_what_may_have_changed() {
    Flow::new().with_worker().run(|site| async move {
        with_limit(&site, "/renewAfter", 1);
        with_worker(&site, ZONE).await;
        press_and_hear(&site, "[data-ask=keep]", "已存入公文包").await;
        // The app prefetches the article that the pointer is on when the page opens.
        site.browser.click("h1").await;
        site.server.forget_requests();
        site.browser.goto(ZONE).await;
        site.server.wait_request("/data/changes.json").await;
        site.browser.wait_for("#app[data-running]").await;
        let asked = site.server.requests();
        assert!(asked.iter().any(|path| path == "/data/zone/huaian-htz/latest.json"), "{asked:?}");
        assert!(!asked.iter().any(|path| path.starts_with("/data/article/")), "{asked:?}");
    });
}

/// The row is made anew when it is renewed; who pressed its button by keyboard stays there.
#[test]
fn the_focus_stays_on_the_button_of_a_row_that_is_renewed() {
    Flow::new().with_worker().run(|site| async move {
        with_worker(&site, ZONE).await;
        press_and_hear(&site, "[data-ask=keep]", "已存入公文包").await;
        site.browser.goto("/saved/").await;
        site.browser.wait_for(".kept [data-ask=keep]").await;
        site.browser.execute("document.querySelector('.kept [data-ask=keep]').focus()", Vec::new()).await;
        site.browser.press(Key::Enter).await;
        site.browser.wait_text(".outcome", "已存入公文包").await;
        let focused = "const it = document.activeElement; return [it.dataset.ask ?? it.tagName, it.value ?? '']";
        assert_eq!(site.browser.execute(focused, Vec::new()).await, json!(["keep", ZONE]));
    });
}

/// Returns true if a path fits a pattern of `_headers`: `*` is any end, `:name` any part between two slashes.
fn fits(path: &str, pattern: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('*') {
        return path.starts_with(start);
    }
    let is_same = |(part, pattern): (&str, &str)| pattern.starts_with(':') || part == pattern;
    path.matches('/').count() == pattern.matches('/').count() && path.split('/').zip(pattern.split('/')).all(is_same)
}

/// The worker's rule of a name, in the engine that runs it, and the headers that the publisher writes.
#[test]
fn worker_and_publisher_agree_on_which_names_say_what_is_in_the_file() {
    Flow::new().run(|site| async move {
        let headers = std::fs::read_to_string(folder().join("_headers")).unwrap();
        let mut lines = headers.lines().peekable();
        let mut kept: Vec<String> = Vec::new();
        while let Some(line) = lines.next() {
            if line.starts_with('/') && lines.peek().is_some_and(|next| next.contains("immutable")) {
                kept.push(line.trim_start_matches('/').to_owned());
            }
        }
        assert!(kept.len() > 3, "{kept:?}");
        let files: Vec<String> = walkdir::WalkDir::new(folder())
            .into_iter()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(folder()).unwrap().to_str().unwrap().to_owned())
            .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"))
            .collect();
        site.browser.goto("/").await;
        let script = "const rule = new RegExp(arguments[0]); return arguments[1].filter(path => rule.test('/' + path))";
        let found = site.browser.execute(script, vec![json!(HASHED_NAME), json!(files)]).await;
        let found: Vec<&str> = found.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let expected: Vec<&str> =
            files.iter().map(String::as_str).filter(|name| kept.iter().any(|pattern| fits(name, pattern))).collect();
        assert_eq!(found, expected);
    });
}
