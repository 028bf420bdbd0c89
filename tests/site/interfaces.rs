//! Browser interfaces that are missing or throw on access, one at a time, as in old browsers, with blocked storage, or if a
//! reader or an administrator has disabled them. The portal works without each of them, and the console stays silent. Also an app
//! that a browser cannot compile while streaming. `embed` has the tests for partners' pages.

use serde_json::json;

use crate::harness::{Fault, Flow, Site, WORKER};

const ARTICLE: &str = "/article/huaian-htz-20220214-1/";
const TITLE: &str = "全区高质量发展大会召开";

/// Throws the error of a browser with blocked storage.
const THROW: &str = "() => { throw new DOMException('blocked', 'SecurityError') }";

/// Runs a script before the scripts of every page from now on. Earlier scripts stay in effect.
async fn before_each_page(site: &Site, source: &str) {
    site.browser.command("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source })).await;
}

/// Returns two scripts: one makes a property of an object throw, the other deletes it. Each notes whether it succeeded.
fn breaks(object: &str, name: &str) -> [String; 2] {
    [
        format!(
            "Object.defineProperty({object}, '{name}', {{ configurable: true, get: {THROW}, set: {THROW} }});
            try {{ {object}.{name} }} catch {{ self.isBroken = true }}"
        ),
        format!(
            "for (let at = {object}; at; at = Object.getPrototypeOf(at)) delete at.{name};
            self.isBroken = !('{name}' in {object});"
        ),
    ]
}

/// Checks that the portal works without an interface: first while it throws, then while it is missing.
async fn without<F: Future<Output = ()>>(site: &Site, object: &str, name: &str, read: impl Fn() -> F) {
    for script in breaks(object, name) {
        before_each_page(site, &script).await;
        read().await;
        site.browser.wait_until("window.isBroken", &format!("`{script}` to break it")).await;
        assert_eq!(site.browser.complaints().await, Vec::<String>::new(), "after `{script}`");
    }
}

/// Opens an article, follows a link and goes back, all inside the app.
async fn read_on(site: &Site) {
    let browser = &site.browser;
    browser.goto(ARTICLE).await;
    browser.wait_for("[data-running]").await;
    browser.execute("window.marked = true", Vec::new()).await;
    browser.click_link_text("开发区名录").await;
    browser.wait_text("h1", "开发区名录").await;
    browser.wait_path("/zones/").await;
    browser.back().await;
    browser.wait_text("h1", TITLE).await;
    browser.wait_path(ARTICLE).await;
    browser.wait_until("window.marked", "the same document: the app moved").await;
}

/// The same by page loads alone.
async fn read_on_plainly(site: &Site) {
    let browser = &site.browser;
    site.server.forget_requests();
    browser.goto(ARTICLE).await;
    browser.wait_text("h1", TITLE).await;
    // The start script requests the worker last.
    site.server.wait_request(WORKER).await;
    browser.execute("window.marked = true", Vec::new()).await;
    browser.click_link_text("开发区名录").await;
    browser.wait_path("/zones/").await;
    browser.wait_text("h1", "开发区名录").await;
    browser.wait_until("!window.marked", "another document: a page was loaded").await;
    browser.back().await;
    browser.wait_path(ARTICLE).await;
    browser.wait_text("h1", TITLE).await;
    assert_eq!(browser.count("[data-running]").await, 0);
}

#[track_caller]
fn is_read_without(object: &'static str, name: &'static str) {
    Flow::new().run(move |site| async move { without(&site, object, name, || read_on(&site)).await });
}

#[test]
fn the_app_runs_without_local_storage() {
    is_read_without("window", "localStorage");
}

#[test]
fn the_app_runs_without_session_storage() {
    is_read_without("window", "sessionStorage");
}

#[test]
fn the_app_runs_without_caches() {
    is_read_without("window", "caches");
}

#[test]
fn the_app_runs_without_indexed_db() {
    is_read_without("window", "indexedDB");
}

#[test]
fn the_app_runs_without_workers() {
    is_read_without("navigator", "serviceWorker");
}

#[test]
fn the_app_runs_without_an_intersection_observer() {
    is_read_without("window", "IntersectionObserver");
}

#[test]
fn the_app_runs_without_an_abort_controller() {
    is_read_without("window", "AbortController");
}

#[test]
fn the_app_runs_without_network_information() {
    is_read_without("navigator", "connection");
}

#[test]
fn the_app_runs_without_scroll_restoration() {
    is_read_without("history", "scrollRestoration");
}

/// Some browsers limit the number of calls within a few seconds.
#[test]
fn the_app_runs_without_replace_state() {
    is_read_without("history", "replaceState");
}

#[test]
fn the_app_runs_without_trusted_types() {
    Flow::new().run(|site| async move {
        // A browser without Trusted Types does not enforce them either.
        site.browser.command("Page.setBypassCSP", &json!({ "enabled": true })).await;
        without(&site, "window", "trustedTypes", || read_on(&site)).await;
    });
}

#[test]
fn pages_and_links_work_without_web_assembly() {
    Flow::new().run(|site| async move {
        without(&site, "window", "WebAssembly", || read_on_plainly(&site)).await;
        // A page without text shows the error message.
        site.browser.allow_console("status of 404");
        site.browser.goto("/nowhere/").await;
        site.browser.wait_text("#boot-message", "页面没有打开").await;
    });
}

/// Makes the host send the worker with an additional first line.
async fn worker_begins_with(site: &Site, line: &str) {
    let worker = site.server.get(WORKER).await.text();
    let bytes = [line, "\n", &worker].concat().into_bytes();
    site.server.fault(WORKER, Fault::Body { status: 200, content_type: "text/javascript", bytes });
}

#[test]
fn a_worker_without_caches_stays_out_of_the_way() {
    Flow::new().with_worker().run(|site| async move {
        let [throwing, missing] = breaks("self", "caches");
        for line in [throwing, missing] {
            site.server.clear(WORKER);
            worker_begins_with(&site, &line).await;
            site.server.forget_requests();
            read_on(&site).await;
            site.server.wait_request(WORKER).await;
            read_on(&site).await;
            assert_eq!(site.browser.complaints().await, Vec::<String>::new(), "after `{line}`");
        }
    });
}

#[test]
fn a_worker_whose_caches_get_blocked_answers_from_the_network() {
    Flow::new().with_worker().run(|site| async move {
        let line = format!(
            "(() => {{ const given = caches; const blocked = {THROW};
                Object.defineProperty(self, 'caches', {{ get: () => registration.active ? blocked() : given }}); }})();"
        );
        worker_begins_with(&site, &line).await;
        site.browser.goto(ARTICLE).await;
        let active = "navigator.serviceWorker.getRegistration().then(it => window.worker = it?.active?.state),
            window.worker === 'activated'";
        site.browser.wait_until(active, "an active worker").await;
        for path in [ARTICLE, "/zones/"] {
            site.browser.goto(path).await;
            site.browser.wait_until("navigator.serviceWorker.controller", "the worker to answer").await;
            read_on(&site).await;
        }
    });
}

