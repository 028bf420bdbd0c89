//! The embed builder: the lines that it says to copy work where they are pasted, unchanged.

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

async fn open_builder(pair: &Arc<Pair>, browser: &Browser) {
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
                "(it => it.style.height && it.clientHeight > 50 && it.clientHeight < 400)(document.querySelector('iframe'))",
            ),
            ("none", "<section>", "document.querySelectorAll('li a').length === 3"),
        ] {
            open_builder(&pair, &browser).await;
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
            // `fit.js` writes the height once the frame has told it.
            ("frame", "<iframe", "document.querySelector('iframe').style.height"),
        ] {
            open_builder(&pair, &browser).await;
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
        open_builder(&pair, &browser).await;
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

/// An expression about the page in the preview.
fn inside(look: &str) -> String {
    format!("(() => {{ const page = document.getElementById('preview').contentDocument; return {look}; }})()")
}

/// The content of the preview: the element's box, or the page in the frame.
const BOX: &str = "page?.querySelector('investchn-zone')?.shadowRoot?.querySelector('[part=box]')";
const FRAMED: &str = "page?.querySelector('iframe')?.contentDocument?.body";

/// The height that the style states in CSS pixels, once it is that of what stands in the preview and has so many of these parts.
async fn stated(browser: &Browser, what: &str, (part, count): (&str, usize)) -> f64 {
    const STATED: &str = "Number(/height: (\\d+)px/.exec(document.getElementById('style').textContent)?.[1])";
    let seen = inside(&format!(
        "[...({what})?.querySelectorAll('{part}') ?? []].filter(it => it.checkVisibility()).length === {count}"
    ));
    browser.wait_until(&seen, &format!("{count} of {part} in the preview")).await;
    let height = inside(&format!("({what}).getBoundingClientRect().height"));
    let difference = format!("Math.abs({STATED} - {height}) <= 1");
    browser.wait_until(&difference, &format!("the stated height to be that of {count} of {part}")).await;
    value(browser, STATED).await.as_f64().unwrap()
}

#[test]
fn the_height_that_it_states_is_that_of_what_it_shows() {
    on_partner(Flow::new(), |pair, browser| async move {
        open_builder(&pair, &browser).await;
        browser.execute("document.getElementById('preview').scrollIntoView()", Vec::new()).await;
        // Five are asked for, and the zone has three.
        let three = stated(&browser, BOX, ("[part=item]", 3)).await;
        assert!((150.0..400.0).contains(&three), "{three}");
        let width = value(&browser, "document.getElementById('width').textContent").await;
        let real = value(&browser, &inside(&format!("`${{Math.round({BOX}.getBoundingClientRect().width)}}`"))).await;
        assert_eq!(width, real);
        fills_what_is_reserved(&pair, &browser, width.as_str().unwrap()).await;

        open_builder(&pair, &browser).await;
        browser.execute("document.getElementById('preview').scrollIntoView()", Vec::new()).await;
        choose(&browser, "limit", "1").await;
        let one = stated(&browser, BOX, ("[part=item]", 1)).await;
        assert!(three - one > 80.0, "{one} and {three}");
        choose(&browser, "kind", "video").await;
        let none = stated(&browser, BOX, ("[part=empty]", 1)).await;
        assert!(none < one, "{none} and {one}");
        choose(&browser, "kind", "").await;
        choose(&browser, "view", "profile").await;
        stated(&browser, BOX, ("[part=facts]", 1)).await;
        choose(&browser, "view", "ticker").await;
        let ticker = stated(&browser, BOX, ("[part=pause]", 1)).await;
        assert!(ticker < one, "{ticker} and {one}");
        choose(&browser, "heading", "示例").await;
        let headed = stated(&browser, BOX, ("[part=heading]", 1)).await;
        assert!(headed > ticker, "{headed} and {ticker}");
        choose(&browser, "heading", "").await;
        choose(&browser, "view", "").await;
        choose(&browser, "limit", "5").await;
        choose(&browser, "look", "narrow").await;
        browser.wait_until("Number(document.getElementById('width').textContent) < 300", "the narrow width").await;
        let narrow = stated(&browser, BOX, ("[part=item]", 3)).await;
        assert!(narrow > three, "{narrow} and {three}");

        choose(&browser, "look", "plain").await;
        choose_way(&browser, "frame").await;
        let framed = stated(&browser, FRAMED, ("li", 3)).await;
        assert!((150.0..400.0).contains(&framed), "{framed}");
        copied(&browser, "code", &format!("height=\"{framed}\"")).await;
        choose(&browser, "limit", "1").await;
        let less = stated(&browser, FRAMED, ("li", 1)).await;
        assert!(framed - less > 80.0, "{less} and {framed}");
    });
}

/// Pasted with its style into a page that is as wide, the element is not scrolled, and nothing of what is reserved stays empty.
async fn fills_what_is_reserved(pair: &Pair, browser: &Browser, width: &str) {
    let (code, style) = (copied(browser, "code", "<investchn-zone").await, copied(browser, "style", "px").await);
    let page = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title><style>{style} div {{ width: {width}px; }}</style><div>{code}</div>"
    );
    pair.partner.put("/reserved-as-stated.html", &page);
    browser.goto("/reserved-as-stated.html").await;
    wait_shown(browser, 0, 3).await;
    let room = "(it => [it.scrollHeight - it.clientHeight,
        it.getBoundingClientRect().bottom - it.querySelector('[part=foot]').getBoundingClientRect().bottom])
        (document.querySelector('investchn-zone').shadowRoot.querySelector('[part=box]'))";
    let room = value(browser, room).await;
    let (scrolled, below) = (room[0].as_f64().unwrap(), room[1].as_f64().unwrap());
    assert!(scrolled <= 1.0 && (0.0..20.0).contains(&below), "{room}: its padding is 12");
}

#[test]
fn news_that_cannot_be_read_is_told_and_no_other_zones_lines_stay() {
    on_partner(Flow::new(), |pair, browser| async move {
        browser.allow_console("status of 500");
        pair.portal.fault("/zone/beijing-etdz/feed.json", Fault::Status(500));
        open_builder(&pair, &browser).await;
        stated(&browser, BOX, ("[part=item]", 3)).await;
        choose_way(&browser, "none").await;
        copied(&browser, "code", "<section>").await;
        choose(&browser, "zone", "beijing-etdz").await;
        browser.wait_text("#zone-wrong", "没有取到数据").await;
        browser.wait_until("document.getElementById('code-output').hidden", "nothing to copy").await;
        // The element's line holds all the same; how high it will be nobody knows.
        choose_way(&browser, "element").await;
        copied(&browser, "code", "zone=\"beijing-etdz\"").await;
        browser.wait_text("#zone-wrong", "没有取到数据").await;
        browser.wait_until("document.querySelector('[data-copy=style]').disabled", "no height").await;
        assert!(!browser.text("#style").await.contains("px"));
    });
}

#[test]
fn it_shows_what_it_says_and_says_what_is_wrong() {
    on_partner(Flow::new(), |pair, browser| async move {
        open_builder(&pair, &browser).await;
        let shows =
            inside("page?.querySelector('investchn-zone')?.shadowRoot?.querySelectorAll('[part=link]').length === 3");
        browser.execute("document.getElementById('preview').scrollIntoView()", Vec::new()).await;
        browser.wait_until(&shows, "the preview").await;
        choose(&browser, "look", "hostile").await;
        choose(&browser, "limit", "1").await;
        let one = shows.replace("=== 3", "=== 1");
        browser.wait_until(&one, "one article").await;
        assert_eq!(value(&browser, &inside("page.body.className")).await, "hostile");
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
