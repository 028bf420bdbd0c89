//! Data that is slow, absent, malformed or hostile, and what a page around is told of it.

use serde_json::{Value, json};

use super::{FEED, element, on_partner, value, wait_shown};
use crate::harness::{Browser, Fault, Flow};

/// A page that notes what it is told.
const PAGE: &str = "<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title>
    <script>window.told = []; for (const name of ['load', 'error'])
    addEventListener(`investchn-${name}`, ({ detail }) => told.push(detail.reason ?? name));</script>
    <script type=\"module\" src=\"https://www.investchn.com/embed.js\"></script>
    <investchn-zone zone=\"huaian-htz\"><a href=\"#\">看新闻</a></investchn-zone>";

async fn sees_the_link(browser: &Browser) {
    let look =
        format!("{}.shadowRoot?.querySelector('slot') && document.querySelector('a').checkVisibility()", element(0));
    browser.wait_until(&look, "the link to be seen").await;
}

fn feed(items: &Value) -> Fault {
    let feed = json!({ "items": items, "home_page_url": "javascript:alert(1)", "authors": [{ "name": 7 }],
        "_investchn": { "name": { "zh": "<b>示例</b>" }, "facts": [null, 1] } });
    Fault::Body { status: 200, content_type: "application/feed+json", bytes: feed.to_string().into_bytes() }
}

#[test]
fn what_cannot_be_had_leaves_the_link_and_says_why() {
    on_partner(Flow::new(), |pair, browser| async move {
        browser.allow_console("Failed to load resource");
        browser.allow_unreachable();
        pair.partner.put("/page.html", PAGE);
        let body = |text: &str| Fault::Body { status: 200, content_type: "text/html", bytes: text.as_bytes().to_vec() };
        for (fault, reason) in [
            (Fault::Drop, "network"),
            (Fault::Status(500), "status"),
            (Fault::Status(404), "unknown"),
            (body("<!DOCTYPE html>"), "shape"),
            (body("null"), "shape"),
            (body("{\"items\":{}}"), "shape"),
        ] {
            pair.portal.fault(FEED, fault.clone());
            browser.goto("/page.html").await;
            browser.wait_until("told.length > 0", &format!("{fault:?} to be told")).await;
            assert_eq!(value(&browser, "told").await, json!([reason]), "{fault:?}");
            sees_the_link(&browser).await;
        }
        // Another try is another request.
        pair.portal.clear(FEED);
        browser.execute("document.querySelector('investchn-zone').limit = 2", Vec::new()).await;
        wait_shown(&browser, 0, 2).await;
        assert_eq!(value(&browser, "told.at(-1)").await, "load");
        // An invalid id causes no request.
        pair.portal.forget_requests();
        browser.execute("document.querySelector('investchn-zone').zone = '../../secret'", Vec::new()).await;
        sees_the_link(&browser).await;
        assert!(pair.portal.requests().is_empty());
    });
}

#[test]
fn hostile_data_is_text() {
    on_partner(Flow::new(), |pair, browser| async move {
        pair.partner.put("/page.html", PAGE);
        let title = "<img src=x onerror='window.pwned = 1'><script>window.pwned = 1</script>";
        pair.portal.fault(
            FEED,
            feed(&json!([
                { "id": 1, "title": title, "url": "javascript:window.pwned=1", "_investchn": null },
                { "id": 2, "title": 5 }, { "id": 3 }, {},
                { "id": 4, "title": "示例", "url": "data:text/html,x", "authors": "x", "language": 3 }
            ])),
        );
        browser.goto("/page.html").await;
        wait_shown(&browser, 0, 2).await;
        let links = "[...document.querySelector('investchn-zone').shadowRoot.querySelectorAll('a')]";
        assert_eq!(value(&browser, &format!("{links}[0].textContent")).await, title);
        let schemes = value(&browser, &format!("{links}.map(it => it.getAttribute('href')).filter(Boolean)")).await;
        let portal = pair.portal.url("/");
        assert_eq!(schemes, json!([portal]), "only the portal itself");
        for view in ["profile", "ticker", "news"] {
            browser.execute("document.querySelector('investchn-zone').view = arguments[0]", vec![json!(view)]).await;
        }
        wait_shown(&browser, 0, 2).await;
        assert_eq!(value(&browser, "window.pwned ?? 0").await, 0);
        // A row that is no object is none.
        pair.portal.fault(FEED, feed(&json!([null])));
        browser.goto("/page.html").await;
        let empty = format!("{}.shadowRoot?.querySelector('[part=empty]')", element(0));
        browser.wait_until(&empty, "it to say that there is nothing").await;
    });
}

#[test]
fn of_several_zones_the_newest_come_first_and_one_days_stay_in_their_order() {
    on_partner(Flow::new(), |pair, browser| async move {
        let page = PAGE.replace("zone=\"huaian-htz\"", "zone=\"huaian-htz suzhou-htz\"");
        pair.partner.put("/page.html", &page);
        let item = |(id, day): (&str, u8)| json!({ "id": id, "title": id, "date_published": format!("2026-01-0{day}T00:00:00+08:00"), "_investchn": {} });
        pair.portal.fault(FEED, feed(&json!([("a3", 2), ("a2", 1), ("a1", 1)].map(item))));
        pair.portal.fault("/zone/suzhou-htz/feed.json", feed(&json!([("b2", 3), ("b1", 1)].map(item))));
        browser.goto("/page.html").await;
        wait_shown(&browser, 0, 5).await;
        let titles = "[...document.querySelector('investchn-zone').shadowRoot.querySelectorAll('[part=link]')].map(it => it.textContent)";
        assert_eq!(value(&browser, titles).await, json!(["b2", "a3", "a2", "a1", "b1"]));
        // Each profile has its name.
        browser.execute("document.querySelector('investchn-zone').view = 'profile'", Vec::new()).await;
        let names = format!("{}.shadowRoot.querySelectorAll('[part=heading] + [part=facts]').length === 2", element(0));
        browser.wait_until(&names, "a name before each profile").await;
    });
}

#[test]
fn slow_data_moves_nothing_where_its_height_is_reserved() {
    on_partner(Flow::new(), |pair, browser| async move {
        pair.portal.fault(FEED, Fault::Hold);
        browser.goto("/reserved.html").await;
        pair.portal.wait_request(FEED).await;
        let watch = "window.shift = 0; new PerformanceObserver(list => {
            for (const { value } of list.getEntries()) window.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
        window.before = document.getElementById('below').getBoundingClientRect().top";
        browser.execute(watch, Vec::new()).await;
        assert_eq!(value(&browser, "document.querySelector('investchn-zone a').checkVisibility()").await, true);
        pair.portal.clear(FEED);
        wait_shown(&browser, 0, 3).await;
        let moved = "new Promise(done => setTimeout(() => done([window.shift, document.getElementById('below').getBoundingClientRect().top - before]), 300))";
        assert_eq!(value(&browser, moved).await, json!([0, 0]));
        // Nothing of it is lost below.
        let fits = "(it => it.scrollHeight - it.clientHeight)(document.querySelector('investchn-zone').shadowRoot.querySelector('[part=box]'))";
        assert!(value(&browser, fits).await.as_f64().unwrap() <= 1.0);
    });
}
