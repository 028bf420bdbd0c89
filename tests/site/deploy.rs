//! A release arrives at the host file by file while somebody reads. In whatever order the files come, each page has its text, a
//! sheet and an app, and leads on; in the order of `deploy.json` not even a missing file is seen. How often it is played is said by
//! `INVESTCHN_DEPLOYS` (`cargo xtask deploy-test`: a hundred times); what chance decides is the same for the same number.

use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use tempfile::TempDir;

use crate::harness::{self, Browser, Fault, Flow, Server, WORKER};
use crate::releases::{files, put, releases};

/// How often a release arrives, where nobody asks for more.
const USUALLY: u64 = 3;

/// After how many of its parts the reader does something.
const STEPS: usize = 8;

/// Where a reader may come in.
const DOORS: [&str; 6] = [
    "/",
    "/news/",
    "/zones/",
    "/zone/huaian-htz/",
    "/article/huaian-htz-20220214-1/",
    "/article/huaian-htz-20230501-1/",
];

fn deploys() -> u64 {
    std::env::var("INVESTCHN_DEPLOYS").ok().and_then(|times| times.parse().ok()).unwrap_or(USUALLY)
}

/// A host that has the release before, and the folder that it serves.
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

/// Plays releases that arrive; `order` says in which order. The reader comes in by the first so many doors, and the console may
/// say what is allowed. A page that the reader comes to has to be `sound`; in the end it is `told`.
fn play(
    order: impl Fn(&mut Rng) -> Vec<String> + Send + Sync + 'static,
    doors: usize,
    allowed: &'static [&'static str],
    sound: &'static str,
    told: &'static str,
) {
    // A host for each release, so that its reader has nothing of the portal yet. All stay until the end: something of a reader
    // before may still be asking.
    let start = async {
        let mut hosts = Vec::new();
        for _ in 0..deploys() {
            hosts.push(Live::start().await);
        }
        (hosts[0].server.place().clone(), Arc::new(hosts))
    };
    Flow::new().within(Duration::from_secs(3_600)).run_on(start, move |hosts, browser| async move {
        // Half of the readers have no worker, which would have most of it already.
        browser.allow_console("when fetching the script");
        allowed.iter().for_each(|part| browser.allow_console(part));
        for (deploy, Live { server, folder }) in hosts.iter().enumerate() {
            let mut chance = Rng::with_seed(deploy as u64);
            if deploy % 2 == 0 {
                server.fault(WORKER, Fault::Status(404));
            }
            enter(&browser, server, &mut chance, doors).await;
            browser.wait_for("#app[data-running]").await;
            let order = order(&mut chance);
            for (step, part) in order.chunks(order.len().div_ceil(STEPS)).enumerate() {
                part.iter().for_each(|name| put(name, folder.path()));
                act(&browser, server, &mut chance, doors).await;
                let what = format!("a sound page, release {deploy}, step {step}");
                browser.wait_until(&format!("{READS} && {DRESSED} && {sound}"), &what).await;
            }
        }
        println!(
            "{told}: {0} releases, seeds 0 to {1}, {STEPS} steps of a reader in each, no failure",
            hosts.len(),
            hosts.len() - 1
        );
    });
}

/// The reader comes in by one of the first so many doors.
async fn enter(browser: &Browser, server: &Server, chance: &mut Rng, doors: usize) {
    browser.open_address(&server.url(DOORS[chance.usize(..doors)])).await;
}

/// A page has its text, and leads on: it is not blank, and does not wait for what never comes.
pub(crate) const READS: &str = "document.readyState === 'complete' && document.querySelector('h1')?.textContent.trim().length > 1 \
    && document.body.innerText.length > 100 && document.querySelectorAll('a[href]').length > 3";

/// It has a sheet and an app, of whichever release.
pub(crate) const DRESSED: &str = "document.querySelector('#app[data-running]') && !document.querySelector('[aria-busy]') \
    && [...document.styleSheets].some(it => { try { return it.cssRules.length > 0 } catch { return false } })";

/// What the reader does next.
async fn act(browser: &Browser, server: &Server, chance: &mut Rng, doors: usize) {
    match chance.u8(..4) {
        0 => browser.refresh().await,
        1 => enter(browser, server, chance, doors).await,
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
fn in_any_order_each_page_is_read_and_dressed_and_leads_on() {
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
    play(shuffled, DOORS.len(), &ALLOWED, "true", "in any order");
}

#[test]
fn in_the_order_of_the_lists_nothing_is_ever_missing() {
    let in_order = |_: &mut Rng| releases().stages.concat();
    // To the last door nothing leads yet.
    let sound = "!document.querySelector('[data-state]:not([data-state=loading])')";
    play(in_order, DOORS.len() - 1, &[], sound, "in the order of the lists");
}

/// A reader who stays on a page for the whole of a release goes on with the app that they have.
#[test]
fn an_open_page_goes_on_and_says_that_there_is_a_new_version() {
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
