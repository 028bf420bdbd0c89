//! The portal opens at all, at a root and in a folder of a host, and a flow notices what goes wrong without a sign on the
//! page. The other modules test what the portal does.

use crate::harness::{Flow, Site, flow};

async fn opens(site: Site) {
    site.browser.goto("/").await;
    site.browser.wait_for("h1").await;
    assert!(!site.browser.title().await.is_empty(), "the page has a title");
    // That nothing went to the browser's console is checked at the end of every flow.
}

#[test]
fn the_home_page_opens() {
    flow(opens);
}

#[test]
fn the_home_page_opens_in_a_folder_of_a_host() {
    Flow::new().at("/portal/news/").run(opens);
}

#[test]
#[should_panic(expected = "console says")]
fn an_error_in_the_console_fails_a_flow() {
    flow(|site| async move {
        site.browser.goto("/").await;
        site.browser
            .execute("console.error('something is wrong')", Vec::new())
            .await;
    });
}
