//! The same files on every host, at a root and in a folder: the answers of each host (`answers`), and a reader who walks through
//! the portal. The results must equal the host's row in docs/hosting.md, so that the table never promises more than the host
//! does.

mod answers;
mod later;

use std::path::Path;
use std::sync::Arc;

use investchn_publish::{Host as ConfiguredHost, Mount, host_config};
use serde_json::json;
use tempfile::TempDir;

use crate::harness::{Browser, Flow, Host, HostKind, Place, copy, flow};
use crate::releases::{put, releases};
use answers::CHECKS;

const ROOT: &str = "/";
pub(crate) const BELOW: &str = "/portal/news/";

const ZONE: &str = "淮安国家高新技术产业开发区";

/// Copies the portal into a temporary folder and prepares a host for it. Returns the folder, in which a new release can arrive,
/// and the future that starts the host.
pub(crate) fn live(kind: HostKind, prefix: &'static str) -> (TempDir, impl Future<Output = (Place, Arc<Host>)>) {
    let live = tempfile::tempdir().unwrap();
    copy(&releases().before, live.path());
    let folder = live.path().to_owned();
    let start = async move {
        let host = Host::start(kind, &folder, prefix).await;
        (host.place.clone(), Arc::new(host))
    };
    (live, start)
}

/// Does all that readers do on a host: walks through the portal, reads on while the host is unreachable, and stays for a new
/// release, which `arrives` deploys.
pub(crate) async fn read(host: &Host, browser: &Browser, has_not_found: bool, arrives: impl FnOnce()) {
    walk(browser, has_not_found).await;
    later::offline_and_back(host, browser).await;
    later::update(browser, arrives).await;
}

/// Deploys the new release into a folder, in the order of the upload lists.
pub(crate) fn files_arrive(live: &Path) {
    releases().stages.iter().flatten().for_each(|name| put(name, live));
}

/// Checks a host and reads on it, and compares the result with its row in the documents.
pub(crate) async fn row(name: &str, host: &Host, browser: &Browser, arrives: impl FnOnce()) -> String {
    let mut cells = vec![name.to_owned(), format!("`{}`", host.place.prefix)];
    let found = answers::of(host).await;
    cells.extend(found.iter().map(|yes| if *yes { "yes" } else { "no" }.to_owned()));
    read(host, browser, found[answers::NOT_FOUND], arrives).await;
    cells.extend(["yes"; 3].map(str::to_owned));
    let row = format!("| {} |", cells.join(" | "));
    println!("{row}");
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting.md")).unwrap();
    assert!(table.lines().any(|line| line == row), "docs/hosting.md has another row than\n{row}\n{CHECKS:?}");
    row
}

#[track_caller]
fn host(name: &'static str, kind: HostKind, prefix: &'static str) {
    let (live, start) = live(kind, prefix);
    Flow::new().run_on(start, move |host, browser| async move {
        let row = row(name, &host, &browser, || files_arrive(live.path())).await;
        if matches!(kind, HostKind::Nginx | HostKind::Caddy) {
            assert!(!row.contains("| no |"), "the configuration leaves something out: {row}\n{CHECKS:?}");
            answers::stay_on(&host).await;
            outside(&host, &browser).await;
        }
    });
}

/// Outside the portal's folder, the host answers with a not-found page that runs no app. At a root, a path that looks like an
/// address of another host stays on this host and sends no request to the other.
async fn outside(host: &Host, browser: &Browser) {
    if host.place.prefix == ROOT {
        browser.open_address(&[&host.place.origin, "//elsewhere.example/zones"].concat()).await;
        browser.wait_for("[data-state=not-found] h1").await;
    } else {
        browser.open_address(&[&host.place.origin, "/nowhere/at/all"].concat()).await;
        browser.wait_text("#app", "没有找到这个页面").await;
        browser.wait_for("#app a[href='https://www.investchn.com/']").await;
    }
}

/// Opens an address and waits until the app runs, with this heading, at this path.
async fn arrives(browser: &Browser, opened: &str, path: &str, heading: &str) {
    browser.goto(opened).await;
    browser.wait_for("#app[data-running]").await;
    browser.wait_text("h1", heading).await;
    browser.wait_path(path).await;
}

