//! Every example of `tests/variants/`: what a partner copies from there holds.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;

use super::{FEED, Pair, on_partner, value, wait_shown};
use crate::harness::{Browser, Engine, Flow};

/// The condition for the page of each example, written with the names in `NAMES`.
const VARIANTS: [(&str, &str); 25] = [
    ("element", "links(0).length === 2 && heading(0) === '淮安高新区新闻' && links(0)[0].href.includes('/article/')"),
    ("several", "links(0).length === 6 && root(0).querySelectorAll('[part=zone]').length === 6"),
    ("region", "links(0).length === 3 && heading(0) === '江苏新闻'"),
    ("kind", "links(0).length === 1"),
    ("heading", "heading(0) === '我们的园区' && links(1).length === 3 && heading(1) === undefined"),
    ("profile", "values(0).includes('2017年2月13日') && values(1).includes(\"Huai'an, Jiangsu\")"),
    ("ticker", "links(0).length === 1 && root(0).querySelectorAll('button').length === 2"),
    ("lang", "more(0) === 'More news' && more(1) === 'More news' && more(2) === '更多新闻'"),
    (
        "theme",
        "new Set([0, 1, 3].map(ground)).size === 2 && ground(1) === ground(3) && ground(0) === 'rgb(255, 255, 255)'",
    ),
    (
        "look",
        "style(links(0)[0]).color === 'rgb(138, 28, 28)' && style(box(0)).borderRadius === '0px' \
         && style(box(0)).fontFamily === 'monospace' && style(part(0, 'heading')).textDecorationLine === 'underline' \
         && ground(0) === 'rgb(255, 248, 231)'",
    ),
    ("script-last", "links(0).length === 3"),
    ("made", "links(0).length === 1 && zone(0).getAttribute('zone') === 'huaian-htz'"),
    ("twice", "[0, 1, 2].every(n => links(n).length === n + 1)"),
    ("moved", "zone(0).parentElement.id === 'second' && links(0).length === 1"),
    ("frame", "document.querySelector('iframe').clientHeight === 300"),
    ("frame-fit", "frameHeight() > 100 && frameHeight() < 290"),
    ("frame-strict", "frameHeight() > 100 && frameHeight() < 290"),
    ("frame-element", "frameHeight() > 100 && frameHeight() < 290 && links(0).length === 3"),
    ("snippet", "document.querySelectorAll('section li a').length === 1"),
    (
        "attacked",
        "links(0).length === 3 && parseFloat(style(links(0)[0]).fontSize) <= 24 && style(links(0)[0]).textTransform === 'none' \
         && style(links(0)[0]).color === 'rgb(15, 90, 128)' && links(0)[0].checkVisibility() \
         && style(links(0)[0]).letterSpacing === 'normal'",
    ),
    ("quirks", "document.compatMode === 'BackCompat' && links(0).length === 3 && box(0).offsetWidth > 200"),
    ("rtl", "style(box(0)).direction === 'ltr' && style(box(0)).textAlign === 'start' && links(0).length === 3"),
    ("policy", "links(0).length === 3 && style(box(0)).borderTopWidth === '1px'"),
    ("unobserved", "scrollY === 0 && zone(0).getBoundingClientRect().top > 4000 && links(0).length === 2"),
    ("refused", "links(0).length === 2 && heading(0) === '淮安高新区新闻'"),
];

/// Its own flow is in `data`.
const ELSEWHERE: [&str; 1] = ["reserved"];

/// Names for use in the conditions.
const NAMES: &str = "const zone = n => document.querySelectorAll('investchn-zone')[n];
    const root = n => zone(n).shadowRoot;
    const part = (n, name) => root(n).querySelector(`[part=${name}]`);
    const box = n => part(n, 'box');
    const links = n => [...root(n).querySelectorAll('[part=link]')];
    const heading = n => part(n, 'heading')?.textContent;
    const more = n => part(n, 'more')?.textContent;
    const values = n => [...root(n).querySelectorAll('[part=value]')].map(it => it.textContent);
    const style = it => getComputedStyle(it);
    const ground = n => style(box(n)).backgroundColor;
    const frameHeight = () => document.querySelector('iframe').clientHeight;";

