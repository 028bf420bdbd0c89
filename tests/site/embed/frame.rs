//! Frames: their height follows what stands in them, by messages that both sides look at.

use serde_json::json;

use super::{on_partner, value};
use crate::harness::{Browser, Flow};

const HEIGHT: &str = "document.querySelector('iframe').clientHeight";

/// Waits until the frame is as high as what stands in it, with its fonts, and returns that height in CSS pixels.
async fn settles(browser: &Browser) -> i64 {
    browser.wait_until(&format!("{HEIGHT} < 290 && {HEIGHT} > 50"), "the frame to fit").await;
    let inside = "return document.fonts.ready.then(() => Math.ceil(document.body.getBoundingClientRect().height))";
    let height = browser.execute_in_frame(0, inside).await.as_i64().unwrap();
    browser.wait_until(&format!("{HEIGHT} === {height}"), "the frame to fit exactly").await;
    height
}

#[test]
fn a_frame_is_as_high_as_its_content_whatever_changes() {
    on_partner(Flow::new(), |pair, browser| async move {
        browser.goto("/frame-fit.html").await;
        let wide = settles(&browser).await;
        browser.execute("document.querySelector('iframe').style.width = '180px'", Vec::new()).await;
        browser.wait_until(&format!("{HEIGHT} > {wide} + 20"), "a narrow frame to grow").await;
        browser.execute("document.querySelector('iframe').style.width = ''", Vec::new()).await;
        browser.wait_until(&format!("{HEIGHT} === {wide}"), "it to shrink again").await;
        // A font that comes late, and is a larger one.
        let late = "const face = new FontFace('late', 'local(\"DejaVu Serif\"), local(\"Noto Serif CJK SC\")');
            face.load().then(() => { document.fonts.add(face); document.documentElement.style.font = '24px/1.6 late' })";
        browser.execute_in_frame(0, late).await;
        browser.wait_until(&format!("{HEIGHT} > {wide} + 20"), "the frame to grow with its font").await;
        browser.execute_in_frame(0, "document.documentElement.style.font = ''").await;
        browser.wait_until(&format!("{HEIGHT} === {wide}"), "it to shrink again").await;
        let src = json!(pair.portal.url("/embed/zone/huaian-htz/?limit=1&lang=en&theme=dark"));
        browser.execute("document.querySelector('iframe').src = arguments[0]", vec![src]).await;
        browser.wait_until(&format!("{HEIGHT} < {wide} - 20 && {HEIGHT} > 50"), "another page in it").await;
        // A frame that comes later, with borders inside of its box.
        let more = "const frame = document.querySelector('iframe').cloneNode(); frame.style.cssText = 'box-sizing: border-box; border: 20px solid';
            document.body.prepend(frame)";
        browser.execute(more, Vec::new()).await;
        browser.wait_until(&format!("{HEIGHT} < {wide} && {HEIGHT} > 50"), "the new frame to fit").await;
        // The content of the frame: its language, its colours, the number of articles.
        browser.open_address(&pair.portal.url("/embed/zone/huaian-htz/?limit=1&lang=en&theme=dark")).await;
        browser.wait_until("document.documentElement.lang === 'en'", "English").await;
        let seen = "[[...document.querySelectorAll('li')].filter(it => it.checkVisibility()).length, document.querySelector('.foot a').textContent,
            getComputedStyle(document.body).backgroundColor]";
        assert_eq!(value(&browser, seen).await, json!([1, "More news", "rgb(22, 37, 45)"]));
        browser.open_address(&pair.portal.url("/embed/zone/huaian-htz/?article=huaian-htz-20170213-1&limit=2")).await;
        browser
            .wait_until("document.querySelector('li').dataset.id === 'huaian-htz-20170213-1'", "the article on top")
            .await;
        assert_eq!(value(&browser, "document.querySelectorAll('li:not([hidden])').length").await, 2);
    });
}

/// A zone that there is not, or no longer: one sentence, and not the whole portal on a partner's page.
#[test]
fn a_frame_of_no_zone_says_so() {
    on_partner(Flow::new(), |pair, browser| async move {
        browser.allow_console("status of 404");
        let frame = format!(
            "<!DOCTYPE html><meta charset=\"utf-8\"><title>示例</title><iframe src=\"{}\"></iframe>",
            pair.portal.url("/embed/zone/nowhere/")
        );
        pair.partner.put("/frame.html", &frame);
        browser.goto("/frame.html").await;
        let text = browser.execute_in_frame(0, "return document.getElementById('app').innerText.trim()").await;
        let text: Vec<&str> = text.as_str().unwrap().split_whitespace().collect();
        assert_eq!(text.join(" "), "没有找到这个页面。回到首页 Page not found. Go to the home page");
        assert!(pair.portal.requests().iter().all(|path| !path.ends_with(".wasm")), "nothing of the app");
    });
}

#[test]
fn nobody_else_says_how_high_a_frame_is() {
    on_partner(Flow::new(), |pair, browser| async move {
        let liar = "<!DOCTYPE html><meta charset=\"utf-8\"><script>
            for (const data of [{ investchn: 'height', height: 3000 }, { investchn: 'ready' }, null, 'x', 7, { investchn: {} }])
                parent.postMessage(data, '*');
            addEventListener('message', () => parent.postMessage({ greeted: true }, '*'));
            parent.postMessage({ done: true }, '*')</script>";
        pair.partner.put("/embed/zone/huaian-htz/", liar);
        browser.goto("/frame-fit.html").await;
        let fit = settles(&browser).await;
        // Of the page itself, of a frame of its own origin, though its path is that of ours, and of one in a sandbox.
        let lies = "window.heard = 0; window.greeted = 0;
            addEventListener('message', ({ data }) => { heard += data?.done ? 1 : 0; greeted += data?.greeted ? 1 : 0 });
            postMessage({ investchn: 'height', height: 3000 }, '*'); postMessage(null, '*');
            for (const sandbox of [null, 'allow-scripts']) {
                const frame = document.createElement('iframe');
                if (sandbox) frame.setAttribute('sandbox', sandbox);
                frame.src = '/embed/zone/huaian-htz/';
                document.body.append(frame);
            }";
        browser.execute(lies, Vec::new()).await;
        browser.wait_until("heard === 2", "the liars to have spoken").await;
        let all = "[...document.querySelectorAll('iframe')].map(it => it.clientHeight)";
        assert_eq!(value(&browser, all).await, json!([fit, 150, 150]));
        assert_eq!(value(&browser, "greeted").await, 0, "they are not even greeted");
        // A height that is none.
        let odd = "document.querySelector('iframe').contentWindow.postMessage({ investchn: 'fit' }, '*')";
        browser.execute(odd, Vec::new()).await;
        assert_eq!(value(&browser, HEIGHT).await, fit);
    });
}
