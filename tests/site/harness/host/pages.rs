//! A host like GitHub Pages: files, a redirect to a folder's slash, `404.html` with its status, and none of the portal's headers.

use std::net::Ipv4Addr;
use std::path::PathBuf;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::{ServeDir, ServeFile};

pub(super) async fn serve(root: PathBuf, prefix: &str, port: u16) -> JoinHandle<()> {
    let missing = ServeFile::new(root.join(prefix.trim_matches('/')).join("404.html"));
    let router = Router::new().fallback_service(ServeDir::new(root).not_found_service(missing));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.expect("the free port");
    tokio::spawn(async move { axum::serve(listener, router).await.expect("the host runs until it is dropped") })
}
