//! The portal on partners' pages, across two origins: every example, pages that attack, data that fails, frames, the embed builder's
//! lines, and frameworks. What is published for partners is tested natively (`tests/contract/embeds.rs`).

mod builder;
mod data;
mod frame;
mod frameworks;
mod lively;
mod variants;

use std::sync::Arc;

use serde_json::Value;

use crate::harness::{Browser, Flow, Partner, Server, folder};

/// The zone's feed, as the portal's host sees it asked for.
const FEED: &str = "/zone/huaian-htz/feed.json";

/// The portal, in a folder of its host, and a partner's site. Paths of the browser are the partner's.
struct Pair {
    portal: Server,
    partner: Partner,
}

/// Runs a flow on a partner's site.
#[track_caller]
fn on_partner<F: Future<Output = ()> + Send + 'static>(
    flow: Flow,
    run: impl FnOnce(Arc<Pair>, Arc<Browser>) -> F + Send + 'static,
) {
    let start = async {
        let portal = Server::start(&folder(), "/portal/").await;
        let partner = Partner::start(portal.place()).await;
        (partner.place.clone(), Arc::new(Pair { portal, partner }))
    };
    flow.run_on(start, run);
}

/// The page's element of a number, as JavaScript.
fn element(number: usize) -> String {
    format!("document.querySelectorAll('investchn-zone')[{number}]")
}

/// Waits until an element shows so many articles.
async fn wait_shown(browser: &Browser, number: usize, articles: usize) {
    let look = format!("{}?.shadowRoot?.querySelectorAll('[part=link]').length === {articles}", element(number));
    browser.wait_until(&look, &format!("element {number} to show {articles} articles")).await;
}

/// Evaluates an expression in the page.
async fn value(browser: &Browser, expression: &str) -> Value {
    browser.execute(&format!("return {expression}"), Vec::new()).await
}

impl Pair {
    /// Returns the number of requests for a path.
    fn asked(&self, path: &str) -> usize {
        self.portal.requests().iter().filter(|it| it.split('?').next() == Some(path)).count()
    }
}
