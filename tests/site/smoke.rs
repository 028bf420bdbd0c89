//! The portal opens at all, at a root and in a folder of a host, and a flow notices what goes wrong without a sign on the
//! page. The other modules test what the portal does.

use crate::harness::{self, Flow, Site, flow};

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
        site.browser.execute("console.error('something is wrong')", Vec::new()).await;
    });
}

/// Readers download the names of source files that panics carry: none may say where this machine keeps its sources.
#[test]
fn the_app_names_no_folder_of_the_machine_that_built_it() {
    let folder = harness::folder();
    let home = std::env::home_dir().unwrap();
    let home = home.to_str().unwrap().as_bytes();
    let built = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let modules: Vec<_> = built.filter(|path| path.extension().is_some_and(|it| it == "wasm")).collect();
    assert!(!modules.is_empty(), "the app is there");
    for module in modules {
        let bytes = std::fs::read(&module).unwrap();
        assert!(!bytes.windows(home.len()).any(|part| part == home), "{}", module.display());
    }
}