/// Returns the path of the app's wasm module.
async fn module(site: &Site) -> String {
    let page = site.server.get("/").await.text();
    let (_, rest) = page.split_once("data-wasm=\"").unwrap();
    let (name, _) = rest.split_once('"').unwrap();
    ["/", name.trim_start_matches("./")].concat()
}

/// Ways in which streaming compilation fails: before the body is read, or after.
const REFUSALS: [&str; 2] = [
    "WebAssembly.instantiateStreaming = () => Promise.reject(new TypeError('refused'))",
    "WebAssembly.instantiateStreaming = async (answer) => {
        await (await answer).arrayBuffer();
        throw new WebAssembly.CompileError('refused');
    }",
];

#[test]
fn an_app_that_cannot_stream_is_compiled_from_bytes() {
    Flow::new().run(|site| async move {
        let module = module(&site).await;
        for refusal in REFUSALS {
            before_each_page(&site, refusal).await;
            site.server.forget_requests();
            read_on(&site).await;
            let asked = site.server.requests().into_iter().filter(|path| *path == module).count();
            assert!(asked <= 2, "one more try: {asked}");
            assert_eq!(site.browser.complaints().await, Vec::<String>::new(), "after `{refusal}`");
        }
    });
}

#[test]
fn an_app_with_a_wrong_content_type_starts() {
    Flow::new().run(|site| async move {
        let module = module(&site).await;
        let bytes = site.server.get(&module).await.body;
        let wrong = |content_type| Fault::Body { status: 200, content_type, bytes: bytes.clone() };
        for content_type in ["application/octet-stream", "text/plain"] {
            site.server.fault(&module, wrong(content_type));
            read_on(&site).await;
        }
        // Wrong content type and failing compilation together.
        for refusal in REFUSALS {
            before_each_page(&site, refusal).await;
            read_on(&site).await;
        }
    });
}

/// Opens an article and returns the messages that the start script wrote to the console.
async fn told_by_start(site: &Site) -> Vec<String> {
    site.server.forget_requests();
    site.browser.goto(ARTICLE).await;
    site.server.wait_request(WORKER).await;
    assert_eq!(site.browser.count("[data-running]").await, 0);
    site.browser.complaints().await
}

#[test]
fn an_app_that_cannot_compile_logs_its_first_error_and_tries_no_other_release() {
    Flow::new().run(|site| async move {
        let refusal = "WebAssembly.instantiateStreaming = () => Promise.reject(new TypeError('the first'));
            WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('the second'))";
        before_each_page(&site, refusal).await;
        let told = told_by_start(&site).await;
        assert!(told.len() == 1 && told[0].contains("the first"), "{told:?}");
        let asked = site.server.requests();
        assert!(!asked.contains(&"/data/site.json".to_owned()), "{asked:?}");
    });
}

#[test]
fn a_missing_app_logs_the_missing_file() {
    Flow::new().run(|site| async move {
        let module = module(&site).await;
        site.server.fault(&module, Fault::Status(404));
        let told = told_by_start(&site).await;
        assert!(!told.is_empty() && told.iter().all(|it| it.contains(&module)), "{told:?}");
        assert!(site.server.requests().contains(&"/data/site.json".to_owned()), "another release was looked for");
    });
}
