//! The paths that other origins may read, taken from the portal's own `_headers`, as by a host that reads that file.

use std::path::Path;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// The rules that open a path, each split into its parts.
#[derive(Clone)]
pub(super) struct Shared {
    prefix: String,
    rules: Arc<Vec<String>>,
}

impl Shared {
    /// Reads the rules of a published folder, served under a prefix. There are none if the folder has no such file.
    pub(super) fn of(folder: &Path, prefix: &str) -> Self {
        let text = std::fs::read_to_string(folder.join("_headers")).unwrap_or_default();
        let mut rules = Vec::new();
        let mut path = "";
        for line in text.lines() {
            if line.starts_with('/') {
                path = line;
            } else if line.trim() == "Access-Control-Allow-Origin: *" {
                rules.push(path.to_owned());
            }
        }
        Shared { prefix: prefix.trim_end_matches('/').to_owned(), rules: Arc::new(rules) }
    }

    fn has(&self, path: &str) -> bool {
        let Some(path) = path.strip_prefix(&self.prefix) else { return false };
        self.rules.iter().any(|rule| fits(rule, path))
    }
}

/// Matches a rule: `:x` matches one part, a trailing `*` any rest.
fn fits(rule: &str, path: &str) -> bool {
    if let Some(start) = rule.strip_suffix('*') {
        return path.starts_with(start);
    }
    let (rule, path): (Vec<&str>, Vec<&str>) = (rule.split('/').collect(), path.split('/').collect());
    rule.len() == path.len() && rule.iter().zip(path).all(|(rule, part)| rule.starts_with(':') || *rule == part)
}

/// Adds the header to every answer for an open path.
pub(super) async fn answer(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let is_shared = shared.has(request.uri().path());
    let mut response = next.run(request).await;
    if is_shared {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    response
}
