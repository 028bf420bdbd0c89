//! The portal opens, at a root and in a folder of a host, and a flow notices errors that leave no trace on the page. The other
//! modules test what the portal does.

use crate::harness::{self, Flow, Site, flow};

async fn opens(site: Site) {
    site.browser.goto("/").await;
    site.browser.wait_for("h1").await;
    assert!(!site.browser.title().await.is_empty(), "the page has a title");
    // Every flow ends with a check of the browser's console.
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

/// Readers download the source paths in panic messages. None may reveal a folder of the build machine.
#[test]
fn the_app_contains_no_path_of_the_build_machine() {
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
