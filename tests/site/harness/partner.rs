//! A partner's site on an origin of its own: the examples of `tests/variants/`, and pages that a flow adds. The examples contain
//! the portal's public address, which is replaced by the test's. This module knows nothing of what is embedded.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::place::Place;

/// Address of the portal in the examples.
const PORTAL: &str = "https://www.investchn.com/";

/// Text and policy of each page, by path.
type Pages = Arc<Mutex<HashMap<String, (String, Option<String>)>>>;

/// A running partner's site.
pub(crate) struct Partner {
    /// Address of the site.
    pub(crate) place: Place,
    portal: String,
    pages: Pages,
    task: JoinHandle<()>,
}

impl Partner {
    /// Starts a site that embeds a portal; its examples are at `/<name>.html`.
    pub(crate) async fn start(portal: &Place) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let place = Place::new(listener.local_addr().expect("an address").port(), "/");
        let pages = Pages::default();
        let router = Router::new().fallback(answer).with_state(pages.clone());
        let task =
            tokio::spawn(async move { axum::serve(listener, router).await.expect("it runs until it is dropped") });
        let partner = Partner { place, portal: portal.url("/"), pages, task };
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/variants")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            partner.put(&["/", name].concat(), &std::fs::read_to_string(&path).unwrap());
        }
        partner
    }

    /// Adds a page. Replaces the portal's public address by that of the portal on this machine.
    pub(crate) fn put(&self, path: &str, html: &str) {
        self.put_with_policy(path, html, None);
    }

    /// Adds a page that is sent with a policy.
    pub(crate) fn put_with_policy(&self, path: &str, html: &str, policy: Option<&str>) {
        let html = html.replace(PORTAL, &self.portal);
        self.pages.lock().unwrap().insert(path.to_owned(), (html, policy.map(str::to_owned)));
    }
}

impl Drop for Partner {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(pages): State<Pages>, request: Request) -> Response {
    let page = pages.lock().unwrap().get(request.uri().path()).cloned();
    let Some((html, policy)) = page else {
        // Browsers request an icon by themselves.
        let is_icon = request.uri().path() == "/favicon.ico";
        return if is_icon { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }.into_response();
    };
    let mut response = html.into_response();
    let is_script = request.uri().path().ends_with(".js");
    let content_type = if is_script { "text/javascript; charset=utf-8" } else { "text/html; charset=utf-8" };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Some(policy) = policy.and_then(|policy| HeaderValue::try_from(policy).ok()) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
