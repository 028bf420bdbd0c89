//! Deployments while a reader is on the site: the files of a release arrive one by one. In any order, every page keeps its text,
//! a style sheet and a running app, and its links work. In the order of `deploy.json`, no file is ever missing.
//! `INVESTCHN_DEPLOYS` sets the number of deployments (`cargo xtask deploy-test`: a hundred). Each deployment has its number as
//! the random seed, so a failure can be repeated.

use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use tempfile::TempDir;

use crate::harness::{self, Browser, Fault, Flow, Server, WORKER};
use crate::releases::{files, put, releases};

/// Number of deployments unless `INVESTCHN_DEPLOYS` sets another.
const DEPLOYS: u64 = 3;

/// Number of parts in which a release arrives; the reader acts after each.
const STEPS: usize = 8;

/// Addresses at which a reader may enter.
const ENTRIES: [&str; 6] = [
    "/",
    "/news/",
    "/zones/",
    "/zone/huaian-htz/",
    "/article/huaian-htz-20220214-1/",
    "/article/huaian-htz-20230501-1/",
];

fn deploys() -> u64 {
    std::env::var("INVESTCHN_DEPLOYS").ok().and_then(|times| times.parse().ok()).unwrap_or(DEPLOYS)
}

/// A host that serves a folder with the old release.
struct Live {
    server: Server,
    folder: TempDir,
}

impl Live {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        harness::copy(&releases().before, folder.path());
        Live { server: Server::start(folder.path(), "/").await, folder }
    }
}

/// Plays deployments. `order` returns the order in which the files arrive. The reader enters at one of the first `entries`
/// addresses. `allowed` lists the console messages that are no failure. `sound` is a JavaScript condition that every page must
/// meet, and `told` names the run in the report.
fn play(
    order: impl Fn(&mut Rng) -> Vec<String> + Send + Sync + 'static,
    entries: usize,
    allowed: &'static [&'static str],
    sound: &'static str,
    told: &'static str,
) {
    // Each deployment has a host of its own, so that its reader has no cached file of the portal. All hosts stay until the end,
    // because an earlier reader's page may still send requests.
    let start = async {
        let mut hosts = Vec::new();
        for _ in 0..deploys() {
            hosts.push(Live::start().await);
        }
        (hosts[0].server.place().clone(), Arc::new(hosts))
    };
    Flow::new().within(Duration::from_secs(3_600)).run_on(start, move |hosts, browser| async move {
        // Half of the readers have no worker; with one, they would have most files already.
        browser.allow_console("when fetching the script");
        allowed.iter().for_each(|part| browser.allow_console(part));
        for (deploy, Live { server, folder }) in hosts.iter().enumerate() {
            let mut chance = Rng::with_seed(deploy as u64);
            if deploy % 2 == 0 {
                server.fault(WORKER, Fault::Status(404));
            }
            enter(&browser, server, &mut chance, entries).await;
            browser.wait_for("#app[data-running]").await;
            let order = order(&mut chance);
            for (step, part) in order.chunks(order.len().div_ceil(STEPS)).enumerate() {
                part.iter().for_each(|name| put(name, folder.path()));
                act(&browser, server, &mut chance, entries).await;
                let what = format!("a sound page, release {deploy}, step {step}");
                browser.wait_until(&format!("{HAS_TEXT} && {IS_RUNNING} && {sound}"), &what).await;
            }
        }
        println!(
            "{told}: {0} releases, seeds 0 to {1}, {STEPS} steps of a reader in each, no failure",
            hosts.len(),
            hosts.len() - 1
        );
    });
}

/// Opens one of the first `entries` addresses.
async fn enter(browser: &Browser, server: &Server, chance: &mut Rng, entries: usize) {
    browser.open_address(&server.url(ENTRIES[chance.usize(..entries)])).await;
}

/// JavaScript condition: the page has its text and links; it is neither blank nor still loading.
pub(crate) const HAS_TEXT: &str = "document.readyState === 'complete' && document.querySelector('h1')?.textContent.trim().length > 1 \
    && document.body.innerText.length > 100 && document.querySelectorAll('a[href]').length > 3";

/// JavaScript condition: the page has a style sheet and a running app, of either release.
pub(crate) const IS_RUNNING: &str = "document.querySelector('#app[data-running]') && !document.querySelector('[aria-busy]') \
    && [...document.styleSheets].some(it => { try { return it.cssRules.length > 0 } catch { return false } })";

/// Does one thing that a reader may do: reloads, opens an address, or follows a link.
async fn act(browser: &Browser, server: &Server, chance: &mut Rng, entries: usize) {
    match chance.u8(..4) {
        0 => browser.refresh().await,
        1 => enter(browser, server, chance, entries).await,
        _ => {
            let follow =
                "const links = [...document.querySelectorAll('a[href]')].filter(it => it.origin === location.origin \
                && !it.hash && it.href !== location.href && it.closest('main, header'));
                document.querySelector('h1').isLeft = true;
                links[arguments[0] % links.length].click();";
            browser.execute(follow, vec![chance.u32(..10_000).into()]).await;
            browser.wait_until("!document.querySelector('h1')?.isLeft", "what the link leads to").await;
        }
    }
}

#[test]
fn upload_in_any_order_keeps_every_page_usable() {
    let shuffled = |chance: &mut Rng| {
        let mut names = files(&releases().after);
        names.extend(files(&releases().before));
        names.sort();
        names.dedup();
        chance.shuffle(&mut names);
        names
    };
    const ALLOWED: [&str; 3] =
        ["status of 404", "Failed to fetch dynamically imported module", "Refused to apply style"];
    play(shuffled, ENTRIES.len(), &ALLOWED, "true", "in any order");
}

#[test]
fn upload_in_list_order_never_misses_a_file() {
    let in_order = |_: &mut Rng| releases().stages.concat();
    // Excludes the last address: it is an article of the new release, and no page links to it yet.
    let sound = "!document.querySelector('[data-state]:not([data-state=loading])')";
    play(in_order, ENTRIES.len() - 1, &[], sound, "in the order of the lists");
}

/// A reader who stays on a page for a whole deployment keeps using the app that is already loaded.
#[test]
fn an_open_page_keeps_working_and_announces_the_new_version() {
    let start = async {
        let live = Live::start().await;
        (live.server.place().clone(), Arc::new(live))
    };
    Flow::new().run_on(start, |live, browser| async move {
        browser.goto("/").await;
        browser.wait_for("[data-running]").await;
        browser.execute("window.marked = true", Vec::new()).await;
        for name in releases().stages.concat() {
            put(&name, live.folder.path());
        }
        browser.click_link_text("开发区名录").await;
        browser.wait_text("h1", "开发区名录").await;
        browser.wait_text(".outdated", "网站有了新版本").await;
        assert_eq!(browser.execute("return window.marked", Vec::new()).await, true, "moved without a reload");
        browser.click_link_text("重新载入").await;
        browser.wait_gone(".outdated").await;
        browser.wait_for("[data-running]").await;
        browser.wait_text("h1", "开发区名录").await;
        assert_eq!(browser.execute("return window.marked ?? null", Vec::new()).await, serde_json::Value::Null);
    });
}
