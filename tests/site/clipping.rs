//! Nothing is cut, broken or covered, in languages whose words are longer than those of the portal: in the pseudo-language, and in English.
//! `clipping.js` measures a page. The pages have no scripts, because their text is published.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use investchn_publish::{BuildOptions, build};
use serde_json::{Value, json};

use crate::harness::{Fault, Flow, Server, copy, folder};
use crate::pseudo_messages;

/// A page of each kind, below the folder of an edition.
const PAGES: [&str; 16] = [
    "",
    "404.html",
    "embed/",
    "embed/zone/huaian-htz/",
    "news/",
    "news/photo/",
    "offline/",
    "region/320000/",
    "region/320800/",
    "saved/",
    "search/",
    "zone/badaling-edz/",
    "zone/huaian-htz/",
    "zone/jiuquan-etdz/",
    "zone/zhangjiakou-etdz/",
    "zones/",
];

/// Articles that are translated into the pseudo-language.
const ARTICLES: [&str; 3] =
    ["article/huaian-htz-20190501-1/", "article/huaian-htz-202106-1/", "article/huaian-htz-20220214-2/"];

/// Publishes the portal with its editions, once.
fn published() -> &'static Path {
    static PUBLISHED: OnceLock<PathBuf> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clipping");
        fs::remove_dir_all(&scratch).ok();
        let (content, out) = (scratch.join("content"), scratch.join("site"));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid"), &content);
        pseudo_messages::add();
        pseudo_messages::prepare(&content);
        build(&BuildOptions {
            content,
            app: folder(),
            out: out.clone(),
            base_url: None,
            drafts: false,
            state_dir: None,
            previous: None,
            precompress: false,
            check_output: false,
        })
        .unwrap();
        out
    })
}

/// Measures pages in a window of a width, and returns what is wrong with each.
#[track_caller]
fn measure(width: u32, paths: Vec<String>) {
    let host = async {
        let server = Arc::new(Server::start(published(), "/").await);
        (server.place().clone(), server)
    };
    Flow::new().window(width, 800).without_scripts().run_on(host, move |_, browser| async move {
        // The not-found page names no icon before their script has run.
        browser.allow_console("favicon.ico");
        let mut found = Vec::new();
        for path in paths {
            browser.goto(&path).await;
            let faults = browser.execute(include_str!("clipping.js"), Vec::new()).await;
            found.extend(faults.as_array().unwrap().iter().map(|fault| format!("{path}: {}", fault.as_str().unwrap())));
        }
        assert!(found.is_empty(), "{} faults at {width} pixels:\n{}", found.len(), found.join("\n"));
    });
}

fn paths(folder: &str, pages: &[&str]) -> Vec<String> {
    pages.iter().map(|page| ["/", folder, page].concat()).collect()
}

fn pseudo_pages() -> Vec<String> {
    let paths = paths(pseudo_messages::FOLDER, &[&PAGES[..], &ARTICLES].concat());
    for path in &paths {
        let file = published().join(path.trim_start_matches('/'));
        assert!(file.exists(), "{path} is not published");
    }
    paths
}

#[test]
fn nothing_is_cut_on_a_phone_in_a_language_with_long_words() {
    measure(360, pseudo_pages());
}

#[test]
fn nothing_is_cut_on_a_wide_screen_in_a_language_with_long_words() {
    measure(1280, pseudo_pages());
}

#[test]
fn nothing_is_cut_in_english() {
    measure(360, paths("en/", &PAGES));
    measure(1280, paths("en/", &PAGES));
}

#[test]
fn what_is_cut_broken_covered_or_too_wide_is_found() {
    const PAGE: &str = "/measured/";
    let cases: [(&str, &str); 8] = [
        ("<p>All is well</p><ul><li>one</li><li>two</li></ul>", ""),
        ("<p style=\"width: 4em; overflow: hidden; white-space: nowrap\">A text that is cut</p>", "cuts"),
        ("<p style=\"height: 1em; line-height: 1.5; overflow: hidden\">A text<br>of two lines</p>", "cuts"),
        ("<p style=\"width: 3em; overflow-wrap: anywhere\">Incomprehensibilities</p>", "breaks the word"),
        ("<p style=\"width: 2000px\">wide</p>", "wider than the window"),
        ("<b style=\"position: absolute\">Covered</b><b style=\"position: absolute\">Covering</b>", "covers"),
        ("<input placeholder=\"A hint that does not fit into the field\" style=\"width: 5em\">", "cuts the hint"),
        ("<button style=\"width: 3em; white-space: nowrap\">A label that sticks out</button>", "sticks out"),
    ];
    let host = async {
        let server = Arc::new(Server::start(published(), "/").await);
        (server.place().clone(), server)
    };
    Flow::new().window(360, 800).without_scripts().run_on(host, move |server, browser| async move {
        for (body, fault) in cases {
            let html = format!("<!DOCTYPE html><html><link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>");
            let bytes = html.into_bytes();
            server.fault(PAGE, Fault::Body { status: 200, content_type: "text/html; charset=utf-8", bytes });
            browser.goto(PAGE).await;
            let found = browser.execute(include_str!("clipping.js"), Vec::new()).await;
            let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let is_found = if fault.is_empty() { found.is_empty() } else { found.iter().any(|it| it.contains(fault)) };
            assert!(is_found, "{}", json!([body, fault, found]));
        }
    });
}
