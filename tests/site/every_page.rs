//! Every published page reads the same with and without scripts. `every_page.js` reads the pages inside the browser; the
//! published folder gives the list of pages.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Fault, Flow, Site, flow, folder};

/// Path of the page that reads the others.
const READER: &str = "/reader/";
/// Script of that page.
const SCRIPT: &str = include_str!("every_page.js");

/// Lists the paths of all views below a folder. Redirects, the pages for partners and the page of search results are no views.
fn views(folder: &Path, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if ["/", "/en/"].contains(&path) && ["embed", "search"].contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            found.extend(views(&entry.path(), &format!("{path}{name}/")));
        } else if name == "index.html" {
            let leads_on = fs::read_to_string(entry.path()).unwrap().contains("<meta http-equiv=\"refresh\"");
            found.extend((!leads_on).then(|| path.to_owned()));
        }
    }
    found
}

/// Reads these pages with and without scripts, and returns the differences. `has_text` is true if their text is published.
async fn read(site: &Site, paths: &[String], has_text: bool) -> Vec<String> {
    let Site { server, browser } = site;
    let html = format!("<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><body><script>{SCRIPT}</script></body>");
    let bytes = html.into_bytes();
    server.fault(READER, Fault::Body { status: 200, content_type: "text/html; charset=utf-8", bytes });
    // The browser logs, for each page, that the frame blocks its scripts.
    browser.allow_console("the 'allow-scripts' permission is not set");
    browser.goto(READER).await;
    browser.execute("readAll(arguments[0], arguments[1])", vec![json!(paths), json!(has_text)]).await;
    let mut done = 0;
    while done < paths.len() as u64 {
        browser.wait_until(&format!("read > {done}"), &format!("more than {done} pages to be read")).await;
        done = browser.execute("return read", Vec::new()).await.as_u64().unwrap();
    }
    let findings = browser.execute("return findings", Vec::new()).await;
    findings.as_array().unwrap().iter().map(|finding| finding.as_str().unwrap().to_owned()).collect()
}

/// Reads every second page. A browser reads all pages in one process, and so on one core, so two tests share the pages.
fn every_other_page(first: usize) {
    // Each wait has its own limit; all pages together need minutes on a busy machine.
    Flow::new().within(Duration::from_secs(1800)).run(move |site| async move {
        let all = views(&folder(), "/");
        assert!(all.len() > 2000, "there are only {} pages", all.len());
        let paths: Vec<String> = all.into_iter().skip(first).step_by(2).collect();
        let app = site.server.get("/app.json").await.json();
        for file in app["files"].as_array().unwrap() {
            site.server.fault(&format!("/{}", file.as_str().unwrap()), Fault::Keep);
        }
        let findings = read(&site, &paths, true).await;
        assert!(findings.is_empty(), "of {} pages:\n{}", paths.len(), findings.join("\n"));
    });
}

#[test]
fn every_first_of_two_pages_reads_the_same_with_and_without_scripts() {
    every_other_page(0);
}

#[test]
fn every_second_of_two_pages_reads_the_same_with_and_without_scripts() {
    every_other_page(1);
}

#[test]
fn only_pages_without_text_have_a_noscript_notice() {
    flow(|site| async move {
        // The host answers the pages themselves, and the search for the base, with 404.
        site.browser.allow_console("status of 404");
        let paths = ["/nowhere/", "/zone/nowhere-htz/", "/a/b/c"].map(ToOwned::to_owned);
        assert_eq!(read(&site, &paths, false).await, [""; 0]);
    });
}

#[test]
fn pages_that_differ_are_reported() {
    flow(|site| async move {
        let alter = async |path: &str, from: &str, to: &str| {
            let page = site.server.get(path).await.text();
            let altered = page.replacen(from, to, 1);
            assert_ne!(page, altered);
            let bytes = altered.into_bytes();
            site.server.fault(path, Fault::Body { status: 200, content_type: "text/html; charset=utf-8", bytes });
        };
        alter("/zones/", "开发区名录</h1>", "开发区目录</h1>").await;
        let data = "<script type=\"application/json\"";
        alter("/news/", data, &["<noscript>请打开脚本</noscript>", data].concat()).await;
        let paths = ["/", "/zones/", "/news/"].map(ToOwned::to_owned);
        let findings = read(&site, &paths, true).await;
        assert_eq!(findings.len(), 3, "{findings:?}");
        for begin in [
            "/zones/ differs in its text made by the app itself: \"首页>开发区\\n开发区目录",
            "/news/ has text, and yet a notice to those without scripts: 请打开脚本",
            "/news/ differs in its text: \" 版权所有:投促中国\\n\\n请打开脚本\" without scripts",
        ] {
            assert!(findings.iter().any(|finding| finding.starts_with(begin)), "{begin} in {findings:?}");
        }
    });
}