async fn holds(browser: &Browser, name: &str, condition: &str) {
    browser.goto(&format!("/{name}.html")).await;
    let look = format!("(() => {{ {NAMES} try {{ return {condition}; }} catch {{ return false; }} }})()");
    browser.wait_until(&look, &format!("{name}: {condition}")).await;
}

#[test]
fn every_example_shows_what_it_says() {
    let told: BTreeSet<String> = VARIANTS.iter().map(|(name, _)| *name).chain(ELSEWHERE).map(str::to_owned).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/variants");
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(told, there, "an example without a condition, or the other way round");
    on_partner(Flow::new(), |pair, browser| async move {
        for (name, condition) in VARIANTS {
            pair.portal.forget_requests();
            holds(&browser, name, condition).await;
            assert!(pair.asked(FEED) <= 1, "{name}: one request for each zone");
            let other =
                pair.portal.requests().into_iter().find(|path| path.contains(".wasm") || path.contains("start.js"));
            assert_eq!(other, None, "{name}: nothing of the app");
        }
        requests_are_in_the_budget(&pair, &browser).await;
    });
}

/// `bench/budget.toml` says how often a partner's page may ask.
async fn requests_are_in_the_budget(pair: &Pair, browser: &Browser) {
    let budget = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/budget.toml")).unwrap();
    let (_, requests) = budget.split_once("[requests]").unwrap();
    let allowed = |way: &str| -> usize {
        let line = requests.lines().find_map(|line| line.strip_prefix(&format!("{way} = "))).unwrap();
        line.parse().unwrap()
    };
    for (way, name) in [("element", "element"), ("frame", "frame-fit")] {
        pair.portal.forget_requests();
        holds(browser, name, "true").await;
        if way == "element" {
            wait_shown(browser, 0, 2).await;
        } else {
            browser.wait_until("document.querySelector('iframe').clientHeight < 290", "the frame to fit").await;
        }
        let asked = pair.portal.requests();
        assert_eq!(asked.len(), allowed(way), "{way}: {asked:?}");
    }
}

/// The engines that other readers have.
#[track_caller]
fn shows_in(engine: Engine) {
    on_partner(Flow::new().in_engine(engine), |_, browser| async move {
        let few = ["element", "profile", "ticker", "theme", "made", "moved", "frame-fit", "attacked", "policy"];
        for (name, condition) in VARIANTS.iter().filter(|(name, _)| few.contains(name)) {
            holds(&browser, name, condition).await;
        }
    });
}

#[test]
fn examples_hold_in_firefox() {
    shows_in(Engine::Firefox);
}

#[test]
fn examples_hold_in_webkit() {
    shows_in(Engine::WebKit);
}

/// A frame fits its content at least once where a browser tells no sizes.
#[test]
fn a_frame_fits_without_a_resize_observer() {
    on_partner(Flow::new(), |_, browser| async move {
        let throwing = "Object.defineProperty(window, 'ResizeObserver', {
            configurable: true, get() { throw new DOMException('blocked', 'SecurityError') } })";
        for script in [throwing, "delete window.ResizeObserver"] {
            let before_each_page = json!({ "source": script });
            browser.command("Page.addScriptToEvaluateOnNewDocument", &before_each_page).await;
            holds(&browser, "frame-fit", "frameHeight() > 100 && frameHeight() < 290").await;
        }
    });
}

#[test]
fn nothing_is_stored_and_no_cookie_is_sent() {
    on_partner(Flow::new(), |_, browser| async move {
        holds(&browser, "frame-element", "frameHeight() < 290 && links(0).length === 3").await;
        assert_eq!(
            value(&browser, "[document.cookie, localStorage.length, sessionStorage.length]").await,
            json!(["", 0, 0])
        );
        assert_eq!(value(&browser, "Object.keys(window).filter(name => /invest/i.test(name)).length").await, 0);
    });
}

#[test]
fn without_scripts_the_link_and_the_frames_text_are_there() {
    on_partner(Flow::new().without_scripts(), |pair, browser| async move {
        browser.goto("/element.html").await;
        assert_eq!(browser.text("investchn-zone").await, "淮安高新区新闻");
        browser.open_address(&pair.portal.url("/embed/zone/huaian-htz/?limit=1")).await;
        assert_eq!(browser.count("li a").await, 3, "all that it has, for its script cannot count");
    });
}