async fn walk(browser: &Browser, has_not_found: bool) {
    // The unknown page itself, and the search for the base in the folders above it, are answered with 404: these flows test that.
    browser.allow_console("status of 404");

    // First visit, a move inside the app, and a reload of the page that it reached.
    arrives(browser, "/", "/", "投促中国").await;
    browser.execute("window.marked = true", Vec::new()).await;
    browser.click_link_text("开发区名录").await;
    browser.wait_path("/zones/").await;
    browser.wait_text("h1", "开发区名录").await;
    assert_eq!(browser.execute("return window.marked", Vec::new()).await, json!(true), "moved without a reload");
    browser.refresh().await;
    browser.wait_for("#app[data-running]").await;
    browser.wait_text("h1", "开发区名录").await;

    // Deep links in every spelling.
    arrives(browser, "/article/huaian-htz-20220214-1/", "/article/huaian-htz-20220214-1/", "示例一：各种段落").await;
    arrives(browser, "/zone/huaian-htz/index.html", "/zone/huaian-htz/", ZONE).await;
    arrives(browser, "/zone/huaian%2Dhtz/", "/zone/huaian-htz/", ZONE).await;
    arrives(browser, "/zone/huaian-htz?utm_source=a", "/zone/huaian-htz/?utm_source=a", ZONE).await;
    arrives(browser, "/zones/?utm_source=a&utm_medium=b", "/zones/?utm_source=a&utm_medium=b", "开发区名录").await;
    browser.click_link_text("首页").await;
    browser.wait_path("/").await;

    // Old addresses that are files work on every host.
    arrives(browser, "/old/1.htm", "/article/huaian-htz-20220214-1/", "示例一").await;
    arrives(browser, "/old/page/", "/article/huaian-htz-20220214-1/", "示例一").await;
    for spelling in ["/c%20d.html", "/c d.html", "/新闻/旧 事.html", "/%E6%96%B0%E9%97%BB/%E6%97%A7%20%E4%BA%8B.html"]
    {
        arrives(browser, spelling, "/article/huaian-htz-20220214-1/", "示例一").await;
    }
    if has_not_found {
        arrives(browser, "/nowhere/at/all", "/nowhere/at/all", "没有找到").await;
        browser.click_link_text("首页").await;
        browser.wait_path("/").await;
        arrives(browser, "/Zone/Huaian-HTZ/", "/zone/huaian-htz/", ZONE).await;
        arrives(browser, "/news/show.asp?id=1", "/article/huaian-htz-20220214-1/", "示例一").await;
        arrives(browser, "/news/show.asp?id=1&utm_source=a", "/article/huaian-htz-20220214-1/", "示例一").await;
        for spelling in [
            "/old/2.asp",
            "/Old/2.ASP",
            "/OLD/Page",
            "/Old/PAGE/",
            "/old/case.htm",
            "/C%20D.html",
            "/news/other.asp?id=12",
            "/News/Other.asp?ID=12&from=timeline",
            "/新闻/旧 事.HTML",
            "/%D0%C2/1.html",
            "/%d0%c2/1.HTML，",
        ] {
            arrives(browser, spelling, "/article/huaian-htz-20220214-1/", "示例一").await;
        }
    }

    // No request went to another origin, by any scheme.
    let elsewhere = "return performance.getEntriesByType('resource').map(it => it.name)
        .filter(name => !name.startsWith(location.origin + '/'))";
    assert_eq!(browser.execute(elsewhere, Vec::new()).await, json!([]));
}

#[test]
fn nginx_at_a_root() {
    host("nginx", HostKind::Nginx, ROOT);
}

#[test]
fn nginx_in_a_folder() {
    host("nginx", HostKind::Nginx, BELOW);
}

#[test]
fn caddy_at_a_root() {
    host("Caddy", HostKind::Caddy, ROOT);
}

#[test]
fn caddy_in_a_folder() {
    host("Caddy", HostKind::Caddy, BELOW);
}

#[test]
fn python_at_a_root() {
    host("`python3 -m http.server`", HostKind::Python, ROOT);
}

#[test]
fn python_in_a_folder() {
    host("`python3 -m http.server`", HostKind::Python, BELOW);
}

#[test]
fn like_github_pages_at_a_root() {
    host("like GitHub Pages", HostKind::Pages, ROOT);
}

#[test]
fn like_github_pages_in_a_folder() {
    host("like GitHub Pages", HostKind::Pages, BELOW);
}

/// CloudFront cannot run here, but its function is JavaScript, so the browser runs it.
#[test]
fn cloudfront_function_maps_to_files_and_never_redirects_to_another_host() {
    flow(|site| async move {
        site.browser.goto("/zones/").await;
        let function = host_config(ConfiguredHost::CloudFrontFunction, &Mount::default());
        let run = "return arguments[0].map(([uri, querystring]) => {
            const { uri: file, headers } = handler({ request: { uri, querystring } });
            return file ?? headers.location.value;
        })";
        let asked = json!([
            ["/", {}],
            ["/zones/", {}],
            ["/start.js", {}],
            ["/zones", { "a": { "value": "1" }, "b": { "value": "" } }],
            ["//elsewhere.example/x", {}],
            ["/\\elsewhere.example/x", {}],
        ]);
        let led = site.browser.execute(&[&function, run].concat(), vec![asked]).await;
        let files = ["/index.html", "/zones/index.html", "/start.js"];
        let sent_on = ["/zones/?a=1&b", "/elsewhere.example/x/", "/elsewhere.example/x/"];
        assert_eq!(led, json!([files, sent_on].concat()));
    });
}

/// The policy in the page applies if the host sends none. A violation would fail every flow.
#[test]
fn policy_violations_are_blocked_and_noticed() {
    flow(|site| async move {
        site.browser.goto("/zones/").await;
        site.browser.wait_for("#app[data-running]").await;
        for (offence, part) in [
            (
                "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' }))",
                "style-src",
            ),
            ("document.head.append(Object.assign(document.createElement('script'), { type: 'module' }))", ""),
            ("document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' }))", "img-src"),
            ("try { document.body.innerHTML = '<p>' } catch {}", "TrustedHTML"),
            ("try { document.createElement('script').src = 'a.js' } catch {}", "TrustedScriptURL"),
            ("try { trustedTypes.createPolicy('other', {}) } catch {}", "trusted-types"),
        ] {
            site.browser.execute(offence, Vec::new()).await;
            if part.is_empty() {
                assert_eq!(site.browser.complaints().await, Vec::<String>::new(), "{offence}");
            } else {
                site.browser.wait_complaint(part).await;
            }
        }
        assert_eq!(site.browser.text("h1").await, "开发区名录", "the page stands as it was");
    });
}
