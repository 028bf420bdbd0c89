//! A release arrives at the host file by file while somebody reads. In whatever order the files come, each page has its text and
//! leads on; in the order of `deploy.json` not even a missing file is seen. How often it is played is said by
//! `INVESTCHN_DEPLOYS` (`cargo xtask deploy-test`: a hundred times); what chance decides is the same for the same number.

use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;

use crate::harness::{self, Browser, Flow, Server};
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

/// Plays releases that arrive; `order` says in which order, `look` what is asked of every page that the reader comes to.
fn play<F, O>(order: O, look: impl Fn(Arc<Server>, Arc<Browser>, String) -> F + Send + Sync + 'static)
where
    F: Future<Output = ()> + Send + 'static,
    O: Fn(&mut Rng) -> Vec<String> + Send + Sync + 'static,
{
    let room = tempfile::tempdir().unwrap();
    let live = room.path().join("live");
    let start = {
        let live = live.clone();
        async move {
            harness::copy(&releases().before, &live);
            let server = Arc::new(Server::start(&live, "/").await);
            (server.place().clone(), server)
        }
    };
    Flow::new().within(Duration::from_secs(3_600)).run_on(start, move |server, browser| async move {
        let _room = room;
        // Files that are not there yet are what this is about; that the text stands is asked of the page.
        browser.allow_console("status of 404");
        browser.allow_console("Failed to fetch dynamically imported module");
        for deploy in 0..deploys() {
            let mut chance = Rng::with_seed(deploy);
            std::fs::remove_dir_all(&live).unwrap();
            harness::copy(&releases().before, &live);
            browser.goto(DOORS[chance.usize(..DOORS.len() - 1)]).await;
            browser.wait_for("[data-running]").await;
            let order = order(&mut chance);
            for (step, part) in order.chunks(order.len().div_ceil(STEPS)).enumerate() {
                part.iter().for_each(|name| put(name, &live));
                let told = format!("release {deploy}, step {step}");
                act(&browser, &mut chance).await;
                look(server.clone(), browser.clone(), told).await;
            }
        }
    });
}

/// What the reader does next.
async fn act(browser: &Browser, chance: &mut Rng) {
    match chance.u8(..4) {
        0 => browser.refresh().await,
        1 => browser.goto(DOORS[chance.usize(..DOORS.len())]).await,
        _ => {
            let follow = "const links = [...document.querySelectorAll('a[href]')].filter(it => it.origin === location.origin \
                && !it.hash && it.closest('main, header'));
                links.length > 0 && links[arguments[0] % links.length].click();";
            browser.execute(follow, vec![chance.u32(..10_000).into()]).await;
        }
    }
}

/// That a page has its text, and leads on: it is not blank, and does not wait for what never comes.
async fn reads(browser: &Browser, told: &str) {
    let reads = "document.readyState === 'complete' && document.querySelector('h1')?.textContent.trim().length > 1 \
        && document.body.innerText.length > 100 && document.querySelectorAll('a[href]').length > 3";
    browser.wait_until(reads, &format!("a page that can be read, {told}")).await;
}

#[test]
fn in_any_order_no_page_is_ever_blank() {
    let shuffled = |chance: &mut Rng| {
        let mut names = files(&releases().after);
        names.extend(files(&releases().before));
        names.sort();
        names.dedup();
        chance.shuffle(&mut names);
        names
    };
    play(shuffled, |_, browser, told| async move { reads(&browser, &told).await });
}

#[test]
fn in_the_order_of_the_lists_nothing_is_ever_missing() {
    let in_order = |_: &mut Rng| releases().stages.concat();
    play(in_order, |server, browser, told| async move {
        reads(&browser, &told).await;
        browser.wait_for("[data-running]").await;
        browser.wait_gone("[aria-busy]").await;
        let missing = "return [...document.styleSheets].length === 0 || document.querySelector('[data-state=not-found], [data-state=failed]') !== null";
        let path = browser.path().await;
        let door = DOORS[DOORS.len() - 1];
        // The one page that a reader can only have guessed, for nothing leads there yet.
        if path != door || server.get(door).await.status == 200 {
            assert_eq!(browser.execute(missing, Vec::new()).await, false, "{told}: {path}");
        }
    });
}

/// A reader who stays on a page for the whole of a release, and the one after it, goes on with the app that they have.
#[test]
fn an_open_page_goes_on_and_says_that_there_is_a_new_version() {
    let room = tempfile::tempdir().unwrap();
    let live = room.path().join("live");
    harness::copy(&releases().before, &live);
    let folder = live.clone();
    let start = async move {
        let server = Arc::new(Server::start(&folder, "/").await);
        (server.place().clone(), server)
    };
    Flow::new().run_on(start, move |_, browser| async move {
        let _room = room;
        browser.goto("/").await;
        browser.wait_for("[data-running]").await;
        browser.execute("window.marked = true", Vec::new()).await;
        for name in releases().stages.concat() {
            put(&name, &live);
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
