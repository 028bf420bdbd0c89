//! The workshop: what it says to copy holds where it is pasted, unchanged.

use std::sync::Arc;

use serde_json::json;

use super::{Pair, on_partner, value, wait_shown};
use crate::harness::{Browser, Fault, Flow};

async fn choose(browser: &Browser, id: &str, to: &str) {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.execute(script, vec![json!(id), json!(to)]).await;
}

async fn choose_way(browser: &Browser, way: &str) {
    browser.execute("document.querySelector(`input[value=${arguments[0]}]`).click()", vec![json!(way)]).await;
}

/// The text of an output, once it has this in it.
async fn copied(browser: &Browser, id: &str, has: &str) -> String {
    browser.wait_until(&format!("document.getElementById({id:?}).textContent.includes({has:?})"), has).await;
    value(browser, &format!("document.getElementById({id:?}).textContent")).await.as_str().unwrap().to_owned()
}

async fn open_workshop(pair: &Arc<Pair>, browser: &Browser) {
    browser.open_address(&pair.portal.url("/embed/")).await;
    // By typing what people say; the list completes it.
    choose(browser, "zone", "淮安高新区").await;
    copied(browser, "code", "huaian-htz").await;
}

#[test]
fn a_line_that_is_pasted_unchanged_into_a_bare_file_works() {
    on_partner(Flow::new(), |pair, browser| async move {
        let folder = tempfile::tempdir().unwrap();
        for (way, has, look) in [
            (
                "element",
                "<investchn-zone",
                "document.querySelector('investchn-zone').shadowRoot.querySelectorAll('[part=link]').length === 3",
            ),
            (
                "frame",
                "<iframe",
                "(it => it.clientHeight > 50 && it.clientHeight < 400)(document.querySelector('iframe'))",
            ),
            ("none", "<section>", "document.querySelectorAll('li a').length === 3"),
        ] {
            open_workshop(&pair, &browser).await;
            choose_way(&browser, way).await;
            let code = copied(&browser, "code", has).await;
            let file = folder.path().join(format!("{way}.html"));
            std::fs::write(&file, &code).unwrap();
            browser.open_address(&format!("file://{}", file.display())).await;
            browser.wait_until(look, &format!("{way} to show")).await;
        }
    });
}

#[test]
fn the_policy_that_it_names_is_enough_and_nothing_of_it_is_too_much() {
    on_partner(Flow::new(), |pair, browser| async move {
        browser.allow_console("Content Security Policy");
        for (way, has, look) in [
            (
                "element",
                "<investchn-zone",
                "document.querySelector('investchn-zone').shadowRoot?.querySelector('[part=box]')",
            ),
            ("frame", "<iframe", "document.querySelector('iframe').clientHeight < 400"),
        ] {
            open_workshop(&pair, &browser).await;
            choose_way(&browser, way).await;
            let code = copied(&browser, "code", has).await;
            let policy = copied(&browser, "policy", "-src").await;
            let page = ["<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title>", &code].concat();
            pair.partner.put_with_policy("/strict.html", &page, Some(&["default-src 'none'; ", &policy].concat()));
            browser.goto("/strict.html").await;
            browser.wait_until(look, &format!("{way} under {policy}")).await;
            for left in policy.split("; ") {
                let rest: Vec<&str> = policy.split("; ").filter(|part| *part != left).collect();
                let less = ["default-src 'none'; ", &rest.join("; ")].concat();
                pair.partner.put_with_policy("/stricter.html", &page, Some(&less));
                browser.goto("/stricter.html").await;
                let refused =
                    "new Promise(done => setTimeout(done, 500)).then(() => window.waited = true), window.waited";
                browser.wait_until(refused, "a while").await;
                assert!(
                    !matches!(value(&browser, &format!("!!({look})")).await, serde_json::Value::Bool(true)),
                    "{left} is not needed"
                );
            }
        }
    });
}

#[test]
fn a_pinned_line_refuses_another_script() {
    on_partner(Flow::new(), |pair, browser| async move {
        open_workshop(&pair, &browser).await;
        browser.execute("document.getElementById('pinned').click()", Vec::new()).await;
        let code = copied(&browser, "code", "integrity=").await;
        pair.partner
            .put("/pinned.html", &["<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title>", &code].concat());
        browser.goto("/pinned.html").await;
        wait_shown(&browser, 0, 3).await;
        let name =
            code.split('"').find(|part| part.contains("/embed-")).unwrap().rsplit('/').next().unwrap().to_owned();
        let text = pair.portal.get(&format!("/{name}")).await.text();
        let bytes = [text.as_str(), "\n"].concat().into_bytes();
        pair.portal.fault(&format!("/{name}"), Fault::Body { status: 200, content_type: "text/javascript", bytes });
        browser.allow_console("integrity");
        browser.allow_console("digest");
        browser.goto("/pinned.html").await;
        assert_eq!(value(&browser, "customElements.get('investchn-zone') ?? null").await, json!(null));
        assert!(browser.text("investchn-zone").await.contains("淮安高新区新闻"));
    });
}

#[test]
fn it_shows_what_it_says_and_says_what_is_wrong() {
    on_partner(Flow::new(), |pair, browser| async move {
        open_workshop(&pair, &browser).await;
        let inside = |look: &str| {
            format!("(() => {{ const page = document.getElementById('preview').contentDocument; return {look}; }})()")
        };
        let shows =
            inside("page?.querySelector('investchn-zone')?.shadowRoot?.querySelectorAll('[part=link]').length === 3");
        browser.execute("document.getElementById('preview').scrollIntoView()", Vec::new()).await;
        browser.wait_until(&shows, "the preview").await;
        choose(&browser, "look", "hostile").await;
        choose(&browser, "limit", "1").await;
        let one = shows.replace("=== 3", "=== 1");
        browser.wait_until(&one, "one article").await;
        assert_eq!(value(&browser, &inside("page.body.className")).await, "hostile");
        choose(&browser, "view", "ticker").await;
        assert!(copied(&browser, "style", "84px").await.starts_with("investchn-zone {"));
        choose(&browser, "zone", "nowhere").await;
        browser.wait_text("#zone-wrong", "没有找到").await;
        browser.wait_until("document.getElementById('code-output').hidden", "nothing to copy").await;
        // Whatever people call a zone: pinyin, another name, capitals; where it may be several the list is there.
        choose(&browser, "zone", "Huai'an").await;
        browser.wait_text("#zone-wrong", "有 2 家").await;
        for name in ["HUAIAN-HTZ", "淮安国家高新区"] {
            choose(&browser, "zone", "").await;
            browser.wait_until("document.getElementById('code-output').hidden", "nothing to copy").await;
            choose(&browser, "zone", name).await;
            copied(&browser, "code", "zone=\"huaian-htz\"").await;
        }
        // A link of the portal names the zone.
        browser.open_address(&pair.portal.url("/embed/?zone=beijing-etdz")).await;
        copied(&browser, "code", "zone=\"beijing-etdz\"").await;
        // The way to it from any page of the portal, and back, without the app knowing it.
        browser.open_address(&pair.portal.url("/zones/")).await;
        browser.wait_for("#app[data-running]").await;
        browser.click("footer a[href$='embed/']").await;
        browser.wait_text("h1", "把新闻放到您的网站").await;
        browser.click(".breadcrumbs a").await;
        browser.wait_for(".hero").await;
    });
}
