//! The faults of paths, and the paths requested so far. `connection` cuts a connection.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;

use super::connection::Cut;

/// The way in which a path misbehaves.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Answers with this status and no body.
    Status(u16),
    /// Answers with this body instead of the file.
    Body {
        /// The status code.
        status: u16,
        /// The content type.
        content_type: &'static str,
        /// The body.
        bytes: Vec<u8>,
    },
    /// Does not answer until the fault is removed, then answers as without a fault.
    Hold,
    /// Closes the connection without an answer.
    Drop,
    /// Answers as without a fault, but allows the browser to cache the answer. For flows that open so many pages that requesting
    /// the same files again would take much of their time.
    Keep,
}

/// The faults of one host, shared with its request handlers.
#[derive(Clone)]
pub(super) struct Faults {
    state: Arc<Mutex<Known>>,
    /// Notifies waiting requests of every change.
    changed: watch::Sender<()>,
}

#[derive(Default)]
struct Known {
    prefix: String,
    faults: HashMap<String, Fault>,
    /// True if no request is answered.
    stopped: bool,
    requests: Vec<String>,
}

impl Faults {
    pub(super) fn new(prefix: &str) -> Self {
        let state = Known { prefix: prefix.to_owned(), ..Known::default() };
        Faults { state: Arc::new(Mutex::new(state)), changed: watch::Sender::new(()) }
    }

    pub(super) fn set(&self, path: &str, fault: Fault) {
        self.state().faults.insert(path.to_owned(), fault);
        self.changed.send_replace(());
    }

    pub(super) fn clear(&self, path: &str) {
        self.state().faults.remove(path);
        self.changed.send_replace(());
    }

    pub(super) fn stop(&self, stopped: bool) {
        self.state().stopped = stopped;
        self.changed.send_replace(());
    }

    pub(super) fn requests(&self) -> Vec<String> {
        self.state().requests.clone()
    }

    pub(super) fn forget_requests(&self) {
        self.state().requests.clear();
    }

    /// Waits until the path has been requested.
    pub(super) async fn asked(&self, path: &str) {
        // The sender lives as long as `self`, so the wait cannot fail.
        self.changed.subscribe().wait_for(|()| self.state().requests.iter().any(|asked| asked == path)).await.ok();
    }

    /// Records a request and returns the path inside the portal.
    fn note(&self, full: &str) -> String {
        let mut state = self.state();
        let inside = full.strip_prefix(&state.prefix).map(|rest| format!("/{rest}"));
        let path = inside.unwrap_or_else(|| format!("outside {full}"));
        state.requests.push(path.clone());
        drop(state);
        self.changed.send_replace(());
        path
    }

    /// Returns the fault of a path. Waits while a fault holds it.
    async fn of(&self, path: &str) -> Option<Fault> {
        let held = || matches!(self.state().faults.get(path), Some(Fault::Hold));
        self.changed.subscribe().wait_for(|()| !held()).await.ok();
        let state = self.state();
        if state.stopped { Some(Fault::Drop) } else { state.faults.get(path).cloned() }
    }

    fn state(&self) -> MutexGuard<'_, Known> {
        self.state.lock().unwrap()
    }
}

/// Answers instead of the host if the path has a fault.
pub(super) async fn answer(
    State(faults): State<Faults>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
    next: Next,
) -> Response {
    let path = faults.note(request.uri().path());
    match faults.of(&path).await {
        None | Some(Fault::Hold) => next.run(request).await,
        Some(Fault::Keep) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=86400"));
            response
        }
        Some(Fault::Status(status)) => code(status).into_response(),
        Some(Fault::Body { status, content_type, bytes }) => {
            (code(status), [(header::CONTENT_TYPE, content_type)], bytes).into_response()
        }
        Some(Fault::Drop) => {
            cut.cut();
            // The connection is cut, so this never reaches the client.
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_else(|error| panic!("{status} is no status: {error}"))
}
