//! A static host on this machine, at a root or in a folder, with faults that tests set for paths. It serves the published files,
//! and allows other origins to read the paths that `_headers` opens.

mod connection;
mod fault;
mod shared;

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware;
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::{ServeDir, ServeFile};

use self::connection::{Cut, Cuttable};
pub(crate) use self::fault::Fault;
use self::fault::Faults;
use self::shared::Shared;
use super::http::{self, Reply};
use super::place::Place;

/// Time that a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running host. All paths here begin with `/` and are relative to the portal.
pub(crate) struct Server {
    place: Place,
    faults: Faults,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a folder under a prefix, such as `/` or `/portal/news/`, on a free port.
    pub(crate) async fn start(folder: &Path, prefix: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let place = Place::new(listener.local_addr().expect("an address").port(), prefix);
        let faults = Faults::new(prefix);
        let router = router(folder.to_path_buf(), prefix)
            .layer(middleware::map_response(revalidated))
            .layer(middleware::from_fn_with_state(faults.clone(), fault::answer))
            .layer(middleware::from_fn_with_state(Shared::of(folder, prefix), shared::answer));
        let service = router.into_make_service_with_connect_info::<Cut>();
        let task = tokio::spawn(async move {
            axum::serve(Cuttable(listener), service).await.expect("the host runs until it is dropped");
        });
        Server { place, faults, task }
    }

    /// Returns the portal's location.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the full address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        self.place.url(path)
    }

    /// Returns the path of a full address, with query and fragment. An address outside the portal is returned unchanged.
    pub(crate) fn path(&self, url: &str) -> String {
        self.place.path(url)
    }

    /// Sets a fault for all further requests of this path.
    pub(crate) fn fault(&self, path: &str, fault: Fault) {
        self.faults.set(path, fault);
    }

    /// Removes the fault of a path and answers the requests that it held.
    pub(crate) fn clear(&self, path: &str) {
        self.faults.clear(path);
    }

    /// Stops answering until `go_on`.
    pub(crate) fn stop(&self) {
        self.faults.stop(true);
    }

    /// Answers again.
    pub(crate) fn go_on(&self) {
        self.faults.stop(false);
    }

    /// Returns the paths requested so far, in order. A path outside the portal is returned as `outside` and the whole path.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.faults.requests()
    }

    /// Forgets the requests so far.
    pub(crate) fn forget_requests(&self) {
        self.faults.forget_requests();
    }

    /// Waits until a path has been requested.
    pub(crate) async fn wait_request(&self, path: &str) {
        let asked = tokio::time::timeout(PATIENCE, self.faults.asked(path)).await;
        assert!(asked.is_ok(), "nobody asked for {path}, but for {:?}", self.requests());
    }

    /// Requests a path without a browser; does not follow redirects.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        http::get(&self.url(path)).await.unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves index.html for folders, redirects to a folder's slash, and answers unknown paths with the 404 page.
fn router(folder: PathBuf, prefix: &str) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    let outside = prefix.trim_end_matches('/');
    let files = ServeDir::new(folder).redirect_path_prefix(outside).not_found_service(missing);
    if outside.is_empty() { Router::new().fallback_service(files) } else { Router::new().nest_service(outside, files) }
}

/// Disables caching: a browser that reuses an answer would miss a fault.
async fn revalidated(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn portal() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("zone")).unwrap();
        for (file, text) in [("index.html", "home"), ("zone/index.html", "zone"), ("404.html", "gone"), ("a.wasm", "")]
        {
            fs::write(folder.path().join(file), text).unwrap();
        }
        folder
    }

    #[tokio::test]
    async fn a_folder_of_a_host_is_served_as_a_host_would() {
        let portal = portal();
        let server = Server::start(portal.path(), "/portal/news/").await;
        assert_eq!(server.get("/zone/").await.text(), "zone");
        assert_eq!(server.get("/zone").await.location.as_deref(), Some("/portal/news/zone/"));
        assert_eq!(server.get("/a.wasm").await.content_type, "application/wasm");
        let missing = server.get("/nowhere/").await;
        assert_eq!((missing.status, missing.text().as_str()), (404, "gone"));
        assert_eq!(http::get(&format!("{}/zone/", server.place.origin)).await.unwrap().status, 404);
        assert_eq!(server.requests(), ["/zone/", "/zone", "/a.wasm", "/nowhere/", "outside /zone/"]);
    }

    #[tokio::test]
    async fn a_fault_lasts_until_it_is_cleared() {
        let portal = portal();
        let server = Server::start(portal.path(), "/").await;
        server.fault("/zone/", Fault::Status(503));
        assert_eq!(server.get("/zone/").await.status, 503);
        server.fault("/zone/", Fault::Body { status: 200, content_type: "text/plain", bytes: b"else".to_vec() });
        assert_eq!(server.get("/zone/").await.text(), "else");
        server.fault("/zone/", Fault::Drop);
        assert!(http::get(&server.url("/zone/")).await.is_err());
        server.clear("/zone/");
        assert_eq!(server.get("/zone/").await.text(), "zone");
    }

    #[tokio::test]
    async fn a_held_request_is_answered_when_it_is_let_go() {
        let portal = portal();
        let server = Server::start(portal.path(), "/").await;
        server.fault("/zone/", Fault::Hold);
        let let_go = async {
            server.wait_request("/zone/").await;
            server.clear("/zone/");
        };
        let (reply, ()) = tokio::join!(server.get("/zone/"), let_go);
        assert_eq!(reply.text(), "zone");
    }
}
