//! Serves Trunk's output as a static host would, and reloads open pages after a build.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};
use tower_livereload::{LiveReloadLayer, Reloader};

use investchn_tooling::told;
use investchn_tooling::workspace::APP_DIR;

/// The page until the first build of this run is complete. Like every page it contains the reload script, which then loads the
/// portal.
fn page_while_building() -> String {
    told!(
        zh "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>正在编译……</title>\
            <h1>正在编译……</h1><p>编译完成后，本页会变成门户。若一直不变，原因在终端里。</p>",
        en "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>building…</title>\
            <h1>building…</h1><p>This page becomes the portal when the build is done. If it stays, the terminal says why.</p>"
    )
}

/// A server of the portal. Clones share their state.
#[derive(Clone)]
pub(crate) struct DevServer {
    built: Arc<AtomicBool>,
    reloader: Reloader,
    router: Router,
}

impl DevServer {
    /// Makes a server without a build.
    pub(crate) fn new() -> Self {
        let built = Arc::new(AtomicBool::new(false));
        let reload = LiveReloadLayer::new();
        let reloader = reload.reloader();
        let router = router(Path::new(APP_DIR), built.clone()).layer(reload);
        DevServer { built, reloader, router }
    }

    /// Serves the finished build, and reloads every open page.
    pub(crate) fn show_build(&self) {
        self.built.store(true, Ordering::Relaxed);
        self.reloader.reload();
    }

    /// Serves until the future is dropped.
    pub(crate) async fn serve(&self, listener: TcpListener) -> Result<()> {
        axum::serve(listener, self.router.clone())
            .await
            .with_context(|| told!(zh "服务器已停止", en "the server ended"))
    }
}

fn router(folder: &Path, built: Arc<AtomicBool>) -> Router {
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(built, building))
        .layer(middleware::map_response(forbid_caching))
}

async fn building(State(built): State<Arc<AtomicBool>>, request: Request, next: Next) -> Response {
    if built.load(Ordering::Relaxed) {
        next.run(request).await
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, Html(page_while_building())).into_response()
    }
}

/// Forbids caching, so that a page never mixes files of two builds.
async fn forbid_caching(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
